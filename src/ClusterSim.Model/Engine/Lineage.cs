namespace ClusterSim.Model.Engine;

/// <summary>Identities that keep their meaning across histories: a child's is hashed from its parent's and its
/// birth ordinal, an arrival's from where, when and as which of its kind it came. Two histories that differ
/// elsewhere therefore give the same agent the same draws.</summary>
public static class Lineage
{
    /// <summary>The id of the <paramref name="ordinal"/>-th child of <paramref name="parent"/>.</summary>
    public static ulong Child(ulong parent, int ordinal) => Mix(parent ^ Mix((ulong)ordinal + 0x9E3779B97F4A7C15));

    /// <summary>The id of an arrival without a parent.</summary>
    public static ulong Arrival(string process, int region, int activity, int tick, int ordinal)
    {
        ulong id = Hash(process);
        id = Mix(id ^ (ulong)region * 0x9E3779B97F4A7C15);
        id = Mix(id ^ (ulong)activity * 0xC2B2AE3D27D4EB4F);
        id = Mix(id ^ (ulong)tick * 0x165667B19E3779F9);
        return Mix(id ^ (ulong)ordinal * 0x27D4EB2F165667C5);
    }

    /// <summary>One id for an ordered pair, such as chooser and candidate.</summary>
    public static ulong Pair(ulong chooser, ulong candidate) => Mix(chooser ^ Mix(candidate + 0x9E3779B97F4A7C15));

    /// <summary>FNV-1a over UTF-16 code units, then mixed: the same in every process and on every platform.</summary>
    public static ulong Hash(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in text) hash = (hash ^ c) * 0x100000001B3;
        return Mix(hash);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a bijection of 64 bits.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
