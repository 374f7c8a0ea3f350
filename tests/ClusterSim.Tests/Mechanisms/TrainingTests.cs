using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class TrainingTests
{
    [Test]
    public void Step_AYear_BringsEveryoneNearerToFullSkillByTheRate()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 7);
        var mechanism = new Training(new() { Rate = 0.12 });
        for (world.Tick = 0; world.Tick < 12; world.Tick++) Worlds.Step(world, mechanism);
        double skill = 1.6 - 0.6 * Math.Exp(-0.12);
        Assert.That(Staff.Skill(world, 3), Is.EqualTo(skill).Within(1e-6));
        Assert.That(world.Firms.Payroll[firm].SkillSum, Is.EqualTo(7 * skill).Within(1e-9), "the sum obeys the same equation");
    }

    [Test]
    public void Step_PoachingRegion_TrainsLess()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world);
        world.Clusters.PersonMonths[0] = 1_200;
        world.Clusters.JobMoves[0] = 50; // half a move a year and job
        Worlds.Step(world, new Training(new() { Rate = 0.12, PoachingDeterrence = 2 }));
        Assert.That(world.Firms.Payroll[firm].TrainingMark, Is.EqualTo(0.01 / (1 + 2 * 0.5)).Within(1e-12));
    }

    [TestCase(0, 1 / 2.0)]
    [TestCase(0.5, 1 / 1.5)]
    [TestCase(1, 1)] // together they bear it: poaching deters nobody
    public void Step_TrainingThatRivalsCarryTogether_IsNotDeterredByPoaching(double shared, double factor)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world);
        (world.Clusters.PersonMonths[0], world.Clusters.JobMoves[0]) = (1_200, 50);
        world.Clusters.Association[0].SharedTraining = shared;
        Worlds.Step(world, new Training(new() { Rate = 0.12, PoachingDeterrence = 2 }));
        Assert.That(world.Firms.Payroll[firm].TrainingMark, Is.EqualTo(0.01 * factor).Within(1e-12));
    }

    [Test]
    public void Step_RateZero_LeavesSkills()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 7);
        for (world.Tick = 0; world.Tick < 12; world.Tick++) Worlds.Step(world, new Training(new() { Rate = 0 }));
        Assert.That(world.Firms.Payroll[firm].SkillSum, Is.EqualTo(7));
        Assert.That(Staff.Skill(world, 0), Is.EqualTo(1));
    }

    [Test]
    public void Carried_OfANewcomer_FollowsTheFirmWithAMemoryOfThreeYears()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, competence: 1);
        world.Firms.Payroll[firm].CarriedTrend = 0.4; // the staff's past is its own; a newcomer's must not see it
        int newcomer = Worlds.AddWorker(world, carried: -0.5);
        Staff.Hire(world, newcomer, firm);
        var mechanism = new Training(new());
        for (world.Tick = 0; world.Tick < 60;)
        {
            double competence = world.Firms.Competence[firm] = world.Tick < 30 ? 1 : 0.2;
            double before = Staff.Carried(world, newcomer);
            Worlds.Step(world, mechanism);
            world.Tick++;
            // e' = (q - e)/36 over a month of constant q.
            double expected = competence + (before - competence) * Math.Exp(-1 / 36.0);
            Assert.That(Staff.Carried(world, newcomer), Is.EqualTo(expected).Within(1e-6));
        }
    }

    [Test]
    public void Step_Lead_IsTheMeanOverTheFirmsLife()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, competence: 0.3, age: 0);
        world.Firms.Lead[firm] = 0.1; // at birth
        world.Activities.MeanCompetence[0] = 0.1;
        var mechanism = new Training(new());
        for (world.Tick = 0; world.Tick < 9; world.Tick++) Worlds.Step(world, mechanism);
        Assert.That(world.Firms.Lead[firm], Is.EqualTo((0.1 + 9 * 0.2) / 10).Within(1e-12));
    }
}
