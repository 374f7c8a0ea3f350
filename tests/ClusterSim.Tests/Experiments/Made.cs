using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Tests.Experiments;

/// <summary>Studies and outcomes made by hand: one measure at one calendar year, so that a history is three numbers
/// (target, elsewhere, country).</summary>
internal static class Made
{
    public static readonly ModelConfiguration Small = new() { Country = new CountrySetup { Regions = 6, Population = 60_000 }, Months = 240 };

    public static Intervention Policy(string instrument = "start-up-grant", int month = 120, double budget = 5_000) => new()
    {
        Name = "p",
        InstrumentName = instrument,
        Region = "region-1",
        Start = new StartRule { Month = month },
        Budget = budget,
        Duration = 60,
    };

    public static Arm Arm(string name, params Intervention[] policies) => new(name, Small with { Policies = policies });

    public static Study Study(params Arm[] arms) => new() { Name = "made", Baseline = Small, Arms = arms, Measures = ["jobs"], Horizons = [], CalendarYears = [20] };

    /// <summary>A ledger of a study of one measure and one date.</summary>
    /// <param name="arms">By arm and replication.</param>
    public static Ledger Ledger(Study study, params ArmOutcome[][] arms)
    {
        var ledger = new Ledger(study);
        for (int replication = 0; replication < arms[0].Length; replication++)
            ledger.Take(new Outcome(replication, Summary(), [.. arms.Select(arm => arm[replication])], [], []));
        return ledger;
    }

    /// <summary>A ledger of probes alone: values of the scenario and of its control.</summary>
    public static Ledger Probes(double[] values, double[] control)
    {
        Study study = Study(Arm("arm")) with { Probes = [new Probe("cluster", "", 240)] };
        var ledger = new Ledger(study);
        for (int i = 0; i < values.Length; i++) ledger.Take(new Outcome(i, Summary(control[i]), [Outcome(0, 0) with { Summary = Summary(values[i]) }], [], []));
        return ledger;
    }

    /// <param name="startedAt">Month, -1 = never.</param>
    public static ArmOutcome Outcome(double twin, double treated, int startedAt = 120, double spent = 0) => new()
    {
        Summary = Summary(),
        StartedAt = startedAt,
        Region = 0,
        Spent = spent,
        SpentDiscounted = spent / 2,
        Twin = [twin, 10, twin + 10],
        Treated = [treated, 10, treated + 10],
        TwinFate = new RegionFate(double.NaN, false),
        Fate = new RegionFate(double.NaN, false),
    };

    private static HistorySummary Summary(params double[] probes) => new()
    {
        Digest = "",
        FocalRegion = 0,
        FocalName = "",
        FinalStage = Stage.None,
        StageYears = [],
        Final = [1],
        Probes = probes,
        Stages = [(0, 3, Stage.None, Stage.Embryonic)],
    };
}
