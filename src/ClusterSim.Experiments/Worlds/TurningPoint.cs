using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>Does more of something help up to a point and hinder beyond? The headline at the end of the untreated histories, size
/// by size, and the size at which it turns (a parabola over the means of worlds; interval by resampling worlds).</summary>
public static class TurningPoint
{
    private const int MostBins = 8;

    /// <summary>A sentence a measure; none where it was not asked.</summary>
    public static IReadOnlyList<string> Sentences(Ledger ledger)
    {
        if (ledger.Study is not { Answer: "turning-point", Worlds: not null } study || ledger.Count == 0) return [];
        var table = new WorldTable(ledger);
        return Sizes(table) is double[] sizes
            ? [.. study.Measures.Select((measure, i) => Words(measure, study.Size, QuadraticTurn.Of(sizes, WorldTable.Means(table.Finals(i)), study.Seed)))] : [];
    }

    /// <summary>The size of each world; null where it was not asked or no size is a number.</summary>
    private static double[]? Sizes(WorldTable table)
    {
        int size = table.Factors.ToList().FindIndex(factor => factor.Name == table.Study.Size);
        if (table.Study.Answer != "turning-point" || size < 0 || double.IsNaN(table.Number(0, size))) return null;
        return [.. Enumerable.Range(0, table.Worlds.Count).Select(row => table.Number(row, size))];
    }

    public static IEnumerable<(string Name, string Text)> Files(WorldTable table)
    {
        Study study = table.Study;
        if (Sizes(table) is not double[] sizes) yield break;
        Csv curve = new(), fit = new();
        curve.AddRow("measure,factor,value,value_low,value_high,n_worlds,mean,low,high".Split(','));
        fit.AddRow("measure,factor,turns_at,low,high,kind,words".Split(','));
        for (int measure = 0; measure < study.Measures.Count; measure++)
        {
            double[] means = WorldTable.Means(table.Finals(measure));
            foreach (int[] rows in Bins(sizes))
            {
                double[] here = [.. rows.Select(row => means[row])];
                double mean = Sample.Mean(here), error = here.Length > 1 ? 1.96 * Sample.StandardError(here) : double.NaN;
                curve.Add(study.Measures[measure]).Add(study.Size).Add(Sample.Mean([.. rows.Select(row => sizes[row])])).Add(sizes[rows[0]]).Add(sizes[rows[^1]]).Add(rows.Length)
                    .Add(mean).Add(mean - error).Add(mean + error).EndRow();
            }
            QuadraticTurn turn = QuadraticTurn.Of(sizes, means, study.Seed);
            fit.Add(study.Measures[measure]).Add(study.Size).Add(turn.At).Add(turn.Interval.Low).Add(turn.Interval.High)
                .Add(turn.IsShown ? turn.IsPeak ? "peak" : "trough" : "none").Add(Words(study.Measures[measure], study.Size, turn)).EndRow();
        }
        yield return ("turning_point.csv", curve.ToString());
        yield return ("turning_point_fit.csv", fit.ToString());
    }

    private static string Words(string measure, string size, QuadraticTurn turn)
    {
        string Rounded(double number) => double.Parse(number.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.##", CultureInfo.InvariantCulture);
        if (!turn.IsShown) return $"{measure} turns at no {size} tried that can be told from chance";
        (string before, string after) = turn.IsPeak ? ("rises", "falls") : ("falls", "rises");
        return $"{measure} {before} up to {size} = {Rounded(turn.At)} (95 % interval {Rounded(turn.Interval.Low)} to {Rounded(turn.Interval.High)}) and {after} beyond";
    }

    /// <summary>Worlds in order of size, as many in each bin.</summary>
    private static IEnumerable<int[]> Bins(double[] sizes)
    {
        int[] order = [.. Enumerable.Range(0, sizes.Length).OrderBy(row => sizes[row])];
        int count = Math.Min(MostBins, Math.Max(1, sizes.Length / 4));
        for (int bin = 0; bin < count; bin++) yield return order[(bin * order.Length / count)..((bin + 1) * order.Length / count)];
    }
}
