namespace ClusterSim.Experiments.Detection;

/// <summary>A feature's part in the score.</summary>
/// <param name="Mean">Of the training rows; what is not known counts as this.</param>
/// <param name="Deviation">Standard deviation of the training rows.</param>
/// <param name="Low">First percentile of the training rows: what lies beyond counts as this.</param>
/// <param name="High">Ninety-ninth percentile.</param>
/// <param name="Coefficient">Per standard deviation, on the logit.</param>
/// <param name="StandardError">Over histories.</param>
public sealed record WarningTerm(string Name, string Unit, double Mean, double Deviation, double Low, double High, double Coefficient, double StandardError)
{
    /// <summary>What the value adds to the logit, relative to the mean.</summary>
    public double Part(double value) => double.IsNaN(value) || Deviation <= 0 ? 0 : Coefficient * (Math.Clamp(value, Low, High) - Mean) / Deviation;

    public bool IsBeyond(double value) => value < Low || value > High;
}

/// <summary>A trained score: logit = intercept + the parts of its terms. A probability for cells of the simulations that it was
/// trained on; for real cells an order and no more.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Words">What it needs.</param>
/// <param name="Terms">Names are those of <see cref="CellFeatures"/> and <see cref="SimulatedFeatures"/>.</param>
public sealed record WarningModel(string Name, string Words, double Intercept, IReadOnlyList<WarningTerm> Terms)
{
    /// <summary>The logit of values in the order of the terms.</summary>
    public double Logit(IReadOnlyList<double> values)
    {
        double logit = Intercept;
        for (int i = 0; i < Terms.Count; i++) logit += Terms[i].Part(values[i]);
        return logit;
    }

    /// <summary>Positions of the terms among features.</summary>
    public int[] Positions(IReadOnlyList<CellFeature> features) => [.. Terms.Select(term => features.Select(feature => feature.Name).ToList().IndexOf(term.Name))];

    /// <summary>Fits terms by features. Columns that never vary get a coefficient of 0.</summary>
    /// <param name="rows">Values in the order of the features; NaN = not known.</param>
    /// <param name="groups">History of each row.</param>
    public static WarningModel Fit(string name, string words, IReadOnlyList<CellFeature> features, IReadOnlyList<double[]> rows, IReadOnlyList<bool> events, IReadOnlyList<int> groups, double ridge)
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
        double low = Statistics.Sample.SortedQuantile(sorted, 0.01), high = Statistics.Sample.SortedQuantile(sorted, 0.99);
        double[] inside = [.. sorted.Select(value => Math.Clamp(value, low, high))];
        double deviation = Statistics.Sample.StandardDeviation(inside);
        return new WarningTerm(feature.Name, feature.Unit, Statistics.Sample.Mean(inside), deviation < 1e-9 ? 0 : deviation, low, high, 0, 0);
    }
}
