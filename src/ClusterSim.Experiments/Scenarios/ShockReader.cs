using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds the shocks of a scenario.</summary>
internal sealed class ShockReader(Binder binder, ModelConfiguration configuration)
{
    private static readonly string[] Dates = ["year", "month", "hazard"];

    public List<ShockEvent> Read(IReadOnlyList<Node> items)
    {
        var shocks = new List<ShockEvent>();
        foreach (Node item in items)
            if (binder.Map(item, "a shock") is MapNode map && ReadOne(map) is ShockEvent shock) shocks.Add(shock);
        return shocks;
    }

    private ShockEvent? ReadOne(MapNode map)
    {
        string[] kinds = [.. ClusterModel.Catalogue.OfKind("shock").Select(part => part.Name)];
        if (map["kind"] is null) binder.Report(map, ErrorCodes.MissingKey, $"a shock lacks kind: allowed {string.Join(", ", kinds)}");
        if (binder.Word(map["kind"], "kind", kinds, ErrorCodes.UnknownName) is not string kind) return null;
        Part part = ClusterModel.Catalogue.Find("shock", kind)!;
        binder.CheckKeys(map, kind, Keyword.Shock, part.Parameters);
        if (((ShockAttribute)part.Attribute).Local && map["region"] is null) binder.Report(map, ErrorCodes.MissingKey, $"{kind} happens in a region: name it");
        object? parameters = part.DefaultParameters();
        if (parameters is not null) binder.Fill(parameters, part.Parameters, map, kind);
        double? year = binder.Number(map["year"], "year", "year", 0, 1_000, whole: true);
        double? month = binder.Number(map["month"], "month", "month", 0, 12_000, whole: true) ?? 12 * year;
        double? hazard = binder.Number(map["hazard"], "hazard", "1 a year", 0, 12);
        if (map["year"] is null && map["month"] is null && map["hazard"] is null)
            binder.Report(map, ErrorCodes.MissingKey, $"{kind} says neither year, month nor hazard");
        if (Dates.Count(key => map[key] is not null) > 1)
            binder.Report(map, ErrorCodes.Inconsistent, $"{kind} says several of year, month and hazard: state one");
        if (month >= configuration.Months)
            binder.Report(map["year"] ?? map["month"]!, ErrorCodes.Unreachable, $"{kind} in month {month}: the history has {configuration.Months} months");
        return new ShockEvent
        {
            Kind = kind,
            Parameters = parameters,
            Region = PlaceNames.Region(binder, configuration, map["region"]) ?? "",
            Activity = PlaceNames.Activity(binder, configuration, map["activity"]) ?? "",
            Month = month is double date ? (int)date : -1,
            Hazard = hazard ?? 0,
        };
    }
}
