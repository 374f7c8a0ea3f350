using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Briefing;

/// <summary>A claim of the briefing from which the project started, and what answers to it.</summary>
/// <param name="Id">B01 to B68, R1 to R4.</param>
/// <param name="Claim">The claim, in our words.</param>
/// <param name="Answers">Names of parts, facts, statistics or scenarios.</param>
/// <param name="Run">Words of the command that shows it, without the program's name.</param>
/// <param name="Shows">What to look at.</param>
public sealed record BriefingRow(string Id, string Claim, IReadOnlyList<string> Answers, string Run, string Shows)
{
    /// <summary>The briefing, as it is cited.</summary>
    public const string Source = "The Cluster Effect: how clusters policy can make the UK more competitive, AIM 2005";

    /// <summary>Every row, from the file beside this one.</summary>
    /// <exception cref="ScenarioException">The file is broken.</exception>
    public static IReadOnlyList<BriefingRow> All { get; } = Load();

    private static List<BriefingRow> Load()
    {
        using Stream stream = typeof(BriefingRow).Assembly.GetManifestResourceStream("briefing.yaml")!;
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        var binder = new Binder(problems);
        MapNode? root = YamlTree.Read("briefing.yaml", reader.ReadToEnd(), problems);
        var rows = new List<BriefingRow>();
        foreach (Node item in binder.List(root?["rows"], "rows"))
            if (binder.Map(item, "a row") is MapNode map)
                rows.Add(new BriefingRow(binder.Text(map["id"], "id") ?? "", binder.Text(map["claim"], "claim") ?? "",
                    [.. binder.List(map["answers"], "answers").Select(answer => binder.Text(answer, "answers") ?? "")],
                    binder.Text(map["run"], "run") ?? "", binder.Text(map["shows"], "shows") ?? ""));
        return problems.Count == 0 ? rows : throw new ScenarioException(problems);
    }
}
