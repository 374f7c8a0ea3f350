using ClusterSim.Experiments.Comparing;

namespace ClusterSim.Reporting.Data;

/// <summary>additionality.csv, read back; a folder without one has no rows.</summary>
public static class AdditionalityReader
{
    public static IReadOnlyList<AdditionalityRow> Read(IResultFiles files) => CsvRows.All(files, AdditionalityFile.Name, csv => new AdditionalityRow
    {
        Baseline = csv.Text("baseline_id"),
        Arm = csv.Text("scenario_id"),
        Horizon = csv.Count("horizon"),
        Region = csv.Text("region"),
        Component = csv.Text("component"),
        Pairs = csv.Count("n_pairs"),
        Fired = csv.Count("n_fired"),
        Mean = csv.Number("mean_jobs"),
        Low = csv.End("ci_low", double.NegativeInfinity),
        High = csv.End("ci_high", double.PositiveInfinity),
        ShareOfGross = csv.Maybe("share_of_gross"),
        ShareLow = csv.Maybe("share_low"),
        ShareHigh = csv.Maybe("share_high"),
    });
}
