using System.CommandLine;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Commands;

/// <summary><c>new scenario NAME</c> and its like: a file to start from.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Name of the scenario, kebab-case; also the file's" };
        var scenario = new ExplainedCommand("scenario", "Writes NAME.yaml with the keys that most scenarios need", "clustersim new scenario my-cluster && clustersim run my-cluster.yaml -r 20") { name };
        scenario.SetAction(parsed => Write(parsed.GetValue(name)!));
        return new ExplainedCommand("new", "Writes a file to start from: a scenario, or a mechanism of the model",
            "clustersim new scenario my-cluster        my-cluster.yaml, here",
            "clustersim new mechanism word-of-mouth    a C# file and its tests, in a checkout") { scenario, NewMechanism.Create() };
    }

    private static int Write(string name)
    {
        KebabName.Require(name);
        string file = name + ".yaml";
        if (File.Exists(file)) throw new CommandException(ExitCodes.Usage, $"{file} is there already: choose another name");
        File.WriteAllText(file, $$"""
            scenario: {{name}}
            title: One line that says what this is about
            story: >-
              What happens here, and what you want to find out.
            years: 50
            country:
              regions: 12
              population: 120k
            regions:
              - {name: home, population-share: 8%}        # named regions come first, the rest is drawn
            activities:
              - {name: machines, peak-demand: 7500}       # the first activity is the one in focus
            # mechanisms:
            #   spin-offs: {hazard: 0.1}                  # clustersim explain spin-offs
            #   migration: off
            policies:
              - name: early-grants
                instrument: start-up-grant                # clustersim list instruments
                region: focal                             # the first region to become embryonic
                start: {stage: embryonic}
                budget: 2m
                duration: 5y

            """.ReplaceLineEndings("\n"));
        Console.Out.WriteLine($"{file} is written. Next:\n  clustersim validate {file}\n  clustersim run {file} -r 20");
        return ExitCodes.Ok;
    }
}
