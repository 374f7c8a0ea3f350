using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Binds agencies: bodies with a budget and a list of priorities. An agency is no thing of its own in the model: each of its
/// priorities becomes an intervention that takes from the agency whatever it does not say itself, with its share of the budget.</summary>
/// <param name="past">Months of a past before which nothing can start.</param>
internal sealed class AgencyReader(Binder binder, ModelConfiguration configuration, int past)
{
    private const double Rounding = 1e-9;

    /// <summary>Keys of a policy that a priority may not have.</summary>
    private static readonly string[] AgencysOwn = ["name", "budget", "cap"];

    private readonly PolicyReader _policies = new(binder, configuration, past);

    /// <summary>The interventions of all agencies, in the order of the file: AGENCY, or AGENCY-1, AGENCY-2, ... if it has several priorities.</summary>
    public List<Intervention> Read(IReadOnlyList<Node> items)
    {
        var interventions = new List<Intervention>();
        var known = new HashSet<string>();
        foreach (Node item in items)
        {
            if (binder.Map(item, "an agency") is not MapNode agency) continue;
            string name = binder.Name(agency, "name", "an agency");
            if (!known.Add(name)) binder.Report(agency["name"] ?? agency, ErrorCodes.DuplicateName, $"agency {name} stands here a second time");
            foreach (Intervention each in Read(agency, name))
            {
                if (interventions.Exists(other => other.Name == each.Name)) binder.Report(agency["name"] ?? agency, ErrorCodes.DuplicateName, $"agency {name}: what it does would be called {each.Name}, as another agency's: give one of them another name");
                interventions.Add(each);
            }
        }
        return interventions;
    }

    private List<Intervention> Read(MapNode agency, string name)
    {
        string? instrument = (agency["instrument"] as ValueNode)?.Text;
        IReadOnlyList<ParameterDeclaration> parameters = instrument is null ? [] : ClusterModel.Catalogue.Find("instrument", instrument)?.Parameters ?? [];
        binder.CheckKeys(agency, name, [.. Keyword.Agency, .. Keyword.Policy], parameters);
        IReadOnlyList<Node> items = binder.List(agency["priorities"], $"{name}: priorities");
        if (items.Count == 0)
        {
            if (agency["priorities"] is null or ListNode) binder.Report(agency["priorities"] ?? agency, ErrorCodes.MissingKey, $"{name} lacks priorities, such as priorities: [{configuration.Activities[0].Name}]");
            return [];
        }
        double[] shares = Shares(agency, name, items);
        var interventions = new List<Intervention>();
        for (int line = 0; line < items.Count; line++)
            if (Merged(agency, name, items[line], parameters) is MapNode whole && _policies.Read(whole, name) is Intervention policy)
                interventions.Add(policy with { Name = items.Count == 1 ? name : $"{name}-{line + 1}", Budget = policy.Budget * shares[line], YearlyCap = policy.YearlyCap * shares[line] });
        return interventions;
    }

    /// <summary>A priority as a policy: its own keys before those of its agency. A word is the name of an activity.</summary>
    /// <param name="parameters">Of the agency's own instrument.</param>
    private MapNode? Merged(MapNode agency, string name, Node item, IReadOnlyList<ParameterDeclaration> parameters)
    {
        if (item is ValueNode word) item = new MapNode(word.File, word.Line, word.Column, [(word with { Text = "activity" }, word)]);
        if (binder.Map(item, $"{name}: a priority") is not MapNode own) return null;
        foreach ((ValueNode key, _) in own.Entries)
            if (AgencysOwn.Contains(key.Text)) binder.Report(key, ErrorCodes.Inconsistent, $"{name}: {key.Text} belongs to the agency: a priority states its share of the money");
        // Another instrument has other parameters than the agency's.
        bool another = own["instrument"] is ValueNode { Text: var instrument } && instrument != (agency["instrument"] as ValueNode)?.Text;
        bool Inherited(string key) => key is "budget" or "cap" || (key is not "name" && own[key] is null
            && (Keyword.Policy.Any(word => word.Name == key) || (!another && parameters.Any(parameter => parameter.Name == key))));
        // What is missing is missing in the agency, and is said once.
        return agency with { Entries = [.. own.Entries.Where(entry => entry.Key.Text is not "share" && !AgencysOwn.Contains(entry.Key.Text)), .. agency.Entries.Where(entry => Inherited(entry.Key.Text))] };
    }

    /// <summary>Of the budget, row-aligned with the priorities: as stated, and what is left in equal parts to the others.</summary>
    private double[] Shares(MapNode agency, string name, IReadOnlyList<Node> items)
    {
        double?[] stated = [.. items.Select(item => binder.Number((item as MapNode)?["share"], $"{name}: share", "share", 0, 1))];
        double left = 1 - stated.Sum(share => share ?? 0);
        int open = stated.Count(share => share is null);
        if (left < -Rounding || (open == 0 && left > Rounding))
            binder.Report(agency["priorities"]!, ErrorCodes.Inconsistent, $"{name}: the shares of its priorities add up to {1 - left:0.###}: they are 1 where all are stated, and less where some are not");
        return [.. stated.Select(share => share ?? left / open)];
    }
}
