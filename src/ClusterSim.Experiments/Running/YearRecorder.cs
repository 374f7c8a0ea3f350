using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Rows of the yearly files of one history.</summary>
/// <param name="Outlays">What every intervention spent.</param>
public sealed record YearFiles(string FirmYears, string RegionYears, string Moves, string Flows, string Wages, string Outlays)
{
    public const string FirmYearsHeader = "scenario_id,replication,firm_id,year,region,activity,headcount,hires,separations,sales_gbp,rd_gbp,wage_gbp,competence\n";
    public const string RegionYearsHeader = "scenario_id,replication,year,region,activity,stage,population,firms,jobs,entries,exits,job_moves,person_months,heterogeneity\n";
    public const string MovesHeader = "scenario_id,replication,year,from_region,to_region,activity,moves,person_months\n";
    public const string FlowsHeader = "scenario_id,replication,year,channel,from_region,to_region,activity,age,events\n";
    public const string WagesHeader = "scenario_id,replication,year,activity,place,tenure,persons,mean_log_wage\n";

    public static YearFiles None { get; } = new("", "", "", "", "", "");
}

/// <summary>Writes down a history year by year: firms, region-activities, moves between regions, flows of knowledge, and wages by tenure. It only looks, so that a history
/// that is recorded is the one that is not.</summary>
public sealed class YearRecorder(string scenario, int replication)
{
    private readonly StaffFlows _staff = new();
    private readonly SpendingRecorder _spending = new(scenario, replication);
    private readonly Csv _firmYears = new(), _regionYears = new(), _moves = new(), _flows = new(), _wages = new();
    private double[] _sales = [], _research = [], _monthsBefore = [];
    private int[] _entries = [], _exits = [], _jobMoves = [];
    private bool[] _seen = [];

    /// <summary>What has been written so far.</summary>
    public YearFiles Files => new(_firmYears.ToString(), _regionYears.ToString(), _moves.ToString(), _flows.ToString(), _wages.ToString(), _spending.Rows);

    /// <summary>Call at the start of the history.</summary>
    public void Begin(World world)
    {
        world.FlowCount ??= new KnowledgeFlows();
        _staff.Begin(world);
        _spending.Begin(world);
        Counters(world);
    }

    /// <summary>Runs a history to a month, looking on; whole years are written.</summary>
    public void Follow(History history, int month)
    {
        while (history.World.Tick < month)
        {
            history.Advance();
            Observe(history.World);
        }
    }

    /// <summary>Takes in the month that has just ended.</summary>
    public void Observe(World world)
    {
        int firms = world.Firms.Count;
        if (_sales.Length < firms)
        {
            Array.Resize(ref _sales, firms * 2);
            Array.Resize(ref _research, firms * 2);
            Array.Resize(ref _seen, firms * 2);
        }
        foreach (int firm in world.Living)
        {
            _sales[firm] += world.Firms.Books[firm].Revenue;
            _research[firm] += world.Firms.Books[firm].ResearchBill;
            _seen[firm] = true;
        }
        _staff.Observe(world);
        if (world.Tick % 12 != 0) return;
        FirmRows(world);
        MoveRows(world);
        RegionRows(world);
        FlowRows(world);
        WageRows(world);
        _spending.EndYear(world);
        Counters(world);
        _staff.Clear();
        Array.Clear(_sales);
        Array.Clear(_research);
        Array.Clear(_seen);
    }

