using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Comparing;

/// <summary>Turns the job ledgers of all pairs into the rows of additionality.csv. Intention to treat, with the intervals of
/// comparison.csv, so that the rows of the uplift say what that file says.</summary>
public static class AdditionalityTable
{
    /// <summary>Rows of an arm at one horizon.</summary>
    private static int Width => ComparisonTable.Places.Length * JobComponents.All.Count;

    /// <summary>How many rows there will be at most.</summary>
    public static int Cells(Study study) => study.Additionality ? study.Arms.Count * study.Horizons.Count * Width : 0;

    /// <summary>All rows, by arm, horizon, place and component; none where the study asks for no ledger. Arms without policies have no
    /// rows: there nobody is supported.</summary>
    /// <param name="progress">Told how many of the cells are done, after each.</param>
    /// <param name="cancel">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public static IReadOnlyList<AdditionalityRow> Of(Ledger ledger, Action<int>? progress = null, CancellationToken cancel = default)
    {
        var rows = new List<AdditionalityRow>();
        Study study = ledger.Study;
        if (!study.Additionality || ledger.Count == 0) return rows;
        SamplingUnits units = ledger.Units;
        Resamples resamples = ComparisonTable.Draw(ledger);
        for (int arm = 0; arm < study.Arms.Count; arm++)
        {
            if (study.Arms[arm].Configuration.Policies.Count == 0) continue;
            bool[] fired = ledger.Fired(arm);
            for (int at = 0; at < study.Horizons.Count * Width; at++)
            {
                cancel.ThrowIfCancellationRequested();
                JobComponent component = JobComponents.All[at % JobComponents.All.Count];
                double[] persons = ledger.Column(arm, LedgerPart.Jobs, at);
                PairedDifference change = PairedDifference.Of(new double[persons.Length], persons, fired, resamples, units: units);
                RatioOfMeans share = RatioOfMeans.Fieller(units.Means(persons), units.Means(ledger.Column(arm, LedgerPart.Jobs, at - (int)component)));
                rows.Add(new AdditionalityRow
                {
                    Baseline = study.BaselineName,
                    Arm = study.Arms[arm].Name,
                    Horizon = study.Horizons[at / Width],
                    Region = ComparisonTable.Places[at % Width / JobComponents.All.Count],
                    Component = Catalogue.Kebab(component.ToString()),
                    Pairs = change.Pairs,
                    Fired = change.Fired,
                    Mean = change.Mean,
                    Low = change.Interval.Low,
                    High = change.Interval.High,
                    ShareOfGross = Known(share.Value),
                    ShareLow = Known(share.Interval.Low),
                    ShareHigh = Known(share.Interval.High),
                });
                progress?.Invoke(arm * study.Horizons.Count * Width + at + 1);
            }
        }
        return rows;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
