using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Experiments.Worlds;

/// <summary>What one outcome hangs on, by one method.</summary>
/// <param name="Scenario">An arm, or the baseline where there is none.</param>
/// <param name="Output">What varied: <c>change</c>, <c>without</c> and <c>stands-with</c> of an arm; measures at the end, and <c>grew</c>, of a baseline.</param>
/// <param name="Rows">Worlds.</param>
public sealed record Cause(string Scenario, string Output, int Rows, SensitivityResult Result);

/// <summary>Which uncertain parameters the outcome of an arm hangs on, or, where there is no arm, that of the scenario itself. The
/// method follows from the design: Sobol's indices of Saltelli's blocks, elementary effects of Morris's trajectories, extended FAST
/// of its curves, PAWN and RBD-FAST of any other.</summary>
public static class Causes
{
    public const string Name = "sensitivity.csv";

    private const int RowsASlice = 10, MostSlices = 10, FewestSlices = 3;

    /// <summary>Results of all methods that the worlds allow; none for a study of one world.</summary>
    public static IReadOnlyList<Cause> Of(Ledger ledger)
    {
        if (ledger.Study.Worlds is null || ledger.Count == 0) return [];
        var table = new WorldTable(ledger);
        return [.. Enumerable.Range(Ledger.Untreated, ledger.Study.Arms.Count + 1).SelectMany(arm => Of(table, arm))];
    }

    /// <summary>A row for each index of each factor.</summary>
    public static string Csv(IReadOnlyList<Cause> causes)
    {
        var csv = new Csv();
        csv.AddRow("scenario_id,output,method,factor,index,value,low,high,words".Split(','));
        foreach ((string scenario, string output, _, SensitivityResult result) in causes)
            foreach (FactorSensitivity factor in result.Factors)
                foreach (SensitivityIndex index in factor.Indices)
                    csv.Add(scenario).Add(output).Add(result.Method).Add(factor.Name).Add(index.Name)
                        .Add(index.Value).Add(index.Interval?.Low).Add(index.Interval?.High).Add(SensitivityWords.Of(result, factor)).EndRow();
        return csv.ToString();
    }

    private static IEnumerable<Cause> Of(WorldTable table, int arm)
    {
        Study study = table.Study;
        if (table.Worlds.Count < study.Worlds!.Count) yield break; // a design with holes is none
        (string Name, double[][] Values)[] outputs = Outputs(table, arm);
        bool designed = study.Worlds.Design.Kind is "saltelli" or "morris" or "efast";
        // What stands in no scenario of the arm can only be luck; a design of its own is judged as a whole.
        int[] factors = [.. Enumerable.Range(0, table.Factors.Count).Where(factor => designed || study.Worlds.Touches(table.Factors[factor], arm))];
        if (factors.Length == 0) yield break;
        double[][] places = [.. Enumerable.Range(0, table.Worlds.Count).Select(row => factors.Select(factor => table.Place(row, factor)).ToArray())];
        var options = new SensitivityOptions(study.Seed, Slices: Math.Clamp(table.Worlds.Count / RowsASlice, FewestSlices, MostSlices));
        string[] methods = study.Worlds.Design.Kind switch
        {
            "saltelli" => [SobolIndices.Name], "morris" => [ElementaryEffects.Name], "efast" => [ExtendedFast.Name], _ => [Pawn.Name, RandomBalance.Name],
        };
        foreach ((string name, double[][] values) in outputs)
        {
            SensitivitySample sample = SensitivitySample.Of([.. factors.Select(factor => table.Factors[factor])], places, WorldTable.Means(values)) with { Errors = table.Errors(values) };
            foreach (SensitivityMethod method in SensitivityMethod.All.Where(method => methods.Contains(method.Name)))
                if (Fitting(method, sample, options) is SensitivityResult result)
                    yield return new Cause(arm < 0 ? study.BaselineName : study.Arms[arm].Name, name, table.Worlds.Count, result);
        }
    }

    /// <summary>By world and pair. A baseline is looked at where no arm is: beside arms, their <c>without</c> says what it comes to.</summary>
    private static (string Name, double[][] Values)[] Outputs(WorldTable table, int arm) =>
        arm >= 0 ? [("without", table.Twins(arm, Scope.Target)), ("change", table.Changes(arm, Scope.Target)), ("stands-with", Numbers(table.Stands(arm)))]
        : table.Study.Arms.Count > 0 ? []
        : [.. table.Study.Measures.Select((measure, i) => (measure, table.Finals(i))), ("grew", Numbers(table.FocalGrew()))];

    private static double[][] Numbers(bool[][] holds) => [.. holds.Select(world => world.Select(yes => yes ? 1.0 : 0).ToArray())];

    private static SensitivityResult? Fitting(SensitivityMethod method, SensitivitySample sample, SensitivityOptions options)
    {
        try
        {
            return method.Analyse(sample, options);
        }
        catch (UnfitSampleException) // too few worlds, or an arm that never does anything: nothing can be said, and nothing is
        {
            return null;
        }
    }
}
