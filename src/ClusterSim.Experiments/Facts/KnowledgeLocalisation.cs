using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>Does knowledge stay near its source? The part of learning events whose two firms sit in one region, over the part that a
/// control draw of the same activity and year would have (Jaffe, Trajtenberg and Henderson 1993), by age of the knowledge.</summary>
/// <remarks>The control of an event is any other firm of the learner's activity at the end of the same year; its chance of sitting in the
/// region of the source is (n - [source = learner's region]) / (N - 1), n firms there of N in all. Expectations of draws are taken
/// instead of draws, so that the comparison has no noise of its own.</remarks>
internal sealed class KnowledgeLocalisation
{
    private const int Focal = 0;

    /// <summary>Fewer learning events than this say nothing.</summary>
    private const int FewestEvents = 100;

    private readonly Dictionary<int, int[]> _firms = [];

    /// <summary>Takes in the year that has just ended.</summary>
    public void Observe(World world)
    {
        int year = world.Tick / 12;
        if (year <= Estimators.FromYear) return;
        _firms[year] = [.. Enumerable.Range(0, world.Regions.Count).Select(region => world.Clusters.Firms[world.Cluster(region, Focal)])];
    }

    /// <summary>Adds the ratio at ages below five years, and how much likelier a firm learns from one of its region than from one of another.</summary>
    public void Add(World world, Dictionary<string, double> values, CurveSums curves)
    {
        SortedDictionary<int, (double Events, double Near, double Control)> ages = Tally(world);
        (double events, double near, double control) = ages.GetValueOrDefault(0);
        bool enough = events >= FewestEvents;
        values["knowledge-localisation"] = enough ? Estimators.Ratio(near, control) : double.NaN;
        values["knowledge-rate-ratio"] = enough ? Estimators.Ratio(Estimators.Ratio(near, control), Estimators.Ratio(events - near, events - control)) : double.NaN;
        foreach ((int age, (_, double same, double expected)) in ages) curves.Add("knowledge-localisation", "all channels", age + KnowledgeFlows.AgeClass / 2.0, same, expected);
    }

    /// <summary>Events, those within a region, and those that controls would have there, by age.</summary>
    private SortedDictionary<int, (double Events, double Near, double Control)> Tally(World world)
    {
        var ages = new SortedDictionary<int, (double Events, double Near, double Control)>();
        if (world.FlowCount is not { } flows) return ages;
        int activities = world.Activities.Count;
        foreach ((KnowledgeFlow flow, int events) in flows.Events.OrderBy(each => each.Key.Year).ThenBy(each => each.Key.Channel).ThenBy(each => each.Key.Source).ThenBy(each => each.Key.Receiver))
        {
            if (flow.Receiver % activities != Focal || !_firms.TryGetValue(flow.Year, out int[]? firms)) continue;
            int all = firms.Sum(), home = flow.Receiver / activities;
            if (all < 2) continue;
            double control = Math.Max(0, firms[flow.Source] - (flow.Source == home ? 1 : 0)) / (all - 1.0);
            (double Events, double Near, double Control) so = ages.GetValueOrDefault(flow.Age);
            ages[flow.Age] = (so.Events + events, so.Near + (flow.Source == home ? events : 0), so.Control + events * control);
        }
        return ages;
    }
}
