namespace ClusterSim.Experiments.Statistics;

/// <summary>How one arm does over worlds of which nobody knows which is ours. All in the unit of the measure.</summary>
/// <param name="RegretMax">Regret = shortfall from the arm that is best in a world (Savage 1951); the largest over worlds.</param>
/// <param name="RegretP90">Its ninth decile.</param>
/// <param name="RegretMean">Its mean.</param>
/// <param name="StarrShare">Share of the worlds in which the arm is best, ties shared (Starr 1963).</param>
/// <param name="Worst">Mean in its worst world: what maximin compares (Wald 1950).</param>
/// <param name="Average">Mean over worlds, all alike (Laplace).</param>
public sealed record ArmRobustness(double RegretMax, double RegretP90, double RegretMean, double StarrShare, double Worst, double Average)
{
    /// <summary>One for each arm. Regrets are measured on replications that had no say in which arm is best in their world
    /// (<see cref="SplitSample"/>); the largest over worlds and the worst world remain extremes of noisy numbers.</summary>
    /// <param name="values">By arm, world and replication; higher is better. Doing nothing is an arm too, if it is to count.</param>
    /// <exception cref="ArgumentException">Fewer than two replications in a world, or arms that differ in worlds or replications.</exception>
    public static IReadOnlyList<ArmRobustness> Of(double[][][] values)
    {
        int worlds = values.Length == 0 ? 0 : values[0].Length;
        if (worlds == 0 || Array.Exists(values, arm => arm.Length != worlds)) throw new ArgumentException("arms with the same worlds are needed, one at least");
        double[][][] byWorld = [.. Enumerable.Range(0, worlds).Select(world => values.Select(arm => arm[world]).ToArray())];
        double[][] regrets = [.. byWorld.Select(SplitSample.Regret)], means = [.. byWorld.Select(arms => arms.Select(arm => Sample.Mean(arm)).ToArray())];
        return [.. values.Select((_, arm) =>
        {
            double[] regret = [.. regrets.Select(world => world[arm])], own = [.. means.Select(world => world[arm])];
            double best = means.Sum(world => world[arm] == world.Max() ? 1.0 / world.Count(mean => mean == world[arm]) : 0);
            return new ArmRobustness(regret.Max(), Sample.Quantile(regret, 0.9), Sample.Mean(regret), best / worlds, own.Min(), Sample.Mean(own));
        })];
    }
}
