namespace ClusterSim.Model.Engine;

/// <summary>Says what a column of a table holds, or a field of a small record where a column holds several things that
/// are read together; such a column has the unit <see cref="Record"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class StateAttribute(string meaning) : Attribute
{
    public const string Record = "record";

    public string Meaning { get; } = meaning;
    public required string Unit { get; init; }

    /// <summary>The table whose rows the column holds (-1 = none), if it is a link.</summary>
    public string Link { get; init; } = "";
}

/// <summary>What every switchable part says of itself: a kebab-case name, what it does, and where it comes from.</summary>
public abstract class PartAttribute(string name) : Attribute
{
    /// <summary>Kebab-case; the same in YAML, files and documents.</summary>
    public string Name { get; } = name;

    /// <summary>What happens in the world, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Literature, briefing row (B..) or <c>assumption</c>.</summary>
    public required string Source { get; init; }
}

/// <summary>Marks a process of the schedule.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MechanismAttribute(string name) : PartAttribute(name)
{
    /// <summary>The number in the model description: M01, M02, ...</summary>
    public required string Id { get; init; }

    /// <summary>The school of thought that claims the mechanism.</summary>
    public required string Theory { get; init; }
}

/// <summary>Marks a policy instrument.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InstrumentAttribute(string name) : PartAttribute(name);

/// <summary>Marks a kind of shock.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShockAttribute(string name) : PartAttribute(name)
{
    /// <summary>True where it happens in a region and not to the country.</summary>
    public bool Local { get; init; }
}

/// <summary>Marks a number that is measured per region and activity.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IndicatorAttribute(string name) : PartAttribute(name)
{
    public required string Unit { get; init; }

    /// <summary>True where the country's value is the sum of the regions'.</summary>
    public bool Additive { get; init; }

    /// <summary>True where less is better.</summary>
    public bool LowerIsBetter { get; init; }
}

/// <summary>Declares one parameter, once: schema, validation, documents, sliders and design bounds read it here.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(double min, double max) : Attribute
{
    public double Min { get; } = min;
    public double Max { get; } = max;
    public required string Unit { get; init; }
    public required string Source { get; init; }
    public required string Summary { get; init; }
    public string Symbol { get; init; } = "";

    /// <summary>The least value that one may reasonably assume; the default is the central one. NaN = not stated.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>The largest; NaN = not stated.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>True if low and high are stated and a value lies outside.</summary>
    public bool IsUnusual(double value) => value < Low || value > High;
}
