using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class SkillsTrainingTests
{
    private static readonly SkillsTraining.Parameters Course = new() { UnitCost = 5, InWork = 0.6, Effect = 0.3, Delay = 24 };

    [Test]
    public void Apply_Places_GoToStaffAndNewcomersByTheirShares()
    {
        World world = Aid.World(purse: 100);
        int firm = Worlds.AddFirm(world, staff: 10);
        Aid.Apply(world, new SkillsTraining(Course)); // 18 places: 10 for staff, 8 for newcomers
        Assert.That(world.Firms.Payroll[firm].SkillSum, Is.EqualTo(10 * (1 + 0.3 * 0.6)).Within(1e-6));
        Assert.That(Staff.Skill(world, 0), Is.EqualTo(1.18).Within(1e-6));
        Assert.That(world.Regions.InTraining[0], Is.EqualTo(8));
        Assert.That(world.Regions.TrainedPool[0], Is.Zero);
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(100).Within(1e-9));
        Assert.That(world.Programmes.Helped[0], Is.EqualTo(18));
    }

    [Test]
    public void Apply_WithoutStaff_PaysForNewcomersOnly()
    {
        World world = Aid.World(purse: 100);
        Aid.Apply(world, new SkillsTraining(Course));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(8 * 5).Within(1e-9));
    }

    [Test]
    public void Apply_NextMonth_GraduatesOneInTwentyFourAndTheEndAllOfThem()
    {
        World world = Aid.World(purse: 0);
        world.Regions.InTraining[0] = 48;
        var instrument = new SkillsTraining(Course);
        Aid.Apply(world, instrument);
        Assert.That(world.Regions.InTraining[0], Is.EqualTo(46).Within(1e-12));
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(2).Within(1e-12));
        instrument.End(world, 0);
        Assert.That(world.Regions.InTraining[0], Is.Zero);
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(48).Within(1e-12));
    }

    [Test]
    public void Apply_StaffOfOtherRegionsAndTrades_IsNotTrained()
    {
        World world = Aid.World(purse: 1_000, regions: 2, activities: 2);
        int elsewhere = Worlds.AddFirm(world, region: 1), other = Worlds.AddFirm(world, activity: 1);
        Worlds.AddFirm(world);
        Aid.Apply(world, new SkillsTraining(Course));
        Assert.That(world.Firms.Payroll[elsewhere].SkillSum, Is.EqualTo(10));
        Assert.That(world.Firms.Payroll[other].SkillSum, Is.EqualTo(10));
        Assert.That(world.Regions.InTraining[1], Is.Zero);
    }
}
