using System.Globalization;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Worlds;

/// <summary>The worlds of a study by the one uncertain parameter that is the size.</summary>
/// <param name="Factor">That parameter.</param>
/// <param name="Numbers">One a world.</param>
internal sealed record StudySizes(Factor Factor, double[] Numbers)
{
    private const int MostBins = 8;

    /// <summary>Null where the study asks for another answer, or where the size is a word.</summary>
    public static StudySizes? Of(WorldTable table, string answer)
    {
        Study study = table.Study;
        int size = table.Factors.ToList().FindIndex(factor => factor.Name == study.Size);
        if (study.Answer != answer || size < 0 || double.IsNaN(table.Number(0, size))) return null;
        return new StudySizes(table.Factors[size], [.. Enumerable.Range(0, table.Worlds.Count).Select(row => table.Number(row, size))]);
    }

    /// <summary>Rows of worlds in order of size: by level where sizes are listed, else in bins of as many worlds each.</summary>
    public IReadOnlyList<int[]> Bins()
    {
        int[] order = [.. Enumerable.Range(0, Numbers.Length).OrderBy(row => Numbers[row])];
        if (Factor.Count is > 0 and <= 20) return [.. order.GroupBy(row => Numbers[row]).Select(level => level.ToArray())];
        int count = Math.Min(MostBins, Math.Max(1, Numbers.Length / 4));
        return [.. Enumerable.Range(0, count).Select(bin => order[(bin * order.Length / count)..((bin + 1) * order.Length / count)])];
    }

    /// <summary>A size as sentences have it: three figures.</summary>
    public static string Rounded(double size) =>
        double.Parse(size.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);
}
