namespace ClusterSim.Model.State.LifeCycle;

/// <summary>What is seen of a region-activity in one quarter. Never a plan, a policy or the future.</summary>
public readonly record struct StageSignals
{
    /// <summary>Workers, L.</summary>
    public double Headcount { get; init; }

    /// <summary>Living firms, N.</summary>
    public int FirmCount { get; init; }

    /// <summary>The region's share of the activity relative to a region of average make-up, LQ.</summary>
    public double LocationQuotient { get; init; }

    /// <summary>Mean distance in knowledge between two firms, H.</summary>
    public double Heterogeneity { get; init; }

    /// <summary>Share of sales in submarkets that are new; 0 where nobody counts it.</summary>
    public double NewSubmarketShare { get; init; }

    /// <summary>Firms founded in the quarter.</summary>
    public int Entries { get; init; }

    /// <summary>Firms closed in the quarter.</summary>
    public int Exits { get; init; }

    /// <summary>Of the foundings, those by people who left a firm of the activity here.</summary>
    public int SpunOff { get; init; }
}
