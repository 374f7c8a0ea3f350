using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Reporting;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;

namespace ClusterSim.Cli.Results;

/// <summary>report.html and figures/*.svg of a results folder.</summary>
internal static class ReportFile
{
    public const string Name = "report.html";

    /// <summary>Whether a run leaves a page by itself: one that compares, or says what its outcome hangs on.</summary>
    public static bool IsDue(Study study) => study.Arms.Count > 0 || study.AsksForCauses;

    /// <summary>Writes the report and returns its path.</summary>
    /// <exception cref="CommandException">The file is there already and is no report.</exception>
    public static string Write(StoredStudy stored, Audience audience, IExecutor executor, bool quiet, bool plain, string? output = null)
    {
        if (output is not null && File.Exists(output) && !File.ReadAllText(output).Contains(ReportWriter.Maker, StringComparison.Ordinal))
            throw new CommandException(ExitCodes.Usage, $"{output} is there already and is no report of ClusterSim: choose another file");
        GiveBack();
        using var progress = new Progress("report", ReportData.MostRelived, quiet, plain);
        var data = new ReportData(new FolderFiles(stored.Folder), stored.Study, stored.Manifest, executor, progress.Report, Interruption.Token);
        GiveBack();
        FinishedReport report = ReportWriter.Write(data, audience);
        string path = output ?? Path.Combine(stored.Folder, Name);
        Replace(path, report.Html);
        if (output is not null) return path;
        foreach (Figure figure in report.Figures) Replace(Path.Combine(stored.Folder, "figures", figure.Id + ".svg"), figure.Wide);
        return path;
    }

    /// <summary>Gives memory back that nothing uses any more: the longer the run, the more of it has piled up by now, and a page is no
    /// reason to need more of a machine than the run itself.</summary>
    private static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static void Replace(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        WholeFile.Write(path, text);
    }
}
