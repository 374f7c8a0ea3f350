using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Results;

/// <summary>Writes what happened in every history: runs, time series, stages, and the registers of firms, deals and
/// events. Rows are gathered by scenario on disk, so that memory stays flat, and joined when the run is over.</summary>
internal sealed class StudyWriter : IDisposable
{
    private static readonly string[] Files = ["runs", "timeseries", "stages", "pairs", "firms", "deals", "events", "firm_years", "region_years", "moves_year", "flows", "wages_year", "spending"];

    private const int Registers = 4, Yearly = 7;

    private readonly Study _study;
    private readonly ResultsFolder _folder;
    private readonly string _aside;
    private readonly StreamWriter[][] _parts;
    private readonly ArmParameters _parameters;
    private readonly RunKeys _keys;
    private readonly double[] _factors;

    public StudyWriter(Study study, ResultsFolder folder)
    {
        _study = study;
        _folder = folder;
        _aside = folder.Aside;
        Directory.CreateDirectory(_aside);
        _parameters = new ArmParameters(study);
        _keys = new RunKeys(study, Versions.Model);
        _factors = [.. study.Measures.Select(measure => MetricUnit.OfIndicator(measure).Factor)];
        _parts = [.. Files.Select((_, file) => Enumerable.Range(0, study.Arms.Count + 1).Select(arm => new StreamWriter(Part(file, arm))).ToArray())];
    }

    private string Focal => _study.Baseline.Activities[0].Name;

    /// <summary>Takes in one outcome; call in the order of replications.</summary>
    public void Take(Outcome outcome)
    {
        for (int arm = -1; arm < _study.Arms.Count; arm++)
        {
            HistorySummary summary = arm < 0 || outcome.Arms.Count == 0 ? outcome.Baseline : outcome.Arms[arm].Summary;
            _parts[0][arm + 1].Write(RunRow(outcome, arm, summary));
            if (outcome.Error.Length > 0) continue;
            _parts[2][arm + 1].Write(StageRows(outcome.Replication, Name(arm), summary));
            if (arm >= 0) _parts[3][arm + 1].Write(PairFile.Rows(_study, arm, outcome));
            if (outcome.Files.Count == 0) continue;
            FileRows files = outcome.Files[arm + 1];
            _parts[Registers][arm + 1].Write(files.Firms);
            _parts[Registers + 1][arm + 1].Write(files.Deals);
            _parts[Registers + 2][arm + 1].Write(files.Events);
            _parts[Yearly][arm + 1].Write(files.Years.FirmYears);
            _parts[Yearly + 1][arm + 1].Write(files.Years.RegionYears);
            _parts[Yearly + 2][arm + 1].Write(files.Years.Moves);
            _parts[Yearly + 3][arm + 1].Write(files.Years.Flows);
            _parts[Yearly + 4][arm + 1].Write(files.Years.Wages);
            _parts[Yearly + 5][arm + 1].Write(files.Years.Outlays);
        }
        foreach (YearRow row in outcome.Years) _parts[1][row.Arm + 1].Write(YearText(outcome.Replication, row));
    }

    /// <summary>Joins the parts into the files of the folder.</summary>
    public void Finish()
    {
        string[] headers = [RunsHeader(), TimeSeriesHeader(), FactRows.StagesHeader,
            PairFile.Header, HistoryFiles.FirmsHeader, HistoryFiles.DealsHeader, EventFile.Header,
            YearFiles.FirmYearsHeader, YearFiles.RegionYearsHeader, YearFiles.MovesHeader, YearFiles.FlowsHeader, YearFiles.WagesHeader, SpendingRecorder.Header];
        foreach (StreamWriter part in _parts.SelectMany(file => file)) part.Dispose();
        for (int file = 0; file < Files.Length; file++)
        {
            if (file >= Yearly && !_study.RecordYears) continue;
            if (file >= Registers ? !_study.RecordFirms : Files[file] == "pairs" && _study.Arms.Count == 0) continue;
            int number = file;
            _folder.Write(Files[file] + ".csv", Enumerable.Range(-1, _study.Arms.Count + 2)
                .SelectMany(arm => arm < 0 ? [headers[number]] : Pieces(Part(number, arm))));
        }
    }

    public void Dispose()
    {
        foreach (StreamWriter part in _parts.SelectMany(file => file)) part.Dispose();
    }

