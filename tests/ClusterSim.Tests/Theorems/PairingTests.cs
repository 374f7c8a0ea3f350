using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>What common random numbers promise: a history with a policy is its untreated twin until the policy acts,
/// and a policy that does nothing has no effect at all.</summary>
public sealed class PairingTests
{
    private const int Start = 120;

    private static readonly ModelConfiguration Small = new() { Country = new CountrySetup { Regions = 6, Population = 60_000 }, Months = 240 };

    private static ModelConfiguration With(string instrument, double budget, int month = Start) => Small with
    {
        Policies = [new Intervention { Name = "p", InstrumentName = instrument, Region = "region-1", Start = new StartRule { Month = month }, Budget = budget, Duration = 60 }],
    };

    [TestCase("start-up-grant")]
    [TestCase("skills-training")]
    [TestCase("from-scratch-package")]
    public void TreatedHistory_UntilThePolicyActs_IsItsTwinToTheBit(string instrument)
    {
        History twin = new(Small), treated = new(With(instrument, 5_000));
        twin.Begin(3, 1);
        treated.Begin(3, 1);
        while (twin.World.Tick < Start)
        {
            Assert.That(State(treated), Is.EqualTo(State(twin)), $"month {twin.World.Tick}");
            twin.RunTo(twin.World.Tick + 12);
            treated.RunTo(treated.World.Tick + 12);
        }
        twin.RunTo(Start + 36);
        treated.RunTo(Start + 36);
        Assert.That(State(treated), Is.Not.EqualTo(State(twin)), "a policy with money changes something");
    }

    [TestCase("sham", 2_000)]
    [TestCase("start-up-grant", 0)]
    [TestCase("network-broker", 0)]
    public void ShamOrEmptyPolicy_InEveryCell_IsExactlyZero(string instrument, double budget)
    {
        string[] measures = [.. ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name).Where(name => name != "policy-spending")];
        var study = new Study { Name = "sham", Baseline = Small, Arms = [new Arm("arm", With(instrument, budget))], Replications = 3, Measures = measures, Horizons = [5], CalendarYears = [20] };
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, default);
        IReadOnlyList<ComparisonRow> rows = ComparisonTable.Of(ledger);
        Assert.That(rows, Has.Count.GreaterThan(measures.Length));
        Assert.That(rows.Select(row => (row.Difference, row.DifferenceSd, row.Low, row.High)), Has.All.EqualTo((0.0, 0.0, 0.0, 0.0)));
        Assert.That(rows.Select(row => row.Verdict), Has.All.StartsWith("no effect"));
    }

    [Test]
    public void SwitchedMechanism_FirstMonth_LeavesTheDrawsOfTheOthers()
    {
        // Venture capital acts on nothing in the first quarter: were any stream shared, the rest would move.
        History with = new(Small), without = new(Small with { Mechanisms = new Dictionary<string, object?> { ["venture-capital"] = null } });
        with.Begin(1, 0);
        without.Begin(1, 0);
        with.RunTo(2);
        without.RunTo(2);
        Assert.That(without.Digest(), Is.EqualTo(with.Digest()));
    }

    [Test]
    public void ContinuedHistory_FromACheckpoint_EqualsTheUninterrupted()
    {
        ModelConfiguration configuration = With("skills-training", 2_000, month: 60);
        History whole = new(configuration), first = new(configuration), second = new(configuration);
        whole.Begin(5, 2);
        whole.RunTo(200);
        first.Begin(5, 2);
        first.RunTo(101);
        var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        second.Load(stream);
        second.RunTo(200);
        Assert.That(second.Digest(), Is.EqualTo(whole.Digest()));
    }

    [Test]
    public void InertFirmAndWorker_InsertedInMidHistory_MoveNobodyElse()
    {
        History plain = new(Small), visited = new(Small);
        plain.Begin(7, 0);
        visited.Begin(7, 0);
        plain.RunTo(120);
        visited.RunTo(120);
        World world = visited.World;
        world.Firms.Frozen = world.Workers.Frozen = false;
        int firm = world.Firms.Append(), worker = world.Workers.Append();
        // A firm that has closed and a worker who has gone take part in nothing.
        world.Firms.Lineage[firm] = 1;
        world.Firms.Payroll[firm].FirstWorker = world.Firms.Parent[firm] = -1;
        world.Firms.ClosedAt[firm] = 1;
        world.Workers.Lineage[worker] = 2;
        world.Workers.Standing[worker] = Standing.Gone;
        world.Workers.Job[worker].Employer = world.Workers.Job[worker].Next = world.Workers.Job[worker].Previous = -1;
        world.Firms.Frozen = world.Workers.Frozen = true;
        plain.RunTo(180);
        visited.RunTo(180);
        Assert.That(ByLineage(visited.World, 1), Is.EqualTo(ByLineage(plain.World, 1)));
    }

    [Test]
    public void WarmTick_OfAHistoryLivedBefore_AllocatesNothing()
    {
        var history = new History(Small);
        for (int i = 0; i < 3; i++)
        {
            history.Begin(1, 0);
            history.RunTo(Small.Months);
        }
        history.Begin(1, 0);
        history.RunTo(12);
        long before = GC.GetAllocatedBytesForCurrentThread();
        history.RunTo(Small.Months);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void CheckedMode_OverAHistoryWithPolicies_FindsNothing()
    {
        var history = new History(With("from-scratch-package", 6_000)) { Observer = new Invariants() };
        history.Begin(2, 0);
        Assert.That(() => history.RunTo(Small.Months), Throws.Nothing);
    }

    [Test]
    public void CheckedMode_MiscountedStaff_NamesMechanismAndMonth()
    {
        var history = new History(Small) { Observer = new Invariants() };
        history.Begin(2, 0);
        history.RunTo(60);
        history.World.Firms.Payroll[history.World.Living[0]].Headcount++;
        InvariantException broken = Assert.Throws<InvariantException>(history.Advance)!;
        Assert.That(broken.Message, Does.Contain("policy-delivery in month 60").And.Contain("staff"));
    }

    /// <summary>The state without the books of policies, which a treated history keeps from the start.</summary>
    private static string State(History history)
    {
        var digest = new Digest();
        foreach (Table table in history.World.Tables.Where(table => table is not (Programmes or PublicRecord))) table.AddTo(ref digest);
        return digest.ToString();
    }

    private static string[] ByLineage(World world, ulong inert) =>
        [.. Enumerable.Range(0, world.Firms.Count).Where(firm => world.Firms.Lineage[firm] != inert)
            .Select(firm => $"{world.Firms.Lineage[firm]:x} {world.Firms.Competence[firm]:R} {world.Firms.Payroll[firm].Headcount} {world.Firms.Books[firm].Cash:R} {world.Firms.ClosedAt[firm]}").Order(StringComparer.Ordinal)];
}
