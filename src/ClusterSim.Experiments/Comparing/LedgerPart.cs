using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>What is kept of a history: parts of as many numbers in every replication of a study.</summary>
public enum LedgerPart
{
    /// <summary>As in <see cref="HistorySummary.StageYears"/>.</summary>
    StageYears,

    /// <summary>As in <see cref="HistorySummary.Final"/>.</summary>
    Final,

    /// <summary>As in <see cref="HistorySummary.Probes"/>.</summary>
    Probes,

    /// <summary>Month in which an arm started, -1 = never; of arms only, like all that follow.</summary>
    StartedAt,

    /// <summary>GBP thousand.</summary>
    Spent,

    /// <summary>GBP thousand, discounted.</summary>
    SpentDiscounted,

    /// <summary>Year in which the target region first entered growth without the arm; NaN = never.</summary>
    TwinGrewIn,

    /// <summary>1 = a cluster stood there at the end without the arm, 0 = none did.</summary>
    TwinStands,

    /// <summary>As <see cref="TwinGrewIn"/>, with the arm.</summary>
    GrewIn,

    /// <summary>As <see cref="TwinStands"/>, with the arm.</summary>
    Stands,

    /// <summary>As in <see cref="ArmOutcome.Twin"/>.</summary>
    Twin,

    /// <summary>As in <see cref="ArmOutcome.Treated"/>.</summary>
    Treated,

    /// <summary>As in <see cref="ArmOutcome.Jobs"/>.</summary>
    Jobs,

    /// <summary>As in <see cref="ArmOutcome.EndedAt"/>.</summary>
    EndedAt,

    /// <summary>As in <see cref="ArmOutcome.Path"/>.</summary>
    Path,

    /// <summary>As in <see cref="ArmOutcome.StagePath"/>.</summary>
    StagePath,
}
