using ClusterSim.Experiments.Discovery;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>Under which conditions an arm fails: a box in the space of the uncertain parameters (PRIM). It fails in a world where its
/// mean change is no gain; where that is nearly never or nearly always so, in the quarter of worlds in which it does least.</summary>
internal static class Conditions
{
    private const double Rare = 0.1;

    public static IEnumerable<(string Name, string Text)> Files(WorldTable table)
    {
        Study study = table.Study;
        if (table.Worlds.Count < Prim.FewestRows || study.Arms.Count == 0) yield break;
        Csv boxes = new(), curve = new();
        foreach (string column in "scenario_id,output,box,coverage,density,mass,words,factor,low,high,values,p_value,reproducibility".Split(',')) boxes.Add(column);
        foreach (string column in "scenario_id,output,coverage,density,mass,restricted".Split(',')) curve.Add(column);
        boxes.EndRow();
        curve.EndRow();
        for (int arm = 0; arm < study.Arms.Count; arm++)
        {
            double[] changes = WorldTable.Means(table.Gains(arm, Scope.Target));
            (string output, bool[] cases) = Cases(changes);
            if (!cases.Contains(true) || !cases.Contains(false)) continue;
            // What stands in no scenario of the arm can only be luck.
            int[] factors = [.. Enumerable.Range(0, table.Factors.Count).Where(factor => study.Worlds!.Touches(table.Factors[factor], arm))];
            if (factors.Length == 0) continue;
            var data = new CaseTable([.. factors.Select(factor => Column(table, factor))], cases);
            FoundBoxes found = Prim.Find(data, new PrimSettings(Seed: study.Seed));
            foreach (TradeOff point in found.TradeOffs)
                curve.Add(study.Arms[arm].Name).Add(output).Add(point.Coverage).Add(point.Density).Add(point.Mass).Add(point.Restricted).EndRow();
            string what = $"{study.Arms[arm].Name} {output}";
            FoundBox[] sound = [.. found.Boxes.Select(box => box.Sound(data)).Where(box => box.Limits.Count > 0)];
            foreach (FoundBox box in sound)
                foreach (FoundLimit limit in box.Limits)
                    boxes.Add(study.Arms[arm].Name).Add(output).Add(box.Measures.Box).Add(box.Measures.Coverage).Add(box.Measures.Density).Add(box.Measures.Mass).Add(BoxWords.Of(what, box))
                        .Add(limit.Factor.Name).Add(limit.Limit.Low).Add(limit.Limit.High).Add(string.Join(' ', limit.Words ?? [])).Add(limit.PValue).Add(limit.Reproducibility).EndRow();
            if (sound.Length > 0) continue;
            double share = cases.Count(yes => yes) / (double)cases.Length;
            boxes.Add(study.Arms[arm].Name).Add(output).Add(0).Add(1.0).Add(share).Add(1.0)
                .Add($"{what} in {BoxWords.Percent(share)} of the worlds, and no condition stands out under which it does").Add("").Add("").Add("").Add("").Add("").Add("").EndRow();
        }
        yield return ("boxes.csv", boxes.ToString());
        yield return ("tradeoff.csv", curve.ToString());
    }

    private static (string Output, bool[] Cases) Cases(double[] changes)
    {
        bool[] none = [.. changes.Select(change => change <= 0)];
        double share = none.Count(yes => yes) / (double)none.Length, quarter = Sample.Quantile(changes, 0.25);
        return share is > Rare and < 1 - Rare ? ("brings no gain", none) : ("is in its worst quarter", [.. changes.Select(change => change <= quarter)]);
    }

    private static FactorColumn Column(WorldTable table, int factor)
    {
        string[] cells = [.. Enumerable.Range(0, table.Worlds.Count).Select(row => table.Value(row, factor))];
        double[] numbers = [.. Enumerable.Range(0, table.Worlds.Count).Select(row => table.Number(row, factor))];
        return numbers.Any(double.IsNaN) ? FactorColumn.OfWords(table.Factors[factor].Name, cells) : new FactorColumn(table.Factors[factor].Name, numbers);
    }
}
