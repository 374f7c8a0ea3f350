using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;

namespace ClusterSim.Cli.Results;

/// <summary>What a command was asked to run: the study, the scenarios behind it and its identity.</summary>
internal sealed class Job
{
    private readonly string _verb;

    /// <param name="files">One experiment, or scenarios.</param>
    /// <param name="settle">Lays the command line's wishes over the study.</param>
    /// <exception cref="ScenarioException">The input is broken.</exception>
    public Job(ScenarioLoader loader, IReadOnlyList<string> files, string verb, Func<Study, Study> settle)
    {
        _verb = verb;
        Sources = files;
        if (files.Count == 1 && loader.IsExperiment(files[0]))
        {
            Experiment experiment = loader.LoadExperiment(files[0]);
            (Title, Past) = (experiment.Title, experiment.Scenario.Past);
            Study = settle(Studies.Of(experiment));
        }
        else
        {
            Scenario[] scenarios = [.. files.Select(loader.LoadScenario)];
            if (scenarios.Select(scenario => scenario.Name).Distinct().Count() < scenarios.Length)
                throw new CommandException(ExitCodes.Usage, "two of the scenarios have the same name: rename one");
            (Title, Past) = (scenarios[0].Title, scenarios[0].Past);
            Study = settle(scenarios.Length > 1 ? Studies.Of(scenarios) : Studies.Of(scenarios[0]) with { Replications = 20 });
            Cases = scenarios.Length == 1 && scenarios[0].Expectations.Count > 0 ? scenarios[0] : null;
        }
        Resolved = [(Study.BaselineName, ScenarioWriter.Write(Study.BaselineName, "", Study.Baseline, Past)),
            .. Study.Arms.Select(arm => (arm.Name, ScenarioWriter.Write(arm.Name, "", arm.Configuration, Past)))];
        Identity = Hash();
    }

    public Study Study { get; }

    public string Title { get; }

    public Past? Past { get; }

    /// <summary>The scenario whose expectations are judged; null if there are none.</summary>
    public Scenario? Cases { get; }

    /// <summary>Files as given.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Every scenario that is run, with every default written.</summary>
    public IReadOnlyList<(string Name, string Yaml)> Resolved { get; }

    /// <summary>Hash of all that decides the results: two jobs of one identity give the same files.</summary>
    public string Identity { get; }

    public string DefaultFolder => Path.Combine("results", $"{_verb}-{Study.Name}-{Identity[..6]}");

    /// <summary>Prints what would be run; takes a few histories to say how long it would take.</summary>
    public int Describe(string folder)
    {
        long histories = (long)Study.Replications * (Study.Arms.Count + 1);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var runner = new PairRunner(Study);
        runner.Run(0);
        double seconds = clock.Elapsed.TotalSeconds * Study.Replications;
        double rows = (double)Study.Replications * (Study.Months / 12 + 1) * (Study.Baseline.Country.Regions + 1 + 2 * Study.Arms.Count);
        TextTable.Columns(
        [
            ["histories", $"{TextTable.Short(histories)}: {Study.Replications} pairs of {Study.BaselineName} and {Study.Arms.Count} arms, {Study.Months / 12} years each"],
            ["time", string.Create(CultureInfo.InvariantCulture, $"about {seconds / 60:0.#} minutes on one thread, measured on the first pair")],
            ["memory", string.Create(CultureInfo.InvariantCulture, $"about {Environment.WorkingSet / 1048576.0:0} MB and a few MB for each further thread")],
            ["disk", string.Create(CultureInfo.InvariantCulture, $"about {rows * 90 / 1e6:0.#} MB")],
            ["folder", folder],
        ]);
        return ExitCodes.Ok;
    }

    private string Hash()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Versions.Model} {Study.Name} {Study.Seed} {Study.Replications} {Study.RecordFirms}\n");
        text.AppendJoin(',', Study.Measures).Append(';').AppendJoin(',', Study.Horizons).Append(';').AppendJoin(',', Study.CalendarYears).Append('\n');
        foreach ((string name, string yaml) in Resolved) text.Append(name).Append('\n').Append(yaml);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Versions that stand in every result.</summary>
internal static class Versions
{
    /// <summary>Of the model: the same version, scenario and seed give the same files.</summary>
    public static string Model { get; } = typeof(ClusterModel).Assembly.GetName().Version!.ToString(3);

    /// <summary>Of the files' columns.</summary>
    public const int Schema = 1;
}
