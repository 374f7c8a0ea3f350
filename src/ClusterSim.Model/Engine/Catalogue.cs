using System.Reflection;
using System.Text;

namespace ClusterSim.Model.Engine;

/// <summary>One parameter, as declared.</summary>
/// <param name="Name">Kebab-case.</param>
/// <param name="Default">The value that the record has when nothing is said: double, int, bool, string or enum.</param>
public sealed record ParameterDeclaration(string Name, PropertyInfo Property, ParameterAttribute Attribute, object? Default)
{
    /// <summary>The property's type without Nullable.</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}

/// <summary>One part of the model: a mechanism, an instrument, a shock or an indicator.</summary>
/// <param name="Kind">mechanism, instrument, shock or indicator.</param>
/// <param name="ParametersType">The record of its parameters; null where it has none.</param>
public sealed record Part(string Kind, PartAttribute Attribute, Type Type, Type? ParametersType, IReadOnlyList<ParameterDeclaration> Parameters)
{
    public string Name => Attribute.Name;

    /// <summary>A record with every default.</summary>
    public object? DefaultParameters() => ParametersType is null ? null : Activator.CreateInstance(ParametersType);

    /// <summary>Makes the part from a record of its parameters.</summary>
    public object Create(object? parameters) =>
        ParametersType is null ? Activator.CreateInstance(Type)! : Activator.CreateInstance(Type, parameters ?? DefaultParameters())!;
}

/// <summary>What the model consists of, read once by reflection from the attributes of its parts. Schema, validation,
/// explanations and documents all start here.</summary>
public sealed class Catalogue
{
    /// <summary>Reads every part of an assembly, by kind and name.</summary>
    public Catalogue(Assembly assembly) =>
        Parts = [.. assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsDefined(typeof(PartAttribute)))
            .Select(Describe)
            .OrderBy(part => part.Kind, StringComparer.Ordinal).ThenBy(part => part.Name, StringComparer.Ordinal)];

    public IReadOnlyList<Part> Parts { get; }

    public IEnumerable<Part> OfKind(string kind) => Parts.Where(part => part.Kind == kind);

    /// <summary>The part of that kind and name, or null.</summary>
    public Part? Find(string kind, string name) => Parts.FirstOrDefault(part => part.Kind == kind && part.Name == name);

    /// <summary>The parameters of any record whose properties carry <see cref="ParameterAttribute"/>.</summary>
    public static IReadOnlyList<ParameterDeclaration> ParametersOf(Type record)
    {
        object? defaults = record.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(record);
        return [.. record.GetProperties()
            .Select(property => (property, attribute: property.GetCustomAttribute<ParameterAttribute>()))
            .Where(pair => pair.attribute is not null)
            .Select(pair => new ParameterDeclaration(Kebab(pair.property.Name), pair.property, pair.attribute!,
                defaults is null ? null : pair.property.GetValue(defaults)))];
    }

    /// <summary><c>SpinOffs</c> to <c>spin-offs</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    private static Part Describe(Type type)
    {
        PartAttribute attribute = type.GetCustomAttribute<PartAttribute>()!;
        Type? parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType).FirstOrDefault();
        return new Part(Kebab(attribute.GetType().Name[..^"Attribute".Length]), attribute, type, parameters,
            parameters is null ? [] : ParametersOf(parameters));
    }
}
