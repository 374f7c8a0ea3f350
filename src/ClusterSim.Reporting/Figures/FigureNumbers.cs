using System.Globalization;

namespace ClusterSim.Reporting.Figures;

/// <summary>Numbers as figures write them: thousands separated, three digits or so, a true minus sign in pictures.</summary>
internal static class FigureNumbers
{
    /// <summary>In a picture; a missing number is a dash.</summary>
    public static string Show(double value) => double.IsFinite(value) ? Rounded(value).Replace('-', '\u2212') : "\u2013";

    /// <summary>In a picture, with its sign.</summary>
    public static string Signed(double value) => Show(value) is var shown && value > 0 && shown != "0" ? "+" + shown : shown;

    /// <summary>In a picture where room is scarce: thousands and millions by letter.</summary>
    public static string Short(double value) => Math.Abs(value) switch
    {
        >= 999_500 => Signed(value / 1e6) + "m",
        >= 9_995 => Signed(value / 1e3) + "k",
        _ => Signed(value),
    };

    /// <summary>The same without a sign.</summary>
    public static string Brief(double value) => value < 0 ? Short(value) : Short(value).Replace("+", "", StringComparison.Ordinal);

    /// <summary>A value and its interval.</summary>
    public static string WithInterval(double value, double low, double high) => double.IsFinite(value) ? $"{Signed(value)} ({Show(low)} to {Show(high)})" : "no number";

    /// <summary>In a table; a missing number is empty.</summary>
    public static string Cell(double value) => double.IsFinite(value) ? Rounded(value) : "";

    /// <summary>A year or an age: no thousands separator.</summary>
    public static string Year(double value) => double.IsFinite(value) ? value.ToString("0.##", CultureInfo.InvariantCulture) : "";

    /// <summary>A year and the range about it, which is left out where it is a point.</summary>
    public static string YearWithRange(double median, double low, double high) =>
        !double.IsFinite(median) ? "" : Year(low) == Year(high) ? $"year {Year(median)}" : $"year {Year(median)} ({Year(low)} to {Year(high)})";

    /// <summary>A share as per cent.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? (share * 100).ToString("0.#", CultureInfo.InvariantCulture).Replace('-', '\u2212') + " %" : "\u2013";

    private static string Rounded(double value)
    {
        // Below a billionth it is what rounding left of zero.
        string format = Math.Abs(value) switch { >= 99.95 => "#,0", >= 9.995 => "0.#", >= 0.9995 => "0.##", >= 0.001 or < 1e-9 => "0.####", _ => "0.##e0" };
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
