using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Brings firms together that do not know each other: some within the cluster, some with firms elsewhere whose
/// knowledge differs. Supply links of those who take part gain trust.</summary>
[Instrument("network-broker", Source = "Nishimura and Okamuro 2011; B22, B44", Summary = "Introduces firms to each other, near and far")]
public sealed class NetworkBroker(NetworkBroker.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 1_000, Unit = "GBP thousand an introduction", Low = 3, High = 12, Source = "assumption", Summary = "Cost of an introduction that lasts")]
        public double UnitCost { get; init; } = 6;

        [Parameter(0, 1, Unit = "share", Low = 0.2, High = 0.8, Source = "assumption", Summary = "Introductions to firms outside the region")]
        public double Outside { get; init; } = 0.5;

        [Parameter(0, 1, Unit = "share", Low = 0.1, High = 0.5, Source = "assumption", Summary = "Part of the gap to full trust that taking part closes on a supply link")]
        public double Trust { get; init; } = 0.3;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        int cluster = world.Cluster(region, world.Programmes.Activity[programme]);
        int affordable = (int)Math.Min(10_000, Treasury.Available(world, programme) / p.UnitCost);
        ReadOnlySpan<int> members = world.FirmsOf(cluster);
        int made = 0;
        for (int k = 0; k < affordable && members.Length > 0; k++)
        {
            int firm = Acquaintance.ByLot(world, members, draws.Bits((ulong)k, 1), -1);
            if (firm >= 0 && Introduce(world, programme, draws, firm, cluster, k)) made++;
        }
        if (made > 0) Treasury.Pay(world, programme, region, made * p.UnitCost, made);
    }

    private bool Introduce(World world, int programme, Draws draws, int firm, int cluster, int k)
    {
        Firms firms = world.Firms;
        if (!firms.Alive(firm)) return false;
        bool outside = draws.Chance(p.Outside, (ulong)k, 2);
        ReadOnlySpan<int> candidates = outside ? world.Living : world.FirmsOf(cluster);
        int partner = Acquaintance.ByLot(world, candidates, draws.Bits((ulong)k, 3), firm);
        if (partner < 0 || firms.Activity[partner] != firms.Activity[firm] || outside == (firms.Region[partner] == firms.Region[firm])) return false;
        if (!Acquaintance.Make(firms, firm, partner)) return false;
        Treasury.Support(world, programme, firm);
        for (int i = 0; i < firms.SupplierCount[firm]; i++)
            firms.Suppliers[firm][i].Trust += (float)(p.Trust * (1 - firms.Suppliers[firm][i].Trust));
        return true;
    }
}
