namespace ClusterSim.Experiments.Detection;

/// <summary>How much of what is related to an activity a region has, where related means found in the same regions.</summary>
/// <remarks>Proximity of two activities = the smaller of the two shares of regions with LQ at least 1 in one that have it in the
/// other too. Density = proximity to the activities that the region has, over proximity to all (Hidalgo, Klinger, Barabasi and
/// Hausmann 2007; the cell's own activity is left out, since it is what we ask about).</remarks>
public static class RelatedActivities
{
    /// <summary>Density of every cell at a date, between 0 and 1; length = panel.Cells.</summary>
    public static double[] Density(CellPanel panel, int date)
    {
        int regions = panel.Regions.Count, activities = panel.Activities.Count;
        var has = new bool[panel.Cells];
        var spread = new int[activities];
        for (int cell = 0; cell < has.Length; cell++)
            if (has[cell] = panel.Quotient(cell, date) >= 1) spread[panel.Activity(cell)]++;
        var together = new int[activities * activities];
        var list = new int[activities];
        for (int region = 0; region < regions; region++)
        {
            int count = 0;
            for (int activity = 0; activity < activities; activity++)
                if (has[region * activities + activity]) list[count++] = activity;
            for (int i = 0; i < count; i++)
                for (int j = 0; j < count; j++) together[list[i] * activities + list[j]]++;
        }
        var density = new double[panel.Cells];
        for (int activity = 0; activity < activities; activity++)
        {
            double all = 0;
            var proximity = new double[activities];
            for (int other = 0; other < activities; other++)
            {
                int most = Math.Max(spread[activity], spread[other]);
                if (other != activity && most > 0) all += proximity[other] = together[activity * activities + other] / (double)most;
            }
            if (all <= 0) continue;
            for (int region = 0; region < regions; region++)
            {
                double near = 0;
                for (int other = 0; other < activities; other++)
                    if (has[region * activities + other]) near += proximity[other];
                density[region * activities + activity] = near / all;
            }
        }
        return density;
    }
}
