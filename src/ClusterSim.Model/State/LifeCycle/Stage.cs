namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Stages of the life cycle of a region-activity.</summary>
/// <remarks>After Menzel and Fornahl 2010: emergence, growth, sustainment, decline and renewal; here emergence is split at
/// the point where a cluster can be told from its firms.</remarks>
public enum Stage : byte
{
    /// <summary>Before there is anything to see: the vocabulary of policies says birth.</summary>
    None,

    /// <summary>A handful of firms, more than the region's share, and new ones coming.</summary>
    Embryonic,

    /// <summary>Enough firms to count as a cluster, and employment rises fast.</summary>
    Growth,

    /// <summary>Employment stays near its peak.</summary>
    Maturity,

    /// <summary>Employment falls and has lost a good part of its peak.</summary>
    Decline,

    /// <summary>Employment rises again on new knowledge.</summary>
    Renewal,

    /// <summary>What is left is no more than any region has.</summary>
    Dissolved,
}
