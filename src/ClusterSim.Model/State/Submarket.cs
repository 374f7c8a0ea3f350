using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A new kind of product within an activity, with customers and a frontier of its own; a firm makes the old kind or
/// the new one.</summary>
public struct Submarket
{
    [State("Month of its opening; 0 = there is none", Unit = "month")] public int OpenedAt;
    [State("Share of the activity's demand", Unit = "share")] public double Share;
    [State("Share that it tends to", Unit = "share")] public double Potential;
    [State("Sum of attraction over its firms and its part of the outside good", Unit = "1")] public double Attraction;
    [State("Knowledge that its customers reward", Unit = "1")] public Knowledge Frontier;

    /// <summary>True while there is one.</summary>
    public readonly bool Exists => OpenedAt > 0;
}
