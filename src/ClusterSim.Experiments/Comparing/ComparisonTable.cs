using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Turns a ledger into the rows of comparison.csv: every arm, clock, horizon, place and indicator, against the
/// untreated twins. Intention to treat: histories in which the arm never started stay in, with exactly zero.</summary>
public sealed class ComparisonTable
{
    /// <summary>What the places of an outcome are called in files, in the order of <see cref="Scope"/>.</summary>
    internal static readonly string[] Places = ["target", "elsewhere", "all"];

    private readonly Ledger _ledger;
    private readonly Study _study;
    private readonly SamplingUnits _units;
    private readonly Resamples _resamples;
    private readonly Better[] _better;

    private ComparisonTable(Ledger ledger)
    {
        _ledger = ledger;
        _study = ledger.Study;
        _units = ledger.Units;
        _resamples = Draw(ledger);
        _better = [.. _study.Measures.Select(name =>
            ((IndicatorAttribute)ClusterModel.Catalogue.Find("indicator", name)!.Attribute).LowerIsBetter ? Better.Lower : Better.Higher)];
    }

    /// <summary>The resamples of all intervals of a study.</summary>
    internal static Resamples Draw(Ledger ledger) => new(ledger.Study.Seed, "comparison", Math.Max(1, ledger.Units.Count));

    /// <summary>The headline of every arm in its target region, at the date where the answer is read: what has to be precise.</summary>
    public static IEnumerable<PairedDifference> Headline(Ledger ledger)
    {
        var table = new ComparisonTable(ledger);
        Study study = ledger.Study;
        return ledger.Count == 0 ? [] : [.. Enumerable.Range(0, study.Arms.Count).Select(arm => table.Difference(arm, HeadlinePoint(study), place: 0, measure: 0))];
    }

    /// <summary>Where the headline stands among the values of an outcome, at the date where the answer is read.</summary>
    public static int HeadlineIndex(Study study, Scope place) => (HeadlinePoint(study) * Places.Length + (int)place) * study.Measures.Count;

    private static int HeadlinePoint(Study study) => study.Moment.OnStart
        ? study.Horizons.ToList().IndexOf(study.Moment.Years)
        : study.Horizons.Count + study.CalendarYears.ToList().IndexOf(study.Moment.Years);

    /// <summary>Comparisons that a study asks for; some may turn out to have no row.</summary>
    public static int Cells(Study study) => study.Arms.Count * (study.Horizons.Count + study.CalendarYears.Count) * Places.Length * study.Measures.Count;

