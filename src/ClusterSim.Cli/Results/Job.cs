using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Results;

/// <summary>What a command was asked to run: the study, the scenarios behind it and its identity.</summary>
internal sealed class Job
{
    private readonly string _verb;

    /// <param name="files">One experiment, or scenarios.</param>
    /// <param name="settle">Lays the command line's wishes over the study.</param>
    /// <exception cref="ScenarioException">The input is broken.</exception>
    /// <param name="command">The words of the command line.</param>
    public Job(ScenarioLoader loader, IReadOnlyList<string> files, IReadOnlyList<string> command, Func<Study, Study> settle)
    {
        _verb = command[0];
        Command = "clustersim " + string.Join(' ', command.Select(Shown));
        if (files.Count == 1 && loader.IsExperiment(files[0]))
        {
            Experiment experiment = loader.LoadExperiment(files[0]);
            (Title, Past) = (experiment.Title, experiment.Scenario.Past);
            Study = settle(Studies.Of(experiment));
            PastOf = Study.BaselineName;
        }
        else
        {
            Scenario[] scenarios = [.. files.Select(loader.LoadScenario)];
            if (scenarios.Select(scenario => scenario.Name).Distinct().Count() < scenarios.Length)
                throw new CommandException(ExitCodes.Usage, "two of the scenarios have the same name: rename one");
            if (scenarios.FirstOrDefault(scenario => scenario.Past != scenarios[0].Past) is Scenario other)
                throw new CommandException(ExitCodes.Usage, $"{other.Name} has another past than {scenarios[0].Name}: histories are compared that share theirs");
            (Title, Past) = (scenarios[0].Title, scenarios[0].Past);
            Study = settle(scenarios.Length > 1 ? Studies.Of(scenarios) : Studies.Of(scenarios[0]) with { Replications = 20 });
            PastOf = scenarios[0].Control is null ? Study.BaselineName : scenarios[0].Name;
            Cases = scenarios.Length == 1 && scenarios[0].Expectations.Count > 0 ? scenarios[0] : null;
        }
        if (Study.Arms.Any(arm => arm.Name == Study.BaselineName))
            throw new CommandException(ExitCodes.Usage, $"a scenario called {Study.BaselineName} cannot be told from what it is compared with: rename it");
        Resolved = [(Study.BaselineName, ScenarioWriter.Write(Study.BaselineName, "", Study.Baseline, Past)),
            .. Study.Arms.Select(arm => (arm.Name, ScenarioWriter.Write(arm.Name, "", arm.Configuration, Past)))];
        if (Past is null) PastOf = "";
        Identity = StudyRecord.Of(this).Identity(Versions.Model, Study.Name, Study.Seed, Study.Replications, Resolved);
        Warnings = [.. loader.Warnings];
        Sources = new Dictionary<string, string>(loader.Sources);
    }

    public Study Study { get; }

    public string Title { get; }

    public Past? Past { get; }

    /// <summary>The scenario under which the past was lived; empty if there is none.</summary>
    public string PastOf { get; }

    /// <summary>The scenario whose expectations are judged; null if there are none.</summary>
    public Scenario? Cases { get; }

    /// <summary>What the input says that it may not mean.</summary>
    public IReadOnlyList<Problem> Warnings { get; }

    /// <summary>The command line, without folders that would name a user.</summary>
    public string Command { get; }

    /// <summary>Every file that was read, by name, as it stood.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>Every scenario that is run, with every default written.</summary>
    public IReadOnlyList<(string Name, string Yaml)> Resolved { get; }

    /// <summary>Hash of all that decides the results: two jobs of one identity give the same files.</summary>
    public string Identity { get; }

    public string DefaultFolder => Path.Combine("results", $"{(_verb == Study.Name ? "" : _verb + "-")}{Study.Name}-{Identity[..6]}");

    private static string Shown(string word)
    {
        string shown = Path.IsPathRooted(word) || word.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(word) : word;
        return shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown;
    }
}
