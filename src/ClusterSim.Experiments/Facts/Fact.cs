using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Facts;

/// <summary>A fact about real firms, industries or clusters that the model must reproduce.</summary>
/// <param name="Kind">imposed = a parameter all but sets it, targeted = used in calibration, emergent = neither; discriminator = tells
/// theories apart, reported and not judged.</param>
/// <param name="Preset">The scenario that it is measured in: a theory, or silicon-valley, or patchwork.</param>
/// <param name="Statistic">Name in <see cref="HistoryStatistics.Values"/>.</param>
/// <param name="Low">Lower end of the band; minus infinity where only the other side matters.</param>
/// <param name="Status">empty, or <c>to verify</c> where a figure was quoted from memory.</param>
public sealed record Fact(string Id, string Name, string Kind, string Preset, string Statistic, string Estimator, double Low, double High, string Source, string Status)
{
    /// <summary>Why it cannot be computed yet; empty if it is.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Whether a sign is all that is claimed: the band ends at zero and is open on the other side.</summary>
    public bool IsSign => (Low == 0 && double.IsPositiveInfinity(High)) || (High == 0 && double.IsNegativeInfinity(Low));

    /// <summary>Whether the verdict on it counts.</summary>
    public bool IsJudged => Kind != "discriminator" && Missing.Length == 0;

    /// <summary>The file of <see cref="Preset"/>, below scenarios/.</summary>
    public string Scenario => FileOf(Preset);

    /// <summary>The file of a preset: a theory's, a case's where venture capital is at work, or a country of many related trades.</summary>
    public static string FileOf(string preset) => preset switch
    {
        "silicon-valley" => "cases/silicon-valley.yaml",
        "patchwork" => "starter/patchwork.yaml",
        _ => $"theories/{preset}.yaml",
    };

    /// <summary>Every fact, from the file beside this one.</summary>
    /// <exception cref="ScenarioException">The file is broken.</exception>
    public static IReadOnlyList<Fact> All { get; } = Load();

    private static List<Fact> Load()
    {
        using Stream stream = typeof(Fact).Assembly.GetManifestResourceStream("facts.yaml")!;
        using var reader = new StreamReader(stream);
        var problems = new List<Problem>();
        var binder = new Binder(problems);
        MapNode? root = YamlTree.Read("facts.yaml", reader.ReadToEnd(), problems);
        var facts = new List<Fact>();
        foreach (Node item in binder.List(root?["facts"], "facts"))
            if (binder.Map(item, "a fact") is MapNode map) facts.Add(Read(binder, map));
        return problems.Count == 0 ? facts : throw new ScenarioException(problems);
    }

    private static Fact Read(Binder binder, MapNode map)
    {
        string Word(string key) => binder.Text(map[key], key) ?? "";
        double End(string key, double open) => binder.Number(map[key], key, "1", -1e9, 1e9) ?? open;
        return new Fact(Word("id"), Word("name"), Word("kind"), Word("preset") is { Length: > 0 } preset ? preset : "full", Word("statistic"), Word("estimator"),
            End("low", double.NegativeInfinity), End("high", double.PositiveInfinity), Word("source"), Word("status")) { Missing = Word("missing") };
    }
}
