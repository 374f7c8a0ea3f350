using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Adds to the dues that members of the trade association pay; where there is none and firms enough, pays for founding
/// one. What the association does with the money is its own affair.</summary>
[Instrument("association-match-fund", Source = "the forms of Sölvell, Lindqvist and Ketels 2003; assumption", Summary = "Matches the dues of a trade association, or helps found one")]
public sealed class AssociationMatchFund(AssociationMatchFund.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 20, Unit = "1", Low = 1, High = 4, Source = "assumption", Summary = "Public money per pound of dues")]
        public double Match { get; init; } = 2;

        [Parameter(1, 5000, Unit = "GBP thousand", Low = 30, High = 150, Source = "assumption", Summary = "Cost of founding an association")]
        public double FoundingCost { get; init; } = 60;

        [Parameter(1, 1000, Unit = "firm", Low = 5, High = 20, Source = "assumption", Summary = "Firms without which none is founded")]
        public int LeastFirms { get; init; } = 8;

        [Parameter(0, 0.05, Unit = "share of sales", Low = 0.001, High = 0.004, Source = "assumption: that of associations which firms found", Summary = "Dues of an association founded so")]
        public double Dues { get; init; } = 0.002;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int cluster = world.Cluster(region, activity);
        ref Association association = ref world.Clusters.Association[cluster];
        double available = Treasury.Available(world, programme), dues = 0;
        if (association.FoundedAt == 0)
        {
            if (world.Clusters.Firms[cluster] < p.LeastFirms || available < p.FoundingCost) return;
            Treasury.Pay(world, programme, region, p.FoundingCost, 0);
            association.FoundedAt = Math.Max(1, world.Tick);
            association.DuesShare = p.Dues;
            association.SalesSeen = world.Clusters.Sales[cluster];
            return;
        }
        foreach (int firm in world.FirmsOf(cluster)) dues += world.Firms.Books[firm].Dues;
        double match = Math.Min(available, p.Match * dues);
        if (match <= 0) return;
        Treasury.Pay(world, programme, region, match, association.Members);
        association.Fund += match;
    }
}
