using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Cli.Results;

/// <summary>Writes everything of a results folder that is computed from all histories together, the manifest last: a
/// folder with a manifest is complete.</summary>
internal static class Reports
{
    public const string TableFile = "table.txt", JsonFile = "comparison.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ResultsFolder folder, Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows, bool everything)
    {
        foreach ((string name, string yaml) in job.Resolved) folder.Write($"scenarios/{name}.yaml", yaml);
        foreach (string source in job.Sources.Where(source => source != "-"))
            folder.Write($"scenarios/{Path.GetFileNameWithoutExtension(source)}.source.yaml", File.ReadAllText(source));
        folder.Write("comparison.csv", ComparisonFiles.Csv(rows));
        folder.Write(JsonFile, ComparisonFiles.Json(rows).ToJsonString(Indented) + "\n");
        folder.Write("summary.csv", ComparisonFiles.Summary(ledger));
        IReadOnlyList<Judgement> judgements = job.Cases is null ? [] : CaseJudge.Judge(job.Cases, ledger);
        folder.Write(TableFile, ComparisonText.Of(job, ledger, rows, everything) + CaseText.Of(judgements));
        folder.Write("metrics.json", Metrics(ledger.Study).ToJsonString(Indented) + "\n");
        folder.Write("README.txt", Readme(job, folder.Files.Keys));
        folder.Finish(Manifest(folder, job, ledger).ToJsonString(Indented) + "\n");
    }

    private static JsonObject Metrics(Study study)
    {
        var metrics = new JsonObject();
        foreach (string name in study.Measures)
        {
            var indicator = (IndicatorAttribute)ClusterModel.Catalogue.Find("indicator", name)!.Attribute;
            metrics[name.Replace('-', '_')] = new JsonObject
            {
                ["name"] = name,
                ["unit"] = indicator.Unit,
                ["meaning"] = indicator.Summary,
                ["additive"] = indicator.Additive,
                ["lower_is_better"] = indicator.LowerIsBetter,
                ["source"] = indicator.Source,
            };
        }
        foreach (Probe probe in study.Probes)
            metrics["probe_" + probe.Statistic.Replace('-', '_')] = new JsonObject { ["name"] = probe.Statistic, ["meaning"] = CaseStatistics.All[probe.Statistic].Meaning };
        return metrics;
    }

    private static JsonObject Manifest(ResultsFolder folder, Job job, Ledger ledger)
    {
        var files = new JsonObject();
        foreach ((string name, (string sha256, long rows)) in folder.Files) files[name] = new JsonObject { ["sha256"] = sha256, ["rows"] = rows };
        return new JsonObject
        {
            ["identity"] = job.Identity,
            ["schema_version"] = Versions.Schema,
            ["clustersim"] = Versions.Model,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            ["study"] = job.Study.Name,
            ["title"] = job.Title,
            ["scenarios"] = new JsonArray([.. job.Resolved.Select(scenario => (JsonNode)scenario.Name)]),
            ["seed"] = job.Study.Seed,
            ["seed_scheme"] = "every draw is a function of seed, replication, process, lineage id, month and draw number (Threefry2x64-20)",
            ["replications"] = new JsonObject { ["asked"] = job.Study.Replications, ["completed"] = ledger.Count, ["failed"] = 0, ["reused"] = 0 },
            ["checks"] = job.Study.Checked ? "accounting identities after every step" : "none asked (--checked)",
            ["files"] = files,
            ["citation"] = $"ClusterSim {Versions.Model}; see CITATION.cff",
        };
    }

    private static string Readme(Job job, IEnumerable<string> files) => $"""
        {job.Title}
        {job.Study.Replications} pairs of histories, seed {job.Study.Seed.ToString(CultureInfo.InvariantCulture)}, written by ClusterSim {Versions.Model}.

        table.txt        the comparison in words and figures
        comparison.csv   every arm, clock, date, place and measure against the untreated twin, with 95 % intervals
        summary.csv      how often each arm started, when, and what it cost
        runs.csv         one row per history: focal region, years of its stages, digest, values at the end
        timeseries.csv   one row per history, year and region (all = the country)
        stages.csv       every stage of every region
        metrics.json     units and meanings of the columns
        scenarios/       what was run, with every default written, and the files as given (*.source.yaml)
        manifest.json    versions, seeds, and sha256 of every file
        {(files.Contains("firms.csv") ? "firms.csv, deals.csv, events.csv   the registers of every history\n" : "")}
        Commas, dots, UTF-8, one header line; an empty cell is a missing value. Money is whole GBP.
        R:       d <- read.csv("comparison.csv")
        Python:  d = pandas.read_csv("comparison.csv")

        """;
}
