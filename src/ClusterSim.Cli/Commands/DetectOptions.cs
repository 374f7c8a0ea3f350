using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Cli.Commands;

/// <summary>Options of <c>detect</c>.</summary>
internal sealed class DetectOptions
{
    private static readonly string[] Sizes = ["auto", "employment", "establishments"];

    public Argument<string> Data { get; } = new("data") { Description = "CSV or CSV.gz with columns region, industry, year, establishments, employment; - reads standard input" };
    public Option<Dictionary<string, string>?> Columns { get; } = new("--columns") { Description = "Names of the columns where they differ: region=state_name,industry=naics,employment=emp", HelpName = "NAME=COLUMN,...", CustomParser = ReadColumns };
    public Option<PanelSize> Size { get; } = new("--size") { Description = "What LQ and growth count: employment, establishments, or auto (employment unless more than 1 % of it is missing)", HelpName = "WHAT", CustomParser = ReadSize };
    public Option<int?> FeaturesTo { get; } = ReadYear("--features-to", "Test of the score: what it may see ends with this year (the sixth of the panel if left out)");
    public Option<int?> EventsBy { get; } = ReadYear("--events-by", "Test of the score: the events must come by this year (ten later if left out)");
    public Option<int?> Top { get; } = RunOptions.Count("--top", "-n", "How many cells are printed, and among how many precision is measured (20 if left out)");
    public Option<string?> By { get; } = new("--by") { Description = "Order of the cells that are printed: score (if left out) or lq", HelpName = "score|lq", CustomParser = ReadOrder };
    public Option<int?> Resamples { get; } = RunOptions.Count("--resamples", "-r", "Resamples of the regions for the intervals of the test (1000 if left out)");
    public Option<string?> Coefficients { get; } = new("--coefficients") { Description = "A file that early-warning wrote, instead of the built-in coefficients", HelpName = "FILE" };
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "A folder for stages.csv, scores.csv, evaluation.csv, metrics.json and README.txt", HelpName = "FOLDER" };
    public Option<bool> Force { get; } = new("--force") { Description = "Replaces what detect wrote into the folder before" };
    public Option<bool> Json { get; } = new("--json") { Description = "What is printed as one object: {cells, stages, top, tests, notes}" };
    public RunOptions Run { get; } = new();

    public void AddTo(Command command)
    {
        Run.Seed.Description = "Seed of the resamples (1 if left out)";
        Run.Quiet.Description = "No progress";
        command.Arguments.Add(Data);
        foreach (Option option in new Option[] { Columns, Size, FeaturesTo, EventsBy, Top, By, Resamples, Coefficients, Output, Force, Json, Run.Seed, Run.Quiet, Run.NoColor }) command.Options.Add(option);
    }

    private static Option<int?> ReadYear(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YEAR",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 999 and < 3000) return year;
            result.AddError($"{name} {result.Tokens[0].Value}: a year such as 2006 is wanted");
            return null;
        },
    };

    private static PanelSize ReadSize(ArgumentResult result)
    {
        int size = Array.IndexOf(Sizes, result.Tokens[0].Value);
        if (size < 0) result.AddError($"--size {result.Tokens[0].Value}: {string.Join(", ", Sizes)} are known{Nearest.Hint(result.Tokens[0].Value, Sizes)}");
        return (PanelSize)Math.Max(0, size);
    }

    private static string? ReadOrder(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "score" or "lq") return result.Tokens[0].Value;
        result.AddError($"--by {result.Tokens[0].Value}: score or lq is wanted");
        return null;
    }

    private static Dictionary<string, string>? ReadColumns(ArgumentResult result)
    {
        var names = new Dictionary<string, string>();
        foreach (string pair in result.Tokens[0].Value.Split(','))
        {
            string[] parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0) result.AddError($"--columns {pair}: NAME=COLUMN is wanted, such as region=state_name");
            else if (!PanelFile.Columns.Contains(parts[0])) result.AddError($"--columns {pair}: there is no {parts[0]}{Nearest.Hint(parts[0], PanelFile.Columns)}; wanted are {string.Join(", ", PanelFile.Columns)}");
            else if (!names.TryAdd(parts[0], parts[1])) result.AddError($"--columns: {parts[0]} stands twice");
        }
        return names;
    }
}
