using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Effects;

/// <summary>What switching a part is claimed to move: one indicator, in one scenario, at one date.</summary>
/// <param name="Part">Name of the mechanism or instrument.</param>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Scenario">File of the scenario, relative to <c>scenarios/</c>.</param>
/// <param name="Year">Year of the history at which it is measured; for instruments years after the start.</param>
/// <param name="Place">all = the country, target = the region helped.</param>
/// <param name="Reason">Why the part must leave the indicator as it was, to the last bit; empty = it must move it.</param>
public sealed record EffectClaim(string Part, string Indicator, string Scenario, int Year, string Place, string Reason)
{
    /// <summary>Mechanisms that are off in both histories of a pair, so that the part has nothing to act on.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Year in which an instrument starts; -1 = when the region enters growth.</summary>
    public int StartYear { get; init; } = -1;

    /// <summary>Region that it helps; "focal" = the one in focus.</summary>
    public string Region { get; init; } = "focal";

    /// <summary>Months for which it acts.</summary>
    public int Months { get; init; } = 60;

    /// <summary>True for a part that is claimed to move nothing.</summary>
    public bool IsZero => Reason.Length > 0;

    /// <summary>Every claim, from the file beside this one.</summary>
    /// <exception cref="ScenarioException">The file is broken.</exception>
    public static IReadOnlyList<EffectClaim> All { get; } = Load();

    private static List<EffectClaim> Load()
    {
        using Stream stream = typeof(EffectClaim).Assembly.GetManifestResourceStream("effects.yaml")!;
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        var binder = new Binder(problems);
        MapNode? root = YamlTree.Read("effects.yaml", reader.ReadToEnd(), problems);
        var claims = new List<EffectClaim>();
        foreach (Node item in binder.List(root?["effects"], "effects"))
            if (binder.Map(item, "an effect") is MapNode map)
                claims.Add(new EffectClaim(binder.Text(map["part"], "part") ?? "", binder.Text(map["indicator"], "indicator") ?? "",
                    binder.Text(map["scenario"], "scenario") ?? "starter/default.yaml", (int)(binder.Number(map["year"], "year", "1", 1, 200, whole: true) ?? 40),
                    binder.Text(map["place"], "place") ?? "all", binder.Text(map["zero-because"], "zero-because") ?? "")
                {
                    Without = [.. (map["without"] is Node off ? binder.List(off, "without") : []).Select(name => binder.Text(name, "a mechanism") ?? "")],
                    StartYear = (int)(binder.Number(map["start-year"], "start-year", "1", 0, 200, whole: true) ?? -1),
                    Region = binder.Text(map["region"], "region") ?? "focal",
                    Months = (int)(binder.Number(map["months"], "months", "1", 1, 600, whole: true) ?? 60),
                });
        return problems.Count == 0 ? claims : throw new ScenarioException(problems);
    }
}
