using System.CommandLine;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Discovery;
using ClusterSim.Experiments.Matching;

namespace ClusterSim.Cli.Commands;

/// <summary><c>discover</c>: under which conditions does it happen, and which inputs can have given what was observed?</summary>
internal static class DiscoverCommand
{
    public static Command Create()
    {
        var options = new DiscoverOptions();
        var command = new ExplainedCommand("discover", "Finds the conditions under which something happens, or the inputs that observations leave, in any table of runs",
            "clustersim discover --data rows.csv --output fails                                     in words: fails is 1 when ...",
            "clustersim discover --data rows.csv --output jobs --threshold \"< 0\" --coverage 0.8     the densest box with 80 % of the cases",
            "clustersim discover --data rows.csv --method history-matching --target y=3.2+-0.1 -n 20");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string method = parsed.GetValue(options.Method)!;
            string[] foreign = [.. options.Foreign(method).Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
            if (foreign.Length > 0) throw new CommandException(ExitCodes.Usage, $"{string.Join(", ", foreign)}: not for --method {method}");
            return method == DiscoverOptions.Methods[0] ? FindBoxes(parsed, options) : Match(parsed, options);
        });
        return command;
    }

    private static int FindBoxes(ParseResult parsed, DiscoverOptions options)
    {
        if (parsed.GetValue(options.Data) is not [string path]) throw new CommandException(ExitCodes.Usage, "--data: prim reads one table");
        string output = parsed.GetValue(options.Output) ?? throw new CommandException(ExitCodes.Usage, "--output is missing: which column says what came out?");
        var input = new DiscoverInput(DataTable.Read(path), parsed.GetValue(options.Bounds) ?? []);
        (CaseTable table, CaseRule rule) = input.Cases(output, parsed.GetValue(options.Threshold));
        var choice = new BoxChoice(parsed.GetValue(options.Coverage), parsed.GetValue(options.Density));
        var usual = new PrimSettings();
        FoundBoxes found = Prim.Find(table, new PrimSettings(parsed.GetValue(options.Alpha) ?? usual.Alpha, parsed.GetValue(options.Mass) ?? usual.Mass, parsed.GetValue(options.Boxes) ?? usual.Boxes,
            parsed.GetValue(options.Resamples) ?? usual.Resamples, parsed.GetValue(options.Run.Seed) ?? usual.Seed) { Choice = choice });
        Print(parsed.GetValue(options.Json), () => DiscoveryReport.Json(found, output, rule, choice), () => DiscoveryReport.Text(found, output, rule, choice));
        return ExitCodes.Ok;
    }

    private static int Match(ParseResult parsed, DiscoverOptions options)
    {
        MatchTarget[] targets = parsed.GetValue(options.Target) ?? [];
        if (targets.Length == 0) throw new CommandException(ExitCodes.Usage, "--target is missing: what was observed, such as --target y=3.2+-0.1?");
        if (targets.GroupBy(target => target.Output).FirstOrDefault(group => group.Count() > 1) is { Key: string twice }) throw new CommandException(ExitCodes.Usage, $"--target: {twice} has two");
        foreach (MatchTarget missed in parsed.GetValue(options.Discrepancy) ?? [])
        {
            int target = Array.FindIndex(targets, each => each.Output == missed.Output);
            if (target < 0) throw new CommandException(ExitCodes.Usage, $"--discrepancy {missed.Output}: it has no --target");
            targets[target] = targets[target] with { Discrepancy = missed.Discrepancy };
        }
        int forgiven = parsed.GetValue(options.Forgive) ?? 0;
        if (forgiven >= targets.Length) throw new CommandException(ExitCodes.Usage, $"--forgive {forgiven}: of {targets.Length} target{(targets.Length == 1 ? "" : "s")} nothing would be left to judge by");
        FactorBound[] bounds = parsed.GetValue(options.Bounds) ?? [];
        DiscoverInput[] inputs = [.. parsed.GetValue(options.Data)!.Select(path => new DiscoverInput(DataTable.Read(path), bounds))];
        var notes = new List<string>();
        InputSpace space = inputs[0].Space([.. targets.Select(target => target.Output)], notes);
        Wave[] waves = [.. inputs.Select(input => input.Wave(space, targets, forgiven, notes))];
        double cutoff = parsed.GetValue(options.Cutoff) ?? HistoryMatch.UsualCutoff;
        MatchedSpace left = new HistoryMatch(space, waves, cutoff, parsed.GetValue(options.Run.Seed) ?? 1).Look(parsed.GetValue(options.Next) ?? 0);
        bool judged = Array.Exists(waves, wave => wave.CanRuleOut);
        if (!judged) notes.Add("no emulator passed its check, so nothing was ruled out: more runs, or a smaller space, may help");
        else if (left.Share == 0) notes.Add("nothing is left: the targets contradict each other or the simulator, or the discrepancy is larger than was stated");
        var report = new MatchingReport(space, waves, [.. inputs.Select(input => input.Rows)], cutoff, left, notes);
        Print(parsed.GetValue(options.Json), report.Json, report.Text);
        return judged ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    private static void Print(bool asJson, Func<JsonObject> json, Func<string> text)
    {
        if (asJson) Console.Out.WriteLine(json().ToJsonString(Reports.Indented));
        else Console.Out.Write(text());
    }
}
