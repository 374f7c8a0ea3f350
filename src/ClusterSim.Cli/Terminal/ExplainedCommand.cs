using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClusterSim.Cli.Terminal;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="examples">One a line: the command and, after two spaces, what it is good for.</param>
internal sealed class ExplainedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, and the examples after it.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new();

    /// <summary>Who asks for help need not say the rest.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = _usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not ExplainedCommand { Examples.Count: > 0 } command) return code;
        Console.Out.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (string example in command.Examples) Console.Out.WriteLine("  " + example);
        Console.Out.WriteLine();
        return code;
    }
}
