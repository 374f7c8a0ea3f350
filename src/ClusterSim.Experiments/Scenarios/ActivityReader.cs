using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds the activities of a scenario: what each is, from whom it buys and to what it is related.</summary>
internal sealed class ActivityReader(Binder binder)
{
    /// <summary>What is left of sales must pay wages, rent and research.</summary>
    private const double MostInputs = 0.8;

    /// <summary>The activities; an empty list, with a problem, where the file states none that can be read.</summary>
    public List<ActivitySetup> Read(Node list)
    {
        var activities = new List<ActivitySetup>();
        var places = new List<MapNode>();
        IReadOnlyList<ParameterDeclaration> parameters = Catalogue.ParametersOf(typeof(ActivitySetup));
        foreach (Node item in binder.List(list, "activities"))
        {
            if (binder.Map(item, "an activity") is not MapNode map) continue;
            binder.CheckKeys(map, "an activity", Keyword.Activity, parameters);
            string name = binder.Name(map, "name", "an activity");
            var activity = new ActivitySetup
            {
                Name = name,
                SuppliesTo = binder.Text(map["supplies-to"], "supplies-to") ?? "",
                Regime = binder.Word(map["regime"], "regime", Enum.GetNames<Regime>().Select(Catalogue.Kebab)) == "high-tech" ? Regime.HighTech : Regime.Traditional,
                Inputs = Shares(map["inputs"], $"{name}.inputs"),
                Related = Shares(map["related"], $"{name}.related"),
            };
            binder.Fill(activity, parameters, map, name);
            if (activities.Exists(other => other.Name == name)) binder.Report(map["name"] ?? map, ErrorCodes.DuplicateName, $"activity {name} stands here a second time");
            activities.Add(activity);
            places.Add(map);
        }
        if (activities.Count == 0) binder.Report(list, ErrorCodes.MissingKey, "at least one activity is needed");
        for (int i = 0; i < activities.Count; i++) Check(activities, places, i);
        return activities;
    }

    private Dictionary<string, double> Shares(Node? node, string what)
    {
        var shares = new Dictionary<string, double>();
        foreach ((ValueNode key, Node value) in binder.Map(node, what)?.Entries ?? [])
            if (binder.Number(value, $"{what}.{key.Text}", "share", 0, 1) is double share) shares[key.Text] = share;
        return shares;
    }

    private void Check(List<ActivitySetup> activities, List<MapNode> places, int row)
    {
        ActivitySetup activity = activities[row];
        string[] names = [.. activities.Select(other => other.Name)];
        bool known = true;
        if (activity.SuppliesTo.Length > 0) known = binder.Word(places[row]["supplies-to"], "supplies-to", names, ErrorCodes.UnknownName) is not null;
        foreach (string key in (string[])["inputs", "related"])
            foreach ((ValueNode name, _) in (places[row][key] as MapNode)?.Entries ?? [])
                known &= binder.Word(name, $"{activity.Name}.{key}", names, ErrorCodes.UnknownName) is not null;
        if (!known) return;
        Node place = places[row]["supplies-to"] ?? places[row]["inputs"] ?? places[row];
        string[] suppliers = [.. Suppliers(activities, activity).Distinct()];
        if (suppliers.Contains(activities[0].Name)) binder.Report(place, ErrorCodes.Inconsistent, "the first activity is the focal one and sells to final demand");
        if (SuppliesItself(activities, activity)) binder.Report(place, ErrorCodes.Inconsistent, $"{activity.Name} supplies itself in the end");
        if (suppliers.Length > SupplyLinks.Capacity)
            binder.Report(place, ErrorCodes.Inconsistent, $"{activity.Name} buys from {suppliers.Length} activities: a firm keeps up {SupplyLinks.Capacity} supply links at most");
        double spent = activity.Inputs.Values.Sum() + activities.Where(other => other.SuppliesTo == activity.Name && !activity.Inputs.ContainsKey(other.Name)).Sum(other => other.InputShare);
        if (spent > MostInputs) binder.Report(place, ErrorCodes.Inconsistent, $"{activity.Name} spends {spent:0.##} of its sales on inputs: at most {MostInputs:0.##} leaves something for wages and rent");
    }

    private static IEnumerable<string> Suppliers(List<ActivitySetup> activities, ActivitySetup buyer) =>
        activities.Where(other => other.SuppliesTo == buyer.Name).Select(other => other.Name).Concat(buyer.Inputs.Keys);

    /// <summary>True if the chain of suppliers of <paramref name="start"/> comes back to it.</summary>
    private static bool SuppliesItself(List<ActivitySetup> activities, ActivitySetup start)
    {
        var seen = new HashSet<string>(); // each buyer once: there may be far more chains than activities
        var left = new Stack<string>([start.Name]);
        while (left.TryPop(out string? buyer))
            foreach (string supplier in activities.Find(activity => activity.Name == buyer) is ActivitySetup setup ? Suppliers(activities, setup) : [])
            {
                if (supplier == start.Name) return true;
                if (seen.Add(supplier)) left.Push(supplier);
            }
        return false;
    }
}
