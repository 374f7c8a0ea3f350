using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>The files of a study with several worlds. Numbers of parameters have all their digits, so that the
/// tables can be given to <c>clustersim sensitivity --data</c> and <c>discover --data</c> as they are.</summary>
public static class WorldFiles
{
    private static readonly string[] Columns = ["started", "without", "change", "change_country", "grew_without", "grew_with", "stands_without", "stands_with"];

    /// <summary>Names and pieces of the files; none for a study of one world, or without a completed pair.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Ledger ledger)
    {
        if (ledger.Study.Worlds is null || ledger.Count == 0) yield break;
        yield return ("worlds.csv", Draws(ledger.Study.Worlds));
        var table = new WorldTable(ledger);
        yield return ("world_results.csv", Results(table));
        foreach ((string name, string text) in Robust.Files(table).Concat(Conditions.Files(table)).Concat(CriticalMass.Files(table))) yield return (name, text);
    }

    private static string Draws(StudyWorlds worlds)
    {
        var csv = new Csv();
        csv.Add("world");
        foreach (Factor factor in worlds.Factors) csv.Add(factor.Name);
        csv.EndRow();
        for (int world = 0; world < worlds.Count; world++)
        {
            csv.Add(world);
            for (int factor = 0; factor < worlds.Factors.Count; factor++) csv.Add(worlds.InFiles(world, factor));
            csv.EndRow();
        }
        return csv.ToString();
    }

    /// <summary>What came out, beside what went in: means over the pairs of a world.</summary>
    private static string Results(WorldTable table)
    {
        Study study = table.Study;
        var csv = new Csv();
        csv.Add("world");
        foreach (Factor factor in table.Factors) csv.Add(factor.Name);
        csv.Add("n_pairs");
        foreach (Arm arm in study.Arms)
            foreach (string column in Columns) csv.Add($"{column}_{Column(arm.Name)}");
        // Without arms: what the scenario by itself came to.
        double[][] alone = study.Arms.Count > 0 ? [] : [.. study.Measures.Select((_, i) => WorldTable.Means(table.Finals(i))), WorldTable.Shares(table.FocalGrew())];
        foreach (string column in alone.Length == 0 ? [] : study.Measures.Select(measure => "final_" + Column(measure)).Append("grew")) csv.Add(column);
        csv.EndRow();
        var arms = study.Arms.Select((arm, i) => new[]
        {
            table.ShareStarted(i), WorldTable.Means(table.Twins(i, Scope.Target)), WorldTable.Means(table.Changes(i, Scope.Target)), WorldTable.Means(table.Changes(i, Scope.Country)),
            WorldTable.Shares(table.Grew(i, LedgerPart.TwinGrewIn)), WorldTable.Shares(table.Grew(i, LedgerPart.GrewIn)),
            WorldTable.Shares(table.Stands(i, LedgerPart.TwinStands)), WorldTable.Shares(table.Stands(i)),
        }).ToArray();
        for (int row = 0; row < table.Worlds.Count; row++)
        {
            csv.Add(table.Worlds[row]);
            for (int factor = 0; factor < table.Factors.Count; factor++) csv.Add(table.Value(row, factor));
            csv.Add(table.PairsOf(row));
            foreach (double[][] arm in arms)
                foreach (double[] column in arm) csv.Add(column[row]);
            foreach (double[] column in alone) csv.Add(column[row]);
            csv.EndRow();
        }
        return csv.ToString();
    }

    private static string Column(string name) => name.Replace('-', '_');
}
