using System.Globalization;

namespace ClusterSim.Experiments.Designs;

/// <summary>What is varied in an experiment: a name and the values it may take, each at its place between 0 and 1.</summary>
public abstract record Factor(string Name)
{
    /// <summary>How many values there are, 0 = any number of a range.</summary>
    public abstract int Count { get; }

    /// <summary>Whether values have an order, so that a step from one to the next means something.</summary>
    public virtual bool IsOrdered => true;

    /// <summary>The value at a unit coordinate, as a file writes it.</summary>
    /// <param name="unit">0..1; several values share it in equal cells.</param>
    public abstract string TextAt(double unit);

    /// <summary>The place of a written value between 0 and 1, the first and the last value at the ends; false = it is none.</summary>
    public abstract bool TryPlace(string text, out double unit);

    /// <summary>The values allowed, in words.</summary>
    public abstract string Allowed { get; }

    /// <summary>The cell of a coordinate.</summary>
    protected static int Cell(double unit, int count) => Math.Clamp((int)(unit * count), 0, count - 1);

    /// <summary>The place of one of so many values.</summary>
    protected static double Place(int index, int count) => count > 1 ? (double)index / (count - 1) : 0;

    protected static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    protected static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Any number from low to high.</summary>
public sealed record ContinuousFactor(string Name, double Low, double High) : Factor(Name)
{
    /// <summary>Bounds are typed with fewer digits than data have: so much of the width may stand out.</summary>
    public const double Slack = 1e-6;

    public override int Count => 0;

    public override string Allowed => $"{Text(Low)}..{Text(High)}";

    public override string TextAt(double unit) => Text(Low + (High - Low) * unit);

    public override bool TryPlace(string text, out double unit)
    {
        unit = TryNumber(text, out double value) && High > Low ? (value - Low) / (High - Low) : TryNumber(text, out _) ? 0 : double.NaN;
        return unit is >= -Slack and <= 1 + Slack;
    }
}

/// <summary>Any whole number from low to high.</summary>
public sealed record WholeFactor(string Name, int Low, int High) : Factor(Name)
{
    public override int Count => High - Low + 1;

    public override string Allowed => $"whole numbers {Low}..{High}";

    public override string TextAt(double unit) => (Low + Cell(unit, Count)).ToString(CultureInfo.InvariantCulture);

    public override bool TryPlace(string text, out double unit)
    {
        unit = double.NaN;
        if (!TryNumber(text, out double value) || value != Math.Floor(value) || value < Low || value > High) return false;
        unit = Place((int)value - Low, Count);
        return true;
    }
}

/// <summary>One of some values: numbers in ascending order, or words without one.</summary>
public sealed record LevelFactor(string Name, IReadOnlyList<string> Levels) : Factor(Name)
{
    public override int Count => Levels.Count;

    public override string Allowed => string.Join(", ", Levels);

    public override bool IsOrdered
    {
        get
        {
            double last = double.NegativeInfinity;
            foreach (string level in Levels)
                if (!TryNumber(level, out double value) || value <= last) return false;
                else last = value;
            return true;
        }
    }

    public override string TextAt(double unit) => Levels[Cell(unit, Count)];

    public override bool TryPlace(string text, out double unit)
    {
        int index = -1;
        for (int i = 0; i < Levels.Count && index < 0; i++)
            if (Levels[i] == text || TryNumber(text, out double value) && TryNumber(Levels[i], out double level) && value == level) index = i;
        unit = index < 0 ? double.NaN : Place(index, Count);
        return index >= 0;
    }
}
