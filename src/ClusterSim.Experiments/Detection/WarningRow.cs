using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>A cell in a quarter of a simulated history, and what became of it.</summary>
/// <param name="Theory">Index of the preset.</param>
/// <param name="Replication">Of the history.</param>
/// <param name="Cell">Row of the region-activity.</param>
/// <param name="Quarter">Of the history, from 0.</param>
/// <param name="ByJobs">Features of any panel, size counted in jobs; in the order of <see cref="CellFeatures.All"/>.</param>
/// <param name="ByFirms">The same, size counted in firms.</param>
/// <param name="Inside">In the order of <see cref="SimulatedFeatures.All"/>.</param>
/// <param name="ReachedIn">Quarters until the event; -1 = it did not come within ten years.</param>
public sealed record WarningRow(int Theory, int Replication, int Cell, int Quarter, double[] ByJobs, double[] ByFirms, double[] Inside, int ReachedIn)
{
    /// <summary>Quarters between two rows of a cell: neighbouring quarters tell the same.</summary>
    public const int Stride = 4;

    public bool IsEvent => ReachedIn >= 0;

    /// <summary>Every cell with a firm that has the event ahead of it, once a year, from the sixth year to the last whose outcome is known.</summary>
    public static List<WarningRow> Of(CellDiary diary, int theory, int replication)
    {
        CellPanel panel = diary.Panel, byFirms = panel.ByFirms();
        var rows = new List<WarningRow>();
        int horizon = 4 * LastingGrowth.Within, last = panel.Dates - horizon - 4 * LastingGrowth.Held;
        double[][] quotients = [.. diary.Signals.Select(cell => cell.Select(signal => signal.LocationQuotient).ToArray())];
        for (int quarter = 4 * CellFeatures.Memory + Stride - 1; quarter <= last; quarter += Stride)
        {
            var jobs = new CellFeatures(panel, quarter);
            var firms = new CellFeatures(byFirms, quarter);
            for (int cell = 0; cell < panel.Cells; cell++)
            {
                Stage stage = diary.Stages[cell][quarter];
                if (!LastingGrowth.IsAhead(stage) || panel.FirmsAt(cell, quarter) < 1) continue;
                int reached = LastingGrowth.ReachedAt(diary.Stages[cell], quotients[cell], panel.Firms.AsSpan(cell * panel.Dates, panel.Dates), quarter, quarter + horizon, 4);
                rows.Add(new WarningRow(theory, replication, cell, quarter, jobs.Of(cell), firms.Of(cell), SimulatedFeatures.Of(diary.Inside, panel, cell, quarter), reached < 0 ? -1 : reached - quarter));
            }
        }
        return rows;
    }
}
