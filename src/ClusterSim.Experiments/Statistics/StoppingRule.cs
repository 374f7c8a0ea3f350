namespace ClusterSim.Experiments.Statistics;

/// <summary>When there are histories enough: at looks that are fixed beforehand, as soon as every contrast is precise. It
/// never asks on which side of zero an interval lies: stopping on that would find effects where there are none.</summary>
/// <param name="Relative">Half width that is precise enough, as a share of the mean: 0.2 = 20 %.</param>
/// <param name="Floor">Half width that is precise enough whatever the mean, in the contrasts' unit.</param>
/// <param name="Fewest">Replications at the first look.</param>
/// <param name="Most">Replications at the last look.</param>
public sealed record StoppingRule(double Relative, double Floor, int Fewest = 30, int Most = 2_000)
{
    /// <summary>30, 60, 120, ..., and the most: ascending.</summary>
    public IReadOnlyList<int> Looks
    {
        get
        {
            var looks = new List<int>();
            for (long look = Math.Max(1, Fewest); look < Most; look *= 2) looks.Add((int)look);
            return [.. looks, Most];
        }
    }

    /// <summary>Whether all are precise. One in which no pair differs is; one whose interval may be too narrow is not.</summary>
    public bool IsMet(IEnumerable<PairedDifference> contrasts) =>
        contrasts.All(contrast => !contrast.MayBeTooNarrow && contrast.Interval.HalfWidth <= Math.Max(Relative * Math.Abs(contrast.Mean), Floor));

    /// <summary>How many replications to have at the next look; null = stop.</summary>
    /// <param name="done">Replications done.</param>
    /// <param name="contrasts">Over those; at a look.</param>
    public int? Next(int done, IEnumerable<PairedDifference> contrasts)
    {
        int next = Looks.FirstOrDefault(look => look > done);
        return next == 0 || IsMet(contrasts) ? null : next;
    }
}
