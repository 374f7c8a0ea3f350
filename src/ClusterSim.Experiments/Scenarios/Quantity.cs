using System.Globalization;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Numbers as people write them, with units: <c>5y</c>, <c>20m</c>, <c>20%</c>, <c>120k</c>. Units are multiplied in decimal
/// arithmetic and the product is rounded once, so that what is written out reads back to the same bits.</summary>
public static class Quantity
{
    private const string Month = "month", Money = "GBP thousand", Share = "share";

    /// <summary>The number in the model's unit.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="unit">The parameter's unit: decides which suffixes are allowed.</param>
    /// <param name="value">Months, GBP thousand, shares or plain numbers.</param>
    /// <param name="problem">Code and reason if it cannot be read.</param>
    public static bool TryParse(string text, string unit, out double value, out (string Code, string Reason) problem)
    {
        value = 0;
        problem = default;
        string given = text.Trim();
        int end = given.Length;
        while (end > 0 && !char.IsAsciiDigit(given[end - 1]) && given[end - 1] != '.') end--;
        string number = given[..end], suffix = given[end..];
        if (given.StartsWith(".inf", StringComparison.OrdinalIgnoreCase) || given.StartsWith("-.inf", StringComparison.OrdinalIgnoreCase)
            || given.Contains("nan", StringComparison.OrdinalIgnoreCase) || given.Contains("infinity", StringComparison.OrdinalIgnoreCase))
        {
            problem = (ErrorCodes.NotANumber, $"{given}: allowed are finite numbers");
            return false;
        }
        if (number.Contains('_', StringComparison.Ordinal) || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            problem = (ErrorCodes.NotANumber, $"\"{Shorten(given)}\" is not a number{(given.Contains('_', StringComparison.Ordinal) ? "; write it without underscores" : "")}");
            return false;
        }
        if (Factor(suffix, unit) is not decimal factor)
        {
            problem = (ErrorCodes.WrongUnit, $"{Shorten(given)}: {Allowed(unit)}");
            return false;
        }
        if (factor != 1) value = Times(number, factor);
        if (double.IsFinite(value)) return true;
        value = 0;
        problem = (ErrorCodes.NotANumber, $"{Shorten(given)}: the number is too large");
        return false;
    }

    /// <summary>The product rounded once; infinite if it is beyond what decimals hold.</summary>
    private static double Times(string number, decimal factor) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal plain) && Math.Abs(plain) <= decimal.MaxValue / Math.Max(1, factor)
            ? Rounded(plain * factor) : double.PositiveInfinity;

    /// <summary>The nearest double. The framework's own conversion rounds twice and misses the last bit.</summary>
    private static double Rounded(decimal exact) => double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The number as YAML, in the most readable unit that is exact.</summary>
    public static string Format(double value, string unit)
    {
        string plain = value.ToString("R", CultureInfo.InvariantCulture);
        // Too large or with digits too far behind the dot for a decimal: as it stands, in the unit whose factor is 1.
        if (!decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) || Rounded(exact) != value || exact != 0 && Math.Abs(exact) < 1e-8m)
            return plain + (IsMoney(unit) ? "k" : "");
        string[] suffixes = unit == Month ? ["y", "mo"] : IsMoney(unit) ? ["m", "k", ""] : ["m", "k", ""];
        if (exact != 0 && !unit.StartsWith(Share, StringComparison.Ordinal))
            foreach (string suffix in suffixes)
            {
                decimal scaled = exact / Factor(suffix, unit)!.Value;
                if (scaled == decimal.Round(scaled, 2) && Math.Abs(scaled) >= 1 || suffix == suffixes[^1])
                    return scaled.ToString("0.#############################", CultureInfo.InvariantCulture) + suffix;
            }
        return exact.ToString("0.#############################", CultureInfo.InvariantCulture);
    }

    private static bool IsMoney(string unit) => unit.StartsWith(Money, StringComparison.Ordinal);

    private static decimal? Factor(string suffix, string unit) => (suffix.Trim(), unit) switch
    {
        ("", Month) => 1,
        ("mo", Month) => 1,
        ("q", Month) => 3,
        ("y", Month) => 12,
        (_, Month) => null,
        ("", _) when IsMoney(unit) => 0.001m,
        ("k", _) when IsMoney(unit) => 1,
        ("m", _) when IsMoney(unit) => 1_000,
        ("bn", _) when IsMoney(unit) => 1_000_000,
        ("", _) => 1,
        ("%", _) when unit.StartsWith(Share, StringComparison.Ordinal) => 0.01m,
        ("k", _) when !unit.StartsWith(Share, StringComparison.Ordinal) => 1_000,
        ("m", _) when !unit.StartsWith(Share, StringComparison.Ordinal) => 1_000_000,
        _ => null,
    };

    private static string Allowed(string unit) =>
        unit == Month ? "a time is written 5y, 6q or 18mo"
        : IsMoney(unit) ? "money is written 20m, 350k or in GBP"
        : unit.StartsWith(Share, StringComparison.Ordinal) ? "a share is written 0.2 or 20%"
        : "a number is written plain, or with k or m for thousands or millions";

    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";
}
