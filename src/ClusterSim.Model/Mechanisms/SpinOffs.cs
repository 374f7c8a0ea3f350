using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Employees leave to found their own firm, the more from good and large parents, from parents at odds with
/// themselves, and where there is room in the market; the child inherits much of what the parent knows.</summary>
/// <remarks>Would-be spin-offs = hazard exp(slope z) clamp(sqrt(size/10), 0.3, 3) (0.25 + opportunity) (1 + 3 disagreement)
/// (1 + c) (1 + risk tolerance) (1 - 0.3 n), z the parent's standardised competence; finance decides who can start. Child q = mean + premium +
/// rho (q_parent - mean) + noise. The founder is a named worker with a year of tenure, drawn by entrepreneurial trait.</remarks>
[Mechanism("spin-offs", Id = "M08", Theory = "Klepper: heritage", Source = "Klepper 2007; Buenstorf and Klepper 2009; B16, B26, B31",
    Summary = "Workers leave to found firms that inherit from the parent")]
public sealed class SpinOffs(SpinOffs.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year", Source = "calibrated on F14", Summary = "Would-be spin-offs of an average firm of ten at opportunity 0.75")]
        public double Hazard { get; init; } = 0.075;

        [Parameter(0, 2, Unit = "1", Source = "calibrated; Klepper 2007 for the sign (imposes F12)", Summary = "How the rate rises with the parent's standardised competence")]
        public double QualitySlope { get; init; } = 0.45;

        [Parameter(0, 1, Unit = "1", Source = "calibrated on F13", Summary = "Heritage: how much of the parent's lead passes on", Symbol = "rho")]
        public double Heritage { get; init; } = 0.75;

        [Parameter(-1, 1, Unit = "log point", Source = "calibrated on F11", Summary = "Lead of a spin-off of an average parent over the mean firm")]
        public double Premium { get; init; } = 0.06;

        [Parameter(0, 2, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of the child's own luck")]
        public double Spread { get; init; } = 0.2;

        [Parameter(0, 1, Unit = "share", Source = "Dahl and Sorenson 2012 (imposes F16)", Summary = "Spin-offs that stay in the parent's region")]
        public double Stay { get; init; } = 0.85;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Spin-offs that make what the parent buys and supply it")]
        public double SupplyParent { get; init; } = 0.1;

        [Parameter(0, 2, Unit = "1 a year", Source = "calibrated; Klepper and Thompson 2010", Summary = "Disagreements among those who lead a firm")]
        public double Disagreement { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Fall of the rate under full enforcement of non-competes")]
        public double NonCompeteEffect { get; init; } = 0.3;
    }

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);

        int count = draws.Hits(ids, world.TickLength.Chance(p.Disagreement), hits, 1);
        for (int i = 0; i < count; i++) firms.DisagreementUntil[world.Living[hits[i]]] = world.Tick + 12;

        count = draws.Hits(ids, world.TickLength.Chance(MostAYear), hits);
        for (int i = 0; i < count; i++)
        {
            int parent = world.Living[hits[i]];
            if (world.Tick - firms.FoundedAt[parent] < 12) continue;
            int times = world.TickLength.Times(draws.Uniform(ids[hits[i]]), Reproducible.PerMonth(Rate(world, parent)));
            for (int month = 0; month < times; month++) Leave(world, draws.InMonth(month), parent, world.Tick + month);
        }
    }

    /// <summary>No firm sends out more, however good, large and quarrelsome.</summary>
    private const double MostAYear = 2;

    /// <summary>Would-be spin-offs of a firm a year.</summary>
    public double Rate(World world, int parent)
    {
        Firms firms = world.Firms;
        int activity = firms.Activity[parent], region = firms.Region[parent];
        double z = Math.Clamp((firms.Competence[parent] - world.Activities.MeanCompetence[activity]) / world.Activities.SpreadCompetence[activity], -4, 4);
        double size = Math.Clamp(Math.Sqrt(firms.Payroll[parent].Headcount / 10.0), 0.3, 3);
        double quarrel = world.Tick < firms.DisagreementUntil[parent] ? 4 : 1;
        double rate = p.Hazard * Reproducible.Exp(p.QualitySlope * z) * size * (0.25 + world.Activities.Opportunity[activity]) * quarrel
            * (1 + world.Regions.Culture[region]) * (1 + world.Regions.RiskTolerance[region]) * (1 - p.NonCompeteEffect * world.Regions.NonCompete[region]);
        return Math.Min(MostAYear, rate);
    }

    private void Leave(World world, Draws draws, int parent, int month)
    {
        Firms firms = world.Firms;
        if (firms.Payroll[parent].Headcount < 2) return; // the last one is the firm
        ulong id = firms.Lineage[parent];
        int founder = Founding.FounderFrom(world, draws, parent);
        if (founder < 0) return;
        int region = firms.Region[parent];
        bool stays = draws.Chance(p.Stay, id, 2);
        int home = stays ? region : Elsewhere(world, draws, id, region);
        int trade = firms.Activity[parent], activity = Trade(world, draws, id, trade);
        double mean = world.Activities.MeanCompetence[activity], lead = firms.Competence[parent] - world.Activities.MeanCompetence[trade];
        double competence = mean + p.Premium + p.Heritage * lead + p.Spread * draws.Normal(id, 3);
        Knowledge knowledge = firms.Knowledge[parent];
        if (activity != trade)
            // Crafts differ: it stands to its own market as the parent does to the parent's.
            for (int i = 0; i < Knowledge.Dimensions; i++) knowledge[i] += world.Activities.Frontier[activity][i] - world.Activities.Frontier[trade][i];
        knowledge.Shake(draws, id, p.Spread / Math.Sqrt(Knowledge.Dimensions));
        Founding.Queue(world, draws, new Founding
        {
            // One child a month at most, so the month is its ordinal: a child more or less re-keys no later one.
            Lineage = Lineage.Child(id, month),
            Origin = Origin.SpinOff,
            Region = home,
            FoundingRegion = region,
            Activity = activity,
            Parent = parent,
            Founder = founder,
            Competence = competence,
            Managerial = p.Heritage * firms.Managerial[parent],
            Knowledge = knowledge,
            Colleagues = (int)(3 * draws.Uniform(id, 4)),
            Wealth = world.Workers.Wealth[founder],
        });
    }

    /// <summary>The parent's own trade, or now and then one that it buys from, by what it spends there.</summary>
    private int Trade(World world, Draws draws, ulong id, int own)
    {
        double all = world.Activities.InputsInAll[own];
        if (all <= 0 || !draws.Chance(p.SupplyParent, id, 7)) return own;
        double at = draws.Uniform(id, 8) * all;
        for (int supplier = 0; supplier < world.Activities.Count; supplier++)
        {
            at -= world.InputShare(own, supplier);
            if (at < 0) return supplier;
        }
        return own;
    }

    /// <summary>Another region, by population.</summary>
    private static int Elsewhere(World world, Draws draws, ulong id, int home)
    {
        Span<double> rate = world.Scratch.Doubles(world.Regions.Count);
        world.Regions.Population.Span.CopyTo(rate);
        rate[home] = 0;
        int region = draws.Choose(id, world.Regions.Lineage.Span, rate, 6);
        return region < 0 ? home : region;
    }
}
