using System.Globalization;

namespace ClusterSim.Reporting.Pages;

/// <summary>Numbers as sentences write them: two or three digits, thousands separated, a true minus sign.</summary>
internal static class Say
{
    private const string Minus = "\u2212";

    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return "\u2013";
        double size = Math.Abs(value);
        string text = value.ToString(size >= 100 ? "#,0" : size >= 10 ? "0" : size >= 1 ? "0.0" : size >= 0.1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
        return text.Trim('0', '.', '-').Length == 0 ? "0" : text.Replace("-", Minus, StringComparison.Ordinal);
    }

    public static string Signed(double value) => Number(value) is var text && value > 0 && text != "0" ? "+" + text : Number(value);

    /// <summary><c>3 to 16</c>, with the digits that its width can bear; an end that is unknown says so.</summary>
    public static string Range(double low, double high) =>
        double.IsFinite(low) && double.IsFinite(high) ? $"{Rounded(low, low, high)} to {Rounded(high, low, high)}" : "unknown: too few histories";

    /// <summary>A mean with the digits that its interval can bear.</summary>
    public static string Rounded(double value, double low, double high)
    {
        double half = (high - low) / 2;
        if (!double.IsFinite(half) || half <= 0) return Number(value);
        string text = value.ToString(half >= 5 ? "#,0" : half >= 0.5 ? "#,0.0" : half >= 0.05 ? "0.00" : half >= 0.005 ? "0.000" : "0.0000", CultureInfo.InvariantCulture);
        return text.Trim('0', '.', '-').Length == 0 ? "0" : text.Replace("-", Minus, StringComparison.Ordinal);
    }

    /// <summary><c>+23 (16 to 32)</c>.</summary>
    public static string Effect(double value, double low, double high) =>
        $"{(Rounded(value, low, high) is var text && value > 0 && text != "0" ? "+" : "")}{Rounded(value, low, high)} ({Range(low, high)})";

    public static string Percent(double share) => double.IsFinite(share) ? (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %" : "\u2013";

    /// <summary>Pounds in short: £377k, £2.0m.</summary>
    public static string Pounds(double gbp)
    {
        if (!double.IsFinite(gbp)) return "\u2013";
        double size = Math.Abs(gbp);
        string text = size >= 999.5e6 ? Text(size / 1e9, "0.0") + "bn" : size >= 9.995e6 ? Text(size / 1e6, "0") + "m" : size >= 999_500 ? Text(size / 1e6, "0.0") + "m"
            : size >= 999.5 ? Text(size / 1e3, "0") + "k" : Text(size, "0");
        return (gbp < 0 && size >= 0.5 ? Minus : "") + "£" + text;
    }

    /// <summary>A number of months as people say it.</summary>
    public static string Months(int months) => months % 12 == 0 ? Count(months / 12, "year") : Count(months, "month");

    /// <summary><c>1 history</c>, <c>2 histories</c>.</summary>
    public static string Count(long number, string thing, string? things = null) =>
        $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {(number == 1 ? thing : things ?? thing + "s")}";

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
