using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Now and then a radical innovation finds customers of its own: a submarket opens where the innovator stands, takes a
/// growing part of demand, and firms whose knowledge fits it go over. In time it may merge with the old market
/// again.</summary>
/// <remarks>Each radical innovation opens a submarket with a small chance, one at a time for an activity. Its share s grows by
/// ds = growth s (1 - s/potential) a year; it merges at a constant hazard (Klepper and Thompson 2006). A firm that reconsiders
/// goes where ln(demand over attraction) - weight * misfit is larger.</remarks>
[Mechanism("submarkets", Id = "M03b", Theory = "submarkets; renewal", Source = "Klepper and Thompson 2006; Menzel and Fornahl 2010; B15",
    Summary = "Radical innovations open submarkets, and firms go over to them")]
public sealed class Submarkets(Submarkets.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Source = "assumption: one in a generation for an industry of 300 firms", Summary = "Radical innovations that open a submarket")]
        public double Opening { get; init; } = 0.02;

        [Parameter(0, 0.9, Unit = "share", Source = "assumption", Summary = "The most of an activity's demand that a submarket can take")]
        public double MostShare { get; init; } = 0.4;

        [Parameter(0, 5, Unit = "1 a year", Source = "assumption", Summary = "Growth of a young submarket's share")]
        public double Growth { get; init; } = 0.4;

        [Parameter(0, 1, Unit = "1 a year", Source = "assumption", Summary = "Hazard of its merging with the old market again")]
        public double Merging { get; init; } = 0.03;

        [Parameter(0, 12, Unit = "1 a year", Source = "assumption", Summary = "How often a firm reconsiders for whom it makes what")]
        public double Reconsideration { get; init; } = 1;

        [Parameter(0, 20, Unit = "1 per log point", Source = "assumption: near the sharpness of customers", Summary = "Weight of fit in that choice")]
        public double FitWeight { get; init; } = 5;
    }

    private const double FirstShare = 0.02;

    public override void Step(World world, Draws draws)
    {
        Activities activities = world.Activities;
        bool any = false;
        for (int activity = 0; activity < activities.Count; activity++)
        {
            ref Submarket submarket = ref activities.Submarket[activity];
            if (!submarket.Exists) continue;
            any = true;
            submarket.Share += p.Growth / 12 * submarket.Share * (1 - submarket.Share / submarket.Potential) * world.TickLength.Months;
            if (draws.Chance(world.TickLength.Chance(p.Merging), (ulong)activity)) Merge(world, activity);
        }
        foreach (int firm in world.Living)
            if (world.Firms.RadicalAt[firm] == world.Tick && world.Tick > 0 && draws.Chance(p.Opening, world.Firms.Lineage[firm], 1)) Open(world, draws, firm);
        if (any) Reconsider(world, draws);
    }

    private static void Merge(World world, int activity)
    {
        world.Activities.Submarket[activity] = default;
        foreach (int firm in world.Living)
            if (world.Firms.Activity[firm] == activity) world.Firms.InSubmarket[firm] = 0;
    }

    private void Open(World world, Draws draws, int firm)
    {
        ref Submarket submarket = ref world.Activities.Submarket[world.Firms.Activity[firm]];
        if (submarket.Exists) return;
        double potential = p.MostShare * draws.Uniform(world.Firms.Lineage[firm], 2);
        if (potential <= FirstShare) return; // a curiosity
        submarket = new Submarket { OpenedAt = world.Tick, Share = FirstShare, Potential = potential, Attraction = world.Firms.Attraction[firm] + 1, Frontier = world.Firms.Knowledge[firm] };
        world.Firms.InSubmarket[firm] = 1;
        world.Activities.SubmarketsOpened[world.Firms.Activity[firm]]++;
    }

    private void Reconsider(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int count = draws.Hits(ids, world.TickLength.Chance(p.Reconsideration), hits, 10);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]], activity = firms.Activity[firm];
            if (world.Activities.Submarket[activity].Exists) firms.InSubmarket[firm] = (byte)(PrefersSubmarket(world, firm, activity) ? 1 : 0);
        }
    }

    /// <summary>True if what the firm can expect in the submarket exceeds what it can expect in the old market.</summary>
    public bool PrefersSubmarket(World world, int firm, int activity)
    {
        ref Submarket submarket = ref world.Activities.Submarket[activity];
        ref Knowledge knowledge = ref world.Firms.Knowledge[firm];
        double near = Knowledge.SquaredDistance(knowledge, submarket.Frontier), far = Knowledge.SquaredDistance(knowledge, world.Activities.Frontier[activity]);
        double room = Reproducible.Log(submarket.Share / submarket.Attraction) - Reproducible.Log((1 - submarket.Share) / world.Activities.Attraction[activity]);
        return room > p.FitWeight * 0.7 * (near - far);
    }
}
