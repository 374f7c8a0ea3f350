using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Cli.Commands;

/// <summary><c>sensitivity</c>: which factors of a model move its output, from rows of any model; and the rows to run it on.</summary>
internal static class SensitivityCommand
{
    private const int FewestResamples = 100, MostResamples = 100_000, MostSlices = 1_000;

    private static readonly string[] Methods = [.. SensitivityMethod.All.Select(method => method.Name)];

    public static Command Create()
    {
        var data = Text("--data", "Rows to analyse: a CSV file with a header, a column for each factor and one for the output; - reads standard input", "FILE");
        var method = Text("--method", $"How to analyse them: {string.Join(", ", Methods)}", "NAME");
        var output = Text("--output", "The column of the output", "COLUMN");
        Option<string[]> bounds = Many("--bounds", $"The factors and their values, as for --factors; every other column of numbers, with the range of its data, if left out");
        Option<string[]> group = Many("--group", "Factors that move together and are judged as one (sobol, morris): NAME=FACTOR,FACTOR");
        var slices = new Option<int?>("--slices") { Description = "Slices of a factor for pawn (10 if left out)", HelpName = "N" };
        var resamples = new Option<int?>("--resamples") { Description = "Resamples for intervals (1000 if left out)", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "One object {method, output, rows, factors, pairs, notes} in full precision, with SALib's names" };
        var design = Text("--design", $"Writes rows to run a model on: {string.Join(", ", SensitivityDesign.Names)}", "NAME");
        Option<string[]> factors = Many("--factors", $"The factors: {FactorText.Forms}");
        Option<int?> points = RunOptions.Count("--points", "-n", $"Size: {SensitivityDesign.Counted}");
        var order = new Option<int?>("--order") { Description = "2 (if left out) or 1: 1 leaves out the rows of a sobol design that only indices of pairs need", HelpName = "1|2" };
        var rows = new Option<string?>("--rows", "-o") { Description = "The file to write the design to; standard output if left out", HelpName = "FILE" };
        Option<ulong?> seed = new RunOptions().Seed;
        var command = new ExplainedCommand("sensitivity", "Says which factors move a model's output, and writes the rows to find out",
            "clustersim sensitivity --design sobol --factors rate=0.02:0.08 size=1:20:int -n 256 -o rows.csv    1536 rows; run your model on each",
            "clustersim sensitivity --data rows.csv --method sobol --output y --bounds rate=0.02:0.08 size=1:20:int",
            "clustersim sensitivity --data any.csv --method pawn --output y                                     no design needed")
            { data, method, output, bounds, group, slices, resamples, json, design, factors, points, order, rows, seed };
        command.SetAction(parsed =>
        {
            if ((parsed.GetValue(data) is null) == (parsed.GetValue(design) is null)) throw Wrong("one of --data, to analyse rows, and --design, to write them, is wanted");
            Option[] others = parsed.GetValue(design) is not null ? [method, output, bounds, slices, resamples, json] : [factors, points, order, rows];
            Option? stray = others.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
            if (stray is not null) throw Wrong($"{stray.Name} does not go with {(parsed.GetValue(design) is not null ? "--design" : "--data")}");
            string[] groups = parsed.GetValue(group) ?? [];
            ulong from = parsed.GetValue(seed) ?? 1;
            return parsed.GetValue(design) is string name
                ? Design(name, parsed.GetValue(factors) ?? [], groups, parsed.GetValue(points), parsed.GetValue(order), from, parsed.GetValue(rows))
                : Analyse(parsed.GetValue(data)!, parsed.GetValue(method), parsed.GetValue(output), parsed.GetValue(bounds) ?? [], groups, parsed.GetValue(slices), parsed.GetValue(resamples), from, parsed.GetValue(json));
        });
        return command;
    }

    private static int Analyse(string file, string? name, string? output, string[] bounds, string[] groups, int? slices, int? resamples, ulong seed, bool json)
    {
        if (name is null) throw Wrong($"--method is wanted: {string.Join(", ", Methods)}");
        if (output is null) throw Wrong("--output is wanted: the column that holds the model's output");
        SensitivityMethod method = SensitivityMethod.All.FirstOrDefault(each => each.Name == name) ?? throw Wrong($"there is no method {name}{Nearest.Hint(name, Methods)}");
        if (groups.Length > 0 && !method.TakesGroups) throw Wrong($"--group does not go with {name}: sobol and morris can judge factors together");
        if (slices is not null && name != Pawn.Name) throw Wrong($"--slices does not go with {name}: pawn has slices");
        if (slices is < 2 or > MostSlices) throw Wrong($"--slices {slices}: 2 to {MostSlices} are allowed");
        if (resamples is < FewestResamples or > MostResamples) throw Wrong($"--resamples {resamples}: {FewestResamples} to {MostResamples} are allowed");
        SampleFile read = SampleFile.Read(file, output, FactorText.Read("--bounds", bounds));
        var sample = new SensitivitySample(read.Factors, FactorText.Groups(groups, read.Factors), read.Places, read.Outputs, [.. read.Lines]);
        try
        {
            SensitivityResult result = method.Analyse(sample, new SensitivityOptions(seed, resamples ?? 1_000, slices ?? 10));
            result = result with { Notes = [.. read.Notes, .. result.Notes] };
            if (json) Console.Out.WriteLine(SensitivityText.Json(result, output, sample.Rows).ToJsonString(Reports.Indented));
            else Console.Out.Write(SensitivityText.Of(result, output, sample.Rows));
            return ExitCodes.Ok;
        }
        catch (UnfitSampleException unfit)
        {
            throw new CommandException(ExitCodes.ScenarioInvalid, $"{(file == "-" ? "standard input" : file)} does not fit --method {name}: {unfit.Message}");
        }
    }

    private static int Design(string name, string[] given, string[] groups, int? points, int? order, ulong seed, string? file)
    {
        if (!SensitivityDesign.Names.Contains(name)) throw Wrong($"there is no design {name}{Nearest.Hint(name, SensitivityDesign.Names)}");
        if (given.Length == 0) throw Wrong($"--factors are wanted: {FactorText.Forms}");
        if (points is not int count) throw Wrong($"-n is wanted, the size of the design: {SensitivityDesign.Counted}");
        if (groups.Length > 0 && name is ("lhs" or "efast")) throw Wrong($"--group does not go with {name}: sobol and morris can move factors together");
        if (order is not null && name != "sobol") throw Wrong($"--order does not go with {name}: sobol has rows for pairs");
        if (order is not (null or 1 or 2)) throw Wrong($"--order {order}: 1 and 2 are allowed");
        IReadOnlyList<Factor> factors = FactorText.Read("--factors", given);
        return SensitivityDesign.Write(name, factors, FactorText.Groups(groups, factors), count, order != 1, seed, file);
    }

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, HelpName = "NAME=...", AllowMultipleArgumentsPerToken = true };

    private static CommandException Wrong(string message) => new(ExitCodes.Usage, message);
}
