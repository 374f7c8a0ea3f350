namespace ClusterSim.Cli.Results;

/// <summary>Unit and meaning of the columns of the files of inference, for metrics.json.</summary>
internal static class InferenceColumns
{
    public static IReadOnlyList<(string Name, string Unit, string Meaning)> All { get; } =
    [
        ("itt", "of the metric", "Mean change over all pairs, those without a start counting with zero (intention to treat)"),
        ("on_triggered", "of the metric", "Mean change where the arm started: itt over the share that started, as a ratio of means; empty = not estimable"),
        ("fired_share", "share", "Pairs in which the arm started, with Wilson's interval"),
        ("risk_difference", "share", "Share of target regions that reached growth with the arm, less the share without it"),
        ("p_mcnemar", "probability", "Exact two-sided p of the pairs that differ; empty where none does, or with several worlds"),
        ("p_holm", "probability", "The same adjusted for all arms (Holm)"),
        ("next", "share", "Cumulative incidence of the next stage: embryonic after birth or dissolution, growth after embryonic or renewal, maturity after growth, renewal after maturity or decline"),
        ("collapse", "share", "Cumulative incidence of the competing event: decline or dissolution, and for an embryonic cluster that it fades"),
        ("at_risk", "history", "Histories with neither event before that year"),
        ("rmst_without", "year", "Mean time before the next stage within the years given, without the arm (restricted mean); a collapse counts with all of them"),
        ("rmst_with", "year", "The same with the arm"),
        ("uplift_mean", "of the headline", "Mean change so many years after the policy's end, over all pairs"),
        ("share_left", "share", "That mean over the one at the policy's end; empty = not estimable"),
        ("half_life", "year", "First year after the end in which the mean was below half of that at the end; empty = not reached, or not estimable"),
        ("other_stage", "share", "Pairs that started and whose target region is in another stage than its twin 20 years after the policy's end; empty = not followed so long"),
        ("job_years", "person-year", "Change in jobs at the end of every year since the arm's start, added up to the horizon, mean over all pairs"),
        ("job_years_discounted", "person-year", "The same at the country's discount rate, to the start of the history"),
        ("cost", "GBP", "Spent by the arm in all, whatever the horizon, mean over all pairs"),
        ("cost_discounted", "GBP", "The same discounted to the start of the history"),
        ("cost_per_job_year", "GBP", "cost over job_years, undiscounted; empty = not estimable: the interval of the job-years holds 0"),
        ("value_of_job_year_gbp", "GBP", "What a job-year is taken to be worth"),
        ("p_net_benefit", "probability", "Share of the resamples in which value x job-years exceeds the cost, undiscounted, ties counting half"),
        ("equivalent", "yes or no", "Whether the difference is surely smaller than the smallest that matters (two one-sided tests); empty = none is declared"),
    ];
}