    private static IEnumerable<string> Pieces(string path)
    {
        using var reader = new StreamReader(path);
        var buffer = new char[1 << 14];
        for (int read = reader.Read(buffer); read > 0; read = reader.Read(buffer)) yield return new string(buffer, 0, read);
    }

    private string Part(int file, int arm) => Path.Combine(_aside, $"{Files[file]}-{arm}");

    private string Name(int arm) => arm < 0 ? _study.BaselineName : _study.Arms[arm].Name;

    private string RunsHeader() => string.Join(',',
    [
        "scenario_id,replication,seed,status,error,ticks,focal_region,focal_activity,stage_final,year_embryonic,year_growth,year_maturity,year_decline,year_renewal,digest,run_key",
        .. _study.Worlds is null ? [] : new[] { "world" },
        .. _parameters.Columns.Select(column => column.Name),
        .. _study.Measures.Select(measure => "final_" + FileNaming.Column(measure)),
        "start_year,spent_gbp",
        .. _study.Probes.Select((probe, i) => FileNaming.Probe(i, probe.Statistic)),
    ]) + "\n";

    private string RunRow(Outcome outcome, int arm, HistorySummary summary)
    {
        var csv = new Csv();
        bool failed = outcome.Error.Length > 0;
        csv.Add(Name(arm)).Add(outcome.Replication).Add(_study.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)).Add(failed ? "failed" : "completed").Add(outcome.Error)
            .Add(failed ? null : _study.Months).Add(summary.FocalName).Add(summary.FocalName.Length == 0 ? "" : Focal).Add(failed ? "" : Catalogue.Kebab(summary.FinalStage.ToString()));
        foreach (Stage stage in new[] { Stage.Embryonic, Stage.Growth, Stage.Maturity, Stage.Decline, Stage.Renewal }) csv.Add(failed ? null : summary.StageYears[(int)stage]);
        csv.Add(summary.Digest).Add(_keys.Of(arm, outcome.Replication));
        int world = _study.WorldOf(outcome.Replication);
        if (_study.Worlds is not null) csv.Add(world);
        foreach (string cell in _parameters.Cells(arm, world)) csv.Add(cell);
        for (int i = 0; i < _factors.Length; i++) csv.Add(failed ? null : _factors[i] * summary.Final[i]);
        ArmOutcome? treated = arm < 0 || failed ? null : outcome.Arms[arm];
        csv.Add(treated is null || treated.StartedAt < 0 ? null : treated.StartedAt / 12.0);
        csv.Add(failed ? null : (double)HistoryFiles.Gbp(treated?.Spent ?? 0));
        for (int i = 0; i < _study.Probes.Count; i++) csv.Add(failed ? null : summary.Probes[i]);
        return csv.EndRow().ToString();
    }

    /// <summary>Every stage of every region, by the month in which it was entered.</summary>
    private string StageRows(int replication, string name, HistorySummary summary)
    {
        var csv = new Csv();
        foreach (var (change, left) in summary.Stages.GroupBy(change => change.Region)
            .SelectMany(region => region.Zip([.. region.Skip(1).Select(next => (int?)next.Tick), null]))
            .Where(pair => pair.First.To != Stage.None).OrderBy(pair => pair.First.Tick).ThenBy(pair => pair.First.Region))
            csv.Add(name).Add(replication).Add(RegionName(change.Region)).Add(Focal).Add(Catalogue.Kebab(change.To.ToString())).Add(change.Tick).Add(left).EndRow();
        return csv.ToString();
    }

    private string TimeSeriesHeader() =>
        "scenario_id,replication,tick,year,region,activity,stage," + string.Join(',', _study.Measures.Select(FileNaming.Column)) + "\n";

    private string YearText(int replication, YearRow row)
    {
        var csv = new Csv();
        csv.Add(Name(row.Arm)).Add(replication).Add(row.Tick).Add(row.Tick / 12).Add(row.Region < 0 ? "all" : RegionName(row.Region)).Add(Focal)
            .Add(row.Region < 0 ? "" : Catalogue.Kebab(row.Stage.ToString()));
        for (int i = 0; i < _factors.Length; i++) csv.Add(_factors[i] * row.Values[i]);
        return csv.EndRow().ToString();
    }

    private string RegionName(int region) =>
        region < _study.Baseline.Regions.Count ? _study.Baseline.Regions[region].Name : $"region-{region + 1}";
}
