using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>People of the region's leading firm fall out with those who lead it and leave together, with money from
/// outside: each founds a firm that knows most of what the parent knows.</summary>
[Shock("defection", Local = true, Source = "Shockley's eight of 1957: Klepper 2010; B16", Summary = "Founders leave a leading firm together")]
public sealed class Defection(Defection.Parameters p) : Shock
{
    public sealed record Parameters
    {
        [Parameter(1, 50, Unit = "founder", Source = "the scenario", Summary = "Founders who leave")]
        public int Founders { get; init; } = 8;

        [Parameter(0, 100_000, Unit = "GBP thousand a founder", Source = "the scenario", Summary = "Money that each brings from outside")]
        public double Capital { get; init; } = 500;

        [Parameter(-2, 2, Unit = "log point", Source = "assumption: less than they left behind, since a firm is more than its people", Summary = "Their firms' competence less the parent's")]
        public double Gap { get; init; } = -0.05;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "Standard deviation of their luck")]
        public double Spread { get; init; } = 0.1;
    }

    public override void Strike(World world, int region, int activity, ulong id, Draws draws)
    {
        int parent = Leader(world, region, activity);
        if (parent < 0) return;
        for (int k = 0; k < p.Founders; k++) Leave(world, draws.Of((ulong)k + 1), parent, Lineage.Child(id, k));
    }

    /// <summary>The largest firm that came from outside, or else the largest; -1 = there is none.</summary>
    private static int Leader(World world, int region, int activity)
    {
        Firms firms = world.Firms;
        int leader = -1;
        foreach (int firm in world.FirmsOf(world.Cluster(region, activity)))
        {
            if (!firms.Alive(firm)) continue;
            bool better = leader < 0 || (firms.Origin[firm] == Origin.Inward).CompareTo(firms.Origin[leader] == Origin.Inward) is int inward
                && (inward > 0 || (inward == 0 && firms.Payroll[firm].Headcount > firms.Payroll[leader].Headcount));
            if (better) leader = firm;
        }
        return leader;
    }

    private void Leave(World world, Draws draws, int parent, ulong id)
    {
        Firms firms = world.Firms;
        int founder = Founding.FounderFrom(world, draws, parent);
        if (founder < 0 || world.Foundings.Founder.Span.Contains(founder)) return;
        Knowledge knowledge = firms.Knowledge[parent];
        knowledge.Shake(draws, id, p.Spread / Math.Sqrt(Knowledge.Dimensions));
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.SpinOff,
            Region = firms.Region[parent],
            FoundingRegion = firms.Region[parent],
            Activity = firms.Activity[parent],
            Parent = parent,
            Founder = founder,
            Competence = firms.Competence[parent] + p.Gap + p.Spread * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = p.Capital,
        });
    }
}
