using System.Reflection;
using System.Text.RegularExpressions;
using ClusterSim.Model.Engine;

namespace ClusterSim.Tests.House;

/// <summary>What every part of the model must say of itself. Each rule returns its complaints, so that it can be
/// tried on parts that break it.</summary>
internal static partial class PartRules
{
    /// <summary>Names are kebab-case, and one name means one part whatever its kind, so that <c>explain</c> has one answer.</summary>
    public static IEnumerable<string> Names(IEnumerable<Part> parts)
    {
        foreach (IGrouping<string, Part> name in parts.GroupBy(part => part.Name))
        {
            if (!Kebab().IsMatch(name.Key)) yield return $"{name.First().Type.Name}: name \"{name.Key}\" is not kebab-case";
            if (name.Count() > 1) yield return $"\"{name.Key}\" names {string.Join(" and ", name.Select(part => $"{part.Type.Name} ({part.Kind})"))}";
        }
    }

    /// <summary>A part is a sealed class and says what it does and on whose word.</summary>
    public static IEnumerable<string> Statement(Part part)
    {
        if (!part.Type.IsSealed) yield return $"{part.Type.Name} is not sealed";
        if (string.IsNullOrWhiteSpace(part.Attribute.Summary)) yield return $"{part.Type.Name} has no summary";
        if (string.IsNullOrWhiteSpace(part.Attribute.Source)) yield return $"{part.Type.Name} has no source";
        if (part.Attribute is MechanismAttribute mechanism && (string.IsNullOrWhiteSpace(mechanism.Id) || string.IsNullOrWhiteSpace(mechanism.Theory)))
            yield return $"{part.Type.Name} lacks its number or its theory";
        if (part.Attribute is IndicatorAttribute indicator && string.IsNullOrWhiteSpace(indicator.Unit))
            yield return $"{part.Type.Name} has no unit";
    }

    /// <summary>A part lives in the folder of its kind, in a file named after the class; indicators, often of one line,
    /// may share one by theme.</summary>
    /// <param name="part">The part.</param>
    /// <param name="model">The sources of ClusterSim.Model.</param>
    public static IEnumerable<string> Home(Part part, IReadOnlyList<SourceFile> model)
    {
        string[] folders = part.Kind switch
        {
            // The delivery of policies and shocks is a process that lives with what it delivers.
            "mechanism" => ["Mechanisms", "Instruments", "Shocks"],
            "instrument" => ["Instruments"],
            "shock" => ["Shocks"],
            "indicator" => ["Indicators"],
            _ => throw new ArgumentException($"a kind of part without a folder: {part.Kind}", nameof(part)),
        };
        SourceFile? home = model.FirstOrDefault(file => file.Types.Contains(part.Type.Name)
            && folders.Any(folder => file.Path.Contains($"/{folder}/", StringComparison.Ordinal)));
        if (home is null) yield return $"{part.Type.Name} ({part.Kind}) is not in {string.Join(" or ", folders)}";
        else if (part.Kind != "indicator" && Path.GetFileNameWithoutExtension(home.Path) != part.Type.Name)
            yield return $"{part.Type.Name} stands in {home.Path}, not in a file of its own name";
    }

