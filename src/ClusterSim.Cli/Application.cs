using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using ClusterSim.Cli.Commands;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli;

/// <summary>The commands, and what happens when one goes wrong.</summary>
internal static class Application
{
    private const string Overview = """
        ClusterSim simulates the life of industrial clusters and compares what policies do at its stages.

          clustersim demo                                                    start here: a question and its answer in seconds
          clustersim compare scenarios/experiments/when-to-act.yaml --quick  when does the same money do most?
          clustersim run scenarios/starter/default.yaml -r 5                 histories of one scenario
          clustersim resume RESULTS; clustersim collect RESULTS              goes on with a run that was broken off; joins its parts
          clustersim new scenario my-cluster                                 a file to start from; also: new mechanism
          clustersim validate my.yaml                                        every problem of a file at once
          clustersim validate --facts | --cases | --effects | --stages       is the model any good?
          clustersim discover --data rows.csv --output fails                 under which conditions does it happen?
          clustersim diff a.yaml b.yaml                                      what differs, in words
          clustersim list scenarios                                          also: experiments, cases, results, mechanisms, ...
          clustersim explain spin-offs                                       a part, parameter, key, fact, scenario or error code
          clustersim report RESULTS                                          results as a page to read and print
          clustersim verify RESULTS                                          are they what the program gives?
          clustersim export RESULTS csv | parquet | bundle                   tables, or everything in one zip
          clustersim sensitivity --data rows.csv --method pawn --output y    which factors matter, in rows of any model
          clustersim calibrate S.yaml --targets T.yaml --factors spin-offs   which parameters show what was observed?
          clustersim studio --open                                           the same model in the browser
          clustersim detect counties.csv; clustersim early-warning           stages and early warning on real data; trains its score
          clustersim cite; clustersim schema; clustersim completion bash     references; help for the editor, and for the shell
          clustersim profile scenarios/starter/default.yaml                  where the time goes
          clustersim doctor                                                  is everything in place?

        Every command explains itself: clustersim COMMAND --help
        """;

    /// <summary>Runs a command line and returns the exit code.</summary>
    public static int Invoke(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Out.WriteLine(Overview);
            return ExitCodes.Ok;
        }
        ParseResult parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0 && !CompletionCommand.IsAsked(args)) return Complain(parsed);
        Interruption.Listen();
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("interrupted: nothing was kept");
            return ExitCodes.Interrupted;
        }
        catch (ScenarioException broken)
        {
            foreach (Problem problem in broken.Problems) Console.Error.WriteLine($"{problem}{Library.HintFor(problem)}");
            Console.Error.WriteLine($"{broken.Problems.Count} problem{(broken.Problems.Count == 1 ? "" : "s")}; clustersim explain {broken.Problems[0].Code} tells more");
            return ExitCodes.ScenarioInvalid;
        }
        catch (CommandException problem)
        {
            Console.Error.WriteLine($"clustersim: {problem.Message}");
            return problem.ExitCode;
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            Console.Error.WriteLine($"clustersim: {DiskFailure.Words(failure)}");
            return ExitCodes.InternalError;
        }
        catch (Exception failure) // the last resort: one line for the user, the trace only for those who ask
        {
            Console.Error.WriteLine($"clustersim: internal error: {failure.Message}");
            Console.Error.WriteLine("This is a defect of ClusterSim, not of your scenario. Set CLUSTERSIM_TRACE=1 for the details and report it.");
            if (Environment.GetEnvironmentVariable("CLUSTERSIM_TRACE") is not null) Console.Error.WriteLine(failure);
            return ExitCodes.InternalError;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("ClusterSim simulates the life of industrial clusters and compares what policies do at its stages.");
        Command[] commands =
        [
            DemoCommand.Create(), RunCommand.Create("run"), RunCommand.Create("compare"), ResumeCommand.Create(), CollectCommand.Create(), ReportCommand.Create(), ExportCommand.Create(), VerifyCommand.Create(), CiteCommand.Create(),
            ValidateCommand.Create(), DiscoverCommand.Create(), DiffCommand.Create(), ListCommand.Create(), ExplainCommand.Create(), NewCommand.Create(), StudioCommand.Create(),
            SchemaCommand.Create(), DocsCommand.Create(), CompletionCommand.Create(), ProfileCommand.Create(), DoctorCommand.Create(),
            SensitivityCommand.Create(), CalibrateCommand.Create(), EarlyWarningCommand.Create(), DetectCommand.Create(),
        ];
        foreach (Command command in commands) root.Subcommands.Add(command);
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        return root;
    }

    /// <summary>What is wrong with the command line, a line each, and where help is.</summary>
    private static int Complain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = string.Join(' ', Path(parsed.CommandResult));
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [string word, ..])
            Console.Error.WriteLine($"{path}: {(word.StartsWith('-') ? "there is no option" : "there is no command")} {word}{Nearest.Hint(word, command.Subcommands.Select(each => each.Name))}");
        else if (command.Subcommands.Count > 0)
            Console.Error.WriteLine($"{path}: what? {string.Join(", ", command.Subcommands.Select(each => each.Name))}");
        else
            foreach (string message in parsed.Errors.Select(error => Words(error, command)).Distinct()) Console.Error.WriteLine($"{path}: {message}");
        Console.Error.WriteLine($"{path} --help {(command is RootCommand ? "lists the commands" : "says what it takes")}");
        return ExitCodes.Usage;
    }

    /// <summary>The message, with the nearest option where one was misspelt.</summary>
    private static string Words(ParseError error, Command command)
    {
        string message = error.Message.Replace($" for command: '{command.Name}'", "", StringComparison.Ordinal).TrimEnd('.');
        string? option = message.Split(' ', '\'').FirstOrDefault(part => part.StartsWith("--", StringComparison.Ordinal));
        bool unknown = option is not null && command.Options.All(each => each.Name != option);
        return unknown ? message + Nearest.Hint(option!, command.Options.Select(each => each.Name).Where(name => Nearest.To(option!, [name]) is not null)) : message;
    }

    private static IEnumerable<string> Path(CommandResult result)
    {
        IEnumerable<string> before = result.Parent is CommandResult parent ? Path(parent) : [];
        return before.Append(result.Command is RootCommand ? "clustersim" : result.Command.Name);
    }
}
