using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Reads the coefficients of early-warning scores.</summary>
internal sealed class WarningReader(Binder binder)
{
    private const double Wide = 1e9;

    private static readonly Lazy<WarningModel> BuiltIn = new(Load);

    /// <summary>What comes with the program for a panel with firms and jobs: by it histories are scored whose scenario states no
    /// coefficients of its own.</summary>
    public static WarningModel Shipped => BuiltIn.Value;

    /// <summary>A score with the features that it names.</summary>
    /// <param name="known">Names that they may have.</param>
    public WarningModel Read(MapNode map, string name, IReadOnlyList<CellFeature> known)
    {
        var terms = new List<WarningTerm>();
        foreach (Node item in binder.List(map["features"], "features"))
            if (binder.Map(item, "a feature") is MapNode term) terms.Add(Term(term, known, terms));
        if (map["features"] is null) binder.Report(map, ErrorCodes.MissingKey, "features is missing");
        return new WarningModel(name, binder.Text(map["needs"], "needs") ?? "", Value(map, "intercept"), terms);
    }

    private WarningTerm Term(MapNode map, IReadOnlyList<CellFeature> known, List<WarningTerm> before)
    {
        binder.CheckKeys(map, "a feature", Keyword.WarningTerm);
        string name = binder.Word(map["feature"], "feature", known.Select(feature => feature.Name), ErrorCodes.UnknownName) ?? "";
        if (map["feature"] is null) binder.Report(map, ErrorCodes.MissingKey, "a feature lacks its name: feature: ...");
        if (name.Length > 0 && before.Exists(term => term.Name == name)) binder.Report(map["feature"]!, ErrorCodes.DuplicateName, $"{name} stands here a second time");
        double low = Value(map, "low"), high = Value(map, "high");
        if (low > high) binder.Report(map["low"] ?? map, ErrorCodes.Inconsistent, $"{name}: low is above high");
        return new WarningTerm(name, binder.Text(map["unit"], "unit") ?? "", Value(map, "mean"), Value(map, "sd"), low, high, Value(map, "coefficient"), map["se"] is null ? 0 : Value(map, "se"));
    }

    private double Value(MapNode map, string key)
    {
        if (map[key] is null) binder.Report(map, ErrorCodes.MissingKey, $"{key} is missing");
        return binder.Number(map[key], key, "1", -Wide, Wide) ?? 0;
    }

    private static WarningModel Load()
    {
        using Stream stream = typeof(WarningReader).Assembly.GetManifestResourceStream("early-warning.yaml")!;
        using var text = new StreamReader(stream);
        var problems = new List<Problem>();
        MapNode? root = YamlTree.Read("early-warning.yaml", text.ReadToEnd(), problems);
        // The first is the one for panels with firms and jobs.
        if ((root?["models"] as ListNode)?.Items[0] is not MapNode first) throw new ScenarioException(problems);
        WarningModel model = new WarningReader(new Binder(problems)).Read(first, "public", CellFeatures.All);
        return problems.Count == 0 ? model : throw new ScenarioException(problems);
    }
}
