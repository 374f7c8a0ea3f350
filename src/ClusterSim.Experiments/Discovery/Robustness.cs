using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Discovery;

/// <summary>Whether the limits of a box are more than luck (Bryant and Lempert 2010).</summary>
internal static class Robustness
{
    /// <summary>Quasi-p-value of a factor's limits: how likely so many cases among the rows of the box would be if those limits did
    /// nothing, that is, if rows in the box were cases as often as in the same box without them. Quasi, because the box was sought out.</summary>
    public static double QuasiP(CaseTable table, TrajectoryBox box, int factor, int[] rows)
    {
        var without = TrajectoryBox.Of(table, box.Box.With(factor, FactorLimit.None), rows);
        return BinomialTail.AtLeast(box.Cases, box.Rows, without.Density);
    }

    /// <summary>Share of random halves of the rows in which the factor is limited in the box of the same coverage; length = factors.</summary>
    public static double[] Reproducibility(CaseTable table, Func<int[], IReadOnlyList<TrajectoryBox>> peel, double coverage, int[] rows, int resamples, ulong seed)
    {
        var limited = new int[table.Factors.Count];
        for (int resample = 0; resample < resamples; resample++)
        {
            IReadOnlyList<TrajectoryBox> trajectory = peel(Half(rows, resample, seed));
            double aim = coverage * trajectory[0].Cases;
            TrajectoryBox box = trajectory.OrderBy(each => Math.Abs(each.Cases - aim)).ThenByDescending(each => each.Density).First();
            foreach (int factor in box.Box.Restricted) limited[factor]++;
        }
        return [.. limited.Select(times => times / (double)resamples)];
    }

    /// <summary>Half of the rows, without repetition: repeated rows would make limits look firmer than they are.</summary>
    private static int[] Half(int[] rows, int resample, ulong seed)
    {
        var draws = new Draws(Draws.RunKey(seed, resample), "half of the rows", 0);
        ulong[] keys = [.. rows.Select(row => draws.Bits((ulong)row))];
        int[] shuffled = [.. rows];
        Array.Sort(keys, shuffled);
        return [.. shuffled.Take((rows.Length + 1) / 2).Order()];
    }
}
