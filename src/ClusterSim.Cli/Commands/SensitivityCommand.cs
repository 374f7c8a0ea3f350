using System.CommandLine;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Cli.Commands;

/// <summary><c>sensitivity</c>: which factors of a model move its output: of a scenario, which is run for it, or from rows of any
/// model; and the rows to run that on.</summary>
internal static class SensitivityCommand
{
    private static readonly string[] Methods = [.. SensitivityMethod.All.Select(method => method.Name)];

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Description = "A scenario or an experiment, which is run in many worlds", Arity = ArgumentArity.ZeroOrOne, HelpName = "file" };
        file.Validators.Add(RunOptions.RefuseOptions);
        file.CompletionSources.Add(_ => Library.All);
        var data = Text("--data", "Or rows to analyse: a CSV file with a header, a column for each factor and one for the output; - reads standard input", "FILE");
        var method = Text("--method", $"How to analyse: {string.Join(", ", Methods)}; morris if left out with a scenario", "NAME");
        var output = Text("--output", "The column of the output, or the scenario's indicator (its headline if left out)", "NAME");
        Option<string[]> bounds = Many("--bounds", $"The factors and their values, as for --factors; every other column of numbers, with the range of its data, if left out");
        Option<string[]> group = Many("--group", "Factors that move together and are judged as one (sobol, morris): NAME=FACTOR,FACTOR");
        var slices = new Option<int?>("--slices") { Description = "Slices of a factor for pawn (10 if left out)", HelpName = "N" };
        var resamples = new Option<int?>("--resamples") { Description = "Resamples for intervals (1000 if left out)", HelpName = "N" };
        var design = Text("--design", $"Or writes rows to run a model on: {string.Join(", ", SensitivityDesign.Names)}", "NAME");
        Option<string[]> factors = Many("--factors", $"The factors: {FactorText.Forms}. Of a scenario also mechanisms, instruments, parameters by name; or all");
        var spread = new Option<double?>("--spread") { Description = "Range to either side of a scenario's parameter that states none, as a share of its value (0.2 if left out)", HelpName = "SHARE" };
        Option<int?> points = RunOptions.Count("--points", "-n", $"Size: {SensitivityDesign.Counted}");
        var order = new Option<int?>("--order") { Description = "1 leaves out the rows of a sobol design that only indices of pairs need (2 if left out, of a scenario 1)", HelpName = "1|2" };
        var to = new Option<string?>("--to", "-o") { Description = "Where to write: the file of a design (standard output if left out), or the folder of a scenario's results", HelpName = "PATH" };
        var run = new RunOptions();
        run.Json.Description = "{method, output, rows, factors, pairs, notes} in full precision, with SALib's names; {results: [...]} of a scenario";
        run.Replications.Description = "Histories of a scenario, or pairs of an experiment, in every world (2 if left out: one cannot tell luck from influence)";
        Option[] ofScenario = [spread, run.Replications, run.Threads, run.Set, run.Force, run.DryRun, run.OnError, run.Shard, run.Quiet, run.NoColor],
            ofData = [bounds, slices, resamples], shared = [method, output, run.Json], ofDesign = [factors, points, order, to];
        var command = new ExplainedCommand("sensitivity", "Says which parameters of a scenario, or which factors of any model, move the output",
            "clustersim sensitivity scenarios/starter/default.yaml --factors spin-offs labour-mobility        every parameter of two mechanisms, screened",
            "clustersim sensitivity scenarios/experiments/when-to-act.yaml --method sobol -n 64               what an experiment's arms hang on",
            "clustersim sensitivity --design sobol --factors rate=0.02:0.08 size=1:20:int -n 256 -o rows.csv  1536 rows; run your model on each",
            "clustersim sensitivity --data rows.csv --method sobol --output y --bounds rate=0.02:0.08 size=1:20:int",
            "clustersim sensitivity --data any.csv --method pawn --output y                                   no design needed") { file, data, design };
        foreach (Option option in (Option[])[.. shared, .. ofData, group, .. ofDesign, .. ofScenario, run.Seed]) command.Add(option);
        command.SetAction(parsed =>
        {
            string? scenario = parsed.GetValue(file), rows = parsed.GetValue(data), name = parsed.GetValue(design);
            if (new[] { scenario, rows, name }.Count(given => given is not null) != 1) throw Wrong("one is wanted: a scenario's file, --data to analyse rows, or --design to write them");
            (string mode, Option[] others) = scenario is not null ? ("a scenario", [.. ofData, group]) : rows is not null ? ("--data", [.. ofDesign, .. ofScenario]) : ("--design", (Option[])[.. shared, .. ofData, .. ofScenario]);
            if (others.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is Option stray) throw Wrong($"{stray.Name} does not go with {mode}");
            string[] groups = parsed.GetValue(group) ?? [], given = parsed.GetValue(factors) ?? [];
            ulong seed = parsed.GetValue(run.Seed) ?? 1;
            string? chosen = parsed.GetValue(method);
            if (chosen is not null && !Methods.Contains(chosen)) throw Wrong($"there is no method {chosen}{Nearest.Hint(chosen, Methods)}");
            if (parsed.GetValue(order) is not (null or 1 or 2)) throw Wrong($"--order {parsed.GetValue(order)}: 1 and 2 are allowed");
            if (name is not null) return Design(name, given, groups, parsed.GetValue(points), parsed.GetValue(order), seed, parsed.GetValue(to));
            if (rows is not null) return SensitivityOfRows.Analyse(rows, chosen, parsed.GetValue(output), parsed.GetValue(bounds) ?? [], groups, parsed.GetValue(slices), parsed.GetValue(resamples), seed, parsed.GetValue(run.Json));
            chosen ??= ElementaryEffects.Name;
            if (chosen != SobolIndices.Name && parsed.GetValue(order) is not null) throw Wrong($"--order does not go with {chosen}: sobol has rows for pairs");
            var wishes = new SensitivityWishes(chosen, parsed.GetValue(points), given, parsed.GetValue(spread) ?? 0.2, parsed.GetValue(output), parsed.GetValue(order) == 2, parsed.GetValue(run.Replications) ?? 2, seed);
            return SensitivityOfScenario.Run(scenario!, wishes, parsed.GetValue(to), parsed, run);
        });
        return command;
    }

    private static int Design(string name, string[] given, string[] groups, int? points, int? order, ulong seed, string? file)
    {
        if (!SensitivityDesign.Names.Contains(name)) throw Wrong($"there is no design {name}{Nearest.Hint(name, SensitivityDesign.Names)}");
        if (given.Length == 0) throw Wrong($"--factors are wanted: {FactorText.Forms}");
        if (points is not int count) throw Wrong($"-n is wanted, the size of the design: {SensitivityDesign.Counted}");
        if (groups.Length > 0 && name is ("lhs" or "efast")) throw Wrong($"--group does not go with {name}: sobol and morris can move factors together");
        if (order is not null && name != "sobol") throw Wrong($"--order does not go with {name}: sobol has rows for pairs");
        IReadOnlyList<Factor> factors = FactorText.Read("--factors", given);
        return SensitivityDesign.Write(name, factors, FactorText.Groups(groups, factors), count, order != 1, seed, file);
    }

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, HelpName = "NAME=...", AllowMultipleArgumentsPerToken = true };

    private static CommandException Wrong(string message) => new(ExitCodes.Usage, message);
}
