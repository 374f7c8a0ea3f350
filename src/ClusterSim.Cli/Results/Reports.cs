using System.Text.Json;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Worlds;

namespace ClusterSim.Cli.Results;

/// <summary>Writes everything of a results folder that is computed from all histories together, the manifest last: a
/// folder with a manifest is complete.</summary>
internal static class Reports
{
    public const string TableFile = "table.txt", AllTablesFile = "table-all.txt", JsonFile = "comparison.json", SensitivityFile = "sensitivity.json";

    /// <summary>JSON that people can read.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A number as JSON has it: what is not finite is missing.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? value : null;

    /// <summary>Steps of <see cref="Write"/>: contrasts, the inference files, worlds, and the rest.</summary>
    public static int Steps => InferenceFiles.Most + 3;

    /// <param name="progress">Told how many of the steps are done.</param>
    public static void Write(ResultsFolder folder, Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows, IReadOnlyList<AdditionalityRow> split, Action<int> progress, CancellationToken cancel)
    {
        foreach ((string name, string text) in Scenarios(job)) folder.Write(name, text);
        folder.Write("comparison.csv", ComparisonFiles.Csv(rows));
        folder.Write(JsonFile, ComparisonFiles.Json(rows).ToJsonString(Indented) + "\n");
        if (split.Count > 0) folder.Write(AdditionalityFile.Name, AdditionalityFile.Csv(split));
        IReadOnlyList<ContrastRow> contrasts = ContrastTable.Of(ledger, cancel);
        progress(1);
        if (contrasts.Count > 0) folder.Write(ContrastTable.Name, ContrastTable.Csv(contrasts));
        foreach ((string name, IReadOnlyList<string> pieces) in InferenceFiles.Of(ledger, rows, done => progress(1 + done), cancel)) folder.Write(name, pieces);
        IReadOnlyList<TurningPoint> turns = TurningPoint.Of(ledger);
        foreach ((string name, string text) in WorldFiles.Of(ledger).Concat(TurningPoint.Files(turns))) folder.Write(name, text);
        IReadOnlyList<Cause> causes = Causes.Of(ledger);
        if (causes.Count > 0) folder.Write(Causes.Name, Causes.Csv(causes));
        bool asked = ledger.Study.AsksForCauses;
        if (asked) folder.Write(SensitivityFile, SensitivityText.Json(causes).ToJsonString(Indented) + "\n");
        progress(Steps - 1);
        folder.Write("summary.csv", SummaryFile.Csv(ledger));
        IReadOnlyList<Judgement> judgements = job.Cases is null || ledger.Count == 0 ? [] : CaseJudge.Judge(job.Cases, ledger);
        if (judgements.Count > 0) folder.Write("expectations.csv", CaseText.Csv(judgements));
        string below = TimingText.Of(ledger, contrasts) + string.Concat(turns.Select(turn => $"\n{turn.Words}\n")) + (asked ? SensitivityText.Of(ledger.Study, causes) : "") + CaseText.Of(judgements);
        folder.Write(TableFile, ComparisonText.Of(job, ledger, rows, everything: false) + below);
        folder.Write(AllTablesFile, ComparisonText.Of(job, ledger, rows, everything: true) + below);
        folder.Write("metrics.json", MetricsWriter.Of(ledger.Study, new ArmParameters(ledger.Study)).ToJsonString(Indented) + "\n");
        folder.Write("README.txt", ReadmeWriter.Of(job, ledger.Count + ledger.Failed, folder.Files.Keys));
        folder.Finish(ManifestWriter.Of(folder, job, ledger, rows).ToJsonString(Indented) + "\n");
        progress(Steps);
    }

    /// <summary>What was run and the files as they were given, by name in the folder.</summary>
    public static IEnumerable<(string Name, string Text)> Scenarios(Job job) =>
        [.. job.Resolved.Select(scenario => ($"scenarios/{scenario.Name}.yaml", scenario.Yaml)), .. job.Sources.Select(source => ($"scenarios/{source.Name}.source.yaml", source.Text))];
}
