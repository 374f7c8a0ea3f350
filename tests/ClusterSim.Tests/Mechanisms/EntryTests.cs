using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class EntryTests
{
    [Test]
    public void Step_FundedSpinOff_OpensWithItsFounderColleaguesAndMoney()
    {
        World world = Worlds.Empty(2);
        int parent = Worlds.AddFirm(world, staff: 10, competence: 0.4), friend = Worlds.AddFirm(world);
        Worlds.AddContact(world, parent, friend);
        world.Activities.MeanCompetence[0] = 0.1;
        int founder = world.Firms.Payroll[parent].FirstWorker;
        Queue(world, parent, founder, colleagues: 2, size: 5);
        world.Foundings.Raised[0] = 60;
        world.Foundings.Loan[0] = 25;
        world.Tick = 4;
        Worlds.Step(world, new Entry(new() { SunkShare = 0.5 }));

        int child = world.Firms.Count - 1;
        Firms firms = world.Firms;
        Assert.That(firms.Region[child], Is.EqualTo(1));
        Assert.That(firms.FoundedAt[child], Is.EqualTo(4));
        Assert.That(firms.Parent[child], Is.EqualTo(parent));
        Assert.That(firms.Generation[child], Is.EqualTo(1));
        Assert.That(firms.Books[child].Cash, Is.EqualTo(30));
        Assert.That(firms.Books[child].Debt, Is.EqualTo(25));
        Assert.That(firms.EntryCompetence[child], Is.EqualTo(0.2).Within(1e-12));
        Assert.That(firms.ParentCompetence[child], Is.EqualTo(0.3).Within(1e-12));
        Assert.That(firms.Payroll[child].Headcount, Is.EqualTo(5));
        Assert.That(firms.Payroll[parent].Headcount, Is.EqualTo(7), "founder and two colleagues have left");
        Assert.That(world.Workers.Job[founder].Employer, Is.EqualTo(child));
        Assert.That(firms.Contacts[child][0], Is.EqualTo(parent));
        Assert.That(firms.Contacts[child][1], Is.EqualTo(friend));
        int cluster = world.Cluster(1, 0);
        Assert.That(world.Clusters.SpinOffsBorn[cluster], Is.EqualTo(1));
        Assert.That(world.Clusters.PresentSince[cluster], Is.EqualTo(4));
        Assert.That(world.FirmsOf(cluster).ToArray(), Is.EqualTo(new[] { child }));
    }

    [TestCase(100, 40, 40)] // the cost of entry
    [TestCase(50, 40, 25)] // half of what there is; the owners add the rest
    [TestCase(-10, 40, 0)]
    public void Step_DaughterOfADiversifier_IsPaidForByItsParent(double cash, double own, double paid)
    {
        World world = Worlds.Empty(2);
        int parent = Worlds.AddFirm(world);
        world.Firms.Books[parent].Cash = world.Firms.Books[parent].OpeningCash = cash;
        Queue(world, parent, founder: -1, colleagues: 0, size: 3);
        world.Foundings.Origin[0] = Origin.Diversifier;
        world.Foundings.OwnMoney[0] = own;
        world.Foundings.Cost[0] = 60;
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Firms.Books[parent].Cash, Is.EqualTo(cash - paid));
        Assert.That(world.Firms.Books[parent].InvestmentBill, Is.EqualTo(paid));
    }

    [Test]
    public void Step_SpinOffThatMakesWhatItsParentBuys_TakesTheSuppliersPlace()
    {
        World world = Worlds.Empty(2, 2);
        int parent = Worlds.AddFirm(world), before = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, parent, before, 0.9f);
        Founding.Queue(world, Worlds.DrawsOf("test", 0), new Founding
        {
            Lineage = Lineage.Child(world.Firms.Lineage[parent], 0), Origin = Origin.SpinOff, Activity = 1, Parent = parent,
            Founder = world.Firms.Payroll[parent].FirstWorker, Managerial = 0.07, Wealth = 100,
        });
        Worlds.Step(world, new Entry(new() { ParentTrust = 0.65 }));
        Assert.That(world.Firms.SupplierCount[parent], Is.EqualTo(1));
        Assert.That(world.Firms.Suppliers[parent][0].Supplier, Is.EqualTo(2));
        Assert.That(world.Firms.Suppliers[parent][0].Trust, Is.EqualTo(0.65f));
        Assert.That(world.Firms.Managerial[2], Is.EqualTo(0.07));
    }

    [Test]
    public void Step_UnfundedFounder_StaysWhereHeIs()
    {
        World world = Worlds.Empty(2);
        int parent = Worlds.AddFirm(world);
        Queue(world, parent, world.Firms.Payroll[parent].FirstWorker, colleagues: 2, size: 0);
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Firms.Count, Is.EqualTo(1));
        Assert.That(world.Firms.Payroll[parent].Headcount, Is.EqualTo(10));
        Assert.That(world.Foundings.Count, Is.Zero);
    }

    [Test]
    public void Step_Recruits_FillTheirPostsAndKnowLessThanTheFirm()
    {
        World world = Worlds.Empty(2);
        int firm = Worlds.AddFirm(world, competence: 0.5);
        world.Firms.Payroll[firm].Vacancies = world.Clusters.Vacancies[0] = 3;
        Recruit(world, firm, 0);
        Recruit(world, -1, 1); // laid off by an employer outside the modelled activities
        Worlds.Step(world, new Entry(new() { RecruitGap = 0.3 }));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(11));
        Assert.That(world.Clusters.Vacancies[0], Is.EqualTo(2));
        Assert.That(Staff.Carried(world, world.Firms.Payroll[firm].FirstWorker), Is.EqualTo(0.2).Within(1e-6));
        Assert.That(Staff.Skill(world, world.Firms.Payroll[firm].FirstWorker), Is.EqualTo(1.25));
        Assert.That(world.Regions.Unemployed[0], Is.Zero);
        Assert.That(world.Regions.Unemployed[1], Is.EqualTo(1));
    }

    [Test]
    public void History_UnderWay_LetsNobodyElseAddFirmsOrWorkers()
    {
        World world = Worlds.Run(new ModelConfiguration(), 1, 3).World;
        Assert.That(() => world.Firms.Append(), Throws.InvalidOperationException);
        Assert.That(() => world.Workers.Append(), Throws.InvalidOperationException);
    }

    private static void Queue(World world, int parent, int founder, int colleagues, int size)
    {
        Founding.Queue(world, Worlds.DrawsOf("test", 0), new Founding
        {
            Lineage = Lineage.Child(world.Firms.Lineage[parent], 0), Origin = Origin.SpinOff, Region = 1, FoundingRegion = 0,
            Parent = parent, Founder = founder, Competence = 0.3, Colleagues = colleagues, Wealth = 20,
        });
        world.Foundings.Size[0] = size;
    }

    private static void Recruit(World world, int firm, int region)
    {
        int row = world.Recruits.Append();
        world.Recruits.Lineage[row] = Lineage.Arrival("test", region, 0, 0, row);
        world.Recruits.Firm[row] = firm;
        world.Recruits.Region[row] = region;
        world.Recruits.Skill[row] = 1.25;
    }
}
