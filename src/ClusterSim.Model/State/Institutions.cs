using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Kinds of institution.</summary>
public enum InstitutionKind : byte
{
    /// <summary>Teaches, researches and sends out founders.</summary>
    University,

    /// <summary>Researches; sends out founders when it is open.</summary>
    Laboratory,

    /// <summary>Teaches a trade.</summary>
    TrainingCentre,

    /// <summary>Buys from firms nearby: a ministry, an arsenal, a hospital.</summary>
    ProcurementSite,
}

/// <summary>Universities, laboratories, training centres and procurement sites: a row for each that the scenario names.</summary>
public sealed class Institutions : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Kind", Unit = "kind")] public Column<InstitutionKind> Kind { get; } = new();
    [State("Region", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Activity that it serves or buys from", Unit = "row", Link = "Activities")] public Column<int> Activity { get; } = new();
    [State("Month in which it opens", Unit = "month")] public Column<int> OpensAt { get; } = new();
    [State("Research staff", Unit = "person")] public Column<double> Researchers { get; } = new();
    [State("Openness to firms and to founding", Unit = "share")] public Column<double> Openness { get; } = new();
    [State("Graduates who look for work in the activity", Unit = "person a year")] public Column<double> Graduates { get; } = new();
    [State("What it buys, in jobs at mean productivity", Unit = "job")] public Column<double> Purchases { get; } = new();

    /// <summary>True once it has opened.</summary>
    public bool IsOpen(int institution, int tick) => tick >= OpensAt[institution];
}

/// <summary>An institution as the scenario states it.</summary>
public sealed record InstitutionSetup
{
    public required string Name { get; init; }

    public InstitutionKind Kind { get; init; } = InstitutionKind.University;

    /// <summary>Region by name.</summary>
    public required string Region { get; init; }

    /// <summary>Activity by name; empty = the focal one.</summary>
    public string Activity { get; init; } = "";

    [Parameter(0, 2_400, Unit = "month", Source = "the scenario", Summary = "Month in which it opens")]
    public int Opens { get; init; }

    [Parameter(0, 100_000, Unit = "person", Source = "the scenario", Summary = "Research staff")]
    public double Researchers { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Openness: how far its people may work with firms and leave to found their own")]
    public double Openness { get; init; } = 0.5;

    [Parameter(0, 100_000, Unit = "person a year", Source = "the scenario", Summary = "Graduates who look for work in the activity")]
    public double Graduates { get; init; }

    [Parameter(0, 1_000_000, Unit = "job", Source = "the scenario", Summary = "What it buys from firms of the activity, in jobs at mean productivity")]
    public double Purchases { get; init; }
}
