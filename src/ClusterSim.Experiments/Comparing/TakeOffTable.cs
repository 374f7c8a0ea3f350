using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>take_off.csv: whether the target region reached growth within the study, with the arm and without.</summary>
internal static class TakeOffTable
{
    public const string Name = "take_off.csv";

    public const string Header = "scenario_id,n_pairs,both,only_arm,only_twin,neither,risk_difference,ci_low,ci_high,p_mcnemar,p_holm\n";

    /// <summary>With several worlds their pairs are no independent trials: the interval is that of the worlds, and there is no exact p.</summary>
    public static IEnumerable<string> Lines(Inference inference)
    {
        ArmUplift[] arms = [.. inference.Acting];
        PairedShares[] shares = [.. arms.Select(arm => PairedShares.Of(arm.Grew(treated: false), arm.Grew(treated: true)))];
        bool worlds = inference.Units.AreWorlds;
        double?[] p = [.. shares.Select(share => worlds || share.OnlyArm + share.OnlyTwin == 0 ? null : (double?)share.PValue)], adjusted = Multiplicity.Holm(p);
        for (int i = 0; i < arms.Length; i++)
        {
            (double difference, Interval interval) = worlds ? inference.Mean(Change(arms[i])) : (shares[i].RiskDifference, shares[i].Interval);
            // Pairs that all agree say nothing against zero, and an arm that changes nothing is exactly zero.
            if (shares[i].OnlyArm + shares[i].OnlyTwin == 0 && arms[i].IsIdentical) interval = new Interval(0, 0);
            yield return new Csv().Add(arms[i].Name).Add(shares[i].Pairs).Add(shares[i].Both).Add(shares[i].OnlyArm).Add(shares[i].OnlyTwin).Add(shares[i].Neither)
                .Add(difference).Add(interval.Low).Add(interval.High).Add(p[i]).Add(adjusted[i]).EndRow().ToString();
        }
    }

    private static double[] Change(ArmUplift arm) => [.. arm.Grew(treated: false).Zip(arm.Grew(treated: true), (twin, treated) => (treated ? 1.0 : 0) - (twin ? 1 : 0))];
}
