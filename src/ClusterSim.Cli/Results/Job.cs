using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;

namespace ClusterSim.Cli.Results;

/// <summary>What is to be run: the study, the scenarios behind it and its identity.</summary>
internal sealed class Job
{
    /// <summary>Pairs of a first look where the file does not say.</summary>
    public const int QuickPairs = 10;

    /// <summary>Options that move no result and are left out of the recorded command, with whether they take a value.</summary>
    private static readonly Dictionary<string, bool> Idle = new()
    {
        ["-o"] = true, ["--output"] = true, ["--to"] = true, ["-j"] = true, ["--threads"] = true, ["--shard"] = true, ["--on-error"] = true, ["-q"] = false, ["--quiet"] = false,
        ["--no-color"] = false, ["--json"] = false, ["--all"] = false, ["--force"] = false, ["--dry-run"] = false, ["--profile"] = false,
    };

    public required Study Study { get; init; }

    public required string Title { get; init; }

    public required Past? Past { get; init; }

    /// <summary>The scenario under which the past was lived; empty if there is none.</summary>
    public required string PastOf { get; init; }

    /// <summary>The scenario whose expectations are judged; null if there are none.</summary>
    public required Scenario? Cases { get; init; }

    /// <summary>What the input says that it may not mean.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The command line as far as results depend on it, without folders that would name a user.</summary>
    public required string Command { get; init; }

    /// <summary>Every file that was read, under a name of its own, as it stood.</summary>
    public required IReadOnlyList<(string Name, string Text)> Sources { get; init; }

    /// <summary>Every scenario that is run, with every default written.</summary>
    public required IReadOnlyList<(string Name, string Yaml)> Resolved { get; init; }

    /// <summary>What is not known, and spans the worlds of the study.</summary>
    public IReadOnlyList<UncertainParameter> Uncertain { get; init; } = [];

    /// <summary>When there are pairs enough, counted over all worlds; null = their number is fixed.</summary>
    public StoppingRule? Stopping { get; init; }

    /// <summary>Hash of all that decides a pair of histories: finished work of one key may be used in another run.</summary>
    public string Key => StudyRecord.Of(this).Key(Versions.Model, Study.Name, Study.Seed, Resolved);

    /// <summary>Hash of all that decides the results: two jobs of one identity give the same files.</summary>
    public string Identity => StudyRecord.Of(this).Identity(Versions.Model, Study.Name, Study.Seed, Study.Replications, Resolved);

    public string DefaultFolder
    {
        get
        {
            string verb = Command.Split(' ')[1];
            return Path.Combine("results", $"{(verb == Study.Name ? "" : verb + "-")}{Study.Name}-{Identity[..6]}");
        }
    }

    /// <summary>What a command asks for.</summary>
    /// <param name="files">One experiment, or scenarios.</param>
    /// <param name="command">The words of the command line.</param>
    /// <param name="size">Pairs, in every world if there are several, that the command line asks for; null = those of the file.</param>
    /// <param name="quick">Whether a first look is enough.</param>
    /// <param name="settle">Lays the other wishes of the command line over the study.</param>
    /// <param name="without">Mechanisms to be taken out of the one scenario, each in an arm of its own.</param>
    /// <exception cref="ScenarioException">The input is broken.</exception>
    public static Job Of(ScenarioLoader loader, IReadOnlyList<string> files, IReadOnlyList<string> command, int? size, bool quick, Func<Study, Study> settle, IReadOnlyList<string>? without = null)
    {
        Experiment? experiment = files.Count == 1 && loader.IsExperiment(files[0]) ? Sized(loader.LoadExperiment(files[0]), size, quick) : null;
        return Of(loader, experiment, experiment is null ? Scenarios(loader, files, without ?? []) : [experiment.Scenario], command, size, quick, settle);
    }

    /// <summary>An experiment as it is.</summary>
    public static Job Of(ScenarioLoader loader, Experiment experiment, IReadOnlyList<string> command, Func<Study, Study> settle) =>
        Of(loader, experiment, [experiment.Scenario], command, null, quick: false, settle);

