using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Buyers choose suppliers by quality, nearness and trust, and buy abroad where none convinces. Links that
/// deliver grow trust; trust keeps links and, above a threshold, lets knowledge flow along them.</summary>
/// <remarks>Utility = quality weight * (A - mean A) + 2 trust - distance/decay, ln imports for what comes from abroad; the
/// choice is a logit (McFadden 1974) by a race keyed by buyer and candidate. Input quality = weight * mean (A - mean A) over links.
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
        int regions = world.Regions.Count;
        for (int activity = 0; activity < world.Activities.Count; activity++)
        {
            if (world.Activities.Tier[activity] > 0) SetVolume(world, activity);
        }
        var market = new Market
        {
            Appeal = world.Scratch.Doubles(world.LivingCount, 0),
            Nearness = world.Scratch.Doubles(regions * regions, 1),
            Offer = world.Scratch.Doubles(world.Clusters.Count, 2),
            Rate = world.Scratch.Doubles(regions + 1, 3),
            PlaceIds = world.Scratch.Ids(regions + 1),
        };
        Appraise(world, market);
        foreach (int firm in world.Living)
        {
            MendLinks(world, draws, firm);
            for (int activity = 0; activity < world.Activities.Count; activity++)
                if (world.InputShare(firms.Activity[firm], activity) > 0) Reconsider(world, draws, firm, activity, market);
            firms.InputQuality[firm] = InputQuality(world, firm);
        }
    }

    /// <summary>What buyers see this quarter.</summary>
    private ref struct Market
    {
        /// <summary>exp of the weighted quality of each living firm, aligned with <see cref="World.ByCluster"/>.</summary>
        public Span<double> Appeal;

        /// <summary>Its sum over the firms of each cluster.</summary>
        public Span<double> Offer;

        /// <summary>exp(-distance/decay) by buyer's region and supplier's; index = buyer's * regions + supplier's.</summary>
        public Span<double> Nearness;

        /// <summary>Lineage ids of the regions, and 0 for abroad.</summary>
        public Span<ulong> PlaceIds;

        /// <summary>For one choice: rates of the places.</summary>
        public Span<double> Rate;
    }

    private void Appraise(World world, Market market)
    {
        ReadOnlySpan<int> firms = world.ByCluster;
        for (int i = 0; i < firms.Length; i++)
            market.Appeal[i] = p.QualityWeight * (world.Firms.Effective[firms[i]] - world.Activities.MeanEffective[world.Firms.Activity[firms[i]]]);
        Reproducible.Exp(market.Appeal, market.Appeal);
        for (int cluster = 0; cluster < market.Offer.Length; cluster++)
        {
            market.Offer[cluster] = 0;
            foreach (double appeal in market.Appeal[world.SpanOf(cluster)]) market.Offer[cluster] += appeal;
        }
        world.Regions.Lineage.Span.CopyTo(market.PlaceIds);
        market.PlaceIds[^1] = 0;
        int regions = world.Regions.Count;
        for (int i = 0; i < market.Nearness.Length; i++) market.Nearness[i] = -world.Distance(i / regions, i % regions) / p.DistanceDecay;
        Reproducible.Exp(market.Nearness, market.Nearness);
    }

    /// <summary>The demand that suppliers could win if nothing were bought abroad.</summary>
    private static void SetVolume(World world, int activity)
    {
        Firms firms = world.Firms;
        double ordered = 0, price = 0;
        int suppliers = 0;
        foreach (int firm in world.Living)
        {
            ordered += world.InputShare(firms.Activity[firm], activity) * firms.Books[firm].Revenue;
            if (firms.Activity[firm] != activity || firms.Books[firm].Price <= 0) continue;
            price += firms.Books[firm].Price;
            suppliers++;
        }
        double mean = suppliers == 0 ? world.Configuration.Country.BackgroundWage / 12 * 1.3 : price / suppliers;
        world.Activities.Volume[activity] = ordered / (mean * world.TickLength.Months);
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
    private void Reconsider(World world, Draws draws, int firm, int activity, Market market)
    {
        Firms firms = world.Firms;
        ulong id = Lineage.Pair(firms.Lineage[firm], (ulong)activity);
        ref SupplyLinks links = ref firms.Suppliers[firm];
        int slot = 0, count = firms.SupplierCount[firm];
        while (slot < count && firms.Activity[links[slot].Supplier] != activity) slot++;
        // A firm opens after this step of its month: one of this very month is three months old next time.
        bool isNew = world.Tick - firms.FoundedAt[firm] <= (int)Pace;
        if (!isNew && !draws.Chance(Reproducible.PerMonth(3 * p.Reconsideration), id, 2)) return;

        int present = slot < count ? links[slot].Supplier : -1;
        int best = Choose(world, draws, id, firms.Region[firm], activity, present, present < 0 ? 0 : links[slot].Trust, market);
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

    /// <summary>A logit over imports and every supplier of the country, as two races: first the places, abroad among them, each
    /// with the sum of its suppliers' rates exp(utility), then the suppliers of the winner. Exact, since the first of many
    /// exponential clocks has the sum of their rates, and it costs places plus neighbours instead of the country.</summary>
    /// <returns>Row of the supplier, -1 = bought abroad.</returns>
    private int Choose(World world, Draws draws, ulong id, int home, int activity, int present, float trust, Market market)
    {
        int regions = world.Regions.Count;
        double loyalty = present < 0 ? 1 : Reproducible.Exp(p.TrustWeight * trust);
        int known = present < 0 ? -1 : world.FirmsOf(world.ClusterOf(present)).IndexOf(present);
        for (int region = 0; region < regions; region++) market.Rate[region] = market.Nearness[home * regions + region] * market.Offer[world.Cluster(region, activity)];
        IReadOnlyList<RegionSetup> setups = world.Configuration.Regions;
        market.Rate[regions] = p.Imports * (home < setups.Count ? setups[home].Imports ?? 1 : 1);
        if (known >= 0)
        {
            int region = world.Firms.Region[present];
            market.Rate[region] += (loyalty - 1) * market.Nearness[home * regions + region] * market.Appeal[world.SpanOf(world.ClusterOf(present))][known];
        }
        int place = draws.Choose(id, market.PlaceIds, market.Rate, 3);
        if (place < 0 || place == regions) return -1;
        Range suppliers = world.SpanOf(world.Cluster(place, activity));
        Span<double> appeal = market.Appeal[suppliers];
        bool knownHere = known >= 0 && world.Firms.Region[present] == place;
        double plain = knownHere ? appeal[known] : 0;
        if (knownHere) appeal[known] *= loyalty;
        int winner = draws.Choose(id, world.LineagesByCluster[suppliers], appeal, 4);
        if (knownHere) appeal[known] = plain;
        return winner < 0 ? -1 : world.ByCluster[suppliers][winner];
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
