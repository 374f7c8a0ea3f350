using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Where firms deal with the same partners for long, a region learns to trust; where people are poached from
/// one another, it unlearns it. Dealings that are not settled on trust cost lawyers, guarantees and delays.</summary>
/// <remarks>dT a year = persistence * (T0 - T) + gain * ties * (1 - T) - loss * max(0, monthly moves per job - bearable),
/// T0 the trust that the region inherited, ties the share of trusted among its firms' supply links times N/(N + 15), so
/// that a handful of firms makes no norm. Dispute cost = cost * (1 - T) of sales, paid in the accounts. Long run without
/// firms: T = T0.</remarks>
[Mechanism("norms", Id = "M21", Theory = "social capital", Source = "Putnam 1993; Dei Ottati 1994; Knack and Keefer 1997; B14",
    Summary = "Trust grows with lasting ties, falls with poaching, and saves disputes")]
public sealed class NormsAndTrust(NormsAndTrust.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "1 a year", Source = "assumption: norms move in decades (Putnam 1993)", Summary = "Return of trust to what the region inherited")]
        public double Persistence { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "1 a year", Source = "assumption", Summary = "Growth of trust where every supply link is trusted")]
        public double Gain { get; init; } = 0.04;

        [Parameter(0, 20, Unit = "1 a year per monthly move per job", Source = "assumption", Summary = "Loss of trust from poaching beyond what is bearable")]
        public double PoachingLoss { get; init; } = 2;

        [Parameter(0, 0.2, Unit = "move per job and month", Source = "assumption: the mean rate of job-to-job moves (Fallick, Fleischman and Rebitzer 2006)", Summary = "Poaching that nobody minds")]
        public double Bearable { get; init; } = 0.02;

        [Parameter(0, 0.2, Unit = "share of sales", Source = "assumption: a few per cent of revenue, as in surveys of the cost of contract disputes", Summary = "Cost of disputes where nobody trusts anybody")]
        public double DisputeCost { get; init; } = 0.02;
    }

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Regions regions = world.Regions;
        Span<double> trusted = world.Scratch.Doubles(regions.Count, 0), links = world.Scratch.Doubles(regions.Count, 1);
        CountTies(world, trusted, links);
        int activities = world.Activities.Count;
        for (int region = 0; region < regions.Count; region++)
        {
            double moves = 0, months = 0, firms = 0;
            for (int activity = 0; activity < activities; activity++)
            {
                int cluster = region * activities + activity;
                moves += world.Clusters.JobMoves[cluster] - world.Clusters.JobMovesSeen[cluster];
                world.Clusters.JobMovesSeen[cluster] = world.Clusters.JobMoves[cluster];
                months += 3.0 * world.Clusters.Jobs[cluster];
                firms += world.Clusters.Firms[cluster];
            }
            double ties = links[region] == 0 ? 0 : trusted[region] / links[region] * firms / (firms + 15);
            double poaching = months < 90 ? 0 : moves / months; // a few persons' moves say nothing of norms
            regions.Trust[region] = Next(regions.Trust[region], regions.InheritedTrust[region], ties, poaching);
            regions.DisputeShare[region] = p.DisputeCost * (1 - regions.Trust[region]);
        }
    }

    /// <summary>Trust a quarter later, 0..1.</summary>
    /// <param name="trust">Trust now.</param>
    /// <param name="inherited">Trust that the region returns to.</param>
    /// <param name="ties">Weight of trusted supply links, 0..1.</param>
    /// <param name="poaching">Moves per job and month.</param>
    public double Next(double trust, double inherited, double ties, double poaching)
    {
        double change = p.Persistence * (inherited - trust) + p.Gain * ties * (1 - trust) - p.PoachingLoss * Math.Max(0, poaching - p.Bearable);
        return Math.Clamp(trust + change / 4, 0, 1);
    }

    /// <summary>Supply links of each region's buyers, and how many of them are trusted.</summary>
    private static void CountTies(World world, Span<double> trusted, Span<double> links)
    {
        trusted.Clear();
        links.Clear();
        Firms firms = world.Firms;
        foreach (int firm in world.Living)
        {
            int region = firms.Region[firm];
            for (int i = 0; i < firms.SupplierCount[firm]; i++)
            {
                links[region]++;
                if (firms.Suppliers[firm][i].IsTrusted) trusted[region]++;
            }
        }
    }
}
