using ClusterSim.Experiments.Comparing;

namespace ClusterSim.Reporting.Data;

/// <summary>additionality.csv, read back; a folder without one has no rows.</summary>
public static class AdditionalityReader
{
    public static IReadOnlyList<AdditionalityRow> Read(IResultFiles files)
    {
        var rows = new List<AdditionalityRow>();
        using CsvRows? csv = CsvRows.Open(files, AdditionalityFile.Name);
        if (csv is null) return rows;
        string Text(string column) => csv.Text(csv.Column(column));
        double Number(string column) => csv.Number(csv.Column(column));
        double? Maybe(string column) => double.IsNaN(Number(column)) ? null : Number(column);
        double End(string column, double open) => double.IsNaN(Number(column)) ? open : Number(column);
        while (csv.Next())
            rows.Add(new AdditionalityRow
            {
                Baseline = Text("baseline_id"),
                Arm = Text("scenario_id"),
                Horizon = csv.Count(csv.Column("horizon")),
                Region = Text("region"),
                Component = Text("component"),
                Pairs = csv.Count(csv.Column("n_pairs")),
                Fired = csv.Count(csv.Column("n_fired")),
                Mean = Number("mean_jobs"),
                // An interval of one or two pairs is everything, and has empty cells.
                Low = End("ci_low", double.NegativeInfinity),
                High = End("ci_high", double.PositiveInfinity),
                ShareOfGross = Maybe("share_of_gross"),
                ShareLow = Maybe("share_low"),
                ShareHigh = Maybe("share_high"),
            });
        return rows;
    }
}
