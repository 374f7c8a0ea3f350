using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Facts;

/// <summary>Are firms safer in clusters once their heritage is taken into account? Closures within a year in regions in growth,
/// maturity, decline or renewal, over those in regions without a cluster, by the risk ratio of Mantel and Haenszel (1959) over strata:
/// spin-off or not, fifth of competence at birth, younger or older than five years.</summary>
internal static class ClusterHazard
{
    private const int Fifths = 5, FewestOutside = 100;

    /// <summary>Adds the ratio; NaN where fewer than a hundred firm-years lie outside clusters.</summary>
    public static void Add(World world, FirmPanel panel, Dictionary<string, double> values)
    {
        PanelStep[] steps = [.. panel.Steps.Where(step => step.Before >= 0 && step.Stage != Stage.Embryonic)];
        double[] limits = Limits(world.Firms, steps);
        double above = 0, below = 0;
        int outside = 0;
        foreach (var stratum in steps.GroupBy(step => Stratum(world.Firms, step, limits)).OrderBy(stratum => stratum.Key))
        {
            int inClusters = stratum.Count(step => Inside(step.Stage)), others = stratum.Count() - inClusters;
            double all = inClusters + others;
            above += stratum.Count(step => Inside(step.Stage) && step.After < 0) * others / all;
            below += stratum.Count(step => !Inside(step.Stage) && step.After < 0) * inClusters / all;
            outside += others;
        }
        values["cluster-hazard-ratio"] = outside < FewestOutside ? double.NaN : Estimators.Ratio(above, below);
    }

    private static bool Inside(Stage stage) => stage is not (Stage.None or Stage.Dissolved);

    /// <summary>Fifths of the competence at birth, over firm-years.</summary>
    private static double[] Limits(Firms firms, PanelStep[] steps)
    {
        double[] all = [.. steps.Select(step => firms.EntryCompetence[step.Firm]).Order()];
        return all.Length == 0 ? [] : [.. Enumerable.Range(1, Fifths - 1).Select(fifth => all[all.Length * fifth / Fifths])];
    }

    private static int Stratum(Firms firms, PanelStep step, double[] limits)
    {
        int fifth = limits.Count(limit => firms.EntryCompetence[step.Firm] >= limit);
        bool isOld = 12 * (step.Year - 1) - firms.FoundedAt[step.Firm] >= 60;
        return 2 * (2 * fifth + (firms.Origin[step.Firm] == Origin.SpinOff ? 1 : 0)) + (isOld ? 1 : 0);
    }
}
