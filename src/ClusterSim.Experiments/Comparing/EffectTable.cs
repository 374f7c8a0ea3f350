using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>effects.csv: the effect over all pairs (intention to treat, as in comparison.csv) beside that where the arm started, which is
/// the ratio of the mean change to the share that started.</summary>
internal static class EffectTable
{
    public const string Name = "effects.csv";

    public const string Header = "scenario_id,clock,horizon,region,metric,n_pairs,n_fired,fired_share,fired_low,fired_high,itt,itt_low,itt_high,on_triggered,on_triggered_low,on_triggered_high\n";

    public static IEnumerable<string> Lines(Inference inference, IReadOnlyList<ComparisonRow> rows)
    {
        Study study = inference.Study;
        List<StudyPoint> points = [.. study.Points];
        foreach (ComparisonRow row in rows)
        {
            ArmUplift arm = inference.All.First(each => each.Name == row.Arm);
            if (!arm.HasPolicies) continue;
            int point = points.FindIndex(each => each.Clock == row.Clock && each.Years == row.Horizon);
            int index = study.ValueAt(point, (Scope)Array.IndexOf(ComparisonTable.Places, row.Region), study.Measures.ToList().IndexOf(row.Metric));
            double factor = MetricUnit.OfIndicator(row.Metric).Factor;
            Interval share = Proportions.Wilson(row.Fired, row.Pairs);
            (double? effect, double? low, double? high) = row.Fired == row.Pairs ? (row.Difference, row.Low, row.High) : OnTriggered(inference, arm, index, factor);
            yield return new Csv().Add(row.Arm).Add(row.Clock).Add(row.Horizon).Add(row.Region).Add(row.Metric).Add(row.Pairs).Add(row.Fired)
                .Add(row.Fired / (double)row.Pairs).Add(share.Low).Add(share.High).Add(row.Difference).Add(row.Low).Add(row.High).Add(effect).Add(low).Add(high).EndRow().ToString();
        }
    }

    private static (double?, double?, double?) OnTriggered(Inference inference, ArmUplift arm, int index, double factor)
    {
        RatioOfMeans ratio = inference.Ratio(arm.At(index), [.. arm.Fired.Select(yes => yes ? 1.0 : 0)]);
        return (factor * ratio.Value, factor * ratio.Interval.Low, factor * ratio.Interval.High);
    }
}
