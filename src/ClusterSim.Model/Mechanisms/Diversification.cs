using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms set up daughters in activities related to their own, near home, with what carries over of their
/// competence.</summary>
/// <remarks>Rate a year = hazard * sum over other activities of relatedness * (0.25 + opportunity there); the target is drawn in
/// proportion to the terms. The parent pays the entry.</remarks>
[Mechanism("diversification", Id = "M09b", Theory = "related variety", Source = "Boschma and Wenting 2007; Neffke, Henning and Boschma 2011; B03, B47",
    Summary = "Firms branch into related activities")]
public sealed class Diversification(Diversification.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year", Source = "assumption", Summary = "Daughters of a firm in a fully related activity at opportunity 0.75")]
        public double Hazard { get; init; } = 0.01;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Competence that carries over at full relatedness")]
        public double Transfer { get; init; } = 0.5;
    }

    /// <summary>Ordinals of diversifiers, apart from those of spin-offs that the same parent may send out this month.</summary>
    private const int Diversifiers = 1_000_000;

    /// <summary>No firm branches more often.</summary>
    private const double MostAYear = 0.5;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int activities = world.Activities.Count;
        Span<double> rates = world.Scratch.Doubles(activities * activities, 0), sums = world.Scratch.Doubles(activities, 1);
        Span<ulong> targets = world.Scratch.Ids(activities);
        for (int activity = 0; activity < activities; activity++) targets[activity] = (ulong)activity;
        double most = Rates(world, rates, sums);
        if (most == 0) return;
        int count = draws.Hits(ids, world.TickLength.Chance(most), hits);
        for (int i = 0; i < count; i++)
        {
            int parent = world.Living[hits[i]], activity = firms.Activity[parent];
            if (firms.Payroll[parent].Headcount < 5 || draws.Uniform(ids[hits[i]]) >= world.TickLength.Chance(sums[activity])) continue;
            int target = draws.Choose(ids[hits[i]], targets, rates.Slice(activity * activities, activities), 2);
            if (target >= 0) Enter(world, draws, parent, target);
        }
    }

    /// <summary>Rates a year by own activity and target, and their sums; returns the largest sum.</summary>
    private double Rates(World world, Span<double> rates, Span<double> sums)
    {
        double most = 0;
        for (int own = 0; own < sums.Length; own++)
        {
            sums[own] = 0;
            for (int target = 0; target < sums.Length; target++)
            {
                double rate = own == target ? 0 : p.Hazard * world.Relatedness(own, target) * (0.25 + world.Activities.Opportunity[target]);
                rates[own * sums.Length + target] = rate;
                sums[own] += rate;
            }
            sums[own] = Math.Min(MostAYear, sums[own]);
            most = Math.Max(most, sums[own]);
        }
        return most;
    }

    private void Enter(World world, Draws draws, int parent, int target)
    {
        ulong id = world.Firms.Lineage[parent];
        Founding.QueueDaughter(world, draws, Lineage.Child(id, Diversifiers + world.Tick), id, parent, target, p.Transfer, Math.Max(20, world.Firms.Books[parent].Cash / 2));
    }
}