    /// <summary>All rows, by arm, point, place and indicator.</summary>
    /// <param name="progress">Told how many cells are done, after each.</param>
    /// <param name="cancel">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<ComparisonRow> Of(Ledger ledger, Action<int>? progress = null, CancellationToken cancel = default) =>
        [.. CellByCell(ledger).Select((row, cell) =>
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Invoke(cell + 1);
            return row;
        }).OfType<ComparisonRow>()];

    /// <summary>The same in slices, one a cell; null where a cell has no row.</summary>
    public static IEnumerable<ComparisonRow?> CellByCell(Ledger ledger) => ledger.Count == 0 ? [] : new ComparisonTable(ledger).Rows();

    private IEnumerable<ComparisonRow?> Rows()
    {
        int points = _study.Horizons.Count + _study.CalendarYears.Count;
        var adjusted = new Dictionary<(int Point, int Place, int Measure), double?[]>();
        for (int arm = 0; arm < _study.Arms.Count; arm++)
            for (int point = 0; point < points; point++)
                for (int place = 0; place < Places.Length; place++)
                    for (int measure = 0; measure < _study.Measures.Count; measure++)
                    {
                        // A place that no history knows (no region ever became embryonic; a mean that does not add up
                        // over regions) has no row.
                        if (!IsKnown(arm, Index(point, place, measure)))
                        {
                            yield return null;
                            continue;
                        }
                        if (!adjusted.TryGetValue((point, place, measure), out double?[]? p))
                            adjusted[(point, place, measure)] = p = AdjustedP(point, place, measure);
                        yield return Row(arm, point, place, measure, p[arm]);
                    }
    }

    private int Index(int point, int place, int measure) => (point * Places.Length + place) * _study.Measures.Count + measure;

    private bool IsKnown(int arm, int index) => _ledger.Column(arm, LedgerPart.Twin, index).Any(double.IsFinite);

    private double?[] AdjustedP(int point, int place, int measure)
    {
        int index = Index(point, place, measure);
        var differences = new List<double[]>();
        for (int arm = 0; arm < _study.Arms.Count; arm++)
        {
            (double[] twin, double[] treated) = _ledger.Values(arm, index);
            differences.Add(_units.Means(PairedDifference.Differences(twin, treated)));
        }
        return MaxT.Adjusted(differences, _study.Seed, $"max-t {point} {place} {measure}", 2_000);
    }

    private ComparisonRow Row(int arm, int point, int place, int measure, double? p)
    {
        double factor = MetricUnit.OfIndicator(_study.Measures[measure]).Factor;
        PairedDifference difference = Difference(arm, point, place, measure);
        bool onStart = point < _study.Horizons.Count;
        double[] starts = _ledger.StartYears(arm);
        return new ComparisonRow
        {
            Baseline = _study.BaselineName,
            Arm = _study.Arms[arm].Name,
            Clock = onStart ? "start" : "calendar",
            Horizon = onStart ? _study.Horizons[point] : _study.CalendarYears[point - _study.Horizons.Count],
            Region = Places[place],
            Activity = _study.Baseline.Activities[0].Name,
            Metric = _study.Measures[measure],
            Pairs = difference.Pairs,
            Fired = difference.Fired,
            StartYearMedian = starts.Length == 0 ? null : Sample.Quantile(starts, 0.5),
            CostGbp = 1000 * Sample.Mean(_ledger.Column(arm, LedgerPart.Spent)),
            CostDiscountedGbp = 1000 * Sample.Mean(_ledger.Column(arm, LedgerPart.SpentDiscounted)),
            BaselineMean = factor * difference.BaselineMean,
            ScenarioMean = factor * difference.ArmMean,
            Difference = factor * difference.Mean,
            DifferenceSd = factor * difference.StandardDeviation,
            Low = factor * difference.Interval.Low,
            High = factor * difference.Interval.High,
            PBetter = difference.ShareBetter,
            PValueAdjusted = p,
            VarianceReduction = difference.VarianceReduction,
            Verdict = Verdict.Of(difference, Reason(arm)),
        };
    }

    private PairedDifference Difference(int arm, int point, int place, int measure)
    {
        (double[] twin, double[] treated) = _ledger.Values(arm, Index(point, place, measure));
        return PairedDifference.Of(twin, treated, _ledger.Fired(arm), _resamples, _better[measure], _units);
    }

    /// <summary>An arm without policies differs by an event of the scenario: it differs from the start in every pair.</summary>
    internal static bool HasStarted(Arm arm, ArmOutcome outcome) => outcome.StartedAt >= 0 || arm.Configuration.Policies.Count == 0;

    /// <summary>Why an arm that changed nothing changed nothing, where the scenario tells.</summary>
    private NoEffectReason Reason(int arm)
    {
        IReadOnlyList<Model.State.Intervention> policies = _study.Arms[arm].Configuration.Policies;
        if (policies.Count == 0) return NoEffectReason.None;
        if (policies.All(policy => policy.Budget <= 0)) return NoEffectReason.BudgetZero;
        if (policies.All(policy => policy.Start.Month >= _study.Months)) return NoEffectReason.StartAfterHorizon;
        bool fired = _ledger.StartYears(arm).Length > 0;
        if (fired) return NoEffectReason.None;
        return policies.All(policy => policy.Start.Stage is not null) ? NoEffectReason.StageNeverReached : NoEffectReason.NeverStarted;
    }
}
