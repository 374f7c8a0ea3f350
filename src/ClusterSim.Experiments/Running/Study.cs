using ClusterSim.Experiments.Cases;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>One alternative: a name and the configuration that makes it differ from the baseline.</summary>
public sealed record Arm(string Name, ModelConfiguration Configuration);

/// <summary>What is run: a baseline, alternatives that share its draws, how often, for how long, and what is measured.</summary>
public sealed record Study
{
    /// <summary>Kebab-case name.</summary>
    public required string Name { get; init; }

    /// <summary>What the baseline is called in tables and files.</summary>
    public string BaselineName { get; init; } = "baseline";

    public required ModelConfiguration Baseline { get; init; }

    public IReadOnlyList<Arm> Arms { get; init; } = [];

    public int Replications { get; init; } = 50;

    public ulong Seed { get; init; } = 1;

    /// <summary>Indicators measured, by name; the first is the headline.</summary>
    public IReadOnlyList<string> Measures { get; init; } = ["jobs", "firms", "spin-off-count", "trusted-links", "effective-competence", "wage"];

    /// <summary>Years after an arm's own start at which it is compared with its untreated twin.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [5, 15, 25];

    /// <summary>Calendar years at which arms are compared.</summary>
    public IReadOnlyList<int> CalendarYears { get; init; } = [30, 50, 80];

    public IReadOnlyList<Probe> Probes { get; init; } = [];

    /// <summary>Whether the registers of firms, deals and events are kept.</summary>
    public bool RecordFirms { get; init; }

    /// <summary>Whether the jobs of every arm are split by a ledger at its horizons.</summary>
    public bool Additionality { get; init; }

    /// <summary>Whether the accounting identities are checked after every step.</summary>
    public bool Checked { get; init; }

    /// <summary>Whether a replication that breaks off is noted and left out, instead of ending the study.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>A stored state that every history continues from; null = from month 0.</summary>
    public byte[]? StoredState { get; init; }

    /// <summary>Length of a history, months.</summary>
    public int Months => Baseline.Months;
}
