using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>contrasts.csv: every arm against every later one, in the headline. Two intervals against the twin do not answer "early or
/// late"; the difference of two changes, pair by pair, does.</summary>
public static class ContrastTable
{
    public const string Name = "contrasts.csv";

    private const string Header = "arm_a,arm_b,clock,horizon,region,metric,n_pairs,n_fired_a,n_fired_b,diff_mean,ci_low,ci_high,p_value_adj,equivalent,verdict\n";
    private const int Flips = 2_000;

    /// <summary>All rows, by the two arms, point and place; none with fewer than two arms.</summary>
    /// <param name="cancel">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<ContrastRow> Of(Ledger ledger, CancellationToken cancel = default)
    {
        if (ledger.Count == 0 || ledger.Study.Arms.Count < 2) return [];
        var inference = new Inference(ledger);
        (ArmUplift First, ArmUplift Second)[] pairs = [.. inference.All.SelectMany((first, i) => inference.All.Skip(i + 1).Select(second => (first, second)))];
        var rows = new List<(int Pair, ContrastRow Row)>();
        IReadOnlyList<StudyPoint> points = ledger.Study.Points;
        for (int point = 0; point < points.Count; point++)
            foreach ((Scope scope, string place) in Inference.Places)
            {
                int index = ledger.Study.ValueAt(point, scope, measure: 0);
                var changes = inference.All.ToDictionary(arm => arm, arm => arm.At(index));
                double?[] p = MaxT.Adjusted([.. pairs.Select(pair => inference.Units.Means(PairedDifference.Differences(changes[pair.Second], changes[pair.First])))], ledger.Study.Seed, $"contrasts {point} {place}", Flips);
                for (int i = 0; i < pairs.Length; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    (ArmUplift first, ArmUplift second) = pairs[i];
                    if (!first.Knows(index) || !second.Knows(index)) continue;
                    rows.Add((i, Row(inference, first, second, changes[first], changes[second], p[i]) with { Clock = points[point].Clock, Horizon = points[point].Years, Region = place }));
                }
            }
        return [.. rows.OrderBy(row => row.Pair).Select(row => row.Row)];
    }

    public static IEnumerable<string> Csv(IReadOnlyList<ContrastRow> rows)
    {
        yield return Header;
        foreach (ContrastRow row in rows)
            yield return new Csv().Add(row.First).Add(row.Second).Add(row.Clock).Add(row.Horizon).Add(row.Region).Add(row.Metric).Add(row.Pairs).Add(row.FirstFired).Add(row.SecondFired)
                .Add(row.Difference).Add(row.Low).Add(row.High).Add(row.PValueAdjusted).Add(row.Equivalent is bool yes ? yes ? "yes" : "no" : "").Add(row.Verdict).EndRow().ToString();
    }

    /// <summary>The arms that cannot be told apart from the best one, where the answer is read, in the target region.</summary>
    public static IReadOnlyList<string> Best(Ledger ledger)
    {
        if (ledger.Count == 0) return [];
        var inference = new Inference(ledger);
        int index = ledger.Study.HeadlineAt(Scope.Target), sign = MetricUnit.Declaration(ledger.Study.Measures[0]).LowerIsBetter ? -1 : 1;
        bool[] best = BestSet.Of([.. inference.All.Select(arm => inference.Units.Means([.. arm.At(index).Select(change => sign * change)]))], ledger.Study.Seed, "timing");
        return [.. inference.All.Where((_, arm) => best[arm]).Select(arm => arm.Name)];
    }

    private static ContrastRow Row(Inference inference, ArmUplift first, ArmUplift second, double[] ofFirst, double[] ofSecond, double? p)
    {
        Study study = inference.Study;
        double factor = inference.Factor;
        PairedDifference difference = PairedDifference.OfArms(ofFirst, ofSecond, first.Fired, second.Fired, inference.Resamples,
            MetricUnit.Declaration(study.Measures[0]).LowerIsBetter ? Better.Lower : Better.Higher, inference.Units);
        return new ContrastRow
        {
            First = first.Name,
            Second = second.Name,
            Clock = "",
            Horizon = 0,
            Region = "",
            Metric = study.Measures[0],
            Pairs = difference.Pairs,
            FirstFired = first.FiredCount,
            SecondFired = second.FiredCount,
            Difference = factor * difference.Mean,
            Low = factor * difference.Interval.Low,
            High = factor * difference.Interval.High,
            PValueAdjusted = p,
            Equivalent = study.Smallest is double smallest ? Equivalence.Of(inference.Units.Means(PairedDifference.Differences(ofSecond, ofFirst)), smallest).IsEquivalent : null,
            Verdict = difference.AllIdentical ? $"no difference; one of them started in {difference.Fired} of {difference.Pairs}" : Verdict.Of(difference, NoEffectReason.None),
        };
    }
}