    /// <summary>Every property of the parameters is declared with unit, source and summary, and its default is allowed.</summary>
    public static IEnumerable<string> Parameters(Part part)
    {
        if (part.ParametersType is not { } record) yield break;
        if (record.GetMethod("<Clone>$") is null) yield return $"{part.Type.Name}.Parameters is not a record";
        foreach (PropertyInfo property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (!property.IsDefined(typeof(ParameterAttribute))) yield return $"{part.Type.Name}.{property.Name} has no [Parameter]";

        foreach (ParameterDeclaration parameter in part.Parameters)
        {
            ParameterAttribute said = parameter.Attribute;
            string name = $"{part.Type.Name}.{parameter.Property.Name}";
            if (string.IsNullOrWhiteSpace(said.Unit)) yield return $"{name} has no unit";
            if (string.IsNullOrWhiteSpace(said.Source)) yield return $"{name} has no source";
            if (string.IsNullOrWhiteSpace(said.Summary)) yield return $"{name} has no summary";
            if (!(said.Min <= said.Max)) yield return $"{name}: {said.Min} is not below {said.Max}";
            if (Number(parameter.Default) is { } value && !(value >= said.Min && value <= said.Max))
                yield return $"{name} = {value}: allowed {said.Min}..{said.Max}";
            if (!double.IsNaN(said.Low) || !double.IsNaN(said.High))
                if (!(said.Min <= said.Low && said.Low < said.High && said.High <= said.Max) || said.IsUnusual(Number(parameter.Default) ?? double.NaN))
                    yield return $"{name}: low {said.Low} and high {said.High} do not enclose the default within what is allowed";
            if (part.Kind == "instrument" && (double.IsNaN(said.Low) || double.IsNaN(said.High))) yield return $"{name} states no low and high value";
        }
    }

    /// <summary>Columns say their meaning and unit; links name a table, and a unit of rows is a link.</summary>
    public static IEnumerable<string> Columns(Type table, IEnumerable<string> tables)
    {
        foreach (PropertyInfo property in table.GetProperties().Where(property => property.PropertyType.IsSubclassOf(typeof(Column))))
        {
            string name = $"{table.Name}.{property.Name}";
            var state = property.GetCustomAttribute<StateAttribute>();
            foreach (string problem in Column(name, state, tables)) yield return problem;
            if (state?.Unit != StateAttribute.Record) continue;
            foreach (FieldInfo field in property.PropertyType.GetGenericArguments()[0].GetFields(BindingFlags.Public | BindingFlags.Instance))
                foreach (string problem in Column($"{name}.{field.Name}", field.GetCustomAttribute<StateAttribute>(), tables)) yield return problem;
        }
    }

    private static IEnumerable<string> Column(string name, StateAttribute? state, IEnumerable<string> tables)
    {
        if (state is null)
        {
            yield return $"{name} has no [State]";
            yield break;
        }
        if (string.IsNullOrWhiteSpace(state.Unit)) yield return $"{name} has no unit";
        if (string.IsNullOrWhiteSpace(state.Meaning)) yield return $"{name} has no meaning";
        if (state.Link.Length > 0 && !tables.Contains(state.Link)) yield return $"{name} links to {state.Link}, which is no table";
        if (state.Unit == "row" && state.Link.Length == 0) yield return $"{name} holds rows of a table that it does not name";
    }

    /// <summary>A part is named in a test: a mechanism by its class, any other also by its quoted name, since scenarios
    /// and tests reach instruments and indicators by name.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="tests">Text of the test files, house rules left out.</param>
    public static IEnumerable<string> Untested(IEnumerable<Part> parts, IReadOnlyList<string> tests)
    {
        HashSet<string> classes = [.. tests.SelectMany(test => new SourceFile("test.cs", test).Names)];
        return parts
            .Where(part => !classes.Contains(part.Type.Name))
            .Where(part => part.Kind == "mechanism" || !tests.Any(test => test.Contains($"\"{part.Name}\"", StringComparison.Ordinal)))
            .Select(part => $"{part.Type.Name} ({part.Kind} {part.Name}) appears in no test");
    }

    /// <summary>A part has its entry on the page of its kind: a heading, or for an indicator a line of the table.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="pages">Text of docs/model/KINDs.md by kind.</param>
    public static IEnumerable<string> Undocumented(IEnumerable<Part> parts, Func<string, string> pages) =>
        from part in parts
        let entry = part.Kind == "indicator" ? $"\n| `{part.Name}` |" : $"\n## {part.Name}\n"
        where !pages(part.Kind).Contains(entry, StringComparison.Ordinal)
        select $"{part.Name} has no entry in docs/model/{part.Kind}s.md: run tools/generate";

    private static double? Number(object? value) => value switch
    {
        double number => number,
        int number => number,
        long number => number,
        float number => number,
        _ => null,
    };

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
