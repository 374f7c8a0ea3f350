using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Pays firms of the most related trade in the region to set up daughters in the activity, the whole cost of entry.</summary>
[Instrument("related-branching-grant", Source = "Frenken, van Oort and Verburg 2007; Neffke, Henning and Boschma 2011; B47", Summary = "Pays for daughters of firms in related trades")]
public sealed class RelatedBranchingGrant(RelatedBranchingGrant.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 10, Unit = "1", Low = 1, High = 2, Source = "assumption", Summary = "Money paid over the cost of entry")]
        public double Generosity { get; init; } = 1.2;

        [Parameter(0, 1, Unit = "share", Low = 0.3, High = 0.7, Source = "assumption: that of daughters that firms set up on their own", Summary = "Competence that carries over at full relatedness")]
        public double Transfer { get; init; } = 0.5;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], target = world.Programmes.Activity[programme];
        double cost = world.Configuration.Activities[target].Regime == Regime.HighTech ? Founding.HighTechCost : Founding.TraditionalCost;
        int daughters = Treasury.Affordable(world, programme, p.Generosity * cost), related = MostRelated(world, region, target);
        if (daughters == 0 || related < 0) return;
        for (int k = 0; k < daughters; k++)
        {
            ulong id = Lineage.Arrival("related-branching-grant", region, target, world.Tick, 10_000 * programme + k);
            int parent = Acquaintance.ByLot(world, world.FirmsOf(world.Cluster(region, related)), draws.Bits(id), -1);
            Founding.QueueDaughter(world, draws, id, id, parent, target, p.Transfer, 0);
            int row = world.Foundings.Count - 1;
            world.Foundings.Grant[row] = world.Foundings.Raised[row] = world.Foundings.Cost[row];
            world.Foundings.SupportedBy[row] = programme;
        }
        Treasury.Pay(world, programme, region, daughters * p.Generosity * cost, daughters);
    }

    /// <summary>The activity most related to the target that has firms in the region, the first of equals; -1 = none is related.</summary>
    private static int MostRelated(World world, int region, int target)
    {
        int best = -1;
        double most = 0;
        for (int activity = 0; activity < world.Activities.Count; activity++)
        {
            double relatedness = world.Relatedness(activity, target);
            if (activity == target || relatedness <= most || world.FirmsOf(world.Cluster(region, activity)).Length == 0) continue;
            most = relatedness;
            best = activity;
        }
        return best;
    }
}
