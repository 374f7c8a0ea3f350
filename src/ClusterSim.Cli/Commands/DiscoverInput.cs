using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Discovery;
using ClusterSim.Experiments.Matching;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Commands;

/// <summary>A user's table, made ready for <c>discover</c>.</summary>
/// <param name="bounds">The factors that were named; empty = every column that is no output.</param>
internal sealed class DiscoverInput(DataTable data, IReadOnlyList<FactorBound> bounds)
{
    /// <summary>Runs on which an emulator is conditioned: its cost grows with their cube.</summary>
    private const int MostRuns = 1000;

    public int Rows => data.Rows;

    /// <summary>Factors and cases.</summary>
    public (CaseTable Table, CaseRule Rule) Cases(string output, CaseRule? rule)
    {
        FactorBound[] factors = Factors("--output", [output]);
        double[] outcomes = Outcomes(output);
        bool isBinary = outcomes.All(value => value is 0 or 1);
        if (rule is null && !isBinary)
        {
            data.Require();
            throw new CommandException(ExitCodes.Usage, $"--threshold is missing: {output} has values other than 0 and 1 (median {TextTable.Number(Sample.Quantile(outcomes, 0.5))}); which are the cases, such as --threshold \">= 10\"?");
        }
        rule ??= CaseRule.One;
        bool[] cases = [.. outcomes.Select(rule.Holds)];
        FactorColumn[] columns = [.. factors.Select(Column)];
        if (outcomes.Distinct().Take(2).Count() == 1) data.Problem($"{output} is {TextTable.Number(outcomes[0])} in every row");
        else if (data.Rows > 0 && !cases.Contains(true)) data.Problem($"in no row {output} {rule.Words} ({TextTable.Number(outcomes.Min())} to {TextTable.Number(outcomes.Max())}): there is no case");
        else if (data.Rows > 0 && !cases.Contains(false)) data.Problem($"in every row {output} {rule.Words} ({TextTable.Number(outcomes.Min())} to {TextTable.Number(outcomes.Max())}): every row is a case");
        if (data.Rows < Prim.FewestRows) data.Problem($"{data.Rows} rows: at least {Prim.FewestRows} are wanted");
        data.Require();
        return (new CaseTable(columns, cases), rule);
    }

    /// <summary>The inputs and their ranges.</summary>
    public InputSpace Space(IReadOnlyList<string> outputs, List<string> notes)
    {
        FactorBound[] factors = Factors("--target", outputs);
        var ranges = new List<InputRange>();
        foreach (FactorBound factor in factors)
        {
            double[] values = data.Numbers(factor.Name);
            double low = factor.Low ?? values.DefaultIfEmpty().Min(), high = factor.High ?? values.DefaultIfEmpty().Max();
            if (low == high) data.Problem($"{factor.Name} is {TextTable.Number(low)} in every row: no factor");
            ranges.Add(new InputRange(factor.Name, low, high));
        }
        data.Require();
        if (factors.Any(factor => factor.Low is null)) notes.Add("ranges without --bounds are those in the first table; the space outside was not searched");
        return new InputSpace(ranges);
    }

    /// <summary>Emulators of every target on the runs of this table that lie inside the space.</summary>
    public Wave Wave(InputSpace space, IReadOnlyList<MatchTarget> targets, int forgiven, List<string> notes)
    {
        foreach (InputRange range in space.Ranges) data.RequireColumn(range.Name, "--data");
        foreach (MatchTarget target in targets) data.RequireColumn(target.Output, "--target");
        double[][] inputs = [.. space.Ranges.Select(range => data.Numbers(range.Name, range.Low, range.High))];
        double[][] outputs = [.. targets.Select(target => data.Numbers(target.Output))];
        int least = Emulator.FewestRows(space.Count);
        if (data.Rows < least) data.Problem($"{data.Rows} rows: at least {least} are wanted for {space.Count} factor{(space.Count == 1 ? "" : "s")}");
        for (int i = 0; i < targets.Count; i++)
            if (outputs[i].Distinct().Take(2).Count() == 1) data.Problem($"{targets[i].Output} is {TextTable.Number(outputs[i][0])} in every row");
        data.Require();
        if (data.Rows < 10 * space.Count) notes.Add($"{data.Rows} rows for {space.Count} factors: ten for each factor are the rule of thumb");
        int used = Math.Min(MostRuns, data.Rows);
        if (used < data.Rows) notes.Add($"the emulators use {used} of the {data.Rows} rows, evenly spaced");
        int[] rows = [.. Enumerable.Range(0, used).Select(i => (int)((long)i * data.Rows / used))];
        return Experiments.Matching.Wave.Fit(targets, [.. rows.Select(row => space.ToUnit([.. inputs.Select(column => column[row])]))], [.. outputs.Select(column => rows.Select(row => column[row]).ToArray())], forgiven);
    }

    private FactorBound[] Factors(string option, IReadOnlyList<string> outputs)
    {
        foreach (string output in outputs) data.RequireColumn(output, option);
        foreach (FactorBound bound in bounds) data.RequireColumn(bound.Name, "--bounds");
        if (bounds.FirstOrDefault(bound => outputs.Contains(bound.Name)) is FactorBound both) throw new CommandException(ExitCodes.Usage, $"--bounds {both.Name}: it is an output");
        FactorBound[] factors = bounds.Count > 0 ? [.. bounds.DistinctBy(bound => bound.Name)] : [.. data.Columns.Except(outputs).Select(name => new FactorBound(name, null, null))];
        if (factors.Length == 0) data.Problem("no column is left to be a factor");
        return factors;
    }

    /// <summary>Numbers, or true and false.</summary>
    private double[] Outcomes(string output)
    {
        string[] words = [.. data.Cells(output).Select(cell => cell.ToUpperInvariant())];
        return words.Length > 0 && words.All(word => word is "TRUE" or "FALSE") ? [.. words.Select(word => word == "TRUE" ? 1.0 : 0)] : data.Numbers(output);
    }

    private FactorColumn Column(FactorBound factor) => factor.Low is not null || data.HasNumbers(factor.Name)
        ? new FactorColumn(factor.Name, data.Numbers(factor.Name, factor.Low, factor.High))
        : FactorColumn.OfWords(factor.Name, data.Words(factor.Name));
}
