using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Tests.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

/// <summary>Job ledgers of real histories: every instrument against its twin.</summary>
public sealed class JobRecorderTests
{
    private const ulong Seed = 5;
    private const int Replications = 5, Start = 121; // no quarter begins in this month

    private static readonly int[] Horizons = [4, 9];
    private static readonly string[] HelpFirms = [
        "start-up-grant", "from-scratch-package", "skills-training", "network-broker", "government-vc",
        "incubator", "research-credit", "pipeline-programme", "inward-investment-aid", "anchor-firm", "related-branching-grant", "barrier-removal",
    ];

    private static readonly ModelConfiguration Classroom = Shipped.Loader().LoadScenario("scenarios/starter/classroom.yaml").Configuration with { Months = 180 };

    private static readonly Study Every = new()
    {
        Name = "every",
        Baseline = Classroom,
        Arms =
        [
            .. ClusterModel.Catalogue.OfKind("instrument").Select(part => new Arm(part.Name, Classroom with { Policies = [Policy(part.Name, new StartRule { Month = Start })] })),
            new Arm("never", Classroom with { Policies = [Policy("start-up-grant", new StartRule { Stage = Stage.Dissolved })] }),
        ],
        Seed = Seed,
        Measures = ["firms", "jobs"],
        Horizons = Horizons,
        CalendarYears = [15],
        Additionality = true,
    };

    private Outcome[] _outcomes = [];

    [OneTimeSetUp]
    public void Run()
    {
        var runner = new PairRunner(Every);
        _outcomes = [.. Enumerable.Range(0, Replications).Select(replication => runner.Run(replication))];
    }

    [Test]
    public void Jobs_OfEveryInstrument_AddUpToTheIndicatorInEveryPlace()
    {
        int moved = 0;
        foreach ((ArmOutcome arm, int horizon, Scope place) in Cells())
        {
            int at = (horizon * 3 + (int)place) * 2 + 1; // jobs are the second of two measures
            int[] parts = Parts(arm, horizon, place);
            double uplift = arm.Region < 0 && place != Scope.Country ? 0 : arm.Treated[at] - arm.Twin[at]; // nothing started, and there is no target
            Assert.That((double)parts[(int)JobComponent.Uplift], Is.EqualTo(uplift));
            Assert.That(parts[..(int)JobComponent.Uplift].Sum(), Is.EqualTo(parts[(int)JobComponent.Uplift]), "firms");
            Assert.That(parts[(int)JobComponent.HeldByResidents..].Sum(), Is.EqualTo(parts[(int)JobComponent.Uplift]), "persons");
            if (parts[(int)JobComponent.Uplift] != 0) moved++;
        }
        Assert.That(moved, Is.GreaterThan(100), "the sum of nothing would prove nothing");
        foreach (ArmOutcome arm in _outcomes.SelectMany(outcome => outcome.Arms))
            for (int horizon = 0; horizon < Horizons.Length; horizon++)
                Assert.That(Parts(arm, horizon, Scope.Target).Zip(Parts(arm, horizon, Scope.Elsewhere), (here, there) => here + there), Is.EqualTo(Parts(arm, horizon, Scope.Country)));
    }

    [Test]
    public void Jobs_AtSupportedFirms_AreThereWhereAnInstrumentHelpsFirms()
    {
        IEnumerable<string> helping = Every.Arms
            .Where((_, arm) => _outcomes.Sum(outcome => Parts(outcome.Arms[arm], 0, Scope.Country)[(int)JobComponent.Gross]) > 0)
            .Select(arm => arm.Name);
        Assert.That(helping, Is.EquivalentTo(HelpFirms));
    }

    [TestCase("sham")]
    [TestCase("never")]
    public void Jobs_OfAnArmThatDoesNothing_AreAllZero(string name)
    {
        int arm = Every.Arms.ToList().FindIndex(each => each.Name == name);
        Assert.That(_outcomes.SelectMany(outcome => outcome.Arms[arm].Jobs), Has.All.Zero);
        Assert.That(_outcomes[0].Arms[arm].Jobs, Has.Length.EqualTo(Horizons.Length * JobLedger.Scopes * JobLedger.Components));
    }

    /// <summary>The second horizon lies beyond the end of the study.</summary>
    [Test]
    public void Total_OfAnArm_IsThatOfTwoHistoriesRunByHand()
    {
        History twin = new(Classroom), treated = new(Every.Arms[0].Configuration);
        foreach (History history in (History[])[twin, treated]) history.Begin(Seed, 1);
        for (int horizon = 0; horizon < Horizons.Length; horizon++)
        {
            foreach (History history in (History[])[twin, treated]) history.RunTo((Start + 12 * Horizons[horizon]) / 3 * 3);
            Assert.That(Parts(_outcomes[1].Arms[0], horizon, Scope.Country)[(int)JobComponent.Total],
                Is.EqualTo(treated.World.Regions.Jobs.Span.ToArray().Sum() - twin.World.Regions.Jobs.Span.ToArray().Sum()));
            Assert.That(Parts(_outcomes[1].Arms[0], horizon, Scope.Target)[(int)JobComponent.Total], Is.EqualTo(treated.World.Regions.Jobs[0] - twin.World.Regions.Jobs[0]));
        }
    }

    [Test]
    public void Ledgers_NotAskedFor_LeaveTheHistoriesAsTheyAre()
    {
        Outcome plain = new PairRunner(Every with { Additionality = false }).Run(1);
        Assert.That(plain.Arms.Select(arm => arm.Jobs), Has.All.Empty);
        Assert.That(plain.Arms.Select(arm => arm.Summary.Digest).Prepend(plain.Baseline.Digest), Is.EqualTo(_outcomes[1].Arms.Select(arm => arm.Summary.Digest).Prepend(_outcomes[1].Baseline.Digest)));
        Assert.That(plain.Arms.Select(arm => arm.Treated), Is.EqualTo(_outcomes[1].Arms.Select(arm => arm.Treated)));
    }

    private static Intervention Policy(string instrument, StartRule start) => new()
    {
        Name = "p",
        InstrumentName = instrument,
        Region = "region-1",
        Start = start,
        Budget = 5_000,
        Duration = 36,
    };

    private IEnumerable<(ArmOutcome Arm, int Horizon, Scope Place)> Cells() =>
        from outcome in _outcomes from arm in outcome.Arms from horizon in Enumerable.Range(0, Horizons.Length) from place in Enum.GetValues<Scope>() select (arm, horizon, place);

    private static int[] Parts(ArmOutcome arm, int horizon, Scope place) =>
        arm.Jobs.AsSpan((horizon * JobLedger.Scopes + (int)place) * JobLedger.Components, JobLedger.Components).ToArray();
}
