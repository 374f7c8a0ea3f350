using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Experiments.Worlds;

/// <summary>Which uncertain parameters the outcome of an arm hangs on. The method follows from the design: Sobol's indices of
/// Saltelli's blocks, elementary effects of Morris's trajectories, PAWN and RBD-FAST of any other.</summary>
internal static class Causes
{
    private const int RowsASlice = 10, MostSlices = 10, FewestSlices = 3;

    public static IEnumerable<(string Name, string Text)> Files(WorldTable table)
    {
        var csv = new Csv();
        foreach (string column in "scenario_id,output,method,factor,index,value,low,high,words".Split(',')) csv.Add(column);
        csv.EndRow();
        int rows = 0;
        for (int arm = 0; arm < table.Study.Arms.Count; arm++)
            foreach ((string output, SensitivityResult result) in Of(table, arm))
                foreach (FactorSensitivity factor in result.Factors)
                    foreach (SensitivityIndex index in factor.Indices)
                    {
                        rows++;
                        csv.Add(table.Study.Arms[arm].Name).Add(output).Add(result.Method).Add(factor.Name).Add(index.Name)
                            .Add(index.Value).Add(index.Interval?.Low).Add(index.Interval?.High).Add(SensitivityWords.Of(result, factor)).EndRow();
                    }
        if (rows > 0) yield return ("sensitivity.csv", csv.ToString());
    }

    /// <summary>Results of all methods that the worlds allow.</summary>
    private static IEnumerable<(string Output, SensitivityResult Result)> Of(WorldTable table, int arm)
    {
        Study study = table.Study;
        if (table.Worlds.Count < study.Worlds!.Count) yield break; // a design with holes is none
        (string Name, double[] Values)[] outputs =
        [
            ("without", WorldTable.Means(table.Twins(arm, Scope.Target))), ("change", WorldTable.Means(table.Changes(arm, Scope.Target))),
            ("stands-with", WorldTable.Shares(table.Stands(arm))),
        ];
        bool designed = study.Worlds.Design.Kind is "saltelli" or "morris";
        // What stands in no scenario of the arm can only be luck; a design of its own is judged as a whole.
        int[] factors = [.. Enumerable.Range(0, table.Factors.Count).Where(factor => designed || study.Worlds.Touches(table.Factors[factor], arm))];
        if (factors.Length == 0) yield break;
        double[][] places = [.. Enumerable.Range(0, table.Worlds.Count).Select(row => factors.Select(factor => table.Place(row, factor)).ToArray())];
        var options = new SensitivityOptions(study.Seed, Slices: Math.Clamp(table.Worlds.Count / RowsASlice, FewestSlices, MostSlices));
        string[] methods = study.Worlds.Design.Kind switch { "saltelli" => [SobolIndices.Name], "morris" => [ElementaryEffects.Name], _ => [Pawn.Name, RandomBalance.Name] };
        foreach ((string name, double[] values) in outputs)
            foreach (SensitivityMethod method in SensitivityMethod.All.Where(method => methods.Contains(method.Name)))
                if (Fitting(method, SensitivitySample.Of([.. factors.Select(factor => table.Factors[factor])], places, values), options) is SensitivityResult result) yield return (name, result);
    }

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
