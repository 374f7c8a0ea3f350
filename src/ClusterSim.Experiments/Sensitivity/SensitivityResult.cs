using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>One number of an analysis.</summary>
/// <param name="Name">SALib's: S1, ST, S2, mu, mu_star, sigma, median, ...</param>
/// <param name="Interval">95 %; null = the method has none.</param>
public sealed record SensitivityIndex(string Name, double Value, Interval? Interval = null)
{
    /// <summary>Cannot be told from 0: the interval holds it, or the estimate is not even positive.</summary>
    public bool IsNone { get; init; } = Value <= 0 || Interval is Interval known && known.Holds(0);

    /// <summary>What a factor without influence would show by chance alone.</summary>
    internal static SensitivityIndex Chance(double value) => new("chance", value) { IsNone = false };

    /// <summary>The same, none unless its whole interval lies above what chance makes; null = that is not known.</summary>
    internal SensitivityIndex Beside(SensitivityIndex? chance) => chance is null ? this : this with { IsNone = IsNone || !((Interval?.Low ?? Value) > chance.Value) };
}

/// <summary>All numbers of one factor, or group.</summary>
public sealed record FactorSensitivity(string Name, IReadOnlyList<SensitivityIndex> Indices)
{
    /// <summary>What a factor without influence would show; null where the outputs have no standard errors.</summary>
    public double? Chance => Indices.FirstOrDefault(each => each.Name == "chance")?.Value;

    public SensitivityIndex this[string index] => Indices.First(each => each.Name == index);
}

/// <summary>What two factors do together beyond what each does alone.</summary>
public sealed record PairSensitivity(string First, string Second, SensitivityIndex S2);

/// <summary>The answer of a method.</summary>
/// <param name="Method">Its name on the command line.</param>
/// <param name="MainIndex">The index that ranks factors.</param>
/// <param name="Factors">In the order of the sample.</param>
/// <param name="Pairs">Empty where the method or the sample has none.</param>
/// <param name="Notes">What a reader should know, in sentences.</param>
public sealed record SensitivityResult(string Method, string MainIndex, IReadOnlyList<FactorSensitivity> Factors, IReadOnlyList<PairSensitivity> Pairs, IReadOnlyList<string> Notes)
{
    /// <summary>The factors, the most important first.</summary>
    public IEnumerable<FactorSensitivity> Ranked => Factors.OrderByDescending(factor => factor[MainIndex].Value);
}
