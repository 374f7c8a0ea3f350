using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>How much of the variance of a series lies at which whole frequency. Few frequencies are asked for, so they are summed
/// straight instead of by a fast transform.</summary>
internal sealed class Harmonics
{
    private readonly double[] _cos, _sin;

    /// <param name="length">Of the series.</param>
    public Harmonics(int length)
    {
        _cos = [.. Enumerable.Range(0, length).Select(i => Trigonometry.Cos(2 * Math.PI * i / length))];
        _sin = [.. Enumerable.Range(0, length).Select(i => Trigonometry.Sin(2 * Math.PI * i / length))];
    }

    /// <summary>The variance at a frequency, both signs of it together; all frequencies below half the length and half that of the
    /// highest add up to the whole variance.</summary>
    /// <param name="series">As long as said at construction.</param>
    /// <param name="frequency">Swings along the series, at least 1.</param>
    public double At(double[] series, int frequency)
    {
        double cos = 0, sin = 0;
        int length = series.Length;
        for (int i = 0, turn = 0; i < length; i++)
        {
            cos += series[i] * _cos[turn];
            sin += series[i] * _sin[turn];
            turn = (int)((turn + (long)frequency) % length);
        }
        return 2 * (cos * cos + sin * sin) / ((double)length * length);
    }

    /// <summary>The whole variance, with the length below the line.</summary>
    public static double Variance(double[] series) => Sample.Variance(series) * (series.Length - 1) / series.Length;

    /// <summary>The series less its mean.</summary>
    public static double[] Centred(double[] series)
    {
        double mean = Sample.Mean(series);
        return [.. series.Select(value => value - mean)];
    }
}
