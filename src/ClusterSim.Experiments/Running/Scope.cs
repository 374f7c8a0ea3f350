namespace ClusterSim.Experiments.Running;

/// <summary>Where an effect is looked for.</summary>
public enum Scope
{
    /// <summary>The region acted upon, or the focal region where nothing was done.</summary>
    Target,

    /// <summary>All other regions together; only for indicators that add up.</summary>
    Elsewhere,

    /// <summary>The whole country.</summary>
    Country,
}
