namespace ClusterSim.Experiments.Facts;

/// <summary>Jobs created and destroyed from year to year, as shares of the mean of the jobs at both ends (Davis, Haltiwanger and
/// Schuh 1996), pooled over the years of a history.</summary>
internal static class JobFlows
{
    /// <summary>Adds creation and destruction, in all and by births and deaths of firms.</summary>
    public static void Add(FirmPanel panel, Dictionary<string, double> values)
    {
        double created = 0, destroyed = 0, born = 0, died = 0, jobs = 0;
        foreach (PanelStep step in panel.Steps)
        {
            int before = Math.Max(0, step.Before), after = Math.Max(0, step.After);
            created += Math.Max(0, after - before);
            destroyed += Math.Max(0, before - after);
            if (step.Before < 0) born += after;
            if (step.After < 0) died += before;
            jobs += (before + after) / 2.0;
        }
        values["job-creation"] = Estimators.Ratio(created, jobs);
        values["job-destruction"] = Estimators.Ratio(destroyed, jobs);
        values["job-creation-births"] = Estimators.Ratio(born, jobs);
        values["job-destruction-deaths"] = Estimators.Ratio(died, jobs);
    }
}
