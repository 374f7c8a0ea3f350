using System.Reflection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.Instruments;

/// <summary>Watches for the start of every intervention, hands it its money month by month, lets its instrument act, and
/// ends it. People take up what is offered as far as they believe that it will last: every switch of emphasis
/// costs belief, continuity restores it. Until an intervention starts, nothing it does or draws touches the history.</summary>
/// <remarks>Credibility b of a region: while an intervention runs b closes <see cref="Parameters.Continuity"/> of the gap to 1 a
/// year; one that begins within <see cref="Parameters.Memory"/> of the end of another kind, or beside one, takes
/// <see cref="Parameters.SwitchLoss"/> of it away. Of a month's money min(1, b/0.8) finds takers; the rest goes back.</remarks>
[Mechanism("policy-delivery", Id = "M24", Theory = "public policy", Source = "Kydland and Prescott 1977 on consistency; B43-B53", Summary = "Interventions start, spend, act and end; credibility follows")]
public sealed class PolicyDelivery(PolicyDelivery.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share a year", Source = "assumption", Summary = "Part of the gap to full credibility that a year of continuity closes")]
        public double Continuity { get; init; } = 0.1;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Credibility lost with each switch of emphasis")]
        public double SwitchLoss { get; init; } = 0.2;

        [Parameter(0, 240, Unit = "month", Source = "assumption", Summary = "Time after which people have forgotten what was promised before")]
        public int Memory { get; init; } = 60;
    }

    /// <summary>Credibility from which on everything that is offered finds takers.</summary>
    private const double FullTakeUp = 0.8;

    private ModelConfiguration? _read;
    private Instrument[] _instruments = [];
    private Indicator[][] _conditions = [];
    private Indicator?[] _guides = [];
    private int[] _kinds = [];

    public override void Start(World world, Draws draws)
    {
        Read(world);
        for (int i = 0; i < world.Configuration.Policies.Count; i++)
        {
            Intervention intervention = world.Configuration.Policies[i];
            if (intervention.Region == "any each")
                for (int region = 0; region < world.Regions.Count; region++) Register(world, i, region);
            else
                Register(world, i, world.RegionRow(intervention.Region));
        }
    }

    public override void Step(World world, Draws draws)
    {
        if (!ReferenceEquals(_read, world.Configuration)) Read(world);
        Believe(world);
        Programmes programmes = world.Programmes;
        for (int programme = 0; programme < programmes.Count; programme++)
        {
            Intervention intervention = world.Configuration.Policies[programmes.Intervention[programme]];
            Instrument instrument = _instruments[programmes.Intervention[programme]];
            if (programmes.StartedAt[programme] >= 0) instrument.Continue(world, programme);
            if (programmes.EndedAt[programme] >= 0) continue;
            if (programmes.StartedAt[programme] < 0 && !TryStart(world, programme, intervention)) continue;
            if (IsOver(world, programme, intervention))
            {
                instrument.End(world, programme);
                programmes.EndedAt[programme] = world.Tick;
                world.PublicRecord.EndedAt[programmes.Region[programme]] = world.Tick;
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
        world.Programmes.Activity[programme] = world.Configuration.ActivityRow(world.Configuration.Policies[intervention].Activity);
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
        if (region < 0 && intervention.Region == "best" && (due || Elapsed(world, intervention.Start))) region = Best(world, programme);
        if (region < 0) return false;
        if (!due && programmes.DueAt[programme] == 0 && !Holds(world, programme, intervention, region)) return false;
        if (intervention.Lag > 0 && !due)
        {
            // What was seen in one month is decided on later.
            if (programmes.DueAt[programme] == 0) programmes.DueAt[programme] = world.Tick + intervention.Lag;
            if (world.Tick < programmes.DueAt[programme]) return false;
        }
        programmes.Region[programme] = region;
        programmes.StartedAt[programme] = world.Tick;
        Announce(world, programme, region);
        return true;
    }

    private int FirstThatMeets(World world, int programme, Intervention intervention)
    {
        for (int region = 0; region < world.Regions.Count; region++)
            if (StartHolds(world, programme, intervention.Start, region)) return region;
        return -1;
    }

    private static bool Elapsed(World world, StartRule start) => start.Month >= 0 && world.Tick >= start.Month;

    /// <summary>The region with the highest value of the guiding indicator, the first of equals.</summary>
    private int Best(World world, int programme)
    {
        Indicator guide = _guides[world.Programmes.Intervention[programme]]!;
        int best = -1;
        double most = double.NegativeInfinity;
        for (int region = 0; region < world.Regions.Count; region++)
        {
            double value = guide.Measure(world, region, world.Programmes.Activity[programme]);
            if (!(value > most)) continue;
            most = value;
            best = region;
        }
        return best;
    }

    /// <summary>Continuity restores belief where something runs.</summary>
    private void Believe(World world)
    {
        Programmes programmes = world.Programmes;
        if (programmes.Count == 0) return;
        Span<int> running = world.Scratch.Ints(world.Regions.Count);
        running.Clear();
        for (int programme = 0; programme < programmes.Count; programme++)
            if (programmes.StartedAt[programme] >= 0 && programmes.EndedAt[programme] < 0) running[programmes.Region[programme]]++;
        double closed = world.TickLength.Share(p.Continuity / 12);
        for (int region = 0; region < running.Length; region++)
            if (running[region] > 0) world.PublicRecord.Credibility[region] += closed * (1 - world.PublicRecord.Credibility[region]);
    }

    /// <summary>Another kind of intervention than the last, begun while people remember that one, costs belief. Several that begin together are a package and no switch.</summary>
    private void Announce(World world, int programme, int region)
    {
        Programmes programmes = world.Programmes;
        PublicRecord record = world.PublicRecord;
        int kind = _kinds[programmes.Intervention[programme]], last = record.Emphasis[region];
        bool remembered = record.EndedAt[region] > 0 && world.Tick - record.EndedAt[region] <= p.Memory, together = false;
        for (int other = 0; other < programmes.Count; other++)
        {
            if (other == programme || programmes.StartedAt[other] < 0 || programmes.Region[other] != region) continue;
            remembered |= programmes.EndedAt[other] < 0;
            together |= programmes.StartedAt[other] == world.Tick;
        }
        if (remembered && !together && last > 0 && last != kind) record.Credibility[region] *= 1 - p.SwitchLoss;
        record.Emphasis[region] = kind;
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

    /// <summary>The tick's part of the budget, rising over the ramp; what a quiet one leaves over is kept, and no year of
    /// the programme spends more than the cap.</summary>
    private static void FillPurse(World world, int programme, Intervention intervention)
    {
        Programmes programmes = world.Programmes;
        int month = world.Tick - programmes.StartedAt[programme];
        double part = Part(intervention, month + world.TickLength.Months) - Part(intervention, month);
        double left = intervention.Budget - programmes.Spent[programme];
        if (month % 12 == 0) programmes.SpentBefore[programme] = programmes.Spent[programme];
        double cap = intervention.YearlyCap > 0 ? intervention.YearlyCap : double.PositiveInfinity;
        left = Math.Min(left, cap - (programmes.Spent[programme] - programmes.SpentBefore[programme]));
        double taken = Math.Min(1, world.PublicRecord.Credibility[programmes.Region[programme]] / FullTakeUp);
        programmes.Purse[programme] = Math.Min(programmes.Purse[programme] + intervention.Budget * part * taken, left);
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
        string[] kinds = [.. parts.OfKind("instrument").Select(part => part.Name)];
        _kinds = [.. _read.Policies.Select(policy => 1 + Array.IndexOf(kinds, policy.InstrumentName))];
        _guides = [.. _read.Policies.Select(policy => policy.Guide.Length == 0 ? null : (Indicator)parts.Find("indicator", policy.Guide)!.Create(null))];
        _conditions = [.. _read.Policies.Select(policy => policy.Start.All
            .Select(condition => (Indicator)parts.Find("indicator", condition.IndicatorName)!.Create(null)).ToArray())];
    }
}
