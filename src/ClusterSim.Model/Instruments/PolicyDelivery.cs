using System.Reflection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.Instruments;

/// <summary>Watches for the start of every intervention, hands it its money month by month, lets its instrument act, and
/// ends it. Until an intervention starts, nothing it does or draws touches the history.</summary>
[Mechanism("policy-delivery", Id = "M24", Theory = "public policy", Source = "B43-B49", Summary = "Interventions start, spend, act and end")]
public sealed class PolicyDelivery : Mechanism
{
    private ModelConfiguration? _read;
    private Instrument[] _instruments = [];
    private Indicator[][] _conditions = [];

    public override void Start(World world, Draws draws)
    {
        Read(world);
        for (int i = 0; i < world.Configuration.Policies.Count; i++)
        {
            Intervention intervention = world.Configuration.Policies[i];
            if (intervention.Region == "any each")
                for (int region = 0; region < world.Regions.Count; region++) Register(world, i, region);
            else
                Register(world, i, world.RegionNames.ToList().IndexOf(intervention.Region));
        }
    }

    public override void Step(World world, Draws draws)
    {
        if (!ReferenceEquals(_read, world.Configuration)) Read(world);
        Programmes programmes = world.Programmes;
        for (int programme = 0; programme < programmes.Count; programme++)
        {
            if (programmes.EndedAt[programme] >= 0) continue;
            Intervention intervention = world.Configuration.Policies[programmes.Intervention[programme]];
            if (programmes.StartedAt[programme] < 0 && !TryStart(world, programme, intervention)) continue;
            Instrument instrument = _instruments[programmes.Intervention[programme]];
            if (IsOver(world, programme, intervention))
            {
                instrument.End(world, programme);
                programmes.EndedAt[programme] = world.Tick;
                programmes.Purse[programme] = 0; // what was not needed goes back
                continue;
            }
            FillPurse(world, programme, intervention);
            instrument.Apply(world, programme, draws.Of(Lineage.Hash(intervention.Name)));
        }
    }

    private static void Register(World world, int intervention, int region)
    {
        int programme = world.Programmes.Append();
        world.Programmes.Lineage[programme] = Lineage.Arrival("programme", region, intervention, 0, 0);
        world.Programmes.Intervention[programme] = intervention;
        world.Programmes.Region[programme] = region;
        string activity = world.Configuration.Policies[intervention].Activity;
        for (int row = 0; row < world.Configuration.Activities.Count; row++)
            if (world.Configuration.Activities[row].Name == activity) world.Programmes.Activity[programme] = row;
        world.Programmes.StartedAt[programme] = -1;
        world.Programmes.EndedAt[programme] = -1;
    }

    private bool TryStart(World world, int programme, Intervention intervention)
    {
        Programmes programmes = world.Programmes;
        int region = programmes.Region[programme];
        if (region < 0 && intervention.Region == "focal") region = world.Country.FocalRegion[0];
        bool due = intervention.Fallback >= 0 && world.Tick >= intervention.Fallback;
        if (region < 0 && intervention.Region == "any once")
        {
            region = FirstThatMeets(world, programme, intervention);
            if (region < 0 && world.Tick % 3 == 0) programmes.QuartersMet[programme] = 0;
            // Whoever must start and has no region that asks for it goes where most of the activity is.
            if (region < 0 && due) region = Largest(world, programmes.Activity[programme]);
        }
        if (region < 0) return false;
        if (!due && !Holds(world, programme, intervention, region)) return false;
        programmes.Region[programme] = region;
        programmes.StartedAt[programme] = world.Tick;
        return true;
    }

    private int FirstThatMeets(World world, int programme, Intervention intervention)
    {
        for (int region = 0; region < world.Regions.Count; region++)
            if (StartHolds(world, programme, intervention.Start, region)) return region;
        return -1;
    }

    private static int Largest(World world, int activity)
    {
        int largest = 0;
        for (int region = 1; region < world.Regions.Count; region++)
            if (world.Clusters.Jobs[world.Cluster(region, activity)] > world.Clusters.Jobs[world.Cluster(largest, activity)]) largest = region;
        return largest;
    }

    /// <summary>Counts quarters for which the start has held; conditions are looked at when a quarter has ended.</summary>
    private bool Holds(World world, int programme, Intervention intervention, int region)
    {
        StartRule start = intervention.Start;
        if (start.All.Count == 0) return StartHolds(world, programme, start, region);
        if (world.Tick % 3 != 0) return false;
        ref int quarters = ref world.Programmes.QuartersMet[programme];
        quarters = StartHolds(world, programme, start, region) ? quarters + 1 : 0;
        return quarters >= start.Quarters;
    }

    private bool StartHolds(World world, int programme, StartRule start, int region)
    {
        int activity = world.Programmes.Activity[programme];
        if (start.Month >= 0 && world.Tick < start.Month) return false;
        if (start.Stage is Stage stage && stage != Stage.None && world.Clusters.Stage[world.Cluster(region, activity)] != stage) return false;
        Indicator[] indicators = _conditions[world.Programmes.Intervention[programme]];
        for (int i = 0; i < indicators.Length; i++)
            if (!Compare(indicators[i].Measure(world, region, activity), start.All[i])) return false;
        return true;
    }

    private static bool Compare(double value, Condition condition) => condition.Operator switch
    {
        "<" => value < condition.Value,
        "<=" => value <= condition.Value,
        ">" => value > condition.Value,
        _ => value >= condition.Value,
    };

    private static bool IsOver(World world, int programme, Intervention intervention)
    {
        int months = world.Tick - world.Programmes.StartedAt[programme];
        if (months >= intervention.Duration) return true;
        int cluster = world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]);
        return intervention.ExitStage is Stage exit && world.Clusters.Stage[cluster] == exit;
    }

    /// <summary>A month's part of the budget, rising over the ramp; what a quiet month leaves over is kept, and no year of
    /// the programme spends more than the cap.</summary>
    private static void FillPurse(World world, int programme, Intervention intervention)
    {
        Programmes programmes = world.Programmes;
        int month = world.Tick - programmes.StartedAt[programme];
        double part = Part(intervention, month + 1) - Part(intervention, month);
        double left = intervention.Budget - programmes.Spent[programme];
        if (month % 12 == 0) programmes.SpentBefore[programme] = programmes.Spent[programme];
        double cap = intervention.YearlyCap > 0 ? intervention.YearlyCap : double.PositiveInfinity;
        left = Math.Min(left, cap - (programmes.Spent[programme] - programmes.SpentBefore[programme]));
        programmes.Purse[programme] = Math.Min(programmes.Purse[programme] + intervention.Budget * part, left);
    }

    /// <summary>Share of the budget released after so many months.</summary>
    private static double Part(Intervention intervention, int months)
    {
        double ramp = Math.Min(intervention.Ramp, intervention.Duration), m = Math.Min(months, intervention.Duration);
        double released = m <= ramp ? (ramp == 0 ? 0 : m * m / (2 * ramp)) : ramp / 2 + m - ramp;
        return released / (intervention.Duration - ramp / 2);
    }

    private void Read(World world)
    {
        _read = world.Configuration;
        var parts = new Catalogue(Assembly.GetExecutingAssembly());
        _instruments = [.. _read.Policies.Select(policy => (Instrument)parts.Find("instrument", policy.InstrumentName)!.Create(policy.Parameters))];
        _conditions = [.. _read.Policies.Select(policy => policy.Start.All
            .Select(condition => (Indicator)parts.Find("indicator", condition.IndicatorName)!.Create(null)).ToArray())];
    }
}
