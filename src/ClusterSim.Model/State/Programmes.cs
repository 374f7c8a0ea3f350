using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>What a programme that removes barriers has begun: several things at once, each of which takes its time.</summary>
public struct Remedies
{
    [State("Persons in courses", Unit = "person")] public double Courses;
    [State("Land being prepared, in persons that it will house", Unit = "person")] public double Sites;
    [State("Infrastructure being built", Unit = "share")] public double Roads;
}

/// <summary>Interventions under way: a row for each one that may act, in the order of the scenario. An intervention
/// for <c>any each</c> region has a row per region.</summary>
public sealed class Programmes : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Number of the intervention in the scenario, from 0", Unit = "number")] public Column<int> Intervention { get; } = new();
    [State("Region acted upon, -1 = not yet decided", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Activity acted upon", Unit = "row", Link = "Activities")] public Column<int> Activity { get; } = new();
    [State("Quarters for which the start condition has held", Unit = "quarter")] public Column<int> QuartersMet { get; } = new();
    [State("Month in which it is to start, decided before; 0 = not decided", Unit = "month")] public Column<int> DueAt { get; } = new();
    [State("Month of the start, -1 = not started", Unit = "month")] public Column<int> StartedAt { get; } = new();
    [State("Month after the last, -1 = not over", Unit = "month")] public Column<int> EndedAt { get; } = new();
    [State("Money that may be spent but has not been", Unit = "GBP thousand")] public Column<double> Purse { get; } = new();
    [State("Spent so far, delivery included", Unit = "GBP thousand")] public Column<double> Spent { get; } = new();
    [State("Spent before the present year of the programme", Unit = "GBP thousand")] public Column<double> SpentBefore { get; } = new();
    [State("Received by firms, founders, workers or institutions", Unit = "GBP thousand")] public Column<double> Received { get; } = new();
    [State("Cost of delivery", Unit = "GBP thousand")] public Column<double> Delivery { get; } = new();
    [State("Beneficiaries so far", Unit = "unit")] public Column<double> Helped { get; } = new();
    [State("Begun and not yet ready, in the instrument's unit", Unit = "unit")] public Column<double> UnderWay { get; } = new();
    [State("Ready and in use, in the instrument's unit", Unit = "unit")] public Column<double> Built { get; } = new();
    [State("What the instrument follows, as it stood when it last looked", Unit = "unit")] public Column<double> Seen { get; } = new();
    [State("Courses, sites and roads that were begun to remove barriers", Unit = StateAttribute.Record)] public Column<Remedies> Remedies { get; } = new();
    [State("Spent, discounted to the start of the history", Unit = "GBP thousand")] public Column<double> SpentDiscounted { get; } = new();
}
