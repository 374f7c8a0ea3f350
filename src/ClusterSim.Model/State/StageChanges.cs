using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.State;

/// <summary>Every change of stage that the detector has seen, in order.</summary>
public sealed class StageChanges : Table
{
    [State("Region-activity", Unit = "row", Link = "Clusters")] public Column<int> Cluster { get; } = new();
    [State("Month", Unit = "month")] public Column<int> Tick { get; } = new();
    [State("Stage before", Unit = "stage")] public Column<Stage> From { get; } = new();
    [State("Stage after", Unit = "stage")] public Column<Stage> To { get; } = new();
}
