using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class TalentAttractionTests
{
    [TestCase(0, 11)] // 90 pay for 11 moves of 8
    [TestCase(1, 0)]  // all would have come anyway
    public void Apply_Money_BringsSkilledPeopleAndPaysForThoseWhoWouldHaveComeToo(double deadweight, int more)
    {
        World world = Aid.World(purse: 100);
        Worlds.AddFirm(world);
        Aid.Apply(world, new TalentAttraction(new() { UnitCost = 8, Deadweight = deadweight, Skill = 1.4 }));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(88).Within(1e-12));
        Assert.That(world.Recruits.Count, Is.EqualTo(more));
        Assert.That(world.Regions.Population[0], Is.EqualTo(1_000 + more));
        Assert.That(world.Clusters.Arrivals[0], Is.EqualTo(more));
    }

    [Test]
    public void Apply_ProgrammeOfASecondActivity_BringsPeopleOfThatTrade()
    {
        World world = Aid.World(purse: 10, activities: 2); // one person
        Worlds.AddFirm(world, activity: 1);
        world.Programmes.Activity[0] = 1;
        Aid.Apply(world, new TalentAttraction(new() { UnitCost = 8, Deadweight = 0, Skill = 1.4 }));
        Worlds.Step(world, new Entry(new()));
        int last = world.Workers.Count - 1;
        Assert.That((world.Workers.Activity[last], world.Workers.Standing[last], world.Workers.Job[last].Skill), Is.EqualTo(((short)1, Standing.Unemployed, 1.4f)));
    }

    [Test]
    public void Apply_WithoutFirms_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Aid.Apply(world, new TalentAttraction(new()));
        Assert.That((world.Programmes.Spent[0], world.Recruits.Count), Is.EqualTo((0.0, 0)));
    }
}
