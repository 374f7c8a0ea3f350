using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Detection;

/// <summary>A score to be judged: one value a row, a probability where it is one, and what it said on the way to each event.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Values">Higher = likelier.</param>
/// <param name="Probabilities">Row-aligned; null = it is no probability.</param>
/// <param name="Approaches">One an event; empty where nobody looked.</param>
public sealed record JudgedScore(string Name, double[] Values, double[]? Probabilities, IReadOnlyList<WayToEvent> Approaches);

/// <summary>One figure of the test.</summary>
/// <param name="Score">Name of the score.</param>
/// <param name="Measure">roc-auc, pr-auc, brier, precision-at-K, lift-at-5-percent, lead-time-years.</param>
/// <param name="Interval">95 %, percentiles over resampled units.</param>
public sealed record WarningFigure(string Score, string Measure, double Value, Interval Interval);

/// <summary>How well scores find the events among rows, side by side.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Events">How many of them had the event.</param>
/// <param name="Figures">By score, then by measure.</param>
public sealed record WarningTest(int Rows, int Events, IReadOnlyList<WarningFigure> Figures)
{
    /// <summary>Share of the rows among which lift is measured.</summary>
    public const double Top = 0.05;

    public double Share => Rows == 0 ? double.NaN : Events / (double)Rows;

    /// <summary>A figure; null if it was not measured.</summary>
    public WarningFigure? Of(string score, string measure) => Figures.FirstOrDefault(figure => figure.Score == score && figure.Measure == measure);

    /// <summary>Measures every score, and again in every resample of the units.</summary>
    /// <param name="units">Region or history of each row, from 0; rows of one are resampled together.</param>
    /// <param name="events">Row-aligned.</param>
    /// <param name="k">Rows among the first of which precision is measured.</param>
    public static WarningTest Of(int[] units, bool[] events, IReadOnlyList<JudgedScore> scores, int k, ulong seed, int resampled, Action<int>? progress = null)
    {
        int count = units.Length == 0 ? 0 : units.Max() + 1, hits = events.Count(hit => hit);
        if (hits == 0 || hits == events.Length) return new WarningTest(events.Length, hits, []);
        (JudgedScore Score, Ranking Order)[] judged = [.. scores.Select(score => (score, new Ranking(score.Values, events)))];
        double[] once = [.. Enumerable.Repeat(1.0, count)];
        List<(string Score, string Measure, double Value)> found = Measure(judged, units, once, k);
        var resamples = new Resamples(seed, "early warning", count, resampled);
        double[][] again = [.. found.Select(_ => new double[resamples.Count])];
        for (int i = 0; i < resamples.Count; i++)
        {
            var weights = new double[count];
            foreach (int unit in resamples[i]) weights[unit]++;
            List<(string Score, string Measure, double Value)> values = Measure(judged, units, weights, k);
            for (int figure = 0; figure < again.Length; figure++) again[figure][i] = values[figure].Value;
            progress?.Invoke(i + 1);
        }
        return new WarningTest(events.Length, hits, [.. found.Select((figure, i) => new WarningFigure(figure.Score, figure.Measure, figure.Value, Ends(again[i])))]);
    }

    private static List<(string Score, string Measure, double Value)> Measure((JudgedScore Score, Ranking Order)[] judged, int[] units, double[] byUnit, int k)
    {
        double[] weights = [.. units.Select(unit => byUnit[unit])];
        var values = new List<(string, string, double)>();
        foreach ((JudgedScore score, Ranking order) in judged)
        {
            values.Add((score.Name, "roc-auc", order.RocArea(weights)));
            values.Add((score.Name, "pr-auc", order.PrecisionRecallArea(weights)));
            values.Add((score.Name, "brier", score.Probabilities is null ? double.NaN : order.Brier(score.Probabilities, weights)));
            values.Add((score.Name, $"precision-at-{k}", order.PrecisionAt(k, weights)));
            values.Add((score.Name, "lift-at-5-percent", order.LiftAt(Top, weights)));
            values.Add((score.Name, "lead-time-years", score.Approaches.Count == 0 ? double.NaN : LeadTime.Median(score.Approaches, order.AlarmAt(LeadTime.FalseShare, weights), byUnit)));
        }
        return values;
    }

    /// <summary>Resamples without an event have no value and are left out.</summary>
    private static Interval Ends(double[] values)
    {
        double[] finite = [.. values.Where(double.IsFinite).Order()];
        return finite.Length == 0 ? new Interval(double.NaN, double.NaN) : new Interval(Sample.SortedQuantile(finite, 0.025), Sample.SortedQuantile(finite, 0.975));
    }
}
