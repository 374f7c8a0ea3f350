using System.Globalization;
using System.Text;

namespace ClusterSim.Cli.Results;

/// <summary>README.txt of a results folder: what each file is, and how it is read in R and Python.</summary>
internal static class ReadmeWriter
{
    private const int Indent = 24;

    private static readonly (string File, string What)[] Files =
    [
        ("table.txt", "the comparison for people: the headline measure at every date"),
        ("table-all.txt", "the same for every measure, place and date"),
        ("comparison.csv", "a row per arm, clock, date, place and measure: mean without and with the arm, the paired difference with its\n95 % interval, adjusted p-value, and a verdict in words. clock start = years after the arm's own start,\ncalendar = years of the history. region target = the region acted upon, elsewhere = all others, all = the country"),
        ("comparison.json", "the same rows"),
        ("pairs.csv", "the pairs behind it: a row per history, arm, clock, date, place and measure, without and with the arm"),
        ("additionality.csv", "the change in jobs split without a rest: a row per arm, years after its start, place and component, with the mean in\npersons, its 95 % interval and its share of the gross jobs at supported firms (empty = not estimable: the interval\nof the gross jobs holds 0). uplift = gross + deadweight + substitution + displacement + entrants + moved =\nheld-by-residents + held-by-recruits + held-by-non-residents; total = uplift + multiplier; all = target +\nelsewhere. metrics.json says what each component counts"),
        ("contrasts.csv", "arm a less arm b in the headline, for every two arms: the change that a made less the change that b made, pair by\npair; on the clock start each at its own date. target is the same region where both act on the focal one; p_value_adj\nis adjusted for the rows of one clock, horizon and region; the verdict counts pairs in which either arm started.\nAgainst its placebo an arm shows what reading the stage is worth"),
        ("effects.csv", "the effect over all histories (itt, as in comparison.csv), the share in which the arm started, and the effect where it\nstarted (on_triggered = itt / fired_share)"),
        ("take_off.csv", "in how many pairs the target region reached growth with the arm, without it, in both, in neither"),
        ("next_stage.csv", "of the histories in which the arm started: shares that have come to the next stage, and that have collapsed, by year\nsince the start, without the arm and with it. metrics.json says which stages these are"),
        ("next_stage_summary.csv", "mean years before the next stage, with the arm and without, and the difference; negative = sooner"),
        ("persistence.csv", "the change in the years after the policy's end, as far as every history is followed; half_life and other_stage are\nthe same in all rows of an arm and region"),
        ("cost_effectiveness.csv", "additional job-years from the arm's start to each horizon, what the arm spent, and the ratio of the two"),
        ("acceptability.csv", "how probable it is that an arm is worth its money, by what a job-year is worth"),
        ("worlds.csv", "the draws of what is uncertain, a row a world, in the model's units"),
        ("world_results.csv", "what came out beside what went in, a row a world: means over its pairs; clustersim sensitivity --data and\ndiscover --data read it as it is"),
        ("robustness.csv", "regret over worlds (chosen on one half of the pairs, measured on the other), share of worlds in which an arm is\nbest (Starr), its worst world and its average; the baseline is a choice as well"),
        ("ranking.csv", "whether the arm that is best overall is best in each world, and how the rankings agree (Kendall)"),
        ("sensitivity.csv", "which uncertain parameters the change depends on; the method follows from the design of the worlds"),
        ("sensitivity.json", "the same, as SALib names it, with what a reader should know"),
        ("boxes.csv", "under which conditions an arm fails: limits of a box in the space of what is uncertain (PRIM), in words"),
        ("tradeoff.csv", "coverage and density on the way to these boxes"),
        ("critical_mass.csv", "share of histories that end with a cluster in the target region, by size"),
        ("critical_mass_fit.csv", "the size at which half of them do, with its interval, in words"),
        ("turning_point.csv", "means of the untreated histories at the end, by size"),
        ("turning_point_fit.csv", "the size at which they turn, with its interval, in words"),
        ("expectations.csv", "what a case was to show, and whether it did"),
        ("summary.csv", "a row per scenario: how often and when it started, what it cost, which share of the focal regions reached\neach stage, and means at the end"),
        ("runs.csv", "a row per history: focal region, the years in which it entered its stages, the digest of its final state, its\nrun_key (a hash of scenario, world, seed, replication and model version: two experiments with one history give\nit one key), param_* = what differs between the scenarios, final_* = the country at the end, money spent"),
        ("timeseries.csv", "a row per history, year and place: region all = the country; of an arm with policies the focal region and\nthose acted upon (before the policy starts they are the baseline's), of others every region"),
        ("stages.csv", "a row per history, region and stage, with the months in which it was entered and left (empty = not left)"),
        ("events.csv", "first firms of regions, spin-offs, closures of firms that once had 50 staff, investments, changes of stage, starts of policies"),
        ("firms.csv", "a row per firm that ever lived"),
        ("deals.csv", "a row per investment of an investor in a firm"),
        ("firm_years.csv", "a row per firm and year in which it lived at the end of a month (one that has closed has headcount 0)"),
        ("region_years.csv", "a row per region, activity and year: stage, firms, jobs, entries, exits, moves into its firms, person-months"),
        ("moves_year.csv", "a row per year, two regions and activity of the new employer: who changed employer from one month's end to the next"),
        ("flows.csv", "a row per year, channel, two regions, activity of the learner and age of the knowledge: how often a firm learnt from another"),
        ("wages_year.csv", "a row per year, activity, place (cluster, embryonic, outside) and tenure: persons and their mean log wage"),
        ("spending.csv", "a row per intervention, region and year in which it spent: instrument, activity, money spent (delivery included),\ndelivery, and whom it helped. metrics.json says in which units"),
        ("metrics.json", "unit, meaning and source of the columns that depend on what was asked"),
        ("scenarios/", "what was run, one file per scenario with every default written: clustersim run scenarios/NAME.yaml runs it\nagain; and the files as they were given (*.source.yaml)"),
        ("report.html", "the answer on one page, and everything behind it, with figures"),
        ("figures/", "the figures of the report"),
        ("shards/", "the pairs that are finished, for clustersim resume -r and collect; you may delete it when you want neither"),
        ("manifest.json", "versions, command, seed, checks, warnings, and sha256 and rows of every file"),
    ];

