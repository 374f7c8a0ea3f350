namespace ClusterSim.Cli.Results;

/// <summary>Unit and meaning of the columns that <c>detect</c> writes.</summary>
internal static class DetectColumns
{
    public static IReadOnlyList<(string Name, string Unit, string Meaning)> All { get; } =
    [
        ("establishments", "establishment", "as in the data; a cell without a row in a year that has rows has 0"),
        ("employment", "person", "as in the data, gaps filled in where size is counted in employment; empty = the data do not say"),
        ("lq", "1", "location quotient: the industry's share of the region over its share of the country, by size"),
        ("lq_5_years_before", "1", "the same five years before"),
        ("stage", "stage", "none, embryonic, growth, maturity, decline, renewal or dissolved, by the detector of the model; renewal cannot be told from such data"),
        ("assumed", "0 or 1", "1 = the stage is what the cell is taken for at the beginning of the data; no transition has been seen yet"),
        ("ahead", "0 or 1", "1 = the cell is no cluster yet: none, embryonic or dissolved"),
        ("rank", "1", "by score, among the cells that are no cluster yet"),
        ("score", "1", "orders the cells; it would be the probability of lasting growth within ten years for a cell of the simulations"),
        ("features_beyond_training", "feature", "how many features lie beyond what the score was trained on and count as the end of that range"),
        ("growth_year", "year", "in which lasting growth came; 0 = it did not; empty = no question for this cell"),
        ("plus_30_percent_year", "year", "in which the cell was first 30 % larger than in the year of the features, if it still is at the end; 0 = it is not"),
        ("measure", "word", "roc-auc; pr-auc (average precision); brier (lower is better); precision-at-K; lift-at-5-percent; lead-time-years (median from the first alarm to the event, a missed event counting 0, at 5 % false alarms)"),
        ("ci_low", "as value", "2.5 % quantile over resampled regions"),
        ("ci_high", "as value", "97.5 % quantile over resampled regions"),
    ];
}
