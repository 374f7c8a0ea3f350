using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Facts;

/// <summary>The statistics of one history from which the facts are judged. Call <see cref="ObserveYear"/> at the end of
/// every year and <see cref="Finish"/> at the end; all of it can be recomputed from the files that
/// <see cref="FactRows"/> fill.</summary>
public sealed class HistoryStatistics
{
    private const int Focal = 0;

    private readonly List<double> _tailSizes = [];
    private readonly FirmPanel _panel = new();
    private readonly PlaceRates _places = new();
    private readonly WageProfiles _wages = new();
    private readonly KnowledgeLocalisation _knowledge = new();
    private readonly VarietyGrowth _variety = new();
    private readonly Dictionary<Stage, (double Sum, int Count)> _heterogeneity = [];
    private readonly List<double> _wageElasticity = [], _ellisonGlaeser = [];
    private double _insideMoves, _insideMonths, _outsideMoves, _outsideMonths, _allMoves, _allMonths;
    private double[] _moves = [], _months = [];
    private int _firmYears, _entries, _exits, _entriesBefore, _exitsBefore;
    private int _mostStarved = int.MaxValue;
    private double _largestShare;

    /// <summary>Values by statistic name; NaN where the history says nothing about it.</summary>
    public Dictionary<string, double> Values { get; } = [];

    /// <summary>Times from the first firm of a presence to maturity, years; one for each region that got there.</summary>
    public List<double> YearsToMaturity { get; } = [];

    /// <summary>Staff of firms of ten or more at the ends of the last ten years.</summary>
    public IReadOnlyList<double> TailSizes => _tailSizes;

    /// <summary>Relations behind the values.</summary>
    internal CurveSums Curves { get; } = new();

    /// <summary>Deals that have ended.</summary>
    internal DealStatistics Finished { get; private set; } = new();

    /// <summary>Takes in the year that has just ended.</summary>
    public void ObserveYear(World world, int years)
    {
        int year = world.Tick / 12;
        Clusters clusters = world.Clusters;
        ObserveMoves(world, counted: year > Estimators.FromYear);
        _panel.Observe(world);
        _places.Observe(world);
        _wages.Observe(world);
        _knowledge.Observe(world);
        _variety.Observe(world);
        int entries = 0, exits = 0, firms = 0;
        for (int region = 0; region < world.Regions.Count; region++)
        {
            int cluster = world.Cluster(region, Focal);
            entries += clusters.Entries[cluster];
            exits += clusters.Exits[cluster];
            firms += clusters.Firms[cluster];
            Stage stage = clusters.Stage[cluster];
            (double sum, int count) = _heterogeneity.GetValueOrDefault(stage);
            _heterogeneity[stage] = (sum + clusters.Heterogeneity[cluster], count + 1);
        }
        if (year > Estimators.FromYear)
        {
            _firmYears += firms;
            _entries += entries - _entriesBefore;
            _exits += exits - _exitsBefore;
            _mostStarved = Math.Min(_mostStarved, firms);
            ObservePlaces(world);
        }
        _entriesBefore = entries;
        _exitsBefore = exits;
        if (year <= years - 10) return;
        foreach (int firm in world.Living)
            if (world.Firms.Payroll[firm].Headcount >= 10) _tailSizes.Add(world.Firms.Payroll[firm].Headcount);
    }

    /// <summary>Job moves per person-month: in all, in young clusters (growth, renewal), and where there is no cluster.</summary>
    private void ObserveMoves(World world, bool counted)
    {
        int regions = world.Regions.Count;
        if (_moves.Length != regions) (_moves, _months) = (new double[regions], new double[regions]);
        for (int region = 0; region < regions; region++)
        {
            int cluster = world.Cluster(region, Focal);
            double moves = world.Clusters.JobMoves[cluster] - _moves[region], months = world.Clusters.PersonMonths[cluster] - _months[region];
            _moves[region] += moves;
            _months[region] += months;
            if (!counted) continue;
            (_allMoves, _allMonths) = (_allMoves + moves, _allMonths + months);
            Stage stage = world.Clusters.Stage[cluster];
            if (stage is Stage.Growth or Stage.Renewal) (_insideMoves, _insideMonths) = (_insideMoves + moves, _insideMonths + months);
            if (stage is Stage.None or Stage.Dissolved) (_outsideMoves, _outsideMonths) = (_outsideMoves + moves, _outsideMonths + months);
        }
    }