    /// <param name="pairs">That were run.</param>
    public static string Of(Job job, int pairs, IEnumerable<string> written)
    {
        var text = new StringBuilder();
        string[] names = [.. written];
        if (job.Title.Length > 0) text.Append(job.Title).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{pairs} {(job.Study.Arms.Count > 0 ? "pairs of histories" : "histories")} of {job.Study.Months / 12} years, seed {job.Study.Seed}, written by ClusterSim {Versions.Model}.\n\n");
        foreach ((string file, string what) in Files)
            if (file is "manifest.json" or "scenarios/" or "shards/" || file is "report.html" or "figures/" && ReportFile.IsDue(job.Study) && pairs > 0 || names.Contains(file))
                text.Append(file.PadRight(Indent)).Append(what.Replace("\n", "\n" + new string(' ', Indent), StringComparison.Ordinal)).Append('\n');
        text.Append("""

            CSV: UTF-8, comma, decimal dot, one header line, no comments; an empty cell is a missing value. Rows are sorted by
            scenario (the baseline first, then the arms in the order of their file), replication and tick. Ticks count months
            from 0; money is in GBP, not in thousands. The same scenario_id and replication name the same history in all files;
            the same replication in two scenarios was lived under the same draws, so compare them pair by pair.

            clustersim verify FOLDER holds these files against the manifest and runs five replications again; clustersim export
            FOLDER parquet writes the tables with types, and clustersim export FOLDER bundle all of this as one zip.

            R:
              d <- read.csv("comparison.csv")
              subset(d, metric == "jobs" & clock == "start" & region == "target")[c("scenario_id", "horizon", "diff_mean", "ci_low", "ci_high", "verdict")]
              t <- read.csv("timeseries.csv"); aggregate(jobs ~ scenario_id + year, t[t$region == "all", ], mean)

            Python:
              import pandas as pd
              d = pd.read_csv("comparison.csv")
              d.query('metric == "jobs" and clock == "start" and region == "target"')[["scenario_id", "horizon", "diff_mean", "ci_low", "ci_high", "verdict"]]
              t = pd.read_csv("timeseries.csv"); t[t.region == "all"].groupby(["scenario_id", "year"]).jobs.mean()

            """);
        return text.ToString();
    }
}
