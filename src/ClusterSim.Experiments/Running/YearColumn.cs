using System.Text.Json.Nodes;

namespace ClusterSim.Experiments.Running;

/// <summary>A column of the tables from which statistics are computed.</summary>
/// <param name="Table">The file without its ending.</param>
public sealed record YearColumn(string Table, string Name, string Unit, string Meaning)
{
    private const string FirmYears = "firm_years", RegionYears = "region_years", Moves = "moves_year", Flows = "flows", Wages = "wages_year", Outlays = "spending";

    /// <summary>Of the yearly tables, in their order; scenario_id, replication and year are the same in all.</summary>
    public static IReadOnlyList<YearColumn> All { get; } =
    [
        new(FirmYears, "firm_id", "row", "The firm, as in firms.csv"),
        new(FirmYears, "region", "", "Where it is at the end of the year"),
        new(FirmYears, "activity", "", "What it makes"),
        new(FirmYears, "headcount", "person", "Staff at the end of the year; 0 if it has closed"),
        new(FirmYears, "hires", "person", "Persons who were on its staff at the end of a month of the year and not of the month before; founders are hires"),
        new(FirmYears, "separations", "person", "Persons who were on its staff at the end of a month and not of the next; headcount = headcount a year before + hires - separations"),
        new(FirmYears, "sales_gbp", "GBP a year", "Revenue of the months at whose end it lived"),
        new(FirmYears, "rd_gbp", "GBP a year", "Research of the same months"),
        new(FirmYears, "wage_gbp", "GBP a year", "Wage that it posts at the end of the year; one for all of its staff"),
        new(FirmYears, "competence", "log point", "Competence q at the end of the year"),
        new(RegionYears, "region", "", "The region"),
        new(RegionYears, "activity", "", "The activity"),
        new(RegionYears, "stage", "", "Stage of the region-activity at the end of the year"),
        new(RegionYears, "population", "person", "Working-age population of the region at the end of the year"),
        new(RegionYears, "firms", "firm", "Living firms at the end of the year"),
        new(RegionYears, "jobs", "person", "Their staff"),
        new(RegionYears, "entries", "firm", "Firms founded in the year"),
        new(RegionYears, "exits", "firm", "Firms closed in the year"),
        new(RegionYears, "job_moves", "move", "Moves of the year from a job straight into one here, as the model counts them"),
        new(RegionYears, "person_months", "person month", "Worked here in the year"),
        new(RegionYears, "heterogeneity", "1", "Mean pairwise knowledge distance of living firms at the end of the year"),
        new(Moves, "from_region", "", "Region of the former employer"),
        new(Moves, "to_region", "", "Region of the new employer"),
        new(Moves, "activity", "", "Activity of the new employer"),
        new(Moves, "moves", "move", "Persons with one employer at the end of a month of the year and another at the end of the next, founders who leave to found among them; rows without a move stand only where both regions are the same"),
        new(Moves, "person_months", "person month", "Worked in from_region in this activity in the year; the same in all rows of from_region"),
        new(Flows, "channel", "", "proximity, imitation, supply, movers (persons who changed jobs, former colleagues) or forum; laboratories and lines abroad have no firm as a source and are left out"),
        new(Flows, "from_region", "", "Region of the firm from which was learnt"),
        new(Flows, "to_region", "", "Region of the firm that learnt"),
        new(Flows, "activity", "", "Activity of the firm that learnt"),
        new(Flows, "age", "year", "Age of the knowledge: whole years since the last innovation of the firm from which was learnt, or since its founding if it has had none, rounded down to 0, 5, 10, 15 or 20 (20 or more)"),
        new(Flows, "events", "event", "Times in the year that a firm learnt from another firm than itself"),
        new(Wages, "activity", "", "Activity of the employer"),
        new(Wages, "place", "", "cluster = the employer's region-activity is in growth, maturity, decline or renewal at the end of the year; embryonic; outside = no stage, or dissolved"),
        new(Wages, "tenure", "year", "Whole years with the employer at the end of the year; 10 = ten or more"),
        new(Wages, "persons", "person", "Staff of that activity, place and tenure; rows without a person are left out"),
        new(Wages, "mean_log_wage", "ln GBP a year", "Mean of the natural logarithm of their wages: the wage that the firm posts times the person's skill"),
    ];

    /// <summary>Of spending.csv, which is no source of statistics.</summary>
    public static IReadOnlyList<YearColumn> OfSpending { get; } =
    [
        new(Outlays, "intervention", "", "Name of the policy, or of what an agency does"),
        new(Outlays, "instrument", "", "What is done"),
        new(Outlays, "region", "", "Where it acts"),
        new(Outlays, "activity", "", "For whom"),
        new(Outlays, "spent_gbp", "GBP a year", "Spent in the year of the history, delivery included; over the years it adds up to what was spent"),
        new(Outlays, "delivery_gbp", "GBP a year", "Of that, cost of delivery"),
        new(Outlays, "helped", "unit of the instrument", "Beneficiaries in the year: firms, founders, persons, ...; 0 where an instrument counts none"),
    ];

    public JsonObject ToJson() => new() { ["name"] = Name, ["unit"] = Unit, ["meaning"] = Meaning };
}
