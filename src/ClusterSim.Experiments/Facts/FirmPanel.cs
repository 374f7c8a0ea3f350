using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Facts;

/// <summary>What became of a firm of the focal activity from the end of one year to the end of the next.</summary>
/// <param name="Year">The later year.</param>
/// <param name="Firm">Its row.</param>
/// <param name="Stage">Of its region at the end of the earlier year; of the later one for a firm that is new.</param>
/// <param name="Before">Headcount at the end of the earlier year, -1 = it was not there.</param>
/// <param name="After">Headcount at the end of the later year, -1 = it is gone.</param>
internal readonly record struct PanelStep(int Year, int Firm, Stage Stage, int Before, int After);

/// <summary>Firms of the focal activity from year to year, the first step from year 25 to 26.</summary>
internal sealed class FirmPanel
{
    private const int Focal = 0;

    private readonly List<PanelStep> _steps = [];
    private List<(int Firm, Stage Stage, int Headcount)>? _before;

    /// <summary>In the order of years, and of rows of firms within a year.</summary>
    public IReadOnlyList<PanelStep> Steps => _steps;

    /// <summary>Takes in the year that has just ended; years before the twenty-fifth are passed over.</summary>
    public void Observe(World world)
    {
        int year = world.Tick / 12;
        if (year < Estimators.FromYear) return;
        var now = new List<(int Firm, Stage Stage, int Headcount)>();
        foreach (int firm in world.Living)
            if (world.Firms.Activity[firm] == Focal) now.Add((firm, world.Clusters.Stage[world.ClusterOf(firm)], world.Firms.Payroll[firm].Headcount));
        if (_before is not null) Merge(year, _before, now);
        _before = now;
    }

    private void Merge(int year, List<(int Firm, Stage Stage, int Headcount)> before, List<(int Firm, Stage Stage, int Headcount)> now)
    {
        int i = 0, j = 0;
        while (i < before.Count || j < now.Count)
        {
            int old = i < before.Count ? before[i].Firm : int.MaxValue, present = j < now.Count ? now[j].Firm : int.MaxValue;
            if (old < present) _steps.Add(new PanelStep(year, old, before[i].Stage, before[i++].Headcount, -1));
            else if (present < old) _steps.Add(new PanelStep(year, present, now[j].Stage, -1, now[j++].Headcount));
            else _steps.Add(new PanelStep(year, old, before[i].Stage, before[i++].Headcount, now[j++].Headcount));
        }
    }
}
