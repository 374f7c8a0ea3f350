using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Effects;

/// <summary>What switching one mechanism off changes in one indicator.</summary>
/// <param name="Difference">Mean over pairs of the indicator without the mechanism less with it, in the unit of files.</param>
/// <param name="Score">The difference in standard errors; 0 where no pair differs.</param>
public sealed record KnockOutCell(string Indicator, double Difference, double StandardError, double Score)
{
    /// <summary>True where the mechanism measures the indicator itself.</summary>
    public bool IsUnmeasured => double.IsNaN(Difference);
}

/// <summary>A mechanism switched off, all else as it is: its row of the table.</summary>
/// <param name="With">Mean of each indicator with the mechanism, aligned with the cells.</param>
public sealed record KnockOut(string Mechanism, IReadOnlyList<KnockOutCell> Cells, IReadOnlyList<double> With, int Pairs)
{
    /// <summary>Indicators measured, at the end of the fortieth year for the country as a whole.</summary>
    public static IReadOnlyList<string> Indicators { get; } = ["jobs", "firms", "spin-off-count", "competence", "effective-competence", "heterogeneity", "largest-firm-share", "trusted-links", "wage", "unemployed"];

    public const int Year = 40;

    /// <summary>A mechanism that measures an indicator itself: without it the column says nothing.</summary>
    private const string Measurer = "life-cycle", Measured = "heterogeneity";

    /// <summary>Effects beyond so many standard errors count as measured: of ten indicators without effect one in forty rows shows one.</summary>
    public const double Least = 3;

    /// <summary>Whether it has a measurable effect on any indicator.</summary>
    public bool IsFelt => Cells.Any(cell => Math.Abs(cell.Score) >= Least);

    /// <summary>Whether not one pair differs in any indicator.</summary>
    public bool IsNothing => Cells.All(cell => cell.IsUnmeasured || cell.Difference == 0 && cell.StandardError == 0);

    /// <summary>The study: every mechanism of the schedule off, one at a time.</summary>
    public static Study Study(ModelConfiguration configuration, int pairs, ulong seed) => new()
    {
        Name = "knock-outs",
        Baseline = configuration,
        Arms = [.. Off(configuration).Select(part => new Arm("without-" + part.Name, configuration.Without(part.Name)))],
        Replications = pairs,
        Seed = seed,
        Measures = Indicators,
        Horizons = [],
        CalendarYears = [Math.Min(Year, configuration.Months / 12)],
    };

    /// <summary>The rows of a study that has been run.</summary>
    public static IReadOnlyList<KnockOut> Of(Ledger ledger)
    {
        string[] names = [.. Off(ledger.Study.Baseline).Select(part => part.Name)];
        return [.. names.Select((name, arm) => Row(ledger, name, arm))];
    }

    private static IEnumerable<Part> Off(ModelConfiguration configuration) =>
        ClusterModel.Mechanisms.Where(part => !configuration.IsOff(part.Name));

    private static KnockOut Row(Ledger ledger, string mechanism, int arm)
    {
        var cells = new List<KnockOutCell>();
        var with = new List<double>();
        for (int i = 0; i < Indicators.Count; i++)
        {
            (double[] twin, double[] treated) = ledger.Values(arm, ledger.Study.ValueAt(0, Scope.Country, i));
            double[] differences = PairedDifference.Differences(twin, treated);
            double factor = MetricUnit.OfIndicator(Indicators[i]).Factor, mean = Sample.Mean(differences), error = Sample.StandardError(differences);
            cells.Add((mechanism, Indicators[i]) == (Measurer, Measured) ? new KnockOutCell(Indicators[i], double.NaN, double.NaN, 0)
                : new KnockOutCell(Indicators[i], factor * mean, factor * error, error > 0 ? mean / error : 0));
            with.Add(factor * Sample.Mean(twin));
        }
        return new KnockOut(mechanism, cells, with, ledger.Count);
    }
}
