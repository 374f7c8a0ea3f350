using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class LabourMobilityTests
{
    private const int People = 4_000;

    private static readonly LabourMobility.Parameters Still = new()
    {
        Contact = 0, Separation = 0, JobFinding = 0, GiveUp = 0, Recruitment = 0, MatchNoise = 0, Threshold = 0,
    };

    [Test]
    public void Step_EveryRateZero_ChangesNothing()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 50);
        Worlds.AddWorker(world);
        world.Firms.Payroll[firm].Vacancies = 5;
        for (world.Tick = 0; world.Tick < 24; world.Tick++) Worlds.Step(world, new LabourMobility(Still));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(50));
        Assert.That(world.Regions.Unemployed[0], Is.EqualTo(1));
        Assert.That(world.Recruits.Count, Is.Zero);
    }

    [Test]
    public void Step_Separations_ComeAtTheirRateAndOpenPosts()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: People);
        Worlds.Step(world, new LabourMobility(Still with { Separation = 1.2 }));
        AssertBinomial(world.Regions.Unemployed[0], 1 - Math.Exp(-0.1));
        Assert.That(world.Firms.Payroll[firm].Vacancies, Is.EqualTo(world.Regions.Unemployed[0]));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(People - world.Regions.Unemployed[0]));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0.65)]
    public void Step_NonCompetes_SlowOffersOnTheJob(double enforcement, double factor)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: People);
        world.Regions.NonCompete[0] = enforcement;
        world.Firms.LogWage[firm] = -0.2;
        Worlds.Step(world, new LabourMobility(Still with { Contact = 1.8, BackgroundShare = 1, NonCompeteEffect = 0.35 }));
        AssertBinomial(People - world.Firms.Payroll[firm].Headcount, 1 - Math.Exp(-1.8 / 12 * factor));
    }

    [Test]
    public void Step_MoveFromJobToJob_TiesBothFirmsAndBringsWhatLeadsPeople()
    {
        World world = Worlds.Empty();
        int old = Worlds.AddFirm(world, staff: 200), other = Worlds.AddFirm(world, staff: 10);
        world.Firms.LogWage[other] = 0.2;
        world.Firms.Managerial[old] = 0.5;
        world.Firms.Payroll[other].Vacancies = world.Clusters.Vacancies[0] = 1;
        Worlds.Step(world, new LabourMobility(Still with { Contact = 12, BackgroundShare = 0, CarriedShare = 0.3 }));
        Assert.That(world.Firms.Payroll[other].Headcount, Is.EqualTo(11), "one has moved");
        Assert.That((world.Firms.FormerEmployers[other][0], world.Firms.FormerEmployers[old][0]), Is.EqualTo((old + 1, other + 1)));
        Assert.That((world.Firms.ColleagueTies[other], world.Firms.ColleagueTies[old]), Is.EqualTo((1, 1)));
        Assert.That(world.Firms.Managerial[other], Is.EqualTo(0.3 * 0.5 / 11).Within(1e-12));
    }

    [TestCase(0.03, false)]
    [TestCase(0.05, true)]
    public void Step_OfferOnTheJob_IsTakenOnlyAboveTheThreshold(double gain, bool moves)
    {
        World world = Worlds.Empty();
        int old = Worlds.AddFirm(world, staff: 200), other = Worlds.AddFirm(world, staff: 10);
        world.Firms.LogWage[other] = gain;
        world.Firms.Payroll[other].Vacancies = 1_000;
        Worlds.Step(world, new LabourMobility(Still with { Contact = 6, BackgroundShare = 0, Threshold = 0.04 }));
        int moved = world.Clusters.JobMoves[0];
        Assert.That(moved > 0, Is.EqualTo(moves));
        Assert.That(world.Firms.Payroll[old].Headcount, Is.EqualTo(200 - moved));
        Assert.That(world.Firms.Payroll[other].Headcount, Is.EqualTo(10 + moved));
        Assert.That(world.Firms.Payroll[other].Vacancies, Is.EqualTo(1_000 - moved));
    }

    [Test]
    public void Step_Unemployed_FindPostsAndGiveUpAtTheirRates()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 1);
        for (int i = 0; i < People; i++) Worlds.AddWorker(world);
        // So many posts that two hardly ever want the same.
        world.Firms.Payroll[firm].Vacancies = 1_000_000;
        Worlds.Step(world, new LabourMobility(Still with { JobFinding = 3.94, GiveUp = 0.9 }));
        double finding = 1 - Math.Exp(-3.94 / 12), givingUp = 1 - Math.Exp(-0.9 / 12);
        AssertBinomial(world.Firms.Payroll[firm].Headcount - 1, finding);
        AssertBinomial(world.Workers.Standing.Span.ToArray().Count(standing => standing == Standing.Gone), givingUp);
    }

    [TestCase(true, 0.15 * (1 - 0.2) / 5)]
    [TestCase(false, 0)]
    public void Step_NewcomerWhoKnowsMore_LiftsCompetencePerHeadIfFromAnotherFirm(bool experienced, double gain)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 4, competence: 0.2), newcomer = Worlds.AddWorker(world, carried: 1);
        if (experienced) world.Workers.Job[newcomer].Former = firm;
        world.Firms.Payroll[firm].Vacancies = 10;
        var mechanism = new LabourMobility(Still with { JobFinding = 12, CarriedShare = 0.15 });
        while (world.Workers.Standing[newcomer] == Standing.Unemployed && world.Tick++ < 100) Worlds.Step(world, mechanism);
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(5));
        Assert.That(world.Firms.Competence[firm], Is.EqualTo(0.2 + gain).Within(1e-7));
        Assert.That(world.Clusters.LearntFromMovers[0], Is.EqualTo(gain).Within(1e-7));
    }

    [Test]
    public void Step_Recruitment_SlowsAsThePlaceRunsOutOfPeople()
    {
        World world = Worlds.Empty();
        world.Regions.Population[0] = 10_000;
        int firm = Worlds.AddFirm(world, staff: 1_500);
        world.Firms.Payroll[firm].Vacancies = People;
        Worlds.Step(world, new LabourMobility(Still with { Recruitment = 2.2, RecruitmentLimit = 0.6 }));
        AssertBinomial(world.Recruits.Count, 1 - Math.Exp(-2.2 / 12 * (1 - 1_500 / 6_000.0)));
    }

    [Test]
    public void History_OfTenYears_KeepsStaffListsCountsAndPostsTogether()
    {
        History history = Worlds.Run(new ModelConfiguration { Activities = [new ActivitySetup { Name = "focal", InitialDemand = 800 }] }, 5, 120);
        World world = history.World;
        int employed = world.Workers.Standing.Span.ToArray().Count(standing => standing == Standing.Employed);
        Assert.That(employed, Is.GreaterThan(300));
        Assert.That(world.Activities.Jobs[0], Is.EqualTo(employed));
        Assert.That(world.Clusters.Jobs.Span.ToArray().Sum(), Is.EqualTo(employed));
        Assert.That(world.Regions.Unemployed.Span.ToArray().Sum(),
            Is.EqualTo(world.Workers.Standing.Span.ToArray().Count(standing => standing == Standing.Unemployed)));
        int posts = 0;
        foreach (int firm in world.Living)
        {
            int listed = 0;
            double skill = 0;
            for (int worker = world.Firms.Payroll[firm].FirstWorker; worker >= 0; worker = world.Workers.Job[worker].Next, listed++)
            {
                Assert.That(world.Workers.Job[worker].Employer, Is.EqualTo(firm));
                skill += Staff.Skill(world, worker);
            }
            Assert.That(listed, Is.EqualTo(world.Firms.Payroll[firm].Headcount));
            Assert.That(world.Firms.Payroll[firm].SkillSum, Is.EqualTo(skill).Within(1e-3), "columns of workers have single precision");
            posts += world.Firms.Payroll[firm].Vacancies;
        }
        Assert.That(world.Clusters.Vacancies.Span.ToArray().Sum(), Is.EqualTo(posts));
    }

    private static void AssertBinomial(int count, double chance) =>
        Assert.That(count, Is.EqualTo(People * chance).Within(4 * Math.Sqrt(People * chance * (1 - chance))));
}