    /// <summary>Wages against local size, concentration over regions, the largest firm.</summary>
    private void ObservePlaces(World world)
    {
        int regions = world.Regions.Count;
        var wage = new double[regions];
        var jobs = new double[regions];
        var population = new double[regions];
        double herfindahl = 0, all = world.Activities.Jobs[Focal], largest = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != Focal) continue;
            int region = world.Firms.Region[firm], staff = world.Firms.Payroll[firm].Headcount;
            wage[region] += staff * world.Firms.LogWage[firm];
            jobs[region] += staff;
            herfindahl += staff / all * (staff / all);
            largest = Math.Max(largest, staff);
        }
        _largestShare = Math.Max(_largestShare, largest / Math.Max(1, all));
        var x = new List<double>();
        var y = new List<double>();
        double people = 0, g = 0, squares = 0;
        for (int region = 0; region < regions; region++) people += population[region] = world.Regions.Population[region];
        for (int region = 0; region < regions; region++)
        {
            double share = population[region] / people, difference = jobs[region] / Math.Max(1, all) - share;
            g += difference * difference;
            squares += share * share;
            if (jobs[region] < 5) continue;
            x.Add(Reproducible.Log(jobs[region]));
            y.Add(wage[region] / jobs[region]);
        }
        if (x.Count >= 3) _wageElasticity.Add(Estimators.Slope(x, y));
        if (herfindahl < 0.5) _ellisonGlaeser.Add((g / (1 - squares) - herfindahl) / (1 - herfindahl));
    }

    /// <summary>Computes the values.</summary>
    public void Finish(World world)
    {
        Values["entry-rate"] = Estimators.Ratio(_entries, _firmYears);
        Values["exit-rate"] = Estimators.Ratio(_exits, _firmYears);
        Values["job-to-job"] = Estimators.Ratio(_allMoves, _allMonths);
        Values["job-to-job-inside"] = _insideMonths < 1000 || _outsideMonths < 1000 ? double.NaN : Estimators.Ratio(_insideMoves, _insideMonths) / Estimators.Ratio(_outsideMoves, _outsideMonths);
        Values["wage-elasticity"] = Estimators.Mean(_wageElasticity);
        Values["ellison-glaeser"] = Estimators.Mean(_ellisonGlaeser);
        Values["smallest-firm-count"] = _mostStarved;
        Values["largest-firm-share"] = _largestShare;
        double embryonic = StageMean(Stage.Embryonic), mature = StageMean(Stage.Maturity);
        Values["heterogeneity-fall"] = 1 - mature / embryonic;
        foreach (Stage stage in Enum.GetValues<Stage>()) Values[$"heterogeneity-{stage}"] = StageMean(stage);
        FirmStatistics.Add(world, Values, Curves);
        JobFlows.Add(_panel, Values);
        GrowthRates.Add(_panel, Values, Curves);
        _wages.Add(Values, Curves);
        _knowledge.Add(world, Values, Curves);
        _variety.Add(world, Values);
        ClusterHazard.Add(world, _panel, Values);
        Finished = DealStatistics.Of(world);
        _places.Add(Values);
        StageStatistics(world);
        double top = 0;
        for (int region = 0; region < world.Regions.Count; region++) top = Math.Max(top, world.Clusters.Jobs[world.Cluster(region, Focal)]);
        Values["top-region-share"] = Estimators.Ratio(top, world.Activities.Jobs[Focal]);
        Values["firms"] = world.Activities.Firms[Focal];
        Values["jobs"] = world.Activities.Jobs[Focal];
    }

    private void StageStatistics(World world)
    {
        StageChanges changes = world.StageChanges;
        var reached = new Dictionary<Stage, HashSet<int>>();
        foreach (Stage stage in Enum.GetValues<Stage>()) reached[stage] = [];
        for (int row = 0; row < changes.Count; row++)
        {
            int cluster = changes.Cluster[row];
            if (cluster % world.Activities.Count != Focal) continue;
            bool first = reached[changes.To[row]].Add(cluster);
            if (first && changes.To[row] == Stage.Maturity && world.Clusters.PresentSince[cluster] >= 0)
                YearsToMaturity.Add((changes.Tick[row] - PresenceBefore(world, cluster, changes.Tick[row])) / 12.0);
        }
        foreach ((Stage stage, HashSet<int> regions) in reached) Values[$"reached-{stage}"] = regions.Count;
    }

    /// <summary>Start of the presence of firms that was unbroken up to a month.</summary>
    private static int PresenceBefore(World world, int cluster, int tick)
    {
        // Living firms overlap from the earliest founding without a gap up to the month.
        var spans = new List<(int From, int To)>();
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.ClusterOf(firm) == cluster && world.Firms.FoundedAt[firm] <= tick)
                spans.Add((world.Firms.FoundedAt[firm], world.Firms.Alive(firm) ? int.MaxValue : world.Firms.ClosedAt[firm]));
        int start = tick, until = -1;
        foreach ((int from, int to) in spans.OrderBy(span => span.From))
        {
            if (from > until) start = from;
            until = Math.Max(until, to);
        }
        return start;
    }

    private double StageMean(Stage stage)
    {
        (double sum, int count) = _heterogeneity.GetValueOrDefault(stage);
        return count == 0 ? double.NaN : sum / count;
    }
}
