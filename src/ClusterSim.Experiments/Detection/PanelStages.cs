using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>Stages of the cells of a real panel by the model's own detector, which is fed with quarters between the years.</summary>
/// <remarks>Between two years firms and LQ change evenly and size by an even rate, so that the stage of a year rests on that
/// year and those before it. Foundings and closures are not told: net entry is the change of firms. Heterogeneity of
/// knowledge and spin-offs cannot be seen, so that a birth needs net entry and a renewal is told as maturity and then growth.
/// What was there when the panel begins is embryonic or mature by assumption until a transition is seen.</remarks>
public sealed class PanelStages
{
    private const int Quarters = 4;

    private readonly Stage[] _stages;
    private readonly bool[] _seen;
    private readonly int _dates;

    /// <summary>Reads the stages of every cell.</summary>
    /// <param name="progress">Told how many cells are done.</param>
    public PanelStages(RealPanel real, StageThresholds thresholds, Action<int>? progress = null)
    {
        CellPanel panel = real.Panel;
        _dates = panel.Dates;
        (_stages, _seen) = (new Stage[panel.Cells * _dates], new bool[panel.Cells * _dates]);
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            (int first, int last) = real.Spans[panel.Activity(cell)];
            if (first <= last) Read(panel, cell, first, last, thresholds);
            progress?.Invoke(cell + 1);
        }
    }

    /// <summary>The stage at the end of a date's year.</summary>
    public Stage At(int cell, int date) => _stages[cell * _dates + date];

    /// <summary>Stages of a cell by date.</summary>
    public ReadOnlySpan<Stage> Of(int cell) => _stages.AsSpan(cell * _dates, _dates);

    /// <summary>Whether the stage rests on a transition or on a cell's absence, and not on the assumption about the beginning.</summary>
    public bool IsSeen(int cell, int date) => _seen[cell * _dates + date];

    /// <summary>The quarters of a cell from one date to another; length = 4 * (last - first) + 1.</summary>
    public static StageSignals[] Signals(CellPanel panel, int cell, int first, int last)
    {
        var signals = new StageSignals[Quarters * (last - first) + 1];
        int before = 0;
        for (int quarter = 0; quarter < signals.Length; quarter++)
        {
            int date = first + quarter / Quarters, next = Math.Min(date + 1, last);
            double share = quarter % Quarters / (double)Quarters;
            int firms = (int)Math.Round(Between(panel.FirmsAt(cell, date), panel.FirmsAt(cell, next), share));
            signals[quarter] = new StageSignals
            {
                Headcount = Rate(panel.Size(cell, date), panel.Size(cell, next), share),
                FirmCount = firms,
                LocationQuotient = Between(panel.Quotient(cell, date), panel.Quotient(cell, next), share),
                Entries = quarter == 0 ? 0 : Math.Max(0, firms - before),
                Exits = quarter == 0 ? 0 : Math.Max(0, before - firms),
            };
            before = firms;
        }
        return signals;
    }

    private void Read(CellPanel panel, int cell, int first, int last, StageThresholds thresholds)
    {
        StageSignals[] signals = Signals(panel, cell, first, last);
        StageSignals start = signals[0];
        var memory = new StageMemory
        {
            Stage = start.FirmCount >= thresholds.GrowthFirms && start.LocationQuotient >= thresholds.GrowthQuotient ? Stage.Maturity
                : start.FirmCount >= thresholds.EmbryonicFirms && start.LocationQuotient >= thresholds.EmbryonicQuotient ? Stage.Embryonic : Stage.None,
        };
        bool seen = memory.Stage == Stage.None;
        for (int quarter = 0; quarter < signals.Length; quarter++)
        {
            Stage before = memory.Stage;
            seen |= StageDetector.Advance(ref memory, signals[quarter], thresholds) != before;
            if (quarter % Quarters != 0) continue;
            int at = cell * _dates + first + quarter / Quarters;
            (_stages[at], _seen[at]) = (memory.Stage, seen);
        }
    }

    private static double Between(double from, double to, double share) => from + share * (to - from);

    /// <summary>By an even rate; evenly where one of the two is nothing.</summary>
    private static double Rate(double from, double to, double share) => share == 0 ? from : from <= 0 || to <= 0 ? Between(from, to, share)
        : Reproducible.Exp(Between(Reproducible.Log(from), Reproducible.Log(to), share));
}
