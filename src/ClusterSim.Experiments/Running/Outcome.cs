using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>What is kept of one history when it is over.</summary>
public sealed record HistorySummary
{
    public required string Digest { get; init; }

    /// <summary>Row of the focal region, -1 = none became embryonic.</summary>
    public required int FocalRegion { get; init; }

    public required string FocalName { get; init; }

    public required Stage FinalStage { get; init; }

    /// <summary>Year in which the focal region first entered each stage, by stage; NaN = never.</summary>
    public required IReadOnlyList<double> StageYears { get; init; }

    /// <summary>Country values at the end, one per measure.</summary>
    public required IReadOnlyList<double> Final { get; init; }

    /// <summary>One value per probe; NaN = says nothing.</summary>
    public required IReadOnlyList<double> Probes { get; init; }

    /// <summary>Changes of stage: region, tick, from, to.</summary>
    public required IReadOnlyList<(int Region, int Tick, Stage From, Stage To)> Stages { get; init; }

    /// <summary>Of a history that broke off.</summary>
    public static HistorySummary Nothing { get; } =
        new() { Digest = "", FocalRegion = -1, FocalName = "", FinalStage = Stage.None, StageYears = [], Final = [], Probes = [], Stages = [] };
}

/// <summary>One arm of one replication, beside its untreated twin.</summary>
public sealed record ArmOutcome
{
    public required HistorySummary Summary { get; init; }

    /// <summary>Month in which the first intervention started, -1 = never.</summary>
    public required int StartedAt { get; init; }

    /// <summary>Row of the target region, -1 = none.</summary>
    public required int Region { get; init; }

    /// <summary>Spent in all, GBP thousand, nominal and discounted to the start of the history.</summary>
    public required double Spent { get; init; }

    public required double SpentDiscounted { get; init; }

    /// <summary>Values of twin and arm; index = (point * scopes + scope) * measures + measure, points being the horizons and
    /// then the calendar years.</summary>
    public required double[] Twin { get; init; }

    public required double[] Treated { get; init; }

    /// <summary>What became of the target region without the arm, and with it.</summary>
    public RegionFate TwinFate { get; init; } = new(double.NaN, false);

    public RegionFate Fate { get; init; } = new(double.NaN, false);

    /// <summary>Job ledgers in persons; index = (horizon * scopes + scope) * components + <see cref="JobComponent"/>. Empty unless the study asks for them.</summary>
    public int[] Jobs { get; init; } = [];

    /// <summary>Month after the last of the intervention that started first, -1 = not over when the arm was last looked at.</summary>
    public int EndedAt { get; init; } = -1;

    /// <summary>The headline in every year since the start, to the largest horizon; index = <see cref="ArmPaths.Year"/>.</summary>
    public double[] Path { get; init; } = [];

    /// <summary>The <see cref="Stage"/> of the target region in every quarter since; index = <see cref="ArmPaths.StageAt"/>.</summary>
    public byte[] StagePath { get; init; } = [];
}

/// <summary>What became of a region within a study.</summary>
/// <param name="GrewIn">Year in which it first entered growth; NaN = never.</param>
/// <param name="Stands">Whether a cluster stood there at the end: in growth, maturity or renewal.</param>
public readonly record struct RegionFate(double GrewIn, bool Stands)
{
    public bool Grew => !double.IsNaN(GrewIn);

    /// <summary>Of a region in a history; of none where there is no region.</summary>
    /// <param name="region">Its row, -1 = none.</param>
    public static RegionFate Of(HistorySummary summary, int region)
    {
        double grew = double.NaN;
        Stage last = Stage.None;
        foreach ((int where, int tick, _, Stage to) in summary.Stages)
        {
            if (where != region) continue;
            if (to == Stage.Growth && double.IsNaN(grew)) grew = tick / 12.0;
            last = to;
        }
        return new RegionFate(grew, last is Stage.Growth or Stage.Maturity or Stage.Renewal);
    }
}

/// <summary>One replication: the baseline and every arm.</summary>
/// <param name="Files">Rows of firms, deals and events, baseline first and then every arm; empty unless the study records them.</param>
public sealed record Outcome(int Replication, HistorySummary Baseline, IReadOnlyList<ArmOutcome> Arms, IReadOnlyList<YearRow> Years,
    IReadOnlyList<FileRows> Files)
{
    /// <summary>Why this replication came to nothing; empty if it did not. Then all else here is empty.</summary>
    public string Error { get; init; } = "";

    /// <summary>A replication that broke off.</summary>
    public static Outcome Failed(int replication, string error) => new(replication, HistorySummary.Nothing, [], [], []) { Error = error };
}

/// <summary>Rows of the three register files of one history.</summary>
public sealed record FileRows(string Firms, string Deals, string Events)
{
    /// <summary>Rows of the yearly files; none unless the study records them.</summary>
    public YearFiles Years { get; init; } = YearFiles.None;
}

/// <summary>A row of the yearly time series: arm (-1 = baseline), months passed, region (-1 = country), stage, one value per measure.</summary>
public sealed record YearRow(int Arm, int Tick, int Region, Stage Stage, double[] Values);
