using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>A scenario as read from its file, every default filled in.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>Where it was read from.</summary>
    public required string File { get; init; }

    public string Title { get; init; } = "";

    public string Story { get; init; } = "";

    public required ModelConfiguration Configuration { get; init; }

    /// <summary>The same with the event off, for cases; null = none stated.</summary>
    public ModelConfiguration? Control { get; init; }

    /// <summary>What a case must show.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The history that came before; null = it starts in month 0.</summary>
    public Past? Past { get; init; }
}

/// <summary>One past from which every history of a scenario continues: the same scenario without policies, run for so long.</summary>
public sealed record Past(ulong Seed, int Replication, int Months);

/// <summary>What an expectation is about.</summary>
public enum Against
{
    /// <summary>The mean of the scenario itself.</summary>
    None,

    /// <summary>The mean of the control, to check that an absence is no accident.</summary>
    Control,

    /// <summary>The mean over the control's.</summary>
    ControlRatio,

    /// <summary>The mean less the control's.</summary>
    ControlDifference,

    /// <summary>The share of pairs in which the number is higher than the control's.</summary>
    ControlWins,
}

/// <summary>Where a history must have come from for a claim to count it.</summary>
public sealed record Beginning(string Statistic, int Month, string Operator, double Value);

/// <summary>A claim that a case makes, stated so that it can fail.</summary>
/// <param name="Claim">In words.</param>
/// <param name="Statistic">Name of a case statistic.</param>
/// <param name="Region">Name of a region; empty = the focal one.</param>
/// <param name="Month">When it is taken.</param>
/// <param name="From">What must have been seen before for a history to count as more than 0; null = nothing.</param>
/// <param name="Operator">&gt;= or &lt;=, and the like.</param>
/// <param name="Gating">False for what is reported and does not decide.</param>
/// <param name="Line">Where it stands in the file.</param>
public sealed record Expectation(string Claim, string Statistic, string Region, int Month, Beginning? From, Against Against, string Operator, double Value, bool Gating, int Line);

/// <summary>An experiment as read from its file.</summary>
public sealed record Experiment
{
    public required string Name { get; init; }
    public required string File { get; init; }
    public string Title { get; init; } = "";
    public required Scenario Scenario { get; init; }
    public required IReadOnlyList<(string Name, ModelConfiguration Configuration)> Arms { get; init; }

    /// <summary>Placebo arms, each with the arm at whose times in other replications it starts.</summary>
    public IReadOnlyDictionary<string, string> Placebos { get; init; } = new Dictionary<string, string>();

    /// <summary>The smallest difference of the headline that matters, in the model's unit; null = none is declared.</summary>
    public double? Smallest { get; init; }

    /// <summary>Pairs, in every world.</summary>
    public int Replications { get; init; } = 50;

    /// <summary>When there are pairs enough, in every world; null = the number is fixed.</summary>
    public StoppingRule? Stopping { get; init; }

    public IReadOnlyList<UncertainParameter> Uncertain { get; init; } = [];

    /// <summary>Null = nothing is uncertain.</summary>
    public WorldDesign? Worlds { get; init; }

    /// <summary>What <c>--quick</c> runs: size of the design and pairs in every world; null = not stated.</summary>
    public (int? Worlds, int? Replications)? Quick { get; init; }

    /// <summary>compare, best-timing, robust, sensitivity, critical-mass or turning-point.</summary>
    public string Answer { get; init; } = "compare";

    /// <summary>Path of the size of which there is a critical mass; empty for other answers.</summary>
    public string Size { get; init; } = "";

    /// <summary>The date at which the answer is read; null = not stated.</summary>
    public StudyPoint? ReadAt { get; init; }

    public IReadOnlyList<string>? Measures { get; init; }
    public IReadOnlyList<int> Horizons { get; init; } = [5, 15, 25];
    public IReadOnlyList<int> CalendarYears { get; init; } = [30, 50, 80];
}
