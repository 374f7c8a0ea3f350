using System.Globalization;

namespace ClusterSim.Experiments.Discovery;

/// <summary>A box as a sentence.</summary>
public static class BoxWords
{
    /// <summary>Such as "y is 1 when x1 lies between 0.30 and 0.70 and x3 is above 0.59 (covers 100 % of the cases; 98 % of the rows inside are cases)".</summary>
    public static string Of(string output, CaseRule rule, FoundBox box)
    {
        return box.Limits.Count == 0 ? $"no limit on any factor makes it more likely that {output} {rule.Words}"
            : $"{output} {rule.Words} {When(box)} (covers {Percent(box.Measures.Coverage)} of the cases; {Percent(box.Measures.Density)} of the rows inside are cases)";
    }

    /// <summary>The same of worlds, for a sentence that says itself what the case is: "the grant brings no gain when spin-offs.hazard is below 0.03 (...)".</summary>
    public static string Of(string what, FoundBox box) =>
        $"{what} {When(box)} (so in {Percent(box.Measures.Density)} of such worlds; they hold {Percent(box.Measures.Coverage)} of all worlds in which it does){(box.Limits.Any(limit => limit.IsDoubtful) ? "; some of these limits may be luck" : "")}";

    private static string When(FoundBox box) => "when " + string.Join(" and ", box.Limits.Select(limit => limit.Factor.Name + " " + Of(limit)));

    /// <summary>A share in per cent; 100 % and 0 % only where nothing is missing.</summary>
    public static string Percent(double share)
    {
        double whole = Math.Round(share * 100);
        return (whole, share) switch { (100, < 1) => "over 99 %", (0, > 0) => "under 1 %", _ => whole.ToString("0", CultureInfo.InvariantCulture) + " %" };
    }

    private static string Of(FoundLimit found)
    {
        if (found.Words is [string only]) return $"is {only}";
        if (found.Words is IReadOnlyList<string> words) return $"is {string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";
        string low = Number(found.Factor, found.Limit.Low), high = Number(found.Factor, found.Limit.High);
        bool whole = found.Factor.IsWhole;
        if (double.IsInfinity(found.Limit.High)) return whole ? $"is {low} or more" : $"is above {low}";
        if (double.IsInfinity(found.Limit.Low)) return whole ? $"is {high} or less" : $"is below {high}";
        return low == high && whole ? $"is {low}" : $"lies between {low} and {high}";
    }

    /// <summary>With as many digits as the range of the factor makes worth saying: a hundredth of it or finer.</summary>
    private static string Number(FactorColumn factor, double value)
    {
        double range = factor.Values.Max() - factor.Values.Min();
        int decimals = 0;
        for (double step = 1; decimals < 12 && !factor.IsWhole && step > range / 90; step /= 10) decimals++;
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
