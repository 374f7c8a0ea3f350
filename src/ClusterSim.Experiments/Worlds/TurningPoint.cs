using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>A measure at about one size: the mean over its worlds, with a 95 % interval.</summary>
/// <param name="Smallest">Of the sizes.</param>
/// <param name="Largest">Of the sizes.</param>
public readonly record struct SizeMean(double Size, double Smallest, double Largest, int Worlds, double Mean, double Low, double High);

/// <summary>Does more of something help up to a point and hinder beyond? A measure at the end of the untreated histories, size
/// by size, and the size at which it turns (a parabola over the means of worlds; interval by resampling worlds).</summary>
/// <param name="Size">Path of the parameter that is the size.</param>
public sealed record TurningPoint(string Measure, string Size, IReadOnlyList<SizeMean> Curve, QuadraticTurn Turn)
{
    /// <summary>One a measure, the headline first; none where it was not asked.</summary>
    public static IReadOnlyList<TurningPoint> Of(Ledger ledger)
    {
        if (ledger.Study.Worlds is null || ledger.Count == 0) return [];
        var table = new WorldTable(ledger);
        if (StudySizes.Of(table, "turning-point") is not { } sizes) return [];
        IReadOnlyList<int[]> bins = sizes.Bins();
        return [.. ledger.Study.Measures.Select((measure, i) => Of(measure, ledger.Study, sizes.Numbers, WorldTable.Means(table.Finals(i)), bins))];
    }

    /// <summary>Names and texts of the files.</summary>
    public static IEnumerable<(string Name, string Text)> Files(IReadOnlyList<TurningPoint> points)
    {
        if (points.Count == 0) yield break;
        Csv curve = new(), fit = new();
        curve.AddRow("measure,factor,value,value_low,value_high,n_worlds,mean,low,high".Split(','));
        fit.AddRow("measure,factor,turns_at,low,high,kind,words".Split(','));
        foreach (TurningPoint point in points)
        {
            foreach (SizeMean at in point.Curve)
                curve.Add(point.Measure).Add(point.Size).Add(at.Size).Add(at.Smallest).Add(at.Largest).Add(at.Worlds).Add(at.Mean).Add(at.Low).Add(at.High).EndRow();
            QuadraticTurn turn = point.Turn;
            fit.Add(point.Measure).Add(point.Size).Add(turn.At).Add(turn.Interval.Low).Add(turn.Interval.High)
                .Add(turn.IsShown ? turn.IsPeak ? "peak" : "trough" : "none").Add(point.Words).EndRow();
        }
        yield return ("turning_point.csv", curve.ToString());
        yield return ("turning_point_fit.csv", fit.ToString());
    }

    /// <summary>What it does, without a full stop.</summary>
    public string Words => Turn.IsShown
        ? $"the {(Turn.IsPeak ? "peak" : "low")} of {Measure} lies at {Size} = {StudySizes.Rounded(Turn.At)} (95 % interval {StudySizes.Rounded(Turn.Interval.Low)} to {StudySizes.Rounded(Turn.Interval.High)})"
        : $"no turning point of {Measure} can be told from chance within the {Size} tried";

    private static TurningPoint Of(string measure, Study study, double[] sizes, double[] means, IReadOnlyList<int[]> bins) =>
        new(measure, study.Size, [.. bins.Select(rows => At([.. rows.Select(row => sizes[row])], [.. rows.Select(row => means[row])]))], QuadraticTurn.Of(sizes, means, study.Seed));

    private static SizeMean At(double[] sizes, double[] means)
    {
        double mean = Sample.Mean(means), error = means.Length > 1 ? 1.96 * Sample.StandardError(means) : double.NaN;
        return new SizeMean(Sample.Mean(sizes), sizes[0], sizes[^1], means.Length, mean, mean - error, mean + error);
    }
}
