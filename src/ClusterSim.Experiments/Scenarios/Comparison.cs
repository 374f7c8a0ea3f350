using System.Globalization;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>A comparison with a number as people write it: <c>&gt;= 0.5</c>.</summary>
internal static class Comparison
{
    /// <summary>The longer ones first, so that they are found first.</summary>
    public static readonly IReadOnlyList<string> Operators = [">=", "<=", ">", "<"];

    public static (string Operator, double Value)? Read(Binder binder, Node? node, string what)
    {
        if (binder.Text(node, what) is not string text) return null;
        string given = text.Trim();
        string? sign = Operators.FirstOrDefault(candidate => given.StartsWith(candidate, StringComparison.Ordinal));
        if (sign is not null && double.TryParse(given[sign.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            return (sign, value);
        binder.Report(node!, ErrorCodes.NotANumber, $"{what}: \"{Quantity.Shorten(given)}\" is no comparison; write \">= 0.5\" with one of {string.Join(" ", Operators)}");
        return null;
    }
}
