using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>manifest.json: what was run by what, what was checked, and the hash of every file. It names no user and no machine;
/// between two runs of one job only the command, the commit and the runtime can differ.</summary>
internal static class ManifestWriter
{
    private const double LeastReduction = 1.5;

    public static JsonObject Of(ResultsFolder folder, Job job, Ledger ledger, IReadOnlyList<ComparisonRow> rows)
    {
        var files = new JsonObject();
        foreach ((string name, (string sha256, long lines)) in folder.Files)
        {
            files[name] = new JsonObject { ["sha256"] = sha256 };
            if (name.EndsWith(".csv", StringComparison.Ordinal)) files[name]!["rows"] = lines - 1;
        }
        var scenarios = new JsonObject();
        foreach ((string name, string yaml) in job.Resolved) scenarios[name] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        return new JsonObject
        {
            ["identity"] = job.Identity,
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
            ["design"] = StudyRecord.Of(job).ToJson(),
            ["seed"] = job.Study.Seed,
            ["seed_scheme"] = "every draw is a function of seed, replication, process, lineage id, month and draw number (Threefry2x64-20)",
            ["replications"] = new JsonObject { ["asked"] = job.Study.Replications, ["completed"] = ledger.Count, ["failed"] = ledger.Failed, ["reused"] = 0 },
            ["checks"] = Checks(job.Study, ledger.Failed, rows),
            ["warnings"] = new JsonArray([.. Warnings(job, rows).Select(warning => (JsonNode)warning)]),
            ["files"] = files,
            ["citation"] = Citation.OfProgram.Plain,
        };
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

    private static IEnumerable<string> Warnings(Job job, IReadOnlyList<ComparisonRow> rows)
    {
        foreach (Problem warning in job.Warnings) yield return (warning with { File = Path.GetFileName(warning.File) }).ToString();
        if (WeaklyPaired(rows) is > 0 and int weak) yield return $"variance_reduction is below {LeastReduction.ToString(System.Globalization.CultureInfo.InvariantCulture)} in {weak} of {rows.Count} rows of comparison.csv: pairing gained little there";
    }
}
