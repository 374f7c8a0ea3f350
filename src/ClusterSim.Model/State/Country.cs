using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>What there is one of: the date, and the region that history has put in focus. One row.</summary>
public sealed class Country : Table
{
    [State("Months passed; the month under way is the next", Unit = "month")] public Column<int> Tick { get; } = new();
    [State("Log wage gap to places abroad where production could go", Unit = "log point")] public Column<double> WageGapAbroad { get; } = new();
    [State("First region to become embryonic in the focal activity, -1 = none yet", Unit = "row", Link = "Regions")] public Column<int> FocalRegion { get; } = new();
    [State("Month of that", Unit = "month")] public Column<int> FocalSince { get; } = new();
}
