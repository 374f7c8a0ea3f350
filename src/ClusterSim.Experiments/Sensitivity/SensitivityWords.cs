using System.Globalization;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>What the numbers of a factor mean, in words.</summary>
public static class SensitivityWords
{
    public const string None = "indistinguishable from 0";

    /// <summary>Shares of the variance below this are hardly worth a sentence.</summary>
    private const double Little = 0.01;

    /// <summary>Elementary effects below this share of the largest likewise.</summary>
    private const double LittleEffect = 0.05;

    /// <summary>One sentence without a full stop.</summary>
    public static string Of(SensitivityResult result, FactorSensitivity factor) => result.Method switch
    {
        ElementaryEffects.Name => Effects(result, factor),
        Pawn.Name => factor["median"].IsNone ? $"{factor.Name} cannot be told from a factor without influence" : $"{factor.Name} moves the distribution by {Number(factor["median"].Value)} in the median slice",
        RandomBalance.Name => First(factor),
        _ => Shares(factor),
    };

    /// <summary>A number as a sentence shows it.</summary>
    public static string Number(double value) => value.ToString(Math.Abs(value) < 1e-9 ? "0" : Math.Abs(value) >= 0.01 ? "0.00" : "0.0E+0", CultureInfo.InvariantCulture);

    private static string Shares(FactorSensitivity factor)
    {
        SensitivityIndex first = factor["S1"], total = factor["ST"];
        if (total.IsNone && factor.Chance is double chance) return $"{factor.Name} cannot be told from chance: ST {Number(total.Value)}, chance alone {Number(chance)}";
        if (total.IsNone) return $"{factor.Name} has no influence that shows: ST {None}";
        if (Ceiling(total) < Little) return FormattableString.Invariant($"{factor.Name} hardly matters: ST below {Little}");
        string alone = first.IsNone ? None : FormattableString.Invariant($"below {Little}");
        if ((first.IsNone || Ceiling(first) < Little) && Floor(total) > Ceiling(first)) return $"{factor.Name} acts only together with others: S1 {alone}, ST {Number(total.Value)}";
        if (first.IsNone) return $"{factor.Name} matters, and the sample is too small to say how: S1 {alone}, ST {Number(total.Value)}";
        return Floor(total) > Ceiling(first) + (total.Interval is null ? 0.05 : 0)
            ? $"{factor.Name} acts alone and together with others: S1 {Number(first.Value)}, ST {Number(total.Value)}"
            : $"{factor.Name} acts mostly alone: S1 {Number(first.Value)}, ST {Number(total.Value)}";
    }

    private static string First(FactorSensitivity factor) => factor["S1"].IsNone
        ? $"{factor.Name} does nothing alone that shows: S1 {None}"
        : $"{factor.Name} alone explains {Number(factor["S1"].Value)} of the variance";

    private static string Effects(SensitivityResult result, FactorSensitivity factor)
    {
        SensitivityIndex size = factor["mu_star"];
        double largest = result.Factors.Max(each => each["mu_star"].Value);
        if (size.IsNone && factor.Chance is not null && factor.Indices.FirstOrDefault(index => index.Name == "mu") is { IsNone: false } mean)
            return $"{factor.Name} pushes {(mean.Value > 0 ? "upwards" : "downwards")}, mu {Large(mean.Value)}; how strongly here and there cannot be told from chance";
        if (size.IsNone && factor.Chance is double chance) return $"{factor.Name} cannot be told from chance: mu_star {Large(size.Value)}, chance alone {Large(chance)}";
        if (size.IsNone) return $"{factor.Name} has no influence that shows: mu_star {None}";
        if (Ceiling(size) < LittleEffect * largest) return $"{factor.Name} hardly matters beside the largest";
        if (factor.Indices.All(index => index.Name is "mu_star" or "chance")) return $"{factor.Name} matters as a group";
        double ratio = factor["sigma"].Value / size.Value;
        string way = factor["mu"].IsNone ? "now up, now down" : factor["mu"].Value > 0 ? "upwards" : "downwards";
        // The bands of Garcia Sanchez, Lacarriere, Musy and Bourges (2014).
        string shape = ratio < 0.1 ? "in a straight line" : ratio < 0.5 ? "steadily" : ratio < 1 ? "nearly steadily" : "in a curve or together with others";
        return $"{factor.Name} acts {way}, {shape}: sigma/mu_star {Number(ratio)}";
    }

    /// <summary>In the unit of the output: three digits are enough.</summary>
    private static string Large(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static double Ceiling(SensitivityIndex index) => index.Interval is Interval known ? known.High : index.Value;

    private static double Floor(SensitivityIndex index) => index.Interval is Interval known ? known.Low : index.Value;
}
