using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class MentorsTests
{
    [Test]
    public void Apply_FirmsYoungAndOld_HelpsTheYoungOneThatIsBehindAndPays()
    {
        World world = Aid.World(purse: 100);
        int young = Worlds.AddFirm(world, competence: 0.1, age: 12), old = Worlds.AddFirm(world, competence: 0.1), ahead = Worlds.AddFirm(world, competence: 0.9, age: 12);
        world.Activities.MeanCompetence[0] = 0.5;
        Aid.Apply(world, new Mentors(new() { UnitCost = 2, Effect = 0.25 }));
        Assert.That(world.Firms.Competence[young], Is.EqualTo(0.2).Within(1e-12));
        Assert.That((world.Firms.Competence[old], world.Firms.Competence[ahead]), Is.EqualTo((0.1, 0.9)));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(2).Within(1e-12), "one mentor");
    }

    [Test]
    public void Apply_PurseForTwo_HelpsNoMoreThanTwoOfMany()
    {
        World world = Aid.World(purse: 5); // 4.5 after delivery
        for (int i = 0; i < 50; i++) Worlds.AddFirm(world, age: 12);
        world.Activities.MeanCompetence[0] = 1;
        Aid.Apply(world, new Mentors(new() { UnitCost = 2 }));
        Assert.That(world.Programmes.Helped[0], Is.LessThanOrEqualTo(2));
        Assert.That(world.Programmes.Purse[0], Is.GreaterThanOrEqualTo(0));
    }
}
