using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.State;

/// <summary>The event of which the score warns: a cell that is no cluster yet reaches growth with LQ of at least 1.5 and at least 30
/// firms within ten years, and keeps both, and no stage before growth, for three years.</summary>
public static class LastingGrowth
{
    public const double Quotient = 1.5;

    public const int Firms = 30, Within = 10, Held = 3;

    /// <summary>In words.</summary>
    public static string Words { get; } = $"reaches growth with LQ >= {Quotient:0.0} and {Firms} firms, and holds it {Held} years";

    /// <summary>Whether a cell in a stage can still have the event ahead of it: it is no cluster, or an embryonic one.</summary>
    public static bool IsAhead(Stage stage) => stage is Stage.None or Stage.Embryonic or Stage.Dissolved;

    /// <summary>The first date after one and up to another at which the event comes; -1 = it does not, or not so that the three
    /// years can be seen.</summary>
    /// <param name="stages">Of the cell, by date.</param>
    /// <param name="quotients">Row-aligned.</param>
    /// <param name="firms">Row-aligned.</param>
    /// <param name="perYear">Dates a year.</param>
    public static int ReachedAt(ReadOnlySpan<Stage> stages, ReadOnlySpan<double> quotients, ReadOnlySpan<double> firms, int after, int until, int perYear)
    {
        int held = Held * perYear, run = 0, last = Math.Min(stages.Length, until + held);
        // Backwards: run = dates in a row, from this one on, that keep what must be kept.
        int reached = -1;
        for (int date = last - 1; date > after; date--)
        {
            run = quotients[date] >= Quotient && firms[date] >= Firms && !IsAhead(stages[date]) ? run + 1 : 0;
            if (run >= held && date <= until && stages[date] == Stage.Growth) reached = date;
        }
        return reached;
    }
}
