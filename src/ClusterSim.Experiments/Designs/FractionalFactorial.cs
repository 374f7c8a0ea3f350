using System.Numerics;

namespace ClusterSim.Experiments.Designs;

/// <summary>Two-level fractional factorial (Box and Hunter 1961): few runs in which main effects are not confounded with one
/// another, at resolution 4 neither with interactions of two factors, at resolution 5 these neither with one another.</summary>
public static class FractionalFactorial
{
    private const string Letters = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

    /// <summary>The fewest runs, of a power of two, that give the resolution; each further factor is the product of basic ones.</summary>
    /// <param name="resolution">3, 4 or 5.</param>
    /// <returns>Rows of coordinates 0 or 1.</returns>
    public static double[][] OfResolution(int factors, int resolution)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        if (resolution is < 3 or > 5) throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "allowed are 3, 4 and 5");
        for (int basic = 1; ; basic++)
            if (Columns(factors, basic, resolution) is uint[] columns) return Points(columns, basic);
    }

    /// <summary>Runs of the basic factors A, B, C, ... in full and of the others as products of them.</summary>
    /// <param name="basic">Factors that run through every combination, so that there are 2^basic runs.</param>
    /// <param name="generators">One for each further factor, such as <c>D=ABC</c>; in the order of the letters, without I.</param>
    /// <exception cref="ArgumentException">A generator cannot be read, or gives a factor that another one is already.</exception>
    public static double[][] OfGenerators(int basic, params string[] generators)
    {
        List<uint> columns = [.. Enumerable.Range(0, basic).Select(i => 1u << i)];
        foreach (string generator in generators)
        {
            int equals = generator.IndexOf('=', StringComparison.Ordinal), letter = columns.Count;
            if (equals != 1 || letter >= Letters.Length || generator[0] != Letters[letter]) throw new ArgumentException($"{generator}: a generator of {Letters[Math.Min(letter, Letters.Length - 1)]} is wanted here", nameof(generators));
            uint column = 0;
            foreach (char basicLetter in generator[2..])
            {
                int index = Letters.IndexOf(basicLetter, StringComparison.Ordinal);
                if (index < 0 || index >= basic) throw new ArgumentException($"{generator}: {basicLetter} is not one of the {basic} basic factors {Letters[..basic]}", nameof(generators));
                column ^= 1u << index;
            }
            if (column == 0 || columns.Contains(column)) throw new ArgumentException($"{generator}: the product is constant, or another factor", nameof(generators));
            columns.Add(column);
        }
        return Points([.. columns], basic);
    }

    /// <summary>Products, as sets of basic factors, of which fewer than resolution never multiply to a constant; null = there are not so many.</summary>
    private static uint[]? Columns(int factors, int basic, int resolution)
    {
        if (basic > 24) throw new ArgumentException("more than 2^24 runs", nameof(factors));
        var columns = new List<uint>();
        // products[k] = what k of the columns multiply to; a new column must be none of those of up to resolution - 2.
        HashSet<uint>[] products = [.. Enumerable.Range(0, resolution - 1).Select(k => k == 0 ? new HashSet<uint> { 0 } : [])];
        for (uint column = 1; column < 1u << basic && columns.Count < factors; column++)
        {
            if (products.Any(of => of.Contains(column))) continue;
            columns.Add(column);
            for (int k = products.Length - 1; k > 0; k--) products[k].UnionWith(products[k - 1].Select(product => product ^ column).ToArray());
        }
        return columns.Count == factors ? [.. columns] : null;
    }

    private static double[][] Points(uint[] columns, int basic) =>
        [.. Enumerable.Range(0, 1 << basic).Select(run => columns.Select(column => Level((uint)run, column)).ToArray())];

    /// <summary>The product of the basic factors of a run, as 0 for -1 and 1 for +1.</summary>
    private static double Level(uint run, uint column) => (BitOperations.PopCount(run & column) + BitOperations.PopCount(column) & 1) == 0 ? 1 : 0;
}
