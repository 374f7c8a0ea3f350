using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary><c>--dry-run</c>: what would be run, and what it would take, measured on the first pair.</summary>
internal static class Estimate
{
    private const double BytesARow = 90;

    public static int Print(Job job, string folder, bool quiet)
    {
        Study study = job.Study;
        long histories = (long)study.Replications * (study.Arms.Count + 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using (new Progress("running one pair to see how long it takes", 1, quiet)) new PairRunner(study).Run(0, Interruption.Token);
        double seconds = clock.Elapsed.TotalSeconds * study.Replications;
        double rows = (double)study.Replications * (study.Months / 12 + 1) * (study.Baseline.Country.Regions + 1 + 2 * study.Arms.Count);
        TextTable.Columns(
        [
            ["histories", study.Arms.Count == 0
                ? $"{Count(histories)} of {study.BaselineName}, {study.Months / 12} years each"
                : $"{Count(histories)}: {study.Replications} times {study.BaselineName} and {study.Arms.Count} arm{(study.Arms.Count == 1 ? "" : "s")}, {study.Months / 12} years each"],
            ["time", "about " + Time(seconds) + " on one thread, measured on the first pair"],
            ["memory", string.Create(CultureInfo.InvariantCulture, $"about {Environment.WorkingSet / 1048576.0:0} MB and a few MB for each further thread")],
            ["disk", string.Create(CultureInfo.InvariantCulture, $"about {rows * BytesARow / 1e6:0.#} MB{(study.RecordFirms ? " and about 0.5 MB for each history's register of firms" : "")}")],
            ["folder", folder],
        ]);
        return ExitCodes.Ok;
    }

    private static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) =>
        seconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes");
}
