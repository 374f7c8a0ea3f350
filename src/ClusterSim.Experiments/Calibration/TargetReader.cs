using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Calibration;

/// <summary>Binds targets: statistics and facts by name, and indicators at a date and place, with an observation and its standard
/// deviation or with a band.</summary>
/// <param name="configuration">Of the scenario; null = it could not be read, and places and dates are not checked.</param>
internal sealed class TargetReader(Binder binder, ModelConfiguration? configuration)
{
    private static readonly IReadOnlyList<Keyword> Keys =
    [
        new("statistic", "text", "A statistic of validate --facts"),
        new("fact", "text", "A fact by its id: its statistic and its band"),
        new("indicator", "text", "An indicator, with year and region"),
        new("region", "text", "all, focal, or a name"),
        new("year", "count", "Year of the history"),
        new("value", "value", "What was observed"),
        new("sd", "value", "Its standard deviation"),
        new("low", "value", "Lower end of a band"),
        new("high", "value", "Upper end of a band"),
        new("name", "text", "A name for tables and files"),
    ];

    private static readonly string[] Kinds = ["statistic", "fact", "indicator"], OfIndicators = ["region", "year"];

    /// <summary>The targets of a file, or the facts that the full model is judged by; with problems where they cannot be read.</summary>
    /// <param name="root">The file; null = there is none.</param>
    /// <param name="file">Its name.</param>
    public IReadOnlyList<CalibrationTarget> Read(MapNode? root, string file)
    {
        if (root is null || root["targets"] is null)
            return [.. Fact.All.Where(fact => fact.IsJudged && fact.Preset == "full" && !fact.IsSign).DistinctBy(fact => fact.Statistic).Select(fact => Of(fact, fact.Statistic))];
        var read = new List<CalibrationTarget>();
        foreach (Node item in binder.List(root["targets"], "targets"))
        {
            if (binder.Map(item, "a target") is not MapNode map || One(map) is not CalibrationTarget target) continue;
            if (read.Exists(each => each.Name == target.Name)) binder.Report(map, ErrorCodes.DuplicateName, $"there are two targets called {target.Name}: give one of them a name");
            else read.Add(target);
        }
        if (read.Count == 0 && binder.Problems.Count == 0) binder.Report(root["targets"]!, ErrorCodes.MissingKey, $"{file} states no target");
        return read;
    }

    private static CalibrationTarget Of(Fact fact, string name) => CalibrationTarget.Banded(name, fact.Statistic, "", "", 0, fact.Low, fact.High);

    private CalibrationTarget? One(MapNode map)
    {
        int before = binder.Problems.Count;
        binder.CheckKeys(map, "a target", Keys);
        string[] kinds = [.. Kinds.Where(kind => map[kind] is not null)];
        if (kinds.Length != 1)
        {
            binder.Report(map, kinds.Length == 0 ? ErrorCodes.MissingKey : ErrorCodes.Inconsistent, "a target names one of statistic, fact and indicator");
            return null;
        }
        string statistic = "", indicator = "", region = "", name = "";
        int year = 0;
        Fact? fact = null;
        switch (kinds[0])
        {
            case "fact":
                Fact[] usable = [.. Fact.All.Where(each => each.Missing.Length == 0)];
                string? id = binder.Word(map["fact"], "fact", usable.Select(each => each.Id), ErrorCodes.UnknownName);
                fact = usable.FirstOrDefault(each => each.Id == id);
                (statistic, name) = (fact?.Statistic ?? "", id ?? "");
                break;
            case "statistic":
                statistic = name = binder.Word(map["statistic"], "statistic", StatisticDefinition.All.Select(each => each.Name), ErrorCodes.UnknownName) ?? "";
                break;
            default:
                indicator = binder.Word(map["indicator"], "indicator", ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name), ErrorCodes.UnknownName) ?? "";
                (region, year) = Place(map);
                name = $"{indicator}-{region}-{year}";
                break;
        }
        if (kinds[0] != "indicator")
            foreach (string key in OfIndicators.Where(key => map[key] is not null)) binder.Report(map[key]!, ErrorCodes.Inconsistent, $"{key} goes with an indicator; a {kinds[0]} says itself where it is measured");
        if (map["name"] is not null) name = binder.Name(map, "name", "a target");
        CalibrationTarget? target = Ends(map, fact, (low, high) => CalibrationTarget.Banded(name, statistic, indicator, region, year, low, high),
            (value, sd) => CalibrationTarget.Observed(name, statistic, indicator, region, year, value, sd));
        return binder.Problems.Count == before ? target : null;
    }

    private (string Region, int Year) Place(MapNode map)
    {
        string[] names = configuration is null ? [] : [.. Enumerable.Range(0, Math.Max(configuration.Country.Regions, configuration.Regions.Count)).Select(i => i < configuration.Regions.Count ? configuration.Regions[i].Name : $"region-{i + 1}")];
        string region = map["region"] is null ? "all" : configuration is null ? binder.Text(map["region"], "region") ?? "" : binder.Word(map["region"], "region", ["all", "focal", .. names], ErrorCodes.UnknownName) ?? "";
        if (map["year"] is null) binder.Report(map, ErrorCodes.MissingKey, "an indicator lacks year");
        return (region, (int)(binder.Number(map["year"], "year", "1", 1, configuration is null ? 200 : configuration.Months / 12, whole: true) ?? 0));
    }

    private CalibrationTarget? Ends(MapNode map, Fact? fact, Func<double, double, CalibrationTarget> banded, Func<double, double, CalibrationTarget> observed)
    {
        double? Number(string key, double min) => binder.Number(map[key], key, "1", min, 1e15);
        double? value = Number("value", -1e15), sd = Number("sd", 0), low = Number("low", -1e15), high = Number("high", -1e15);
        bool isPoint = map["value"] is not null || map["sd"] is not null, isBand = map["low"] is not null || map["high"] is not null;
        if (isPoint && isBand) binder.Report(map, ErrorCodes.Inconsistent, "a target has value and sd, or low and high");
        else if (isPoint && (map["value"] is null || map["sd"] is null)) binder.Report(map, ErrorCodes.MissingKey, $"a target with {(map["value"] is null ? "sd lacks value" : "value lacks sd, its standard deviation")}");
        else if (sd == 0) binder.Report(map["sd"]!, ErrorCodes.OutOfRange, "sd = 0: an observation without error can never be met; state a standard deviation above 0");
        else if (low >= high) binder.Report(map["low"]!, ErrorCodes.OutOfRange, $"low = {low}: it must be below high = {high}");
        else if (!isPoint && !isBand && fact is null && map["fact"] is null) binder.Report(map, ErrorCodes.MissingKey, "a target lacks value and sd, or low or high");
        else if (isPoint) return value is double at && sd is double error ? observed(at, error) : null;
        else if (!isBand && fact is null) return null; // its name is wrong, and has been reported
        else return banded(isBand ? low ?? double.NegativeInfinity : fact!.Low, isBand ? high ?? double.PositiveInfinity : fact!.High);
        return null;
    }
}
