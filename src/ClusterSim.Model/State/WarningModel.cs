using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A feature's part in the early-warning score.</summary>
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
/// <param name="Terms">Named after features.</param>
public sealed record WarningModel(string Name, string Words, double Intercept, IReadOnlyList<WarningTerm> Terms)
{
    /// <summary>The logit of values in the order of the terms.</summary>
    public double Logit(IReadOnlyList<double> values)
    {
        double logit = Intercept;
        for (int i = 0; i < Terms.Count; i++) logit += Terms[i].Part(values[i]);
        return logit;
    }

    /// <summary>The logit of all features of a cell.</summary>
    /// <param name="positions">Of the terms among the values; see <see cref="Positions"/>.</param>
    public double Logit(ReadOnlySpan<double> values, ReadOnlySpan<int> positions)
    {
        double logit = Intercept;
        for (int i = 0; i < positions.Length; i++) logit += Terms[i].Part(values[positions[i]]);
        return logit;
    }

    /// <summary>Positions of the terms among features.</summary>
    public int[] Positions(IReadOnlyList<CellFeature> features) => [.. Terms.Select(term => features.Select(feature => feature.Name).ToList().IndexOf(term.Name))];

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static double Chance(double logit) => 1 / (1 + Reproducible.Exp(-Math.Clamp(logit, -35, 35)));
}