    /// <summary>A row for every firm that lived at the end of a month of the year; one that has closed has headcount 0.</summary>
    private void FirmRows(World world)
    {
        Firms firms = world.Firms;
        double background = 1000 * world.Configuration.Country.BackgroundWage;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (!_seen[firm]) continue;
            _firmYears.Add(scenario).Add(replication).Add(firm).Add(world.Tick / 12).Add(world.RegionNames[firms.Region[firm]]).Add(world.Configuration.Activities[firms.Activity[firm]].Name)
                .Add(firms.Alive(firm) ? firms.Payroll[firm].Headcount : 0).Add(_staff.Hires(firm)).Add(_staff.Separations(firm))
                .Add(HistoryFiles.Gbp(_sales[firm])).Add(HistoryFiles.Gbp(_research[firm])).Add(background * Reproducible.Exp(firms.LogWage[firm])).Add(firms.Competence[firm]).EndRow();
        }
    }

    /// <summary>A row for every two regions and activity between which somebody moved, and for every region-activity by itself; the
    /// person-months are those worked in the region that is left, in the same activity.</summary>
    private void MoveRows(World world)
    {
        int regions = world.Regions.Count, activities = world.Activities.Count;
        for (int from = 0; from < regions; from++)
            for (int to = 0; to < regions; to++)
                for (int activity = 0; activity < activities; activity++)
                {
                    int moves = _staff.Moves.GetValueOrDefault((from, to, activity)), cluster = world.Cluster(from, activity);
                    if (moves == 0 && from != to) continue;
                    _moves.Add(scenario).Add(replication).Add(world.Tick / 12).Add(world.RegionNames[from]).Add(world.RegionNames[to]).Add(world.Configuration.Activities[activity].Name)
                        .Add(moves).Add(world.Clusters.PersonMonths[cluster] - _monthsBefore[cluster]).EndRow();
                }
    }

    private void RegionRows(World world)
    {
        Clusters clusters = world.Clusters;
        for (int region = 0; region < world.Regions.Count; region++)
            for (int activity = 0; activity < world.Activities.Count; activity++)
            {
                int cluster = world.Cluster(region, activity);
                _regionYears.Add(scenario).Add(replication).Add(world.Tick / 12).Add(world.RegionNames[region]).Add(world.Configuration.Activities[activity].Name)
                    .Add(Catalogue.Kebab(clusters.Stage[cluster].ToString())).Add(world.Regions.Population[region]).Add(clusters.Firms[cluster]).Add(clusters.Jobs[cluster])
                    .Add(clusters.Entries[cluster] - _entries[cluster]).Add(clusters.Exits[cluster] - _exits[cluster]).Add(clusters.JobMoves[cluster] - _jobMoves[cluster])
                    .Add(clusters.PersonMonths[cluster] - _monthsBefore[cluster]).Add(clusters.Heterogeneity[cluster]).EndRow();
            }
    }

    /// <summary>A row for every channel, two regions, activity and age between which anything was learnt in the year.</summary>
    private void FlowRows(World world)
    {
        int year = world.Tick / 12, activities = world.Activities.Count;
        foreach ((KnowledgeFlow flow, int events) in world.FlowCount!.Events.Where(each => each.Key.Year == year)
            .OrderBy(each => each.Key.Channel).ThenBy(each => each.Key.Source).ThenBy(each => each.Key.Receiver).ThenBy(each => each.Key.Age))
            _flows.Add(scenario).Add(replication).Add(year).Add(Catalogue.Kebab(flow.Channel.ToString())).Add(world.RegionNames[flow.Source]).Add(world.RegionNames[flow.Receiver / activities])
                .Add(world.Configuration.Activities[flow.Receiver % activities].Name).Add(flow.Age).Add(events).EndRow();
    }

    private void WageRows(World world)
    {
        foreach (WageCell cell in WageTable.Of(world))
            _wages.Add(scenario).Add(replication).Add(world.Tick / 12).Add(world.Configuration.Activities[cell.Activity].Name).Add(Catalogue.Kebab(cell.Place.ToString()))
                .Add(cell.Tenure).Add(cell.Persons).Add(cell.MeanLogWage).EndRow();
    }

    /// <summary>Remembers where the counters of the year begin.</summary>
    private void Counters(World world)
    {
        Clusters clusters = world.Clusters;
        _entries = clusters.Entries.Span.ToArray();
        _exits = clusters.Exits.Span.ToArray();
        _jobMoves = clusters.JobMoves.Span.ToArray();
        _monthsBefore = clusters.PersonMonths.Span.ToArray();
    }
}
