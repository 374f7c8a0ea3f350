namespace ClusterSim.Experiments.Discovery;

/// <summary>What a box allows of one factor.</summary>
/// <param name="Low">Allowed itself; minus infinity = no limit.</param>
/// <param name="High">Allowed itself; infinity = no limit.</param>
/// <param name="Words">Positions of the words allowed, ascending; null = all, or a number.</param>
public sealed record FactorLimit(double Low, double High, IReadOnlyList<int>? Words = null)
{
    public static FactorLimit None { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool IsRestricted => Words is not null || Low > double.NegativeInfinity || High < double.PositiveInfinity;

    public bool Holds(double value) => Words is null ? Low <= value && value <= High : Words.Contains((int)value);
}

/// <summary>A part of the space of factors: limits that all hold at once.</summary>
public sealed class PrimBox
{
    private readonly FactorLimit[] _limits;

    private PrimBox(FactorLimit[] limits) => _limits = limits;

    /// <summary>The whole space.</summary>
    public static PrimBox Whole(int factors) => new([.. Enumerable.Repeat(FactorLimit.None, factors)]);

    public FactorLimit this[int factor] => _limits[factor];

    /// <summary>Factors with a limit, in the order of the table.</summary>
    public IEnumerable<int> Restricted => Enumerable.Range(0, _limits.Length).Where(factor => _limits[factor].IsRestricted);

    /// <summary>The same box with another limit of one factor.</summary>
    public PrimBox With(int factor, FactorLimit limit)
    {
        FactorLimit[] limits = [.. _limits];
        limits[factor] = limit;
        return new PrimBox(limits);
    }

    public bool Holds(CaseTable table, int row)
    {
        for (int factor = 0; factor < _limits.Length; factor++)
            if (!_limits[factor].Holds(table.Factors[factor].Values[row])) return false;
        return true;
    }

    /// <summary>Those of some rows that lie inside.</summary>
    public int[] Inside(CaseTable table, int[] rows) => Array.FindAll(rows, row => Holds(table, row));
}

/// <summary>A box on the way from the whole space to a small, dense one, and what it holds of the rows at hand.</summary>
public sealed record TrajectoryBox(PrimBox Box, int Rows, int Cases)
{
    /// <summary>Share of the rows inside that are cases.</summary>
    public double Density => Rows == 0 ? 0 : Cases / (double)Rows;

    public static TrajectoryBox Of(CaseTable table, PrimBox box, int[] rows)
    {
        int[] inside = box.Inside(table, rows);
        return new TrajectoryBox(box, inside.Length, inside.Count(row => table.Cases[row]));
    }
}
