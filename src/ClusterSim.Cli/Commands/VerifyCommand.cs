using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>verify</c>: are these results what the program gives, or has something changed since?</summary>
internal static class VerifyCommand
{
    private const int Usual = 5;

    public static Command Create()
    {
        var results = new Argument<string>("results") { Description = "A results folder, or a bundle that clustersim export wrote" };
        results.Validators.Add(RunOptions.RefuseOptions);
        var histories = RunOptions.Count("--histories", "-n", $"Replications to run again, each with every arm ({Usual} if left out)");
        var json = new Option<bool>("--json") { Description = "The same as JSON: files that differ, and every history run again" };
        var options = new RunOptions();
        options.Seed.Description = "Chooses other histories (0 if left out); the results keep the seed under which they were run";
        options.Quiet.Description = "No progress, and no word unless something differs";
        var command = new ExplainedCommand("verify", "Checks a results folder against its manifest, and some of its histories by running them again",
            "clustersim verify results/demo-1479a2        exit code 5 if anything differs",
            "clustersim verify paper.zip --histories 50   fifty replications of a bundle, each with every arm") { results, histories, options.Seed, options.Threads, json, options.Quiet, options.NoColor };
        command.SetAction(parsed =>
        {
            using var unpacked = new UnpackedResults(parsed.GetValue(results)!);
            var verify = new Session(parsed.GetValue(results)!, unpacked.Folder, parsed.GetValue(json), parsed.GetValue(options.Quiet), parsed.GetValue(options.NoColor));
            return verify.Run(parsed.GetValue(histories) ?? Usual, parsed.GetValue(options.Seed) ?? 0, AppHost.Build(parsed.GetValue(options.Threads), []).GetRequiredService<IExecutor>());
        });
        return command;
    }

    /// <summary>One call of the command.</summary>
    private sealed class Session(string name, string folder, bool json, bool quiet, bool plain)
    {
        private readonly JsonObject _said = new() { ["results"] = name };
        private bool _sound = true;

        public int Run(int count, ulong seed, IExecutor executor)
        {
            JsonNode manifest = StoredStudy.ManifestOf(folder);
            string model = (string?)manifest["clustersim"] ?? "unknown", commit = (string?)manifest["commit"] is { Length: > 7 } hash ? $", commit {hash[..7]}" : "";
            (_said["written_by"], _said["model"], _said["same_model"]) = (model, Versions.Model, model == Versions.Model);
            Say($"{name}: identity {(string?)manifest["identity"]}, written by ClusterSim {model}{commit}");
            if (model != Versions.Model) Say($"This is ClusterSim {Versions.Model}: another version of the model may well give other histories.");
            Files(manifest);
            try
            {
                Histories(StoredStudy.Read(folder, anyModel: true), count, seed, executor);
            }
            catch (Exception broken) when (broken is CommandException or FileNotFoundException)
            {
                Fail($"histories: none could be run again: {(broken is FileNotFoundException missing ? $"{Path.GetFileName(missing.FileName)} is missing" : broken.Message)}");
            }
            _said["pass"] = _sound;
            if (json) Console.Out.WriteLine(_said.ToJsonString(Reports.Indented));
            Say(_sound ? "verified" : "NOT VERIFIED");
            return _sound ? ExitCodes.Ok : ExitCodes.CheckNotMet;
        }

        private void Files(JsonNode manifest)
        {
            int files = manifest["files"]!.AsObject().Count;
            using var progress = new Progress("files", files, quiet || json, plain);
            IReadOnlyList<Verification.FileProblem> problems = Verification.Files(folder, manifest, progress.Report, Interruption.Token);
            progress.Dispose();
            _said["files"] = files;
            _said["file_problems"] = new JsonArray([.. problems.Select(each => (JsonNode)new JsonObject { ["file"] = each.File, ["problem"] = each.Problem })]);
            Say($"files: {files - problems.Count} of {files} as the manifest says");
            foreach (Verification.FileProblem problem in problems) Fail($"  {problem.File} {problem.Problem}");
        }

        private void Histories(StoredStudy stored, int count, ulong seed, IExecutor executor)
        {
            if (!stored.IsWhole) Fail("manifest.json: its identity is not that of the study and the scenarios that stand here");
            string[] scenarios = [stored.Study.BaselineName, .. stored.Study.Arms.Select(arm => arm.Name)];
            IReadOnlyDictionary<int, string[]> digests = Verification.Digests(folder, scenarios);
            IReadOnlyList<int> chosen = Verification.Choose([.. digests.Keys], count, stored.Identity, seed);
            using var progress = new Progress("histories again", chosen.Count, quiet || json, plain);
            IReadOnlyList<Verification.HistoryCheck> checks = Verification.Histories(stored, chosen, digests, executor, progress.Report, Interruption.Token);
            progress.Dispose();
            _said["histories"] = new JsonArray([.. checks.Select(each => (JsonNode)new JsonObject
                { ["scenario_id"] = each.Scenario, ["replication"] = each.Replication, ["stored"] = each.Stored, ["again"] = each.Again, ["same"] = each.Same })]);
            Say($"histories: replications {string.Join(", ", chosen)} of {string.Join(", ", scenarios)} run again: {checks.Count(each => each.Same)} of {checks.Count} digests are the same");
            foreach (Verification.HistoryCheck check in checks.Where(each => !each.Same)) Fail($"  {check.Scenario}, replication {check.Replication}: {check.Again} instead of {check.Stored}");
            if (checks.Count == 0) Fail("histories: runs.csv holds none that was completed");
        }

        private void Fail(string words)
        {
            _sound = false;
            Say(words);
        }

        /// <summary>With --quiet only what is wrong is of interest, and with --json it stands there.</summary>
        private void Say(string words)
        {
            if (!json && (!quiet || !_sound)) Console.Out.WriteLine(words);
        }
    }
}
