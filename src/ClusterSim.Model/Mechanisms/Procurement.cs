using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Public bodies buy from firms near them, by what the firms offer and how far away they are: demand that has a
/// place, beside the market that has none.</summary>
/// <remarks>A site's purchases, in jobs, are divided among the activity's firms in proportion to attraction *
/// exp(-distance/<see cref="Parameters.Reach"/>) and come on top of what each firm deserves in the market. Policy may add
/// purchases of its own for a month.</remarks>
[Mechanism("procurement", Id = "M01b", Theory = "demand-led", Source = "Porter 1990 on demand conditions; Markusen et al. 1991; B34",
    Summary = "Public sites buy from firms nearby")]
public sealed class Procurement(Procurement.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(1, 5_000, Unit = "km", Source = "assumption: meetings within the hour", Summary = "Distance over which a public buyer's preference for the near fades")]
        public double Reach { get; init; } = 50;
    }

    public override void Step(World world, Draws draws)
    {
        Clusters clusters = world.Clusters;
        int activities = world.Activities.Count;
        double all = 0;
        Span<double> wanted = world.Scratch.Doubles(clusters.Count);
        clusters.PolicyPurchases.Span.CopyTo(wanted);
        clusters.PolicyPurchases.Span.Clear();
        Institutions institutions = world.Institutions;
        for (int row = 0; row < institutions.Count; row++)
            if (institutions.Purchases[row] > 0 && institutions.IsOpen(row, world.Tick))
                wanted[world.Cluster(institutions.Region[row], institutions.Activity[row])] += institutions.Purchases[row];
        foreach (double jobs in wanted) all += jobs;
        // Where nobody buys and nobody bought last month there is nothing to clear.
        foreach (double jobs in world.Activities.PublicVolume.Span) all += jobs;
        if (all == 0) return;
        wanted.CopyTo(clusters.PublicDemand.Span);
        world.Activities.PublicVolume.Span.Clear();
        foreach (int firm in world.Living) world.Firms.PublicOrders[firm] = 0;
        for (int cluster = 0; cluster < wanted.Length; cluster++)
            if (wanted[cluster] > 0) Divide(world, cluster / activities, cluster % activities, wanted[cluster]);
    }

    private void Divide(World world, int region, int activity, double jobs)
    {
        Firms firms = world.Firms;
        world.Activities.PublicVolume[activity] += jobs;
        Span<double> near = world.Scratch.Doubles(world.Regions.Count, 1);
        double sum = 0;
        for (int other = 0; other < near.Length; other++)
        {
            near[other] = Reproducible.Exp(-world.Distance(region, other) / p.Reach);
            foreach (int firm in world.FirmsOf(world.Cluster(other, activity))) sum += near[other] * firms.Attraction[firm];
        }
        if (sum == 0) return;
        for (int other = 0; other < near.Length; other++)
            foreach (int firm in world.FirmsOf(world.Cluster(other, activity)))
                firms.PublicOrders[firm] += jobs * near[other] * firms.Attraction[firm] / sum;
    }
}
