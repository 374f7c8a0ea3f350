using System.CommandLine;
using System.CommandLine.Parsing;
using ClusterSim.Cli.Commands;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli;

/// <summary>The commands, and what happens when one goes wrong.</summary>
internal static class Application
{
    private const string Overview = """
        ClusterSim simulates the life of industrial clusters and compares what policies do at its stages.

          clustersim compare scenarios/experiments/when-to-act.yaml -r 20    when does the same money do most?
          clustersim run scenarios/starter/default.yaml -r 5                 histories of one scenario
          clustersim validate my.yaml                                        every problem of a file at once
          clustersim validate --facts | --cases | --effects                  is the model any good?
          clustersim list scenarios                                          also: mechanisms, parameters, instruments,
                                                                             indicators, shocks, cases, results
          clustersim explain spin-offs                                       a part, a parameter or an error code
          clustersim diff a.yaml b.yaml                                      what differs, in words
          clustersim new scenario my-cluster                                 a file to start from
          clustersim schema                                                  JSON schema for editors
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
        var root = new RootCommand("ClusterSim simulates the life of industrial clusters and compares what policies do at its stages.");
        Command[] commands = [RunCommand.Create("run"), RunCommand.Create("compare"), ValidateCommand.Create(), ListCommand.Create(), ExplainCommand.Create(),
            DiffCommand.Create(), NewCommand.Create(), SchemaCommand.Create(), ProfileCommand.Create(), DoctorCommand.Create()];
        foreach (Command command in commands) root.Subcommands.Add(command);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return Complain(parsed);
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (ScenarioException broken)
        {
            foreach (Problem problem in broken.Problems) Console.Error.WriteLine(problem);
            Console.Error.WriteLine($"{broken.Problems.Count} problem{(broken.Problems.Count == 1 ? "" : "s")}; clustersim explain {broken.Problems[0].Code} tells more");
            return ExitCodes.ScenarioInvalid;
        }
        catch (CommandException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return problem.ExitCode;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"clustersim: {failure.Message}");
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

    private static int Complain(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors) Console.Error.WriteLine($"clustersim: {error.Message}");
        string command = parsed.CommandResult.Command.Name;
        Console.Error.WriteLine(parsed.CommandResult.Command is RootCommand ? "clustersim --help lists the commands" : $"clustersim {command} --help says what it takes");
        return ExitCodes.Usage;
    }
}
