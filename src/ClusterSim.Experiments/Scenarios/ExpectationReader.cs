using ClusterSim.Experiments.Cases;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds what a case must show.</summary>
internal sealed class ExpectationReader(Binder binder, ModelConfiguration configuration)
{
    public List<Expectation> Read(IReadOnlyList<Node> items, bool hasControl)
    {
        var expectations = new List<Expectation>();
        foreach (Node item in items)
        {
            if (binder.Map(item, "an expectation") is not MapNode map) continue;
            binder.CheckKeys(map, "an expectation", Keyword.Expectation);
            foreach (string needed in new[] { "claim", "statistic", "passes" })
                if (map[needed] is null) binder.Report(map, ErrorCodes.MissingKey, $"an expectation lacks {needed}");
            string? statistic = binder.Word(map["statistic"], "statistic", CaseStatistics.All.Keys, ErrorCodes.UnknownName);
            string? against = binder.Word(map["against"], "against", Enum.GetNames<Against>().Select(Catalogue.Kebab));
            (string Operator, double Value)? passes = Comparison.Read(binder, map["passes"], "passes");
            double month = binder.Number(map["at"], "at", "month", 3, configuration.Months, whole: true) ?? configuration.Months;
            Against kind = against is null ? Against.None : Enum.GetValues<Against>().First(value => Catalogue.Kebab(value.ToString()) == against);
            if (kind != Against.None && !hasControl) binder.Report(map["against"]!, ErrorCodes.Inconsistent, $"against {against}: the scenario states no control");
            Beginning? from = ReadBeginning(binder.Map(map["from"], "from"));
            string region = PlaceNames.Region(binder, configuration, map["region"]) ?? "";
            if (statistic is null || passes is not (string sign, double value)) continue;
            expectations.Add(new Expectation(binder.Text(map["claim"], "claim") ?? "", statistic, region, (int)month / 3 * 3, from, kind, sign, value,
                binder.Switch(map["gating"], "gating") ?? true, map.Line));
        }
        return expectations;
    }

    private Beginning? ReadBeginning(MapNode? map)
    {
        if (map is null) return null;
        binder.CheckKeys(map, "from", Keyword.Beginning);
        foreach (Keyword needed in Keyword.Beginning)
            if (map[needed.Name] is null) binder.Report(map, ErrorCodes.MissingKey, $"from lacks {needed.Name}");
        string? statistic = binder.Word(map["statistic"], "statistic", CaseStatistics.All.Keys, ErrorCodes.UnknownName);
        double? month = binder.Number(map["at"], "at", "month", 3, configuration.Months, whole: true);
        return statistic is not null && month is double at && Comparison.Read(binder, map["passes"], "passes") is (string sign, double value)
            ? new Beginning(statistic, (int)at / 3 * 3, sign, value) : null;
    }
}
