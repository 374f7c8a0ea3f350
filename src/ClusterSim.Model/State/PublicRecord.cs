using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>What people of a region remember of public policy. A row per region, aligned with <see cref="Regions"/>.</summary>
public sealed class PublicRecord : Table
{
    [State("Trust in the word of public bodies: what they offer is taken up in full from 0.8 on", Unit = "share")] public Column<double> Credibility { get; } = new();
    [State("Month in which the last intervention here ended, 0 = none has", Unit = "month")] public Column<int> EndedAt { get; } = new();
    [State("Kind of the last intervention that began here: its number among the instruments from 1, 0 = none", Unit = "number")] public Column<int> Emphasis { get; } = new();
}
