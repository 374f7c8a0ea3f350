using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds the universities, laboratories, training centres and procurement sites of a scenario.</summary>
internal sealed class InstitutionReader(Binder binder, ModelConfiguration configuration)
{
    public List<InstitutionSetup> Read(IReadOnlyList<Node> items)
    {
        var institutions = new List<InstitutionSetup>();
        IReadOnlyList<ParameterDeclaration> parameters = Catalogue.ParametersOf(typeof(InstitutionSetup));
        string[] kinds = [.. Enum.GetNames<InstitutionKind>().Select(Catalogue.Kebab)];
        foreach (Node item in items)
        {
            if (binder.Map(item, "an institution") is not MapNode map) continue;
            binder.CheckKeys(map, "an institution", Keyword.Institution, parameters);
            foreach (string key in (string[])["kind", "region"])
                if (map[key] is null) binder.Report(map, ErrorCodes.MissingKey, $"an institution lacks {key}");
            string name = binder.Name(map, "name", "an institution");
            string? kind = binder.Word(map["kind"], "kind", kinds);
            var institution = new InstitutionSetup
            {
                Name = name,
                Kind = kind is null ? InstitutionKind.University : (InstitutionKind)Array.IndexOf(kinds, kind),
                Region = PlaceNames.Region(binder, configuration, map["region"]) ?? "",
                Activity = PlaceNames.Activity(binder, configuration, map["activity"]) ?? "",
            };
            binder.Fill(institution, parameters, map, name);
            if (institutions.Exists(other => other.Name == name)) binder.Report(map["name"] ?? map, ErrorCodes.DuplicateName, $"institution {name} stands here a second time");
            if (kind == "procurement-site" && institution.Purchases == 0) binder.Report(map, ErrorCodes.MissingKey, $"{name} is a procurement site and lacks purchases");
            institutions.Add(institution);
        }
        return institutions;
    }
}
