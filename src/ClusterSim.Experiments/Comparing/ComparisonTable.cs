using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Turns a ledger into the rows of comparison.csv: every arm, clock, horizon, place and indicator, against the
/// untreated twins. Intention to treat: histories in which the arm never started stay in, with exactly zero.</summary>
public sealed class ComparisonTable
{
    /// <summary>What the places of an outcome are called in files, in the order of <see cref="Scope"/>.</summary>
    internal static readonly string[] Places = ["target", "elsewhere", "all"];

    private readonly Ledger _ledger;
    private readonly Study _study;
    private readonly IReadOnlyList<StudyPoint> _points;
    private readonly SamplingUnits _units;
    private readonly Resamples _resamples;
    private readonly Better[] _better;

    private ComparisonTable(Ledger ledger)
    {
        _ledger = ledger;
        _study = ledger.Study;
        _points = _study.Points;
        _units = ledger.Units;
        _resamples = Draw(ledger);
        _better = [.. _study.Measures.Select(name =>
            MetricUnit.Declaration(name).LowerIsBetter ? Better.Lower : Better.Higher)];
    }

    /// <summary>The resamples of all intervals of a study.</summary>
    internal static Resamples Draw(Ledger ledger) => new(ledger.Study.Seed, "comparison", Math.Max(1, ledger.Units.Count));

    /// <summary>The headline of every arm in its target region, at the date where the answer is read: what has to be precise.</summary>
    public static IEnumerable<PairedDifference> Headline(Ledger ledger)
    {
        var table = new ComparisonTable(ledger);
        Study study = ledger.Study;
        int point = study.Points.ToList().IndexOf(study.Moment);
        return ledger.Count == 0 ? [] : [.. Enumerable.Range(0, study.Arms.Count).Select(arm => table.Difference(arm, point, Scope.Target, measure: 0))];
    }

    /// <summary>Comparisons that a study asks for; some may turn out to have no row.</summary>
    public static int Cells(Study study) => study.Arms.Count * study.Values;

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
        var adjusted = new Dictionary<(int Point, Scope Place, int Measure), double?[]>();
        for (int arm = 0; arm < _study.Arms.Count; arm++)
            for (int point = 0; point < _points.Count; point++)
                foreach (Scope place in Enum.GetValues<Scope>())
                    for (int measure = 0; measure < _study.Measures.Count; measure++)
                    {
                        // A place that no history knows (no region ever became embryonic; a mean that does not add up
                        // over regions) has no row.
                        if (!IsKnown(arm, _study.ValueAt(point, place, measure)))
                        {
                            yield return null;
                            continue;
                        }
                        if (!adjusted.TryGetValue((point, place, measure), out double?[]? p))
                            adjusted[(point, place, measure)] = p = AdjustedP(point, place, measure);
                        yield return Row(arm, point, place, measure, p[arm]);
                    }
    }

    private bool IsKnown(int arm, int index) => _ledger.Column(arm, LedgerPart.Twin, index).Any(double.IsFinite);

    private double?[] AdjustedP(int point, Scope place, int measure)
    {
        int index = _study.ValueAt(point, place, measure);
        var differences = new List<double[]>();
        for (int arm = 0; arm < _study.Arms.Count; arm++)
        {
            (double[] twin, double[] treated) = _ledger.Values(arm, index);
            differences.Add(_units.Means(PairedDifference.Differences(twin, treated)));
        }
        return MaxT.Adjusted(differences, _study.Seed, $"max-t {point} {(int)place} {measure}", 2_000);
    }

    private ComparisonRow Row(int arm, int point, Scope place, int measure, double? p)
    {
        double factor = MetricUnit.OfIndicator(_study.Measures[measure]).Factor;
        PairedDifference difference = Difference(arm, point, place, measure);
        double[] starts = _ledger.StartYears(arm);
        return new ComparisonRow
        {
            Baseline = _study.BaselineName,
            Arm = _study.Arms[arm].Name,
            Clock = _points[point].Clock,
            Horizon = _points[point].Years,
            Region = Places[(int)place],
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

    private PairedDifference Difference(int arm, int point, Scope place, int measure)
    {
        (double[] twin, double[] treated) = _ledger.Values(arm, _study.ValueAt(point, place, measure));
        return PairedDifference.Of(twin, treated, _ledger.Fired(arm), _resamples, _better[measure], _units);
    }

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
