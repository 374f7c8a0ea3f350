using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>S1 of any sample (RBD-FAST; Tarantola, Gatelli and Mara 2006, Plischke 2010): rows are put in an order in which the factor
/// swings once to and fro, and the share of the output's variance at the first harmonics is its own. Bias corrected after Tissot
/// and Prieur (2012), intervals from random halves.</summary>
public static class RandomBalance
{
    public const string Name = "rbd-fast";

    /// <summary>Harmonics that are counted, as in SALib.</summary>
    private const int Counted = 10;

    private const int FewestRows = 6 * Counted;

    /// <exception cref="UnfitSampleException">Too few rows, or categories without an order.</exception>
    public static SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        sample.RequireOrder("RBD-FAST follows the output along the factor");
        if (sample.Rows < FewestRows) throw new UnfitSampleException($"{sample.Rows} rows are too few: {FewestRows} at least, and hundreds for intervals that say something");
        var draws = new Draws(Draws.RunKey(options.Seed, 0), "random-balance", 0);
        int rows = sample.Rows;
        var whole = new Harmonics(rows);
        var half = new Harmonics(rows / 2);
        int[][] orders = [.. sample.Factors.Select((_, factor) => Enumerable.Range(0, rows).OrderBy(row => sample.Places[row][factor]).ToArray())];
        double[][] halves = [.. sample.Factors.Select(_ => new double[options.Resamples])];
        for (int resample = 0; resample < options.Resamples; resample++)
        {
            bool[] holds = EstimateInterval.Half(rows, draws, resample);
            for (int factor = 0; factor < orders.Length; factor++) halves[factor][resample] = First(half, [.. orders[factor].Where(row => holds[row]).Select(row => sample.Outputs[row])]);
        }
        FactorSensitivity[] factors = [.. sample.Factors.Select((factor, i) => Of(factor.Name, First(whole, [.. orders[i].Select(row => sample.Outputs[row])]), halves[i]))];
        return new SensitivityResult(Name, "S1", factors, [], ["RBD-FAST sees what a factor does alone; what factors do only together it does not"]);
    }

    private static FactorSensitivity Of(string name, double first, double[] halves) => new(name, [new SensitivityIndex("S1", first, EstimateInterval.OfHalves(first, halves))]);

    /// <summary>S1 from the outputs in ascending order of the factor.</summary>
    private static double First(Harmonics harmonics, double[] ascending)
    {
        int length = ascending.Length;
        double[] series = new double[length];
        for (int i = 0; i < length; i++) series[i % 2 == 0 ? i / 2 : length - 1 - i / 2] = ascending[i];
        series = Harmonics.Centred(series);
        double variance = Harmonics.Variance(series), share = 0;
        if (variance <= 0) return 0;
        for (int frequency = 1; frequency <= Counted; frequency++) share += harmonics.At(series, frequency) / variance;
        double bias = 2.0 * Counted / length;
        return share - bias / (1 - bias) * (1 - share);
    }
}
