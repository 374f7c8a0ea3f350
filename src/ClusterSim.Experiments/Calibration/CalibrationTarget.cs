using ClusterSim.Experiments.Matching;

namespace ClusterSim.Experiments.Calibration;

/// <summary>What a calibrated model is to show.</summary>
/// <param name="Name">Unique among the targets of a run; heads a column of files.</param>
/// <param name="Statistic">Of <see cref="Facts.FactSample"/>; empty for an indicator.</param>
/// <param name="Indicator">Name of an indicator, empty for a statistic.</param>
/// <param name="Region">Where the indicator is read: a name, <c>all</c> or <c>focal</c>.</param>
/// <param name="Year">When the indicator is read.</param>
/// <param name="Low">Lower end of the band in which the target is hit; minus infinity = open.</param>
/// <param name="High">Upper end; infinity = open.</param>
/// <param name="Deviation">The unit of distance: the standard deviation of the observation, or what stands in for it.</param>
/// <param name="AimLow">Lower end of what the search aims at, inside the band.</param>
/// <param name="AimHigh">Upper end.</param>
public sealed record CalibrationTarget(string Name, string Statistic, string Indicator, string Region, int Year, double Low, double High, double Deviation, double AimLow, double AimHigh)
{
    /// <summary>An observation is hit within so many of its standard deviations.</summary>
    public const double HitWithin = 2;

    /// <summary>Of an observation with its standard deviation: aims at the value, is hit within two deviations.</summary>
    public static CalibrationTarget Observed(string name, string statistic, string indicator, string region, int year, double value, double sd) =>
        new(name, statistic, indicator, region, year, value - HitWithin * sd, value + HitWithin * sd, sd, value, value);

    /// <summary>Of a band: a quarter of its width is the unit, and the middle half the aim, so that an edge lies one unit off. With one end
    /// open the unit is a tenth of the other end, or 0.1 where that is 0.</summary>
    public static CalibrationTarget Banded(string name, string statistic, string indicator, string region, int year, double low, double high)
    {
        double unit = double.IsFinite(low) && double.IsFinite(high) ? (high - low) / 4 : Math.Abs(double.IsFinite(low) ? low : high) is > 0 and double end ? end / 10 : 0.1;
        return new CalibrationTarget(name, statistic, indicator, region, year, low, high, unit, low + unit, high - unit);
    }

    /// <summary>The same as history matching sees it.</summary>
    public MatchTarget Match => new(Name, double.IsFinite(AimLow) ? AimLow : AimHigh, Deviation, 0) { Low = AimLow, High = AimHigh };

    /// <summary>How far a value lies from the aim, in deviations; 0 inside it, NaN for a value that is none.</summary>
    public double Distance(double value) => double.IsNaN(value) ? double.NaN : Math.Max(0, Math.Max(AimLow - value, value - AimHigh)) / Deviation;

    public bool IsHit(double value) => value >= Low && value <= High;
}
