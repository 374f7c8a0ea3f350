using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Buyers choose suppliers by quality, nearness and trust, and buy abroad where none convinces. Links that
/// deliver grow trust; trust keeps links and, above a threshold, lets knowledge flow along them.</summary>
/// <remarks>Utility = quality weight * (A - mean A) + 2 trust - distance/decay + ln share of the outside option, plus
/// Gumbel noise keyed by buyer and candidate (McFadden 1974). Input quality = weight * mean (A - mean A) over links.
/// Trust t += gain (1 - t) a quarter; it halves where the supplier cheats, the rarer the higher regional trust.</remarks>
[Mechanism("supply-chain", Id = "M12", Theory = "Porter; embeddedness", Source = "Porter 1990; Uzzi 1997; B03, B05, B09, B30",
    Summary = "Buyers choose suppliers; trust grows on delivery")]
public sealed class SupplyChain(SupplyChain.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 20, Unit = "1 per log point", Source = "assumption", Summary = "Weight of a supplier's quality")]
        public double QualityWeight { get; init; } = 3;

        [Parameter(0, 10, Unit = "1", Source = "assumption", Summary = "Weight of trust in the present supplier")]
        public double TrustWeight { get; init; } = 2;

        [Parameter(10, 10_000, Unit = "km", Source = "assumption", Summary = "Distance that costs one unit of utility")]
        public double DistanceDecay { get; init; } = 150;

        [Parameter(0, 1_000, Unit = "supplier", Source = "assumption", Summary = "The outside world counts like this many mean suppliers next door")]
        public double Imports { get; init; } = 3;

        [Parameter(0, 4, Unit = "1 a year", Source = "assumption", Summary = "How often a buyer reconsiders a link")]
        public double Reconsideration { get; init; } = 0.25;

        [Parameter(0, 1, Unit = "share a quarter", Source = "assumption", Summary = "Growth of trust by delivery")]
        public double TrustGain { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "1 a year", Source = "assumption", Summary = "How often a supplier cheats where there is no regional trust")]
        public double Cheating { get; init; } = 0.1;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Share of the suppliers' lead in quality that reaches the buyer's product")]
        public double QualityPassed { get; init; } = 0.2;
    }

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        for (int activity = 0; activity < world.Activities.Count; activity++)
        {
            int buyer = world.Activities.Buyer[activity];
            if (buyer >= 0) SetVolume(world, activity, buyer);
        }
        foreach (int firm in world.Living)
        {
            MendLinks(world, draws, firm);
            for (int activity = 0; activity < world.Activities.Count; activity++)
                if (world.Activities.Buyer[activity] == firms.Activity[firm]) Reconsider(world, draws, firm, activity);
            firms.InputQuality[firm] = InputQuality(world, firm);
        }
    }

    /// <summary>The demand that suppliers could win if nothing were bought abroad.</summary>
    private static void SetVolume(World world, int activity, int buyer)
    {
        Firms firms = world.Firms;
        double revenue = 0, price = 0;
        int suppliers = 0;
        foreach (int firm in world.Living)
        {
            if (firms.Activity[firm] == buyer) revenue += firms.Revenue[firm];
            if (firms.Activity[firm] != activity || firms.Price[firm] <= 0) continue;
            price += firms.Price[firm];
            suppliers++;
        }
        double mean = suppliers == 0 ? world.Configuration.Country.BackgroundWage / 12 * 1.3 : price / suppliers;
        world.Activities.Volume[activity] = world.Activities.InputShare[activity] * revenue / mean;
    }

    /// <summary>Drops links to the dead, and moves trust in the living.</summary>
    private void MendLinks(World world, Draws draws, int firm)
    {
        Firms firms = world.Firms;
        ref SupplyLinks links = ref firms.Suppliers[firm];
        int kept = 0;
        double cheat = Reproducible.PerMonth(3 * p.Cheating * (1 - world.Regions.Trust[firms.Region[firm]]));
        for (int i = 0; i < firms.SupplierCount[firm]; i++)
        {
            SupplyLink link = links[i];
            if (!firms.Alive(link.Supplier)) continue;
            ulong pair = Lineage.Pair(firms.Lineage[firm], firms.Lineage[link.Supplier]);
            link.Trust = draws.Chance(cheat, pair, 1)
                ? link.Trust / 2
                : link.Trust + (float)(p.TrustGain * (1 - link.Trust));
            links[kept++] = link;
        }
        firms.SupplierCount[firm] = kept;
    }

    /// <summary>Chooses the supplier of one input in a firm's first quarter, and anew when the time has come; until then the present one stays, or what is
    /// bought abroad.</summary>
    private void Reconsider(World world, Draws draws, int firm, int activity)
    {
        Firms firms = world.Firms;
        ulong id = Lineage.Pair(firms.Lineage[firm], (ulong)activity);
        ref SupplyLinks links = ref firms.Suppliers[firm];
        int slot = 0, count = firms.SupplierCount[firm];
        while (slot < count && firms.Activity[links[slot].Supplier] != activity) slot++;
        bool isNew = world.Tick - firms.FoundedAt[firm] < (int)Pace;
        if (!isNew && !draws.Chance(Reproducible.PerMonth(3 * p.Reconsideration), id, 2)) return;

        int present = slot < count ? links[slot].Supplier : -1, best = -1;
        double most = Reproducible.Log(Math.Max(1e-9, p.Imports)) + draws.Gumbel(id, 0, 3);
        for (int region = 0; region < world.Regions.Count; region++)
        {
            double nearness = -world.Distance(firms.Region[firm], region) / p.DistanceDecay;
            foreach (int candidate in world.FirmsOf(world.Cluster(region, activity)))
            {
                double utility = p.QualityWeight * (firms.Effective[candidate] - world.Activities.MeanEffective[activity]) + nearness
                    + (candidate == present ? p.TrustWeight * links[slot].Trust : 0)
                    + draws.Gumbel(id, firms.Lineage[candidate], 3);
                if (utility <= most) continue;
                most = utility;
                best = candidate;
            }
        }
        if (best == present) return;
        if (best < 0)
        {
            links[slot] = links[count - 1];
            firms.SupplierCount[firm] = count - 1;
            return;
        }
        if (slot == SupplyLinks.Capacity) return;
        links[slot] = new SupplyLink { Supplier = best, Trust = (float)(0.5 * world.Regions.Trust[firms.Region[firm]]) };
        if (slot == count) firms.SupplierCount[firm] = count + 1;
    }

    private double InputQuality(World world, int firm)
    {
        Firms firms = world.Firms;
        ref SupplyLinks links = ref firms.Suppliers[firm];
        int count = firms.SupplierCount[firm];
        if (count == 0) return 0;
        double lead = 0;
        for (int i = 0; i < count; i++)
        {
            int supplier = links[i].Supplier;
            lead += firms.Effective[supplier] - world.Activities.MeanEffective[firms.Activity[supplier]];
        }
        return p.QualityPassed * lead / count;
    }
}
