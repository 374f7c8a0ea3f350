using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Worlds;

/// <summary>Which arm to choose where nobody knows the world: regret and its kin, doing nothing being an arm as well; and whether the
/// ranking of the arms survives.</summary>
internal static class Robust
{
    /// <summary>Pairs in a world below which nothing can be chosen on one half and measured on the other.</summary>
    private const int FewestPairs = 2;

    private static readonly Scope[] Wheres = [Scope.Target, Scope.Country];

    public static IEnumerable<(string Name, string Text)> Files(WorldTable table)
    {
        Study study = table.Study;
        if (study.Arms.Count == 0) yield break;
        if (table.FewestPairs >= FewestPairs) yield return ("robustness.csv", Robustness(table));
        if (study.Arms.Count > 1) yield return ("ranking.csv", Ranking(table));
    }

    private static string Robustness(WorldTable table)
    {
        Study study = table.Study;
        var csv = new Csv();
        csv.AddRow("scenario_id,n_worlds,clock,horizon,region,metric,mean,regret_mean,regret_p90,regret_max,starr_share,starr_low,starr_high,worst,average".Split(','));
        foreach (Scope place in Wheres)
        {
            double[][][] changes = [.. study.Arms.Select((_, arm) => table.Gains(arm, place))];
            // Worlds may differ in completed pairs; all arms of a world have the same.
            double[][] nothing = [.. changes[0].Select(world => new double[world.Length])];
            IReadOnlyList<ArmRobustness> found = ArmRobustness.Of([nothing, .. changes]);
            for (int arm = 0; arm < found.Count; arm++)
            {
                ArmRobustness one = found[arm];
                Interval starr = Proportions.Wilson(one.StarrShare * table.Worlds.Count, table.Worlds.Count);
                csv.Add(arm == 0 ? study.BaselineName : study.Arms[arm - 1].Name).Add(table.Worlds.Count).Add(study.Moment.Clock).Add(study.Moment.Years)
                    .Add(ComparisonTable.Places[(int)place]).Add(study.Measures[0]).Add(one.Average).Add(one.RegretMean).Add(one.RegretP90).Add(one.RegretMax)
                    .Add(one.StarrShare).Add(starr.Low).Add(starr.High).Add(one.Worst).Add(one.Average).EndRow();
            }
        }
        return csv.ToString();
    }

    private static string Ranking(WorldTable table)
    {
        Study study = table.Study;
        var csv = new Csv();
        csv.AddRow("region,metric,n_worlds,best_overall,worlds_with_same_best,share_same_best,share_low,share_high,kendall_tau_mean".Split(','));
        foreach (Scope place in Wheres)
        {
            double[][] means = [.. study.Arms.Select((_, arm) => WorldTable.Means(table.Gains(arm, place)))];
            RankAgreement agreement = RankAgreement.Of(means);
            double[] overall = [.. means.Select(arm => Sample.Mean(arm))];
            csv.Add(ComparisonTable.Places[(int)place]).Add(study.Measures[0]).Add(table.Worlds.Count).Add(study.Arms[Array.IndexOf(overall, overall.Max())].Name).Add(agreement.SameBest).Add(agreement.ShareSameBest)
                .Add(agreement.Interval.Low).Add(agreement.Interval.High).Add(Sample.Mean([.. agreement.Taus.Where(double.IsFinite)])).EndRow();
        }
        return csv.ToString();
    }
}
