using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Matching;

/// <summary>A slice of one input's range, whatever the other inputs are.</summary>
/// <param name="From">In the input's units.</param>
/// <param name="Least">The smallest implausibility met in the slice; infinity if no point fell into it.</param>
/// <param name="Depth">Optical depth: share of the slice that is not implausible.</param>
public sealed record MatchSlice(double From, double To, double Least, double Depth);

/// <summary>What is left of one input.</summary>
/// <param name="Kept">Smallest and largest value that is not implausible; NaN if nothing is left.</param>
public sealed record MatchedInput(InputRange Range, Interval Kept, IReadOnlyList<MatchSlice> Profile);

/// <summary>What is left of the space.</summary>
/// <param name="Points">Points tried.</param>
/// <param name="Share">Share of the space that is not implausible.</param>
/// <param name="Interval">95 % interval of the share, for chance among the points tried.</param>
/// <param name="Next">Points for the next wave, in the inputs' units, spread over what is left.</param>
public sealed record MatchedSpace(int Points, double Share, Interval Interval, IReadOnlyList<MatchedInput> Inputs, IReadOnlyList<double[]> Next);

/// <summary>History matching (Craig et al. 1997): rules out the inputs at which the simulator cannot plausibly have given what was
/// observed, wave after wave; what is left need not be good, but what is gone is bad.</summary>
public sealed class HistoryMatch(InputSpace space, IReadOnlyList<Wave> waves, double cutoff, ulong seed)
{
    /// <summary>Three standard deviations hold 95 % of any distribution with one peak (Pukelsheim 1994).</summary>
    public const double UsualCutoff = 3;

    private const int Tried = 10_000, SliceCount = 20, MostTried = 200_000;

    private readonly Draws _draws = new(Draws.RunKey(seed, 0), "history matching", 0);

    /// <summary>The largest implausibility over the waves, of a point of the unit cube; waves after one that rules the point out are not asked.</summary>
    public double Implausibility(double[] point)
    {
        double worst = 0;
        foreach (Wave wave in waves)
        {
            worst = Math.Max(worst, wave.Implausibility(point));
            if (worst > cutoff) break;
        }
        return worst;
    }

    /// <summary>Measures what is left, and proposes points for the next wave.</summary>
    /// <param name="next">How many.</param>
    public MatchedSpace Look(int next)
    {
        double[][] points = [.. Enumerable.Range(0, Tried).Select(Point)];
        double[] worst = [.. points.Select(Implausibility)];
        int kept = worst.Count(value => value <= cutoff);
        var left = new List<double[]>(points.Where((_, i) => worst[i] <= cutoff));
        for (int i = Tried; left.Count < 10 * next && left.Count > 0 && i < MostTried; i++)
            if (Point(i) is double[] point && Implausibility(point) <= cutoff) left.Add(point);
        return new MatchedSpace(Tried, kept / (double)Tried, Proportions.Wilson(kept, Tried),
            [.. Enumerable.Range(0, space.Count).Select(input => Input(input, points, worst))],
            [.. Spread(left, next).Select(point => space.FromUnit(point))]);
    }

    private double[] Point(int number) => [.. Enumerable.Range(0, space.Count).Select(input => _draws.Uniform((ulong)number, input))];

    private MatchedInput Input(int input, double[][] points, double[] worst)
    {
        InputRange range = space.Ranges[input];
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        int[] count = new int[SliceCount], kept = new int[SliceCount];
        double[] least = [.. Enumerable.Repeat(double.PositiveInfinity, SliceCount)];
        for (int i = 0; i < points.Length; i++)
        {
            double at = points[i][input];
            int slice = (int)(at * SliceCount);
            count[slice]++;
            least[slice] = Math.Min(least[slice], worst[i]);
            if (worst[i] > cutoff) continue;
            kept[slice]++;
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }
        double Unit(double share) => range.Low + share * (range.High - range.Low);
        return new MatchedInput(range, low > high ? new Interval(double.NaN, double.NaN) : new Interval(Unit(low), Unit(high)),
            [.. Enumerable.Range(0, SliceCount).Select(slice => new MatchSlice(Unit(slice / (double)SliceCount), Unit((slice + 1) / (double)SliceCount),
                least[slice], count[slice] == 0 ? 0 : kept[slice] / (double)count[slice]))]);
    }

    /// <summary>Points far from one another: after the first, always the one farthest from those taken (Kennard and Stone 1969).</summary>
    private static List<double[]> Spread(List<double[]> points, int wanted)
    {
        var taken = new List<double[]>();
        double[] distance = [.. Enumerable.Repeat(double.PositiveInfinity, points.Count)];
        while (taken.Count < Math.Min(wanted, points.Count))
        {
            int farthest = 0;
            for (int i = 1; i < points.Count; i++)
                if (distance[i] > distance[farthest]) farthest = i;
            double[] chosen = points[farthest];
            taken.Add(chosen);
            for (int i = 0; i < points.Count; i++)
            {
                double squares = 0;
                for (int input = 0; input < chosen.Length; input++) squares += (points[i][input] - chosen[input]) * (points[i][input] - chosen[input]);
                distance[i] = Math.Min(distance[i], squares);
            }
        }
        return taken;
    }
}
