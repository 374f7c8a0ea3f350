using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class ReskillingTests
{
    private static readonly Reskilling Courses = new(new() { UnitCost = 5, Effect = 0.3, Enough = 1.4 });

    [Test]
    public void Apply_Unemployed_CloseAPartOfTheGapToFullSkill()
    {
        World world = Aid.World(purse: 100, regions: 2, activities: 2); // 18 places
        int[] taught = [Worlds.AddWorker(world), Worlds.AddWorker(world)];
        int elsewhere = Worlds.AddWorker(world, region: 1), other = Worlds.AddWorker(world, activity: 1), skilled = Worlds.AddWorker(world, skill: 1.5);
        Worlds.AddFirm(world);
        Aid.Apply(world, Courses);
        foreach (int worker in taught) Assert.That(world.Workers.Job[worker].Skill, Is.EqualTo(1.18).Within(1e-6));
        Assert.That((world.Workers.Job[elsewhere].Skill, world.Workers.Job[other].Skill, world.Workers.Job[skilled].Skill), Is.EqualTo((1f, 1f, 1.5f)));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(10).Within(1e-12));
    }

    [Test]
    public void Apply_MorePeopleThanPlaces_TeachesNoMoreThanItCanPay()
    {
        World world = Aid.World(purse: 17); // three places
        for (int i = 0; i < 40; i++) Worlds.AddWorker(world);
        Aid.Apply(world, Courses);
        Assert.That(world.Workers.Job.Span.ToArray().Count(job => job.Skill > 1), Is.InRange(1, 3).And.EqualTo(world.Programmes.Helped[0]));
    }

    [Test]
    public void Apply_EverybodyInWork_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        Worlds.AddFirm(world);
        Aid.Apply(world, Courses);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
