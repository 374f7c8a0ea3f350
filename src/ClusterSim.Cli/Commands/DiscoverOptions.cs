using System.CommandLine;
using System.Globalization;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Discovery;
using ClusterSim.Experiments.Matching;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary>What <c>discover</c> can be told. Mistakes of form are found here, before any file is read.</summary>
internal sealed class DiscoverOptions
{
    public static readonly string[] Methods = ["prim", "history-matching"];

    public Option<string[]> Data { get; } = new("--data", "-d") { Description = "A CSV table, one row for each run; - reads standard input. History matching takes a table for each wave", HelpName = "FILE", Required = true, AllowMultipleArgumentsPerToken = true };
    public Option<string> Method { get; } = new("--method", "-m") { Description = "prim: boxes in which cases of interest gather. history-matching: inputs that the targets leave", HelpName = string.Join('|', Methods), DefaultValueFactory = _ => Methods[0] };
    public Option<string?> Output { get; } = new("--output") { Description = "prim: the column that says what came out", HelpName = "COLUMN" };
    public Option<CaseRule?> Threshold { get; } = Parsed("--threshold", "RULE", "prim: which outcomes are cases, such as \">= 10\" or \"< 0\"; the 1 of an output of 0 and 1 if left out", CaseRule.Read, "such as \">= 10\", \"< 0\" or \"== 1\"");
    public Option<FactorBound[]> Bounds { get; } = Several("--bounds", "COLUMN[=LOW:HIGH]", "The factors, with the ranges from which they were drawn (repeatable); every other column if left out", FactorBound.Read, "such as x1=0:1, or x1 for the range in the table");
    public Option<double?> Alpha { get; } = Share("--alpha", "prim: thickness of a slice, as a share of the rows in the box (0.05 if left out)", 0.5);
    public Option<double?> Mass { get; } = Share("--mass", "prim: smallest share of all rows in a box (0.05 if left out)", 0.5);
    public Option<double?> Coverage { get; } = Share("--coverage", "prim: takes the densest box that covers such a share of the cases", 1);
    public Option<double?> Density { get; } = Share("--density", "prim: takes the box that covers most, of those as dense as this", 1);
    public Option<int?> Boxes { get; } = RunOptions.Count("--boxes", "-b", "prim: boxes to look for, one after the other (1 if left out)");
    public Option<int?> Resamples { get; } = Whole("--resamples", "prim: random halves of the rows in which the search is repeated (100 if left out; 0 = none)");
    public Option<MatchTarget[]> Target { get; } = Several("--target", "COLUMN=VALUE+-SD", "history-matching: what was observed, and its standard deviation (repeatable)", ReadTarget, "such as y=3.2+-0.1");
    public Option<MatchTarget[]> Discrepancy { get; } = Several("--discrepancy", "COLUMN=SD", "history-matching: standard deviation of what the simulator misses at its best (repeatable; 0 if left out)", ReadDiscrepancy, "such as y=0.05");
    public Option<double?> Cutoff { get; } = Parsed<double?>("--cutoff", "NUMBER", "history-matching: points with a larger implausibility are ruled out (3 if left out)", text => DataTable.Number(text) is > 0 and double number ? number : null, "a number above 0");
    public Option<int?> Forgive { get; } = Whole("--forgive", "history-matching: how many of its worst outputs a point is forgiven (0 if left out; 1 = the second largest implausibility counts)");
    public Option<int?> Next { get; } = RunOptions.Count("--next", "-n", "history-matching: points for the next wave, inside what is left");
    public Option<bool> Json { get; } = new("--json") { Description = "One object instead of the text" };
    public RunOptions Run { get; } = new();

    public DiscoverOptions()
    {
        Run.Seed.Description = "Seed of the random halves and points (1 if left out)";
        Method.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string word }] && !Methods.Contains(word)) result.AddError($"--method {word}: there is no such method{Nearest.Hint(word, Methods)}");
        });
        Method.CompletionSources.Add(Methods);
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Data, Method, Output, Threshold, Bounds, Alpha, Mass, Coverage, Density, Boxes, Resamples, Target, Discrepancy, Cutoff, Forgive, Next, Run.Seed, Json }) command.Options.Add(option);
    }

    /// <summary>Options that say nothing to a method.</summary>
    public IEnumerable<Option> Foreign(string method) => method == Methods[0]
        ? [Target, Discrepancy, Cutoff, Forgive, Next]
        : [Output, Threshold, Alpha, Mass, Coverage, Density, Boxes, Resamples];

    /// <summary><c>y=3.2+-0.1</c>, also with ±.</summary>
    private static MatchTarget? ReadTarget(string text)
    {
        string[] parts = text.Split('=', 2), ends = parts[^1].Split(["+-", "±"], StringSplitOptions.None);
        return parts.Length == 2 && parts[0].Length > 0 && ends.Length == 2 && DataTable.Number(ends[0]) is double value && DataTable.Number(ends[1]) is > 0 and double error
            ? new MatchTarget(parts[0], value, error, 0) : null;
    }

    private static MatchTarget? ReadDiscrepancy(string text)
    {
        string[] parts = text.Split('=', 2);
        return parts.Length == 2 && parts[0].Length > 0 && DataTable.Number(parts[1]) is >= 0 and double error ? new MatchTarget(parts[0], 0, 0, error) : null;
    }

    private static Option<double?> Share(string name, string description, double most) => Parsed<double?>(name, "SHARE", description,
        text => DataTable.Number(text) is > 0 and double share && share <= most ? share : null, string.Create(CultureInfo.InvariantCulture, $"a number above 0, at most {most}"));

    private static Option<int?> Whole(string name, string description) => Parsed<int?>(name, "N", description,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= 10_000 ? value : null, "a whole number from 0 to 10000");

    private static Option<T?> Parsed<T>(string name, string help, string description, Func<string, T?> read, string wanted) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result =>
        {
            T? value = read(result.Tokens[0].Value);
            if (value is null) result.AddError($"{name} {result.Tokens[0].Value}: {wanted} is wanted");
            return value;
        },
    };

    private static Option<T[]> Several<T>(string name, string help, string description, Func<string, T?> read, string wanted) where T : class => new(name)
    {
        Description = description,
        HelpName = help,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value).Where(text => read(text) is null)) result.AddError($"{name} {text}: {wanted} is wanted");
            return [.. result.Tokens.Select(token => read(token.Value)).OfType<T>()];
        },
    };
}
