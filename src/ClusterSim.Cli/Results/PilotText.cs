using System.Globalization;
using System.Text;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>How many pairs a question needs, from the few that <c>--dry-run</c> has run: for an interval as wide as a fifth of the
/// mean to each side, and to find an effect of that size in four studies of five.</summary>
internal static class PilotText
{
    private const int Enough = 10, Fewest = 3;
    private const double HalfWidth = 0.2;

    /// <summary>Empty where nothing is compared.</summary>
    public static string Of(Study study, IReadOnlyList<Outcome> pilot)
    {
        if (study.Arms.Count == 0) return "";
        string date = study.Moment.OnStart ? $"{study.Moment.Years} years after the start" : $"in year {study.Moment.Years}";
        if (pilot.Count < Fewest) return $"\npairs needed: {pilot.Count} pair{(pilot.Count == 1 ? "" : "s")} tell nothing; a run of {Enough} would (--quick)\n";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\npairs needed for {study.Measures[0]} in the target region, {date} (pilot of {pilot.Count} pairs{(pilot.Count < Enough ? ": rough" : "")})\n");
        var ledger = new Ledger(study);
        foreach (Outcome outcome in pilot) ledger.Take(outcome);
        double factor = MetricUnit.OfIndicator(study.Measures[0]).Factor;
        List<string[]> rows = [["arm", "change", "standard deviation", "interval within 20 %", "power 0.8"]];
        for (int arm = 0; arm < study.Arms.Count; arm++)
        {
            // Intention to treat: pairs in which the arm never started count with zero.
            (double[] twin, double[] treated) = ledger.Values(arm, study.HeadlineAt(Scope.Target));
            double[] changes = PairedDifference.Differences(twin, treated);
            double mean = Sample.Mean(changes), deviation = Sample.StandardDeviation(changes);
            bool told = mean != 0 && deviation > 0;
            rows.Add([study.Arms[arm].Name, TextTable.Signed(factor * mean), TextTable.Short(factor * deviation),
                told ? Pairs(SampleSize.ForHalfWidth(deviation, HalfWidth * Math.Abs(mean))) : "-", told ? Pairs(SampleSize.ForEffect(deviation, mean)) : "-"]);
        }
        return text.Append(TextTable.Of(rows)).Append("A pilot's own effect is uncertain, and so are these numbers; - = it saw no change, or no two different ones.\n").ToString();
    }

    private static string Pairs(int? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? "more than 16 million";
}
