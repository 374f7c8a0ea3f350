using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Reporting.Data;

/// <summary>The focal region year by year over many histories: every measure and the stage, of the baseline and of one arm.</summary>
public sealed class Timeline
{
    /// <summary>Bands and shares of more histories look the same; the rest of the file is not read.</summary>
    public const int MostHistories = 1000;

    private readonly Dictionary<(int Arm, int Replication), Track> _tracks = [];
    private readonly int _years;

    private Timeline(int years) => _years = years;

    /// <summary>Last year of the histories.</summary>
    public int Years => _tracks.Count == 0 ? 0 : _years;

    /// <summary>Histories with a focal region.</summary>
    public int Histories => _tracks.Keys.Count(key => key.Arm < 0);

    /// <param name="lead">The arm; -1 = none.</param>
    internal static Timeline Read(IResultFiles files, Study study, int lead, IReadOnlyList<HistoryRow> histories)
    {
        var timeline = new Timeline(study.Months / 12);
        foreach (HistoryRow history in histories)
            if (history.Arm < 0 && history.FocalRegion.Length > 0 && timeline._tracks.Count < MostHistories)
                timeline._tracks[(-1, history.Replication)] = new Track(history.FocalRegion, study.Measures.Count, timeline._years);
        if (lead >= 0)
            foreach (((_, int replication), Track track) in timeline._tracks.ToArray()) timeline._tracks[(lead, replication)] = new Track(track.Region, study.Measures.Count, timeline._years);
        using CsvRows? csv = CsvRows.Open(files, "timeseries.csv");
        if (csv is not null) timeline.Fill(csv, study);
        foreach (HistoryRow history in histories)
            if (lead >= 0 && history.Arm == lead && timeline._tracks.TryGetValue((lead, history.Replication), out Track? track))
                track.Precede(timeline._tracks[(-1, history.Replication)], study.Arms[lead].Configuration.Policies.Count == 0 ? 0 : history.StartYear);
        return timeline;
    }

    /// <summary>Quantiles over histories, year by year; NaN in a year without values. Shape: probabilities x years.</summary>
    public double[][] Quantiles(int arm, int measure, IReadOnlyList<double> probabilities)
    {
        double[][] rows = [.. probabilities.Select(_ => new double[_years])];
        for (int year = 0; year < _years; year++)
        {
            double[] values = [.. Of(arm).Select(track => track.Values[measure][year]).Where(double.IsFinite)];
            for (int i = 0; i < probabilities.Count; i++) rows[i][year] = values.Length == 0 ? double.NaN : Sample.Quantile(values, probabilities[i]);
        }
        return rows;
    }

    /// <summary>Share of histories in which the focal region is in a stage, by year.</summary>
    public double[] Shares(int arm, Stage stage) =>
        [.. Enumerable.Range(0, _years).Select(year => Of(arm).Count(track => track.Stages[year] == (int)stage) / (double)Math.Max(1, Of(arm).Count(track => track.Stages[year] >= 0)))];

    private IEnumerable<Track> Of(int arm) => _tracks.Where(entry => entry.Key.Arm == arm).Select(entry => entry.Value);

    private void Fill(CsvRows csv, Study study)
    {
        string[] scenarios = [study.BaselineName, .. study.Arms.Select(arm => arm.Name)], stages = [.. Enum.GetValues<Stage>().Select(stage => Catalogue.Kebab(stage.ToString()))];
        int scenario = csv.Column("scenario_id"), replication = csv.Column("replication"), year = csv.Column("year"), region = csv.Column("region"), stage = csv.Column("stage");
        int[] columns = [.. study.Measures.Select(measure => csv.Column(measure.Replace('-', '_')))];
        while (csv.Next())
        {
            int at = csv.Count(year) - 1;
            if (!_tracks.TryGetValue((csv.Place(scenario, scenarios) - 1, csv.Count(replication)), out Track? track) || !csv.Is(region, track.Region) || at < 0 || at >= _years) continue;
            track.Stages[at] = csv.Place(stage, stages);
            for (int measure = 0; measure < columns.Length; measure++) track.Values[measure][at] = csv.Number(columns[measure]);
        }
    }

    /// <summary>One history's focal region; -1 and NaN = not known.</summary>
    private sealed class Track(string region, int measures, int years)
    {
        public string Region => region;
        public int[] Stages { get; } = [.. Enumerable.Repeat(-1, years)];
        public double[][] Values { get; } = [.. Enumerable.Range(0, measures).Select(_ => Enumerable.Repeat(double.NaN, years).ToArray())];

        /// <summary>Until its policy starts a history is its twin, and its file does not repeat it.</summary>
        /// <param name="start">Year of the start; NaN = never.</param>
        public void Precede(Track twin, double start)
        {
            for (int year = 0; year < Stages.Length && !(year + 1 > start); year++)
            {
                if (Stages[year] >= 0) continue;
                Stages[year] = twin.Stages[year];
                for (int measure = 0; measure < Values.Length; measure++) Values[measure][year] = twin.Values[measure][year];
            }
        }
    }
}
