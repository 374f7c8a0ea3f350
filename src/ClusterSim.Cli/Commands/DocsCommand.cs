using System.CommandLine;
using ClusterSim.Cli.Terminal;
using ClusterSim.Reporting.Documents;

namespace ClusterSim.Cli.Commands;

/// <summary><c>docs FOLDER</c>: the pages on the model, for tools/generate.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where the pages go; it must be there" };
        var command = new ExplainedCommand("docs", "Writes the pages on the model that follow from its code", "clustersim docs docs/model") { folder };
        command.Hidden = true;
        command.SetAction(parsed => Write(parsed.GetValue(folder)!));
        return command;
    }

    private static int Write(string folder)
    {
        string comments = Path.Combine(AppContext.BaseDirectory, "ClusterSim.Model.xml");
        if (!Directory.Exists(folder)) throw new CommandException(ExitCodes.Usage, $"there is no folder {folder}");
        if (!File.Exists(comments)) throw new CommandException(ExitCodes.Usage, "the comments of the code are not beside this program: run tools/generate in a clone");
        IReadOnlyDictionary<string, string> pages = ModelDocuments.Build(new CodeComments(File.ReadAllText(comments)));
        string[] own = [.. pages.Keys.Select(name => Path.Combine(folder, name)).Where(file => File.Exists(file) && !File.ReadAllText(file).StartsWith(ModelDocuments.Mark, StringComparison.Ordinal))];
        if (own.Length > 0) throw new CommandException(ExitCodes.Usage, $"{string.Join(", ", own)}: not written by this command, so it is left alone");
        foreach ((string name, string text) in pages) File.WriteAllText(Path.Combine(folder, name), text);
        Console.Out.WriteLine($"{folder}: {string.Join(", ", pages.Keys)}");
        return ExitCodes.Ok;
    }
}
