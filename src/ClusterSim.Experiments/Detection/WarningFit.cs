using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>Fits a score to rows of simulated histories.</summary>
public static class WarningFit
{
    /// <summary>Fits terms by features. Columns that never vary get a coefficient of 0.</summary>
    /// <param name="rows">Values in the order of the features; NaN = not known.</param>
    /// <param name="groups">History of each row.</param>
    public static WarningModel Of(string name, string words, IReadOnlyList<CellFeature> features, IReadOnlyList<double[]> rows, IReadOnlyList<bool> events, IReadOnlyList<int> groups, double ridge)
    {
        WarningTerm[] terms = [.. features.Select((feature, i) => Scale(feature, [.. rows.Select(row => row[i]).Where(double.IsFinite).Order()]))];
        double[][] standard = [.. rows.Select(row => terms.Select((term, i) => (term with { Coefficient = 1 }).Part(row[i])).ToArray())];
        LogisticFit fit = LogisticFit.Of(standard, events, groups, ridge);
        return new WarningModel(name, words, fit.Coefficients[0], [.. terms.Select((term, i) => term with
        {
            Coefficient = term.Deviation <= 0 ? 0 : fit.Coefficients[i + 1],
            StandardError = term.Deviation <= 0 ? 0 : fit.StandardErrors[i + 1],
        })]);
    }

    private static WarningTerm Scale(CellFeature feature, double[] sorted)
    {
        if (sorted.Length == 0) return new WarningTerm(feature.Name, feature.Unit, 0, 0, 0, 0, 0, 0);
        // Few training rows are close to the event, and real cells often are: cut off at a percentile they would all look alike.
        double low = Sample.SortedQuantile(sorted, 0.01), high = double.IsNaN(feature.Top) ? Sample.SortedQuantile(sorted, 0.99) : feature.Top;
        double[] inside = [.. sorted.Select(value => Math.Clamp(value, low, high))];
        double deviation = Sample.StandardDeviation(inside);
        return new WarningTerm(feature.Name, feature.Unit, Sample.Mean(inside), deviation < 1e-9 ? 0 : deviation, low, high, 0, 0);
    }
}
