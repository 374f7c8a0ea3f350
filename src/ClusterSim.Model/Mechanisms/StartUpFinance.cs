using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Would-be founders look for the cost of entry: own wealth, a grant if one is offered, a bank loan against
/// wealth, family and friends, and business angels nearby. Who does not find it does not start.</summary>
/// <remarks>Bank: up to leverage * own money. Family and friends: a fixed chance, higher with regional trust. Angels: risk
/// capital within reach, if the founder looks good (q + noise above the mean entrant). Queued founders are served by keyed
/// priority, since angels' money is scarce.</remarks>
[Mechanism("start-up-finance", Id = "M10", Theory = "finance constraints", Source = "Evans and Jovanovic 1989; Sorenson and Stuart 2001; B27-B29",
    Summary = "Own wealth, grants, banks, friends and angels pay for entry")]
public sealed class StartUpFinance(StartUpFinance.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 10, Unit = "1", Source = "Evans and Jovanovic 1989 estimate 1.5 times wealth in all", Summary = "Bank loan per pound of own money")]
        public double Leverage { get; init; } = 1.0;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Founders whom family and friends can fund, at regional trust 0.5")]
        public double SocialCapital { get; init; } = 0.25;

        [Parameter(0, 1_000, Unit = "km", Source = "Sorenson and Stuart 2001; assumption", Summary = "How far angels look")]
        public double AngelReach { get; init; } = 100;

        [Parameter(0, 2, Unit = "log point", Source = "assumption", Summary = "Noise with which angels see competence")]
        public double AngelNoise { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Founders who take up a grant on offer")]
        public double GrantTakeUp { get; init; } = 0.8;
    }

    public override void Step(World world, Draws draws)
    {
        Foundings queue = world.Foundings;
        Regions regions = world.Regions;
        double kept = world.TickLength.Kept(11.0 / 12);
        for (int region = 0; region < regions.Count; region++)
        {
            regions.Applicants[region] *= kept;
            regions.Funded[region] *= kept;
        }
        Span<int> order = world.Scratch.Ints(queue.Count);
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Sort(order, queue.Lineage.Span);
        foreach (int row in order)
        {
            if (queue.Origin[row] == Origin.Inward) continue; // brings its own
            Raise(world, draws, row);
            regions.Applicants[queue.Region[row]]++;
            if (queue.Raised[row] >= queue.Cost[row]) regions.Funded[queue.Region[row]]++;
            else queue.Size[row] = 0;
        }
    }

    private void Raise(World world, Draws draws, int row)
    {
        Foundings queue = world.Foundings;
        ulong id = queue.Lineage[row];
        double given = queue.Grant[row]; // came with the plan and is paid already
        double own = Math.Min(queue.OwnMoney[row], queue.Cost[row] - given), grant = Math.Min(GrantOffered(world, draws, row), queue.Cost[row] - given);
        queue.OwnMoney[row] = own;
        queue.Raised[row] = given + own + grant;
        double gap = queue.Cost[row] - queue.Raised[row];
        if (gap > 0)
        {
            double loan = Math.Min(gap, p.Leverage * own), rest = gap - loan;
            if (rest > 0)
            {
                double friends = p.SocialCapital * (0.5 + world.Regions.Trust[queue.Region[row]]);
                if (draws.Chance(friends, id, 1)) queue.OwnMoney[row] += rest;
                else if (Angels(world, draws, row, rest)) queue.RiskMoney[row] = rest;
                else return;
            }
            queue.Loan[row] = loan;
            queue.Raised[row] += gap;
        }
        // Only who can start is paid.
        if (grant > 0) PayGrant(world, row, grant);
    }

    /// <summary>What a founder who asks for it is offered, GBP thousand.</summary>
    private double GrantOffered(World world, Draws draws, int row)
    {
        Foundings queue = world.Foundings;
        int cluster = world.Cluster(queue.Region[row], queue.Activity[row]);
        double offer = Math.Min(world.Clusters.GrantOffer[cluster], queue.Cost[row]);
        if (offer <= 0 || !draws.Chance(p.GrantTakeUp, queue.Lineage[row], 2)) return 0;
        return Treasury.Available(world, world.Clusters.GrantProgramme[cluster]) >= offer ? offer : 0;
    }

    private static void PayGrant(World world, int row, double grant)
    {
        Foundings queue = world.Foundings;
        int programme = world.Clusters.GrantProgramme[world.Cluster(queue.Region[row], queue.Activity[row])];
        Treasury.Pay(world, programme, queue.Region[row], grant, 1);
        queue.Grant[row] += grant;
        queue.SupportedBy[row] = programme;
    }

    /// <summary>Angels of the region first, then of the nearest regions within reach, give all or nothing.</summary>
    private bool Angels(World world, Draws draws, int row, double wanted)
    {
        Foundings queue = world.Foundings;
        double seen = queue.Competence[row] + p.AngelNoise * (1 - world.Regions.Information[queue.Region[row]]) * draws.Normal(queue.Lineage[row], 3);
        if (seen < world.Activities.MeanCompetence[queue.Activity[row]] - 0.1 * (1 + world.Regions.RiskTolerance[queue.Region[row]])) return false;
        int home = queue.Region[row], source = -1;
        double nearest = p.AngelReach;
        for (int region = 0; region < world.Regions.Count; region++)
        {
            double distance = world.Distance(home, region);
            if (distance > nearest || world.Regions.RiskCapital[region] < wanted) continue;
            if (source >= 0 && distance == nearest) continue;
            nearest = distance;
            source = region;
        }
        if (source < 0) return false;
        world.Regions.RiskCapital[source] -= wanted;
        int cluster = world.Cluster(home, queue.Activity[row]);
        world.Clusters.RiskMoney[cluster] += wanted;
        world.Clusters.Deals[cluster]++;
        return true;
    }

    /// <summary>Insertion sort by lineage id: the queue holds a handful.</summary>
    private static void Sort(Span<int> order, ReadOnlySpan<ulong> lineage)
    {
        for (int i = 1; i < order.Length; i++)
            for (int j = i; j > 0 && lineage[order[j]] < lineage[order[j - 1]]; j--)
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
    }
}
