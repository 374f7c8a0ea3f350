using System.Runtime.CompilerServices;
using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>What a statistical office has counted of a region-activity at the ends of the last quarters: quarter q stands at q
/// modulo the length.</summary>
public struct CellRecord
{
    [State("Living firms by quarter", Unit = "firm")] public CountWindow FirmCount;
    [State("Jobs by quarter", Unit = "person")] public CountWindow Headcount;
}

/// <summary>Whole numbers of five years and a quarter: what the early-warning score compares with what it was five years before.</summary>
[InlineArray(Length)]
public struct CountWindow
{
    public const int Length = 21;
    private int _first;
}

/// <summary>Numbers of five years and a quarter.</summary>
[InlineArray(Length)]
public struct PeopleWindow
{
    public const int Length = CountWindow.Length;
    private double _first;
}
