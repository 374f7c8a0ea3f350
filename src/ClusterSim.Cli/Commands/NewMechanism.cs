using System.CommandLine;
using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Cli.Commands;

/// <summary><c>new mechanism NAME</c>: a file, its tests, a line in the schedule and one in the file of effects.</summary>
internal static class NewMechanism
{
    private const string Table = "src/ClusterSim.Model/ClusterModel.cs", Effects = "src/ClusterSim.Experiments/Effects/effects.yaml", Last = "typeof(LifeCycleStages),";

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Name of the mechanism, kebab-case, such as word-of-mouth; the class becomes WordOfMouth" };
        var command = new ExplainedCommand("mechanism", "In a checkout: writes a mechanism that runs, its four standard tests, and its lines in the schedule and the file of effects",
            "clustersim new mechanism word-of-mouth") { name };
        command.SetAction(parsed => Write(parsed.GetValue(name)!));
        return command;
    }

    private static int Write(string name)
    {
        KebabName.Require(name);
        string type = Pascal(name), root = Checkout() ?? throw new CommandException(ExitCodes.Usage, "a mechanism is written into the sources of ClusterSim: run this in a checkout of them");
        if (ClusterModel.Catalogue.Parts.FirstOrDefault(part => part.Name == name) is Part taken) throw new CommandException(ExitCodes.Usage, $"{name} is the name of a part already ({taken.Kind}): choose another name");
        string file = $"src/ClusterSim.Model/Mechanisms/{type}.cs", tests = $"tests/ClusterSim.Tests/Mechanisms/{type}Tests.cs";
        if (typeof(ClusterModel).Assembly.GetTypes().Any(each => each.Name == type) || File.Exists(Path.Combine(root, file)) || File.Exists(Path.Combine(root, tests)))
            throw new CommandException(ExitCodes.Usage, $"a class {type} is there already: choose another name");
        string table = File.ReadAllText(Path.Combine(root, Table));
        int at = table.IndexOf(Last, StringComparison.Ordinal);
        if (at < 0) throw new CommandException(ExitCodes.Usage, $"{Table} has no line {Last} before which the mechanism could stand: the checkout is of another version");
        Create(Path.Combine(root, file), MechanismTemplate.Source(type, name, FreeNumber()));
        Create(Path.Combine(root, tests), MechanismTemplate.Tests(type, name));
        File.WriteAllText(Path.Combine(root, Table), table.Insert(at, $"typeof({type}),\n        "));
        if (File.Exists(Path.Combine(root, Effects))) File.AppendAllText(Path.Combine(root, Effects), MechanismTemplate.Effect(name));
        Console.Out.WriteLine($"""
            {file}    the mechanism
            {tests}    its tests: off switch, hand calculation, direction, long run
            {Table}    a line in the schedule, the last before the stages are detected: move it to where it acts
            {Effects}    says that it moves nothing yet: say what it moves once it has a value
            Next:
              dotnet test tests/ClusterSim.Tests --filter FullyQualifiedName~{type}Tests
              clustersim explain {name}
            """);
        return ExitCodes.Ok;
    }

    private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The next number of the model description.</summary>
    private static string FreeNumber()
    {
        int most = ClusterModel.Mechanisms.Select(part => int.TryParse(((MechanismAttribute)part.Attribute).Id.TrimStart('M'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"M{most + 1:00}");
    }

    private static void Create(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>The checkout that holds the working folder; null = none does.</summary>
    private static string? Checkout()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Table))) return folder.FullName;
        return null;
    }
}
