using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using NUnit.Framework;
using static ClusterSim.Experiments.Running.JobComponent;

namespace ClusterSim.Tests.Experiments.Running;

/// <summary>The job ledger by hand, on two small worlds with the target region 0.</summary>
public sealed class JobLedgerTests
{
    private const ulong Parent = 1, Grantee = 2, Neighbour = 3, Newcomer = 4, Supplier = 5, Failed = 6, TwinOnly = 7, Daughter = 8;

    [Test]
    public void Fill_OfFirmsOfEveryClass_SplitsTheUpliftAsReckonedByHand()
    {
        World treated = Country(), twin = Country();
        Add(treated, Parent, 0, 20);
        Support(treated, Add(treated, Grantee, 0, 7, parent: 0));
        Add(treated, Neighbour, 0, 5);
        Add(treated, Newcomer, 1, 4);
        Add(treated, Supplier, 0, 6, activity: 1);
        int failed = Add(treated, Failed, 0, 0);
        Support(treated, failed);
        treated.Firms.ClosedAt[failed] = 0;

        Add(twin, Parent, 0, 22);
        Add(twin, Grantee, 1, 3, parent: 0); // the grant moved its founding to the target
        Add(twin, Neighbour, 0, 9);
        Add(twin, Supplier, 0, 5, activity: 1);
        Add(twin, Failed, 0, 2);
        Add(twin, TwinOnly, 1, 8);
        Add(twin, Daughter, 0, 1, parent: 1);

        int[] jobs = Ledger(twin, treated, [true]);
        Assert.That(Of(jobs, Scope.Target, Gross, Deadweight, Substitution, Displacement, Entrants, Moved, Uplift), Is.EqualTo(new[] { 7, -3 - 2, -2 - 1, -4, 0, 3, -2 }));
        Assert.That(Of(jobs, Scope.Elsewhere, Gross, Deadweight, Substitution, Displacement, Entrants, Moved, Uplift), Is.EqualTo(new[] { 0, 0, 0, -8, 4, -3, -7 }));
        Assert.That(Of(jobs, Scope.Country, Gross, Deadweight, Substitution, Displacement, Entrants, Moved, Uplift), Is.EqualTo(new[] { 7, -5, -3, -12, 4, 0, -9 }));
        Assert.That(Of(jobs, Scope.Target, Multiplier, Total), Is.EqualTo(new[] { 1, -1 }));
    }

    [Test]
    public void Fill_OfSupportThatTheBaselineGivesToo_CallsNobodySupported()
    {
        World treated = Country(), twin = Country();
        Support(treated, Add(treated, Grantee, 0, 7));
        int[] jobs = Ledger(twin, treated, [false]);
        Assert.That(Of(jobs, Scope.Target, Gross, Entrants, Uplift), Is.EqualTo(new[] { 0, 7, 7 }));
    }

    [Test]
    public void Fill_OfPersons_TellsResidentsRecruitsAndNonResidents()
    {
        World treated = Country(), twin = Country();
        // Person 1 stays; 2 leaves for the other region and 3 comes from there; 4 finds a post; 5 is new to the trade.
        Staffed(twin, [1, 2], [3]);
        Person(twin, 4, 0);
        Staffed(treated, [1, 3, 4, 5], [2]);
        int[] jobs = Ledger(twin, treated, []);
        Assert.That(Of(jobs, Scope.Target, HeldByResidents, HeldByRecruits, HeldByNonResidents, Uplift), Is.EqualTo(new[] { 1, 1, 1 - 1, 2 }));
        Assert.That(Of(jobs, Scope.Elsewhere, HeldByResidents, HeldByRecruits, HeldByNonResidents, Uplift), Is.EqualTo(new[] { 0, 0, 1 - 1, 0 }));
    }

    private static World Country() => Worlds.Empty(Worlds.Level(2, 2) with
    {
        Policies = [new Intervention { Name = "arm", InstrumentName = "sham", Start = new StartRule(), Budget = 1 }],
    });

    private static int Add(World world, ulong lineage, int region, int staff, int activity = 0, int parent = -1)
    {
        int firm = Worlds.AddFirm(world, region, activity, staff: staff);
        world.Firms.Lineage[firm] = lineage;
        world.Firms.Parent[firm] = parent;
        return firm;
    }

    private static void Support(World world, int firm)
    {
        if (world.Programmes.Count == 0) world.Programmes.Append();
        Treasury.Support(world, 0, firm);
    }

    /// <summary>A firm in each region with these persons.</summary>
    private static void Staffed(World world, ulong[] here, ulong[] there)
    {
        for (int region = 0; region < 2; region++)
        {
            int firm = Add(world, (ulong)region + 1, region, 0);
            foreach (ulong person in region == 0 ? here : there) Staff.Hire(world, Person(world, person, region), firm);
        }
    }

    private static int Person(World world, ulong lineage, int region)
    {
        int person = Worlds.AddWorker(world, region);
        world.Workers.Lineage[person] = lineage;
        return person;
    }

    private static int[] Ledger(World twin, World treated, bool[] own)
    {
        JobCensus without = new(), with = new();
        without.Take(twin, []);
        with.Take(treated, own);
        var jobs = new int[JobLedger.Scopes * JobLedger.Components];
        new JobLedger().Fill(without, with, target: 0, jobs);
        return jobs;
    }

    private static int[] Of(int[] jobs, Scope place, params JobComponent[] components) =>
        [.. components.Select(component => jobs[(int)place * JobLedger.Components + (int)component])];
}
