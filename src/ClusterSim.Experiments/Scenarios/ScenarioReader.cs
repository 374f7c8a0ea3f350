using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds the tree of a scenario to a configuration of the model.</summary>
internal sealed class ScenarioReader(Binder binder)
{
    private const int MostYears = 200;

    private ModelConfiguration _configuration = new();

    /// <summary>The scenario without its control.</summary>
    public Scenario Read(MapNode root)
    {
        binder.CheckKeys(root, "a scenario", Keyword.Scenario);
        string name = binder.Name(root, "scenario", "the file");
        int years = (int)(binder.Number(root["years"], "years", "year", 1, MostYears, whole: true) ?? 50);
        Past? past = ReadPast(binder.Map(root["past"], "past"));
        _configuration = new ModelConfiguration { Country = ReadCountry(root), Months = 12 * years + (past?.Months ?? 0), Tick = ReadTick(root) };
        _configuration = _configuration with { Regions = ReadRegions(root) };
        _configuration = _configuration with { Activities = ReadActivities(root) };
        _configuration = _configuration with { Mechanisms = ReadMechanisms(root) };
        CheckReference(root);
        _configuration = _configuration with { EarlyWarning = ReadWarning(root) };
        _configuration = _configuration with { Institutions = new InstitutionReader(binder, _configuration).Read(binder.List(root["institutions"], "institutions")) };
        _configuration = _configuration with { Shocks = new ShockReader(binder, _configuration).Read(binder.List(root["shocks"], "shocks")) };
        var policies = new PolicyReader(binder, _configuration, past?.Months ?? 0);
        List<Intervention> lines = policies.ReadList(binder.List(root["policies"], "policies"));
        List<Intervention> agencies = new AgencyReader(binder, _configuration, past?.Months ?? 0).Read(binder.List(root["agencies"], "agencies"));
        foreach (Intervention each in agencies.Where(each => lines.Exists(line => line.Name == each.Name)))
            binder.Report(root["agencies"]!, ErrorCodes.DuplicateName, $"a policy is called {each.Name} as well, as what an agency does: give one of them another name");
        _configuration = _configuration with { Policies = [.. lines, .. agencies] };
        return new Scenario
        {
            Name = name,
            File = root.File,
            Title = binder.Text(root["title"], "title") ?? "",
            Story = binder.Text(root["story"], "story") ?? "",
            Configuration = _configuration,
            Past = past,
            Expectations = new ExpectationReader(binder, _configuration).Read(binder.List(root["expect"], "expect"), root["control"] is not null),
        };
    }

    private Pace ReadTick(MapNode root) => binder.Word(root["tick"], "tick", Keyword.Ticks) == Keyword.Ticks[1] ? Pace.Quarter : Pace.Month;

    private Past? ReadPast(MapNode? map)
    {
        if (map is null) return null;
        binder.CheckKeys(map, "past", Keyword.Past);
        double seed = binder.Number(map["seed"], "past.seed", "1", 0, 1e15, whole: true) ?? 1;
        double replication = binder.Number(map["replication"], "past.replication", "1", 0, 1e6, whole: true) ?? 0;
        if (map["years"] is null) binder.Report(map, ErrorCodes.MissingKey, "past lacks years");
        double years = binder.Number(map["years"], "past.years", "year", 1, MostYears, whole: true) ?? 1;
        return new Past((ulong)seed, (int)replication, 12 * (int)years);
    }

    private CountrySetup ReadCountry(MapNode root)
    {
        var country = new CountrySetup();
        IReadOnlyList<ParameterDeclaration> parameters = Catalogue.ParametersOf(typeof(CountrySetup));
        if (binder.Map(root["country"], "country") is not MapNode map) return country;
        binder.CheckKeys(map, "country", [], parameters);
        binder.Fill(country, parameters, map, "country");
        return country;
    }

    private List<RegionSetup> ReadRegions(MapNode root)
    {
        var regions = new List<RegionSetup>();
        IReadOnlyList<ParameterDeclaration> parameters = Catalogue.ParametersOf(typeof(RegionSetup));
        IReadOnlyList<Node> items = binder.List(root["regions"], "regions");
        double shares = 0;
        foreach (Node item in items)
        {
            if (binder.Map(item, "a region") is not MapNode map) continue;
            binder.CheckKeys(map, "a region", Keyword.Region, parameters);
            var region = new RegionSetup { Name = binder.Name(map, "name", "a region") };
            binder.Fill(region, parameters, map, region.Name);
            if (regions.Exists(other => other.Name == region.Name)) binder.Report(map["name"] ?? map, ErrorCodes.DuplicateName, $"region {region.Name} stands here a second time");
            shares += region.PopulationShare ?? 0;
            regions.Add(region);
        }
        if (regions.Count > _configuration.Country.Regions)
            binder.Report(root["regions"]!, ErrorCodes.Inconsistent, $"{regions.Count} regions are named, but country.regions = {_configuration.Country.Regions}");
        if (shares > 1 || regions.Count == _configuration.Country.Regions && regions.TrueForAll(region => region.PopulationShare is not null) && shares < 0.999)
            binder.Report(root["regions"]!, ErrorCodes.Inconsistent, $"the population shares add up to {shares:0.###}: they must leave something for the others and be 1 where all are stated");
        return regions;
    }

    private IReadOnlyList<ActivitySetup> ReadActivities(MapNode root) =>
        root["activities"] is Node list && new ActivityReader(binder).Read(list) is { Count: > 0 } activities ? activities : _configuration.Activities;

    private Dictionary<string, object?> ReadMechanisms(MapNode root)
    {
        var mechanisms = new Dictionary<string, object?>();
        if (binder.Map(root["mechanisms"], "mechanisms") is not MapNode map) return mechanisms;
        string[] names = [.. ClusterModel.Mechanisms.Select(part => part.Name)];
        foreach ((ValueNode key, Node value) in map.Entries)
        {
            Part? part = ClusterModel.Catalogue.Find("mechanism", key.Text);
            if (part is null || !names.Contains(key.Text))
            {
                binder.Report(key, ErrorCodes.UnknownName, $"no mechanism is called \"{Quantity.Shorten(key.Text)}\"{Nearest.Hint(key.Text, names)}");
                continue;
            }
            if (value is ValueNode)
            {
                if (binder.Switch(value, key.Text) == false) mechanisms[key.Text] = null;
                continue;
            }
            if (binder.Map(value, key.Text) is not MapNode parameters) continue;
            binder.CheckKeys(parameters, key.Text, [], part.Parameters);
            if (part.DefaultParameters() is not object record) continue;
            binder.Fill(record, part.Parameters, parameters, key.Text);
            mechanisms[key.Text] = record;
        }
        return mechanisms;
    }

    private WarningModel? ReadWarning(MapNode root)
    {
        if (root["early-warning"] is ValueNode word) return binder.Switch(word, "early-warning") == false ? null : WarningReader.Shipped;
        if (binder.Map(root["early-warning"], "early-warning") is not MapNode map) return WarningReader.Shipped;
        binder.CheckKeys(map, "early-warning", Keyword.EarlyWarning);
        return new WarningReader(binder).Read(map, WarningReader.Shipped.Name, CellFeatures.All);
    }

    private void CheckReference(MapNode root)
    {
        if (_configuration.Country is { ReferenceShare: 0, Regions: < 6 })
            binder.Report(root["country"] ?? root, ErrorCodes.MissingKey,
                $"country.reference-share must be stated with {_configuration.Country.Regions} regions: in so small a country the activity's own share is no yardstick");
    }
}
