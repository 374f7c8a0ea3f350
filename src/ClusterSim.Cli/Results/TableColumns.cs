using System.Text.Json.Nodes;

namespace ClusterSim.Cli.Results;

/// <summary>What kind of value a cell of a results table holds.</summary>
internal enum CellKind
{
    Number,
    Whole,
    Seed,
    Text,
}

/// <summary>The columns of the tables of a results folder: kind, unit and meaning. What is neither text nor a whole number is a number,
/// so that a new measure needs no line here.</summary>
internal static class TableColumns
{
    private static readonly HashSet<string> Texts =
    [
        "scenario_id", "baseline_id", "status", "error", "focal_region", "focal_activity", "stage_final", "digest", "run_key", "region", "activity", "stage", "clock", "metric", "verdict", "component",
        "claim", "wanted", "note", "type", "worker_id", "text", "name", "origin", "founder_worker_id", "founding_region", "exit_reason", "investor_type",
        "arm_a", "arm_b", "equivalent", "side", "from_region", "to_region", "birthplace", "channel", "place", "intervention", "instrument",
    ];

    private static readonly HashSet<string> Wholes =
    [
        "replication", "started", "ticks", "tick", "year", "entered_tick", "left_tick", "horizon", "n_pairs", "n_fired", "n_histories", "cost_mean_gbp", "cost_discounted_mean_gbp",
        "event_id", "firm_id", "other_firm_id", "parent_firm_id", "investor_id", "amount_gbp", "generation", "lineage_root_id", "founded_tick", "closed_tick", "headcount", "peak_headcount",
        "round", "exit_tick", "exit_value_gbp", "n_fired_a", "n_fired_b", "both", "only_arm", "only_twin", "neither", "at_risk", "years", "n", "half_life", "half_life_low", "half_life_high",
        "cost", "cost_discounted", "cost_per_job_year", "cost_per_job_year_low", "cost_per_job_year_high", "value_of_job_year_gbp",
        "hires", "separations", "sales_gbp", "rd_gbp", "entries", "exits", "job_moves", "moves", "age", "events", "tenure", "persons",
    ];

    /// <param name="table">Name of the file without its ending.</param>
    public static CellKind Kind(string table, string column) =>
        Texts.Contains(column) ? CellKind.Text
        : column == "seed" ? CellKind.Seed
        : Wholes.Contains(column) && (table, column) != ("events", "year") ? CellKind.Whole // an event has a date within its year
        : CellKind.Number;

    /// <summary>Unit and meaning, where they are known; empty otherwise.</summary>
    /// <param name="metrics">The content of metrics.json.</param>
    public static (string Unit, string Meaning) Said(string column, JsonNode metrics)
    {
        string measure = column.StartsWith("mean_final_", StringComparison.Ordinal) ? column["mean_final_".Length..] : column.StartsWith("final_", StringComparison.Ordinal) ? column["final_".Length..] : column;
        if (metrics[measure] is JsonNode metric) return ((string?)metric["unit"] ?? "", (string?)metric["meaning"] ?? "");
        return (column.EndsWith("_gbp", StringComparison.Ordinal) ? "GBP" : column.Contains("tick", StringComparison.Ordinal) ? "month" : column.Contains("year", StringComparison.Ordinal) ? "year" : "", "");
    }
}
