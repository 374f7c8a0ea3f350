using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Results;

/// <summary>What was found in a real panel: stages, scores and, where it is long enough, how good the scores were.</summary>
internal sealed class FoundCells
{
    private readonly PanelScores _scores;

    /// <param name="top">How many cells are shown.</param>
    /// <param name="byQuotient">Whether they are the first by LQ; by score otherwise.</param>
    public FoundCells(string source, RealPanel real, PanelStages stages, WarningFile coefficients, int top, bool byQuotient)
    {
        (Source, Real, Stages, Coefficients, Top, ByQuotient) = (source, real, stages, coefficients, top, byQuotient);
        Model = coefficients.Models[real.Panel.SizedByJobs ? WarningKind.Panel : WarningKind.ByFirms];
        _scores = new PanelScores(real, stages, Model);
        LastDate = real.Panel.Dates - 1;
        Scores = LastDate >= CellFeatures.Memory ? _scores.At(LastDate) : [];
    }

    public string Source { get; }

    public RealPanel Real { get; }

    public PanelStages Stages { get; }

    public WarningFile Coefficients { get; }

    public WarningModel Model { get; }

    public int Top { get; }

    public bool ByQuotient { get; }

    public int LastDate { get; }

    /// <summary>The cells that are shown: no clusters yet, first those to watch most.</summary>
    public IReadOnlyList<CellScore> Watched => [.. (ByQuotient ? Scores.OrderByDescending(score => Real.Panel.Quotient(score.Cell, LastDate)) : Scores.AsEnumerable()).Where(score => score.IsAhead).Take(Top)];

    /// <summary>Of the last year, best first; empty where the panel is too short.</summary>
    public IReadOnlyList<CellScore> Scores { get; }

    /// <summary>Dates of the test; null = there is none.</summary>
    public (int Features, int Events)? TestDates { get; private set; }

    /// <summary>Scores of the test's year, best first.</summary>
    public IReadOnlyList<CellScore> TestScores { get; private set; } = [];

    public IReadOnlyList<CellOutcome> Outcomes { get; private set; } = [];

    public IReadOnlyList<JudgedEvent> Tests { get; private set; } = [];

    /// <summary>Tests the scores.</summary>
    public void Judge(int features, int events, ulong seed, int resampled, Action<int> progress)
    {
        var test = new PanelTest(Real, Stages, Model, Coefficients.Models[WarningKind.Plain]);
        TestDates = (features, events);
        TestScores = _scores.At(features);
        Outcomes = test.Outcomes(features, events);
        Tests = test.Judge(Outcomes, features, Top, seed, resampled, progress);
    }
}
