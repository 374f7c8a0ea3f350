using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>Holds a results folder against its manifest, and some of its histories against themselves run again.</summary>
internal static class Verification
{
    /// <summary>A file that is not as the manifest says, and how.</summary>
    public sealed record FileProblem(string File, string Problem);

    /// <summary>One history run again.</summary>
    public sealed record HistoryCheck(string Scenario, int Replication, string Stored, string Again)
    {
        public bool Same => Stored == Again;
    }

    /// <summary>Every file that is missing or changed, by name.</summary>
    public static IReadOnlyList<FileProblem> Files(string folder, JsonNode manifest, Action<int> progress, CancellationToken cancel)
    {
        var problems = new List<FileProblem>();
        int done = 0;
        foreach ((string name, JsonNode? said) in manifest["files"]!.AsObject())
        {
            cancel.ThrowIfCancellationRequested();
            string path = Path.Combine(folder, name), expected = (string?)said?["sha256"] ?? "";
            if (!File.Exists(path)) problems.Add(new(name, "is missing"));
            else if (Sha256(path) is string found && found != expected) problems.Add(new(name, $"has changed since it was written: sha256 {found[..12]}... instead of {expected[..Math.Min(12, expected.Length)]}..."));
            progress(++done);
        }
        return problems;
    }

    /// <summary>Replications to run again, chosen at random by identity and seed, so that the choice can be repeated.</summary>
    /// <param name="replications">To choose from.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<int> replications, int count, string identity, ulong seed) =>
        [.. replications.OrderBy(replication => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{identity} {seed} {replication}")))))
            .Take(count).Order()];

    /// <summary>The digests of runs.csv by replication, in the order of scenarios; replications that broke off are left out.</summary>
    /// <exception cref="CommandException">The file is not one.</exception>
    public static IReadOnlyDictionary<int, string[]> Digests(string folder, IReadOnlyList<string> scenarios)
    {
        using var text = new StreamReader(Path.Combine(folder, "runs.csv"));
        var reader = new CsvReader(text);
        string[] header = reader.Next() ?? [];
        int scenario = Array.IndexOf(header, "scenario_id"), replication = Array.IndexOf(header, "replication"), status = Array.IndexOf(header, "status"), digest = Array.IndexOf(header, "digest");
        if (new[] { scenario, replication, status, digest }.Contains(-1)) throw new CommandException(ExitCodes.CheckNotMet, "runs.csv lacks columns that it had");
        var digests = new SortedDictionary<int, string[]>();
        int line = 1;
        while (reader.Next() is string[] row)
        {
            line++;
            int arm = row.Length == header.Length ? scenarios.ToList().IndexOf(row[scenario]) : -1;
            if (arm < 0 || !int.TryParse(row[replication], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                throw new CommandException(ExitCodes.CheckNotMet, $"runs.csv:{line} is no row of a history of this study");
            if (row[status] != "completed") continue;
            if (!digests.TryGetValue(number, out string[]? all)) digests[number] = all = [.. scenarios.Select(_ => "")];
            all[arm] = row[digest];
        }
        return digests;
    }

    /// <summary>Runs replications again, with every arm.</summary>
    public static IReadOnlyList<HistoryCheck> Histories(StoredStudy stored, IReadOnlyList<int> replications, IReadOnlyDictionary<int, string[]> digests, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        var checks = new List<HistoryCheck>();
        Study study = stored.Study;
        executor.Run(replications.Count, Worker, again =>
        {
            for (int scenario = 0; scenario < again.Digests.Count; scenario++)
                checks.Add(new HistoryCheck(scenario == 0 ? study.BaselineName : study.Arms[scenario - 1].Name, again.Replication, digests[again.Replication][scenario], again.Digests[scenario]));
        }, progress, cancel);
        return checks;

        Func<int, (int Replication, IReadOnlyList<string> Digests)> Worker()
        {
            var runner = new PairRunner(study);
            return item => Again(runner, study, replications[item], cancel);
        }
    }

    private static (int Replication, IReadOnlyList<string> Digests) Again(PairRunner runner, Study study, int replication, CancellationToken cancel)
    {
        try
        {
            Outcome outcome = runner.Run(replication, cancel);
            return (replication, [outcome.Baseline.Digest, .. outcome.Arms.Select(arm => arm.Summary.Digest)]);
        }
        catch (Exception failure) when (failure is not OperationCanceledException) // of another version of the model, most likely
        {
            return (replication, [.. Enumerable.Repeat($"broke off: {failure.Message}", study.Arms.Count + 1)]);
        }
    }

    private static string Sha256(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
