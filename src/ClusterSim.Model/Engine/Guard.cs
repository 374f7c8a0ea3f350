namespace ClusterSim.Model.Engine;

/// <summary>Refuses at the door what would poison a history further in.</summary>
public static class Guard
{
    /// <summary>The value itself, if it is a number.</summary>
    /// <param name="value">An input.</param>
    /// <param name="what">What the message calls it, such as <c>spin-offs.hazard</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public static double Finite(double value, string what) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(what, value, $"{what} = {Word(value)}: allowed are finite numbers");

    private static string Word(double value) =>
        double.IsNaN(value) ? "not a number" : value > 0 ? "infinity" : "minus infinity";
}
