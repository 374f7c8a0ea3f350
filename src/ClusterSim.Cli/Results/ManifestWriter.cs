using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>manifest.json: what was run by what, what was checked, and the hash of every file. It names no user and no machine;
/// between two runs of one job only the command, the commit and the runtime can differ.</summary>
internal static class ManifestWriter
{
    private const double LeastReduction = 1.5;

    /// <summary>What is known before anything is run: plan.json of an unfinished folder.</summary>
    public static JsonObject Plan(Job job)
    {
        var scenarios = new JsonObject();
        foreach ((string name, string yaml) in job.Resolved) scenarios[name] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        return new JsonObject
        {
            ["identity"] = job.Identity,
            ["key"] = job.Key,
            ["schema_version"] = Versions.Schema,
            ["clustersim"] = Versions.Model,
            ["commit"] = Versions.Commit.Length > 0 ? Versions.Commit : null,
            ["stage_thresholds_version"] = StageThresholds.Version,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
            ["command"] = job.Command,
            ["study"] = job.Study.Name,
            ["title"] = job.Title,
            ["scenarios"] = scenarios,
            ["sources"] = new JsonArray([.. job.Sources.Select(source => (JsonNode)source.Name)]),
            ["design"] = StudyRecord.Of(job).ToJson(),
            ["seed"] = job.Study.Seed,
            ["seed_scheme"] = "every draw is a function of seed, replication, process, lineage id, month and draw number (Threefry2x64-20)",
            ["replications"] = new JsonObject { ["asked"] = job.Study.Replications },
            ["input_warnings"] = new JsonArray([.. job.Warnings.Select(warning => (JsonNode)warning)]),
            ["warnings"] = new JsonArray([.. job.Warnings.Select(warning => (JsonNode)warning)]),
        };
    }

    public static JsonObject Of(ResultsFolder folder, Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows)
    {
        var files = new JsonObject();
        foreach ((string name, (string sha256, long lines)) in folder.Files)
        {
            files[name] = new JsonObject { ["sha256"] = sha256 };
            if (name.EndsWith(".csv", StringComparison.Ordinal)) files[name]!["rows"] = lines - 1;
        }
        JsonObject manifest = Plan(job);
        manifest["replications"]!["completed"] = ledger.Count;
        manifest["replications"]!["failed"] = ledger.Failed;
        if (WeaklyPaired(rows) is > 0 and int weak)
            manifest["warnings"]!.AsArray().Add($"variance_reduction is below {LeastReduction.ToString(System.Globalization.CultureInfo.InvariantCulture)} in {weak} of {rows.Count} rows of comparison.csv: pairing gained little there");
        manifest["checks"] = Checks(job.Study, ledger.Failed, rows);
        manifest["files"] = files;
        manifest["citation"] = Citation.OfProgram.Plain;
        return manifest;
    }

    /// <summary>Rows in which pairing gained little, so that the interval is hardly narrower than without it.</summary>
    public static int WeaklyPaired(IReadOnlyList<ComparisonRow> rows) => rows.Count(row => row.VarianceReduction < LeastReduction);

    private static JsonObject Checks(Study study, int failed, IReadOnlyList<ComparisonRow> rows)
    {
        string[] shams = [.. study.Arms.Where(arm => IsSham(arm.Configuration, study.Baseline)).Select(arm => arm.Name)];
        bool zero = rows.Where(row => shams.Contains(row.Arm)).All(row => row.Difference == 0 && row.DifferenceSd == 0);
        return new JsonObject
        {
            ["accounting_identities_after_every_step"] = study.Checked ? failed == 0 ? "held" : "see runs.csv: a replication broke off" : "not asked for (--checked)",
            ["sham_arms_are_zero_in_every_cell"] = shams.Length == 0 ? "no sham arm" : zero ? "held" : "BROKEN",
        };
    }

    private static bool IsSham(ModelConfiguration arm, ModelConfiguration baseline) =>
        arm.Policies.Count > baseline.Policies.Count && arm.Policies.Skip(baseline.Policies.Count).All(policy => policy.InstrumentName == "sham");
}
