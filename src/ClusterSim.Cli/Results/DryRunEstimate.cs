using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary><c>--dry-run</c>: what would be run, and what it would take, measured on the first pairs.</summary>
internal static class DryRunEstimate
{
    private const double PatienceSeconds = 2, BytesARun = 250, BytesAStage = 45, BytesAYear = 45, BytesANumber = 12, BytesAFolder = 60_000, BytesAReport = 600_000, StartBytes = 45e6;

    /// <param name="threads">That would work at once.</param>
    public static int Print(Job job, string folder, int threads, bool quiet)
    {
        Study study = job.Study;
        long histories = (long)study.Replications * (study.Arms.Count + 1);
        (double seconds, double memory, IReadOnlyList<Outcome> pilot) = Measure(study, quiet);
        int crew = Math.Min(threads, study.Replications);
        string one = Time(seconds * study.Replications), many = Time(seconds * study.Replications / crew);
        TextTable.Columns(
        [
            ["histories", study.Arms.Count == 0
                ? $"{Count(histories)} of {study.BaselineName}, {study.Months / 12} years each"
                : $"{Count(histories)}: {study.Replications} times {study.BaselineName} and {study.Arms.Count} arm{(study.Arms.Count == 1 ? "" : "s")}, {study.Months / 12} years each"],
            ["time", $"about {many} on {crew} thread{(crew == 1 ? "" : $"s, {one} on one")}, measured on the first pairs"],
            ["memory", $"about {Megabytes(StartBytes + crew * memory)}"],
            ["disk", $"about {Megabytes(Disk(study, pilot[^1]))}{(study.RecordFirms ? ", most of it the register of firms" : "")}"],
            ["folder", folder],
        ]);
        Console.Out.Write(PilotText.Of(study, pilot));
        return ExitCodes.Ok;
    }

    /// <summary>Seconds a pair, bytes a thread, and the pairs that patience allows; the last one is measured, since the first pays for
    /// compilation.</summary>
    private static (double Seconds, double Memory, IReadOnlyList<Outcome> Pilot) Measure(Study study, bool quiet)
    {
        using var progress = new Progress("running a pair or two to see what they take", 1, quiet);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var all = Stopwatch.StartNew();
        var runner = new PairRunner(study);
        double seconds;
        var pilot = new List<Outcome>();
        do
        {
            var clock = Stopwatch.StartNew();
            pilot.Add(runner.Run(pilot.Count, Interruption.Token));
            seconds = clock.Elapsed.TotalSeconds;
        }
        while (all.Elapsed.TotalSeconds < PatienceSeconds && pilot.Count < study.Replications);
        double memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(runner);
        return (seconds, memory, pilot);
    }

    /// <summary>Bytes of the folder, from what one pair would write.</summary>
    private static double Disk(Study study, Outcome outcome)
    {
        int stages = outcome.Baseline.Stages.Count + outcome.Arms.Sum(arm => arm.Summary.Stages.Count);
        double pair = (study.Arms.Count + 1) * BytesARun + stages * BytesAStage + outcome.Years.Count * (BytesAYear + study.Measures.Count * BytesANumber)
            + Enumerable.Range(0, study.Arms.Count).Sum(arm => (double)PairFile.Rows(study, arm, outcome).Length)
            + outcome.Files.Sum(files => (double)Encoding.UTF8.GetByteCount(files.Firms) + Encoding.UTF8.GetByteCount(files.Deals) + Encoding.UTF8.GetByteCount(files.Events));
        return BytesAFolder + (ReportFile.IsDue(study) ? BytesAReport : 0) + study.Replications * (pair + Kept(outcome));
    }

    /// <summary>Bytes of a pair among the finished work.</summary>
    private static double Kept(Outcome outcome)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        OutcomeCodec.Write(writer, outcome);
        return bytes.Length;
    }

    private static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) => bytes >= 1e9 ? Text(bytes / 1e9, "0.#") + " GB" : Text(bytes / 1e6, bytes < 1e7 ? "0.#" : "0") + " MB";

    private static string Time(double seconds) =>
        seconds < 90 ? Text(Math.Max(1, seconds), "0") + " s" : seconds < 5400 ? Text(seconds / 60, "0") + " minutes" : Text(seconds / 3600, "0.0") + " hours";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
