using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Writes down year by year what each intervention spent in each region. It only looks.</summary>
/// <remarks>A year's whole pounds are the rounded sum up to its end less the rounded sum up to its beginning, so that the rows of a
/// programme add up to what it spent, rounded once.</remarks>
public sealed class SpendingRecorder(string scenario, int replication)
{
    public const string Header = "scenario_id,replication,year,intervention,instrument,region,activity,spent_gbp,delivery_gbp,helped\n";

    private readonly Csv _rows = new();
    private double[] _spent = [], _delivery = [], _helped = [];

    /// <summary>What has been written so far.</summary>
    public string Rows => _rows.ToString();

    /// <summary>Call at the start of the history.</summary>
    public void Begin(World world) => Remember(world.Programmes);

    /// <summary>Takes in the year that has just ended: a row for every programme that spent in it.</summary>
    public void EndYear(World world)
    {
        Programmes programmes = world.Programmes;
        for (int programme = 0; programme < programmes.Count; programme++)
        {
            if (programmes.Spent[programme] <= _spent[programme]) continue;
            Intervention intervention = world.Configuration.Policies[programmes.Intervention[programme]];
            _rows.Add(scenario).Add(replication).Add(world.Tick / 12).Add(intervention.Name).Add(intervention.InstrumentName)
                .Add(world.RegionNames[programmes.Region[programme]]).Add(world.Configuration.Activities[programmes.Activity[programme]].Name)
                .Add(Pounds(_spent[programme], programmes.Spent[programme])).Add(Pounds(_delivery[programme], programmes.Delivery[programme]))
                .Add(programmes.Helped[programme] - _helped[programme]).EndRow();
        }
        Remember(programmes);
    }

    private static long Pounds(double before, double after) => HistoryFiles.Gbp(after) - HistoryFiles.Gbp(before);

    private void Remember(Programmes programmes)
    {
        _spent = programmes.Spent.Span.ToArray();
        _delivery = programmes.Delivery.Span.ToArray();
        _helped = programmes.Helped.Span.ToArray();
    }
}
