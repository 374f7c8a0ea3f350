using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>How firms that are brought together come to know each other.</summary>
public static class Acquaintance
{
    /// <summary>One of the candidates by rendezvous hashing, never <paramref name="except"/>; -1 = there is no other.</summary>
    public static int ByLot(World world, ReadOnlySpan<int> candidates, ulong key, int except)
    {
        int best = -1;
        ulong least = ulong.MaxValue;
        foreach (int candidate in candidates)
        {
            ulong rank = Lineage.Mix(key ^ world.Firms.Lineage[candidate]);
            if (candidate == except || rank >= least) continue;
            least = rank;
            best = candidate;
        }
        return best;
    }

    /// <summary>Makes the partner a contact of the firm; false if it is one or there is no room.</summary>
    public static bool Make(Firms firms, int firm, int partner)
    {
        ref Contacts contacts = ref firms.Contacts[firm];
        int count = firms.ContactCount[firm];
        if (count >= Contacts.Capacity) return false;
        for (int i = 0; i < count; i++)
            if (contacts[i] == partner) return false;
        contacts[count] = partner;
        firms.ContactCount[firm] = count + 1;
        firms.ContactTarget[firm] = Math.Max(firms.ContactTarget[firm], count + 1);
        return true;
    }
}
