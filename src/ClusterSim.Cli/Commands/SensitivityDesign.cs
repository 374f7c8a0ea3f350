using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Commands;

/// <summary><c>sensitivity --design</c>: rows of factors for a model to be run on.</summary>
internal static class SensitivityDesign
{
    public static readonly string[] Names = ["sobol", "morris", "lhs", "efast"];

    private const int MostRows = 10_000_000;

    /// <summary>What -n counts.</summary>
    public const string Counted = "sobol blocks of 2 x factors + 2 rows, morris trajectories of factors + 1, lhs rows, efast points for each factor";

    /// <summary>Writes the rows, and on standard error what to do with them.</summary>
    /// <param name="file">Must not be there yet; null = standard output.</param>
    public static int Write(string design, IReadOnlyList<Factor> factors, IReadOnlyList<FactorGroup> groups, int count, bool withPairs, ulong seed, string? file)
    {
        if (file is not null && (File.Exists(file) || Directory.Exists(file))) throw new CommandException(ExitCodes.Usage, $"{file} is there already: choose another name");
        Require(design, factors, groups.Count, count, withPairs);
        double[][] points = design switch
        {
            "sobol" => SaltelliBlocks.Points(count, groups, seed, withPairs),
            "morris" => MorrisTrajectories.Points(count, groups, seed),
            "efast" => SearchCurves.Points(count, factors.Count, seed),
            _ => LatinHypercube.Points(count, factors.Count, seed),
        };
        var csv = new Csv();
        foreach (Factor factor in factors) csv.Add(factor.Name);
        csv.EndRow();
        foreach (double[] point in points)
        {
            for (int i = 0; i < point.Length; i++) csv.Add(factors[i].TextAt(point[i]));
            csv.EndRow();
        }
        if (file is null) Console.Out.Write(csv);
        else File.WriteAllText(file, csv.ToString());
        Console.Error.WriteLine($"{points.Length} rows{(file is null ? "" : $" in {file}")}. Add a column with your model's output to each, in this order, and analyse them:");
        string methods = design == "lhs" ? "pawn" : design;
        Console.Error.WriteLine($"  clustersim sensitivity --data {file ?? "rows.csv"} --method {methods} --output y --bounds {string.Join(' ', factors.Select(Typed))}{string.Concat(groups.Where(group => group.Members.Count > 1).Select(group => $" --group {group.Name}={string.Join(',', group.Members.Select(member => factors[member].Name))}"))}");
        if (design == "sobol" && !System.Numerics.BitOperations.IsPow2(count)) Console.Error.WriteLine($"warning: {count} blocks are no power of two; Sobol's sequence is even only for such numbers");
        return ExitCodes.Ok;
    }

    private static void Require(string design, IReadOnlyList<Factor> factors, int groups, int count, bool withPairs)
    {
        Factor? unordered = factors.FirstOrDefault(factor => !factor.IsOrdered);
        if (design is "morris" or "efast" && unordered is not null) throw Wrong($"--design {design}: {unordered.Name} has categories without an order ({unordered.Allowed}); sobol and lhs need no order");
        if (design == "sobol" && factors.Count > SaltelliBlocks.MostFactors) throw Wrong($"--design sobol: {factors.Count} factors are too many, at most {SaltelliBlocks.MostFactors}; --design morris or lhs takes more");
        if (design == "efast" && count < SearchCurves.FewestPoints) throw Wrong($"-n {count}: a curve of --design efast needs {SearchCurves.FewestPoints} points at least");
        long rows = (long)count * (design switch { "sobol" => withPairs ? 2 * groups + 2 : groups + 2, "morris" => groups + 1, "efast" => factors.Count, _ => 1 });
        if (rows > MostRows) throw Wrong($"-n {count}: that makes {rows} rows, at most {MostRows}");
    }

    private static string Typed(Factor factor) => factor switch
    {
        LevelFactor levels => $"{levels.Name}={string.Join(',', levels.Levels)}",
        WholeFactor whole => $"{whole.Name}={whole.Low}:{whole.High}:int",
        _ => $"{factor.Name}={factor.TextAt(0)}:{factor.TextAt(1)}",
    };

    private static CommandException Wrong(string message) => new(ExitCodes.Usage, message);
}
