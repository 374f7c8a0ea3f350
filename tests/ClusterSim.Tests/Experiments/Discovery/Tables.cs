using System.Globalization;
using System.IO.Compression;
using ClusterSim.Experiments.Discovery;
using ClusterSim.Model.Engine;
using ClusterSim.Tests.House;

namespace ClusterSim.Tests.Experiments.Discovery;

/// <summary>Tables of which it is known where the cases are.</summary>
internal static class Tables
{
    /// <summary>2000 points of a Latin hypercube in five dimensions, to six digits; cases where 0.3 &lt; x1 &lt; 0.7 and x3 &gt; 0.6. The EMA
    /// workbench finds a box of coverage 1 and density 0.98148 in it.</summary>
    public static CaseTable KnownBox { get; } = ReadKnownBox();

    /// <summary>Uniform factors x1, x2, ... and the cases that a rule makes of a row.</summary>
    public static CaseTable Uniform(int rows, int factors, ulong seed, Func<double[], bool> isCase)
    {
        var draws = new Draws(Draws.RunKey(seed, 0), "test table", 0);
        double[][] points = [.. Enumerable.Range(0, rows).Select(row => Enumerable.Range(0, factors).Select(factor => draws.Uniform((ulong)row, factor)).ToArray())];
        return new CaseTable([.. Enumerable.Range(0, factors).Select(factor => new FactorColumn($"x{factor + 1}", [.. points.Select(point => point[factor])]))], [.. points.Select(isCase)]);
    }

    private static CaseTable ReadKnownBox()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Repository.Path("tests/ClusterSim.Tests/Fixtures/prim-known-box.csv.gz")), CompressionMode.Decompress));
        double[][] rows = [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        return new CaseTable([.. Enumerable.Range(0, 5).Select(factor => new FactorColumn($"x{factor + 1}", [.. rows.Select(row => row[factor])]))], [.. rows.Select(row => row[0] is > 0.3 and < 0.7 && row[2] > 0.6)]);
    }
}