    private static Job Of(ScenarioLoader loader, Experiment? experiment, Scenario[] scenarios, IReadOnlyList<string> command, int? size, bool quick, Func<Study, Study> settle)
    {
        Scenario first = scenarios[0];
        Study study = settle(experiment is not null ? Studies.Of(experiment) : scenarios.Length > 1 ? Studies.Of(scenarios) with { Replications = size ?? (quick ? QuickPairs : 50) } : Studies.Of(first) with { Replications = size ?? (quick ? QuickPairs : 20) });
        int worlds = study.Worlds?.Count ?? 1;
        if (study.Arms.Any(arm => arm.Name == study.BaselineName))
            throw new CommandException(ExitCodes.Usage, $"a scenario called {study.BaselineName} cannot be told from what it is compared with: rename it");
        return new Job
        {
            Uncertain = experiment?.Uncertain ?? [],
            Stopping = experiment?.Stopping is StoppingRule rule ? rule with { Fewest = rule.Fewest * worlds, Most = rule.Most * worlds } : null,
            Study = study,
            Title = experiment?.Title ?? first.Title,
            Past = first.Past,
            PastOf = first.Past is null ? "" : experiment is null && first.Control is not null ? first.Name : study.BaselineName,
            Cases = experiment is null && scenarios.Length == 1 && first.Expectations.Count > 0 ? first : null,
            Warnings = [.. loader.Warnings.Select(warning => (warning with { File = Path.GetFileName(warning.File) }).ToString())],
            Command = "clustersim " + string.Join(' ', Telling(command).Select(Shown)),
            Sources = [.. Named(loader.Sources)],
            Resolved = [(study.BaselineName, ScenarioWriter.Write(study.BaselineName, "", study.Baseline, first.Past)),
                .. study.Arms.Select(arm => (arm.Name, ScenarioWriter.Write(arm.Name, "", arm.Configuration, first.Past)))],
        };
    }

    /// <summary>The experiment in the size that is asked for; a size asked for is kept, whatever the precision.</summary>
    private static Experiment Sized(Experiment experiment, int? size, bool quick)
    {
        if (quick) experiment = experiment with
        {
            Worlds = experiment.Quick?.Worlds is int worlds && experiment.Worlds is { Size: > 0 } design ? design with { Size = worlds } : experiment.Worlds,
            Replications = experiment.Quick?.Replications ?? (experiment.Worlds is null ? QuickPairs : 1),
            Stopping = null,
        };
        return size is int pairs ? experiment with { Replications = pairs, Stopping = null } : experiment;
    }

    private static Scenario[] Scenarios(ScenarioLoader loader, IReadOnlyList<string> files, IReadOnlyList<string> without)
    {
        string[] mechanisms = [.. ClusterModel.Mechanisms.Select(part => part.Name)];
        foreach (string name in without.Except(mechanisms))
            throw new CommandException(ExitCodes.Usage, $"--without: no mechanism is called {name}{Nearest.Hint(name, mechanisms)}");
        if (without.Count > 0 && files.Count > 1) throw new CommandException(ExitCodes.Usage, "--without compares one scenario with itself: name one");
        Scenario[] scenarios = [.. files.Select(loader.LoadScenario), .. without.Distinct().Select(mechanism => loader.LoadWithout(files[0], mechanism))];
        if (scenarios.Select(scenario => scenario.Name).Distinct().Count() < scenarios.Length)
            throw new CommandException(ExitCodes.Usage, "two of the scenarios have the same name: rename one");
        if (scenarios.FirstOrDefault(scenario => scenario.Past != scenarios[0].Past) is Scenario other)
            throw new CommandException(ExitCodes.Usage, $"{other.Name} has another past than {scenarios[0].Name}: histories are compared that share theirs");
        return scenarios;
    }

    /// <summary>A recorded command with another number of pairs.</summary>
    public static string Enlarged(string command, int pairs)
    {
        List<string> words = [.. command.Split(' ')];
        int at = words.FindIndex(word => word is "-r" or "--replications");
        string number = pairs.ToString(CultureInfo.InvariantCulture);
        if (at >= 0) words[at + 1] = number;
        else words.AddRange(["-r", number]);
        return string.Join(' ', words);
    }

    private static IEnumerable<string> Telling(IReadOnlyList<string> command)
    {
        for (int i = 0; i < command.Count; i++)
        {
            if (!Idle.TryGetValue(command[i], out bool valued)) yield return command[i];
            else if (valued) i++;
        }
    }

    private static IEnumerable<(string Name, string Text)> Named(IReadOnlyDictionary<string, string> sources)
    {
        var taken = new HashSet<string>();
        foreach ((string path, string text) in sources)
        {
            string stem = path == "-" ? "standard-input" : Path.GetFileNameWithoutExtension(path), name = stem;
            for (int number = 2; !taken.Add(name); number++) name = $"{stem}-{number}";
            yield return (name, text);
        }
    }

    private static string Shown(string word)
    {
        string shown = Path.IsPathRooted(word) || word.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(word) : word;
        return shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown;
    }
}
