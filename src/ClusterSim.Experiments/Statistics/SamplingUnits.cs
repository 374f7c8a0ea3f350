namespace ClusterSim.Experiments.Statistics;

/// <summary>What is resampled: replications, or whole worlds where there are several. Replications of one world share a draw
/// of the uncertain parameters and say less about other worlds than as many worlds would (cluster bootstrap: Davison and
/// Hinkley 1997, 3.8).</summary>
public sealed class SamplingUnits
{
    private readonly int[] _unitOf;
    private readonly int[] _sizes;

    private SamplingUnits(int[] unitOf, int count)
    {
        _unitOf = unitOf;
        _sizes = new int[count];
        foreach (int unit in unitOf) _sizes[unit]++;
    }

    /// <summary>Every replication for itself.</summary>
    public static SamplingUnits Replications(int count) => new([.. Enumerable.Range(0, count)], count);

    /// <summary>Worlds; replications where all lie in one world.</summary>
    /// <param name="worlds">The world of each replication, any numbers; row-aligned with what is compared.</param>
    public static SamplingUnits Worlds(IReadOnlyList<int> worlds)
    {
        int[] known = [.. worlds.Distinct().Order()];
        return known.Length <= 1 ? Replications(worlds.Count) : new SamplingUnits([.. worlds.Select(world => Array.BinarySearch(known, world))], known.Length);
    }

    public int Count => _sizes.Length;

    public int Rows => _unitOf.Length;

    public bool AreWorlds => Count < Rows;

    /// <summary>The unit, 0..Count-1, of a replication; worlds come in the order of their numbers.</summary>
    public int this[int replication] => _unitOf[replication];

    /// <summary>One value a unit: the mean over its replications.</summary>
    /// <param name="values">One a replication.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double[] Means(double[] values)
    {
        if (values.Length != Rows) throw new ArgumentException($"{values.Length} values of {Rows} replications");
        if (!AreWorlds) return values;
        var means = new double[Count];
        for (int i = 0; i < values.Length; i++) means[_unitOf[i]] += values[i];
        for (int unit = 0; unit < means.Length; unit++) means[unit] /= _sizes[unit];
        return means;
    }

    /// <summary>One path a unit, its mean year by year.</summary>
    /// <param name="paths">One a replication, of equal lengths.</param>
    public double[][] Means(double[][] paths)
    {
        if (!AreWorlds || paths.Length == 0) return paths;
        double[][] columns = [.. Enumerable.Range(0, paths[0].Length).Select(year => Means([.. paths.Select(path => path[year])]))];
        return [.. Enumerable.Range(0, Count).Select(unit => columns.Select(column => column[unit]).ToArray())];
    }
}
