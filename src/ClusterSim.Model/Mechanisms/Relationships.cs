using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms keep up a handful of contacts, mostly near by; the dead are replaced, and a firm without contacts
/// finds some.</summary>
/// <remarks>A new contact is outside the region with a fixed chance, else in the own cluster; among candidates the choice is
/// by rendezvous hashing, so that a newcomer changes a choice only by winning it.</remarks>
[Mechanism("relationships", Id = "M04b", Theory = "networks", Source = "Giuliani 2007; Thaler and Ravishankar 1998 for rendezvous hashing; B02, B04",
    Summary = "Contacts are made and replaced")]
public sealed class Relationships(Relationships.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "New contacts that lie outside the region")]
        public double Outside { get; init; } = 0.1;

        [Parameter(0, 12, Unit = "contact a quarter", Source = "assumption", Summary = "New contacts that a firm can make in a quarter")]
        public int Pace { get; init; } = 2;
    }

    public override Pace Pace => Engine.Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<int> closed = firms.ClosedAt.Span;
        foreach (int firm in world.Living)
        {
            DropDead(ref firms.Contacts[firm], ref firms.ContactCount[firm], closed);
            int made = 0, wanted = Wanted(world, firm);
            while (firms.ContactCount[firm] < wanted && made < p.Pace)
            {
                int contact = Find(world, draws, firm, made++);
                if (contact >= 0 && !Knows(firms, firm, contact)) firms.Contacts[firm][firms.ContactCount[firm]++] = contact;
            }
        }
    }

    /// <summary>Contacts that a firm keeps up: its own number, times what the association of its cluster introduces to members.</summary>
    public static int Wanted(World world, int firm)
    {
        int own = world.Firms.ContactTarget[firm];
        if (world.Firms.Member[firm] == 0) return own;
        double introductions = world.Clusters.Association[world.Cluster(world.Firms.Region[firm], world.Firms.Activity[firm])].Introductions;
        return Math.Min(Contacts.Capacity, (int)Math.Round(own * introductions));
    }

    private static void DropDead(ref Contacts contacts, ref int count, ReadOnlySpan<int> closedAt)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int contact = contacts[i];
            if (closedAt[contact] < 0) contacts[kept++] = contact;
        }
        count = kept;
    }

    private int Find(World world, Draws draws, int firm, int attempt)
    {
        Firms firms = world.Firms;
        ulong id = firms.Lineage[firm];
        int activity = firms.Activity[firm], region = firms.Region[firm];
        bool outside = draws.Chance(p.Outside, id, 2 * attempt) || world.FirmsOf(world.Cluster(region, activity)).Length < 2;
        if (outside) region = OtherRegion(world, draws, id, activity, region, attempt);
        Range cluster = world.SpanOf(world.Cluster(region, activity));
        ReadOnlySpan<ulong> candidates = world.LineagesByCluster[cluster];
        ulong key = draws.Bits(id, 2 * attempt + 1), least = ulong.MaxValue;
        int best = -1;
        for (int i = 0; i < candidates.Length; i++)
        {
            ulong rank = Lineage.Mix(key ^ candidates[i]);
            if (rank >= least || candidates[i] == id) continue;
            least = rank;
            best = i;
        }
        return best < 0 ? -1 : world.ByCluster[cluster][best];
    }

    /// <summary>Another region, by its firms of the activity.</summary>
    private static int OtherRegion(World world, Draws draws, ulong id, int activity, int home, int attempt)
    {
        Span<double> rate = world.Scratch.Doubles(world.Regions.Count);
        for (int region = 0; region < rate.Length; region++)
            rate[region] = region == home ? 0 : world.FirmsOf(world.Cluster(region, activity)).Length;
        int other = draws.Choose(id, world.Regions.Lineage.Span, rate, 100 + attempt);
        return other < 0 ? home : other;
    }

    private static bool Knows(Firms firms, int firm, int contact)
    {
        ref Contacts contacts = ref firms.Contacts[firm];
        for (int i = 0; i < firms.ContactCount[firm]; i++)
            if (contacts[i] == contact) return true;
        return false;
    }
}
