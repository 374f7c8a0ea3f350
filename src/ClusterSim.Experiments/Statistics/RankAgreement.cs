namespace ClusterSim.Experiments.Statistics;

/// <summary>Whether the ranking of the arms survives the uncertainty of parameters.</summary>
/// <param name="Taus">Kendall's tau between the ranking in each world and the overall one; NaN where a world ties all arms.</param>
/// <param name="SameBest">Worlds in which the arm that is best overall is best as well.</param>
public sealed record RankAgreement(IReadOnlyList<double> Taus, int SameBest)
{
    /// <summary>Compares.</summary>
    /// <param name="means">By arm and world, higher is better; two arms at least.</param>
    /// <exception cref="ArgumentException">Fewer than two arms, no worlds, or unequal lengths.</exception>
    public static RankAgreement Of(double[][] means)
    {
        if (means.Length < 2 || means[0].Length == 0 || Array.Exists(means, arm => arm.Length != means[0].Length))
            throw new ArgumentException("two arms or more with the same worlds are needed");
        double[] overall = [.. means.Select(arm => Sample.Mean(arm))];
        int best = Array.IndexOf(overall, overall.Max());
        double[][] worlds = [.. Enumerable.Range(0, means[0].Length).Select(world => means.Select(arm => arm[world]).ToArray())];
        return new RankAgreement([.. worlds.Select(world => Kendall(world, overall))], worlds.Count(world => world[best] == world.Max()));
    }

    public double ShareSameBest => SameBest / (double)Taus.Count;

    /// <summary>95 % of that share, Wilson.</summary>
    public Interval Interval => Proportions.Wilson(SameBest, Taus.Count);

    /// <summary>Kendall's tau-b (Kendall 1945): pairs in the same order less pairs in the opposite one, over the geometric mean of
    /// the pairs that each side does not tie; NaN where a side ties all.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Kendall(double[] first, double[] second)
    {
        if (first.Length != second.Length) throw new ArgumentException($"{first.Length} against {second.Length} values");
        int agree = 0, inFirst = 0, inSecond = 0;
        for (int i = 0; i < first.Length; i++)
            for (int j = 0; j < i; j++)
            {
                int one = first[i].CompareTo(first[j]), other = second[i].CompareTo(second[j]);
                agree += one * other;
                if (one != 0) inFirst++;
                if (other != 0) inSecond++;
            }
        return agree / Math.Sqrt((double)inFirst * inSecond);
    }
}
