using ClusterSim.Experiments.Designs;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>S1 and ST from search curves (eFAST; Saltelli, Tarantola and Chan 1999): on its own curve a factor swings fast, so that its
/// share of the variance lies at the fast frequency and its harmonics, and that of all others at low frequencies.</summary>
public static class ExtendedFast
{
    public const string Name = "efast";

    /// <summary>The least share of a factor's own variance at its fast frequency; a factor of two levels has 0.9.</summary>
    private const double LeastOwn = 0.75;

    /// <exception cref="UnfitSampleException">The rows are no search curves.</exception>
    public static SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        sample.RequireOrder("eFAST follows the output along the factor");
        int count = sample.Factors.Count, points = sample.Rows / count;
        if (sample.Rows % count != 0) throw new UnfitSampleException($"{sample.Rows} rows are no whole number for each factor: eFAST needs {count} curves of equal length");
        if (points < SearchCurves.FewestPoints) throw new UnfitSampleException($"{sample.Rows} rows give curves of {points} points for {count} factors: {SearchCurves.FewestPoints} points at least");
        var harmonics = new Harmonics(points);
        for (int curve = 0; curve < count; curve++)
        {
            if (Shares(harmonics, Curve(sample.Column(curve), curve, points)).First >= LeastOwn) continue;
            throw new UnfitSampleException($"lines {sample.Lines[curve * points]}..{sample.Lines[(curve + 1) * points - 1]} are no search curve of {sample.Factors[curve].Name}: it does not swing {SearchCurves.Fast(points)} times there; clustersim sensitivity --design efast writes such rows");
        }
        FactorSensitivity[] factors = [.. sample.Factors.Select((factor, curve) => Of(factor.Name, Shares(harmonics, Curve(sample.Outputs, curve, points))))];
        return new SensitivityResult(Name, "ST", factors, [], ["eFAST has no intervals: points of a curve cannot be resampled. Curves of another --seed show how far the numbers move"]);
    }

    private static FactorSensitivity Of(string name, (double First, double Total) shares) =>
        new(name, [new SensitivityIndex("S1", shares.First), new SensitivityIndex("ST", shares.Total)]);

    private static double[] Curve(double[] column, int curve, int points) => Harmonics.Centred(column[(curve * points)..((curve + 1) * points)]);

    private static (double First, double Total) Shares(Harmonics harmonics, double[] series)
    {
        int fast = SearchCurves.Fast(series.Length);
        // The highest frequency of an even length is left out, as in SALib: it has no partner of the other sign.
        double variance = Harmonics.Variance(series) - (series.Length % 2 == 0 ? harmonics.At(series, series.Length / 2) / 2 : 0);
        if (variance <= 0) return (0, 0);
        double own = 0, others = 0;
        for (int harmonic = 1; harmonic <= SearchCurves.CountedHarmonics; harmonic++) own += harmonics.At(series, harmonic * fast);
        for (int frequency = 1; frequency <= fast / 2; frequency++) others += harmonics.At(series, frequency);
        return (own / variance, 1 - others / variance);
    }
}
