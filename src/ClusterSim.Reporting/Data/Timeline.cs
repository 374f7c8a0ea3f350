using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Reporting.Data;

/// <summary>Yearly values of every measure and the stage, over many histories: of the focal region and of the country.</summary>
public sealed class Timeline
{
    /// <summary>Bands and shares of more histories look the same; the rest of the file is not read.</summary>
    public const int MostHistories = 1000;

    private static readonly Stage[] Stages = Enum.GetValues<Stage>();

    private readonly Dictionary<(int Arm, int Measure, bool Country, int Year), List<double>> _values = [];
    private readonly Dictionary<(int Arm, int Year), int[]> _stages = [];

    /// <summary>Last year of the histories.</summary>
    public int Years { get; private set; }

    /// <param name="scenarios">Names, the baseline first.</param>
    /// <param name="measures">Names of indicators.</param>
    /// <param name="focal">The focal region of a history, by replication; empty = none.</param>
    internal static Timeline Read(IResultFiles files, IReadOnlyList<string> scenarios, IReadOnlyList<string> measures, IReadOnlyDictionary<int, string> focal)
    {
        var timeline = new Timeline();
        using CsvRows? csv = CsvRows.Open(files, "timeseries.csv");
        if (csv is null) return timeline;
        int scenario = csv.Column("scenario_id"), replication = csv.Column("replication"), year = csv.Column("year"), region = csv.Column("region"), stage = csv.Column("stage");
        int[] columns = [.. measures.Select(measure => csv.Column(measure.Replace('-', '_')))];
        while (csv.Next())
        {
            int history = csv.Count(replication);
            if (history >= MostHistories || !focal.TryGetValue(history, out string? place)) continue;
            string here = csv.Text(region);
            bool country = here == "all";
            if (!country && here != place) continue;
            int arm = HistoryRow.Index(scenarios, csv.Text(scenario)) - 1, at = csv.Count(year);
            timeline.Years = Math.Max(timeline.Years, at);
            for (int measure = 0; measure < columns.Length; measure++) timeline.Add((arm, measure, country, at), csv.Number(columns[measure]));
            if (!country) timeline.Add(arm, at, csv.Text(stage));
        }
        return timeline;
    }

    /// <summary>Quantiles over histories, year by year; NaN in a year without values. Shape: probabilities x years.</summary>
    public double[][] Quantiles(int arm, int measure, bool country, IReadOnlyList<double> probabilities)
    {
        double[][] rows = [.. probabilities.Select(_ => new double[Years])];
        for (int year = 1; year <= Years; year++)
        {
            double[] values = _values.TryGetValue((arm, measure, country, year), out List<double>? list) ? [.. list.Where(double.IsFinite)] : [];
            Array.Sort(values);
            for (int i = 0; i < probabilities.Count; i++) rows[i][year - 1] = values.Length == 0 ? double.NaN : At(values, probabilities[i]);
        }
        return rows;
    }

    /// <summary>Histories with a focal region, the most in any year.</summary>
    public int Histories(int arm) => _stages.Where(entry => entry.Key.Arm == arm).Select(entry => entry.Value.Sum()).DefaultIfEmpty(0).Max();

    /// <summary>Share of histories in which the focal region is in a stage, by year.</summary>
    public double[] Shares(int arm, Stage stage) =>
        [.. Enumerable.Range(1, Years).Select(year => _stages.TryGetValue((arm, year), out int[]? counts) && counts.Sum() is > 0 and int all ? counts[(int)stage] / (double)all : 0)];

    /// <summary>Linear between order statistics (Hyndman and Fan 1996, type 7), as in R.</summary>
    private static double At(double[] sorted, double p)
    {
        double position = p * (sorted.Length - 1);
        int below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    private void Add((int, int, bool, int) key, double value)
    {
        if (!_values.TryGetValue(key, out List<double>? list)) _values[key] = list = [];
        list.Add(value);
    }

    private void Add(int arm, int year, string stage)
    {
        if (!_stages.TryGetValue((arm, year), out int[]? counts)) _stages[(arm, year)] = counts = new int[Stages.Length];
        foreach (Stage each in Stages)
            if (Catalogue.Kebab(each.ToString()) == stage) counts[(int)each]++;
    }
}
