namespace ClusterSim.Model.State;

/// <summary>How much of what is related to an activity a region has, where related means found in the same regions.</summary>
/// <remarks>Proximity of two activities = the smaller of the two shares of regions with LQ at least 1 in one that have it in the
/// other too. Density = proximity to the activities that the region has, over proximity to all (Hidalgo, Klinger, Barabasi and
/// Hausmann 2007; the cell's own activity is left out, since it is what we ask about).</remarks>
/// <param name="panel">Of which cells are asked about.</param>
public sealed class RelatedActivities(CellPanel panel)
{
    private readonly bool[] _has = new bool[panel.Cells];
    private readonly int[] _spread = new int[panel.Activities.Count], _list = new int[panel.Activities.Count];
    private readonly int[] _together = new int[panel.Activities.Count * panel.Activities.Count];
    private readonly double[] _proximity = new double[panel.Activities.Count];

    /// <summary>Density of every cell at a date, between 0 and 1.</summary>
    /// <param name="density">Length = panel.Cells.</param>
    public void Density(int date, Span<double> density)
    {
        int regions = panel.Regions.Count, activities = panel.Activities.Count;
        Count(date);
        density.Clear();
        for (int activity = 0; activity < activities; activity++)
        {
            double all = 0;
            for (int other = 0; other < activities; other++)
            {
                int most = Math.Max(_spread[activity], _spread[other]);
                _proximity[other] = other == activity || most == 0 ? 0 : _together[activity * activities + other] / (double)most;
                all += _proximity[other];
            }
            if (all <= 0) continue;
            for (int region = 0; region < regions; region++)
            {
                double near = 0;
                for (int other = 0; other < activities; other++)
                    if (_has[region * activities + other]) near += _proximity[other];
                density[region * activities + activity] = near / all;
            }
        }
    }

    /// <summary>Which cells have LQ at least 1, and in how many regions two activities stand side by side.</summary>
    private void Count(int date)
    {
        int activities = panel.Activities.Count;
        Array.Clear(_spread);
        Array.Clear(_together);
        for (int cell = 0; cell < _has.Length; cell++)
            if (_has[cell] = panel.Quotient(cell, date) >= 1) _spread[panel.Activity(cell)]++;
        for (int region = 0; region < panel.Regions.Count; region++)
        {
            int count = 0;
            for (int activity = 0; activity < activities; activity++)
                if (_has[region * activities + activity]) _list[count++] = activity;
            for (int i = 0; i < count; i++)
                for (int j = 0; j < count; j++) _together[_list[i] * activities + _list[j]]++;
        }
    }
}
