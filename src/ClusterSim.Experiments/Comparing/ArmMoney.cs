using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Additional job-years of an arm, pair by pair, and what they cost: all that the arm spent, whatever the horizon.</summary>
internal static class ArmMoney
{
    private const double Thousand = 1000;

    /// <summary>Whether a study counts jobs after the start of an arm with policies.</summary>
    public static bool AreAsked(Study study) => study.Measures[0] == "jobs" && study.Horizons.Count > 0;

    /// <summary>The uplift of every year to the horizon, added up.</summary>
    public static double[] Plain(ArmUplift arm, Scope place, int horizon) => UpliftPath.JobYears(To(arm, place, horizon), rate: 0);

    /// <summary>The same discounted to the start of the history, as costs are.</summary>
    /// <param name="rate">A year.</param>
    public static double[] Discounted(ArmUplift arm, Scope place, int horizon, double rate)
    {
        double[] sinceStart = UpliftPath.JobYears(To(arm, place, horizon), rate);
        return [.. sinceStart.Select((sum, pair) => sum * Reproducible.Exp(-Math.Max(0, arm.StartedAt[pair]) / 12.0 * Reproducible.Log1p(rate)))];
    }

    /// <summary>GBP.</summary>
    public static double[] Costs(ArmUplift arm) => [.. arm.Column(LedgerPart.Spent).Select(spent => Thousand * spent)];

    /// <summary>GBP, discounted to the start of the history.</summary>
    public static double[] DiscountedCosts(ArmUplift arm) => [.. arm.Column(LedgerPart.SpentDiscounted).Select(spent => Thousand * spent)];

    private static double[][] To(ArmUplift arm, Scope place, int horizon) => [.. arm.Paths(place).Select(path => path[..(horizon + 1)])];
}
