using System.Globalization;

namespace ClusterSim.Experiments.Calibration;

/// <summary>Stiff and sloppy directions in sentences.</summary>
public static class DirectionWords
{
    /// <summary>Components below this share of the largest are not named.</summary>
    private const double Named = 0.3;

    /// <summary>One sentence on a direction.</summary>
    public static string Of(MomentDirection direction, IReadOnlyList<string> factors)
    {
        string what = Combination(direction.Vector, factors), reach = direction.Reach.ToString(direction.Reach < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
        bool single = !what.Contains(" and ", StringComparison.Ordinal);
        return direction.Reach < 1
            ? single ? $"the data do not hold {what} fast: over its whole range the targets move by {reach} sd" : $"the data cannot tell apart {what}: together, over a whole range, they move the targets by {reach} sd"
            : direction.IsSloppy ? $"the data cannot tell {what} from chance: {reach} sd over a whole range, and chance alone would show {Math.Sqrt(direction.Noise).ToString("0.0", CultureInfo.InvariantCulture)}"
            : $"the data hold {what} fast: {reach} sd over a whole range";
    }

    /// <summary>Such as <c>spin-offs.hazard up and de-novo-entry.rate down</c>.</summary>
    private static string Combination(IReadOnlyList<double> vector, IReadOnlyList<string> factors)
    {
        double largest = vector.Max(Math.Abs);
        string[] parts = [.. vector.Select((value, i) => (Value: value, Name: factors[i])).Where(each => Math.Abs(each.Value) >= Named * largest)
            .OrderByDescending(each => Math.Abs(each.Value)).Select(each => $"{each.Name} {(each.Value > 0 ? "up" : "down")}")];
        return parts.Length == 1 ? parts[0][..parts[0].LastIndexOf(' ')] : string.Join(" and ", parts);
    }
}
