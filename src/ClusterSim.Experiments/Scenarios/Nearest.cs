namespace ClusterSim.Experiments.Scenarios;

/// <summary>What somebody may have meant.</summary>
public static class Nearest
{
    /// <summary>Letters that make a beginning.</summary>
    private const int Beginning = 3;

    /// <summary>Words to append to a message: <c>; did you mean x?</c>, or the names allowed if none is near and they are few.</summary>
    public static string Hint(string given, IEnumerable<string> names)
    {
        string[] all = [.. names.Order(StringComparer.Ordinal)];
        string? best = To(given, all);
        if (best is not null) return $"; did you mean {best}?";
        return all.Length is 0 or > 14 ? "" : $": allowed {string.Join(", ", all)}";
    }

    /// <summary>The name at the smallest distance, if it is near enough to be a slip; null otherwise. The beginning of a name is
    /// near to it.</summary>
    public static string? To(string given, IEnumerable<string> names)
    {
        string? best = null;
        int least = Math.Max(2, given.Length / 3) + 1;
        foreach (string name in names)
        {
            int distance = Distance(given.ToLowerInvariant(), name);
            if (given.Length >= Beginning && name.StartsWith(given, StringComparison.OrdinalIgnoreCase)) distance = Math.Min(distance, 2);
            if (distance >= least) continue;
            least = distance;
            best = name;
        }
        return best;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two words (Damerau 1964).</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
