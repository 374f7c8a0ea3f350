using ClusterSim.Experiments.Cases;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>Runs one replication after another: the baseline first, then every arm with the same draws, each measured
/// against the untreated twin at the same dates. Not thread-safe; every thread has its own.</summary>
public sealed class PairRunner
{
    private readonly Study _study;
    private readonly World _untreated = new(), _acted = new();
    private History _baseline;
    private History[] _arms;
    private IScheduleObserver<World>? _observer;
    private YearRecorder? _recorder;
    private int _world;
    private readonly Series _twin, _treated;
    private readonly IReadOnlyList<StudyPoint> _points;
    private readonly JobRecorder? _jobs;
    private readonly PlaceboStarts _placebos;
    private IReadOnlyList<ModelConfiguration> _configurations;
    private List<YearRow> _years = [];

    public PairRunner(Study study)
    {
        _study = study;
        _configurations = [study.Baseline, .. study.Arms.Select(arm => arm.Configuration)];
        (_baseline, _arms) = Prepare();
        _world = study.Worlds is null ? 0 : -1;
        Indicator[] indicators = [.. study.Measures.Select(name =>
            (Indicator)(ClusterModel.Catalogue.Find("indicator", name) ?? throw new ArgumentException($"no indicator is called {name}")).Create(null))];
        _twin = new Series(indicators);
        _treated = new Series(indicators);
        _points = study.Points;
        _jobs = study.Additionality ? new JobRecorder(study) : null;
        _placebos = new PlaceboStarts(study, Launch);
    }

    /// <summary>Checker or profiler for every history; null = none.</summary>
    public IScheduleObserver<World>? Observer
    {
        set
        {
            _observer = value;
            Observe();
        }
    }

    /// <summary>Years of the replication under way: those of its baseline, then those of every arm.</summary>
    public IReadOnlyList<YearRow> SoFar => _years;

    /// <summary>Runs a replication.</summary>
    /// <param name="cancel">Ends the run between two years with <see cref="OperationCanceledException"/>.</param>
    public Outcome Run(int replication, CancellationToken cancel = default)
    {
        Outcome? outcome = null;
        foreach (Outcome? next in YearByYear(replication))
        {
            cancel.ThrowIfCancellationRequested();
            outcome = next;
        }
        return outcome!;
    }

    /// <summary>The same in slices, for those who have one thread and must listen meanwhile: null after every year, and
    /// last the outcome.</summary>
    public IEnumerable<Outcome?> YearByYear(int replication)
    {
        _years = [];
        Enter(_study.WorldOf(replication));
        var files = new List<FileRows>();
        var probes = new double[_study.Probes.Count];
        Begin(_baseline, _twin, replication, _study.BaselineName);
        while (RunYear(_baseline, _twin, -1, probes)) yield return null;
        HistorySummary baseline = Summarise(_baseline, _twin, probes);
        Register(_baseline.World, _study.BaselineName, replication, files);
        int focal = baseline.FocalRegion;
        var arms = new List<ArmOutcome>();
        for (int arm = 0; arm < _arms.Length; arm++)
        {
            probes = new double[_study.Probes.Count];
            int read = Array.FindIndex([.. _study.Arms.Take(arm)], other => other.Name == _study.Arms[arm].PlaceboOf);
            if (read >= 0)
            {
                int moved = -1;
                foreach (int? found in arms[read].StartedAt < 0 ? [] : _placebos.Of(_arms[read], read, replication, arms[read].StartedAt))
                    if (found is int month) moved = month;
                    else yield return null;
                string place = moved < 0 ? "" : _baseline.World.RegionNames[arms[read].Region];
                _arms[arm] = new History(PlaceboStarts.Moved(_configurations[arm + 1], moved, place), _acted) { Observer = _observer };
            }
            Begin(_arms[arm], _treated, replication, _study.Arms[arm].Name);
            while (RunYear(_arms[arm], _treated, arm, probes)) yield return null;
            HistorySummary summary = Summarise(_arms[arm], _treated, probes);
            Register(_arms[arm].World, _study.Arms[arm].Name, replication, files);
            (int started, int target) = Start(_arms[arm].World.Programmes, focal);
            int last = started < 0 ? _study.Months : started + 12 * ArmPaths.Years(_study);
            while (RunOn(_arms[arm], _treated, last) | RunOn(_baseline, _twin, last)) yield return null;
            arms.Add(Measure(_arms[arm], baseline, summary, started, target));
        }
        yield return new Outcome(replication, baseline, arms, _years, files);
    }

    /// <summary>Makes the histories those of a world.</summary>
    private void Enter(int world)
    {
        if (_study.Worlds is null || world == _world) return;
        _configurations = _study.Worlds.Settle(world);
        (_baseline, _arms) = Prepare();
        _world = world;
        Observe();
    }

    /// <summary>The baseline, then the arms, which take turns in one world.</summary>
    private (History Baseline, History[] Arms) Prepare() =>
        (new History(_configurations[0], _untreated), [.. _configurations.Skip(1).Select(configuration => new History(configuration, _acted))]);

    private void Observe()
    {
        _baseline.Observer = _observer;
        foreach (History arm in _arms) arm.Observer = _observer;
    }

    private void Register(World world, string scenario, int replication, List<FileRows> files)
    {
        if (!_study.RecordFirms) return;
        files.Add(new FileRows(HistoryFiles.Firms(world, scenario, replication), HistoryFiles.Deals(world, scenario, replication),
            EventFile.Rows(world, scenario, replication)) { Years = _recorder?.Files ?? YearFiles.None });
        _recorder = null; // beyond the end of the study nothing is recorded
    }

    private void Launch(History history, int replication)
    {
        if (_study.StoredState is byte[] state)
            history.Continue(new MemoryStream(state), _study.Seed, _study.DrawsOf(replication));
        else
            history.Begin(_study.Seed, _study.DrawsOf(replication));
    }

    private void Begin(History history, Series series, int replication, string scenario)
    {
        Launch(history, replication);
        _recorder = _study is { RecordFirms: true, RecordYears: true } ? new YearRecorder(scenario, replication) : null;
        _recorder?.Begin(history.World);
        series.Clear(history.World.Regions.Count);
        // A stored state has a past that was not recorded; its quarters repeat the first value known.
        for (int quarter = 0; quarter <= history.World.Tick / 3; quarter++) series.Record(history.World);
        if (history != _baseline) _jobs?.BeginArm(history.World.Configuration);
    }

    /// <summary>Runs to the end of a year within the study, taking probes on the way; false if there was none left.</summary>
    private bool RunYear(History history, Series series, int arm, double[] probes)
    {
        if (history.World.Tick >= _study.Months) return false;
        while (history.World.Tick < _study.Months)
        {
            Quarter(history, series);
            int tick = history.World.Tick;
            for (int i = 0; i < probes.Length; i++)
                if (_study.Probes[i].Month == tick) probes[i] = CaseStatistics.Measure(history.World, _study.Probes[i]);
            if (tick % 12 != 0) continue;
            Note(history.World, series, arm, _years);
            break;
        }
        return true;
    }

    /// <summary>Runs a year at most beyond the end of the study; false if there was nothing left to do.</summary>
    private bool RunOn(History history, Series series, int last)
    {
        int from = history.World.Tick;
        while (history.World.Tick < last && history.World.Tick < from + 12) Quarter(history, series);
        return history.World.Tick > from;
    }

    private void Quarter(History history, Series series)
    {
        if (_recorder is null) history.RunTo(history.World.Tick + 3);
        else _recorder.Follow(history, history.World.Tick + 3);
        series.Record(history.World);
        if (history == _baseline) _jobs?.RecordTwin(history.World);
        else _jobs?.RecordArm(history.World, Start(history.World.Programmes, -1).Month);
    }

    /// <summary>Once a year: the country, and every region; of an arm with policies only the focal region and those acted upon.</summary>
    private static void Note(World world, Series series, int arm, List<YearRow> years)
    {
        int focal = world.Country.FocalRegion[0];
        for (int region = -1; region < world.Regions.Count; region++)
        {
            if (arm >= 0 && world.Programmes.Count > 0 && region >= 0 && region != focal && !ActsOn(world, region)) continue;
            var values = new double[series.Indicators.Count];
            for (int i = 0; i < values.Length; i++) values[i] = series.At(series.Quarters - 1, region, i);
            years.Add(new YearRow(arm, world.Tick, region, region < 0 ? Stage.None : world.Clusters.Stage[world.Cluster(region, 0)], values));
        }
    }

    private static bool ActsOn(World world, int region)
    {
        for (int row = 0; row < world.Programmes.Count; row++)
            if (world.Programmes.Region[row] == region) return true;
        return false;
    }

    private static HistorySummary Summarise(History history, Series series, double[] probes)
    {
        World world = history.World;
        int focal = world.Country.FocalRegion[0];
        var first = new double[Enum.GetValues<Stage>().Length];
        Array.Fill(first, double.NaN);
        var stages = new List<(int, int, Stage, Stage)>();
        StageChanges changes = world.StageChanges;
        for (int row = 0; row < changes.Count; row++)
        {
            if (changes.Cluster[row] % world.Activities.Count != 0) continue;
            int region = changes.Cluster[row] / world.Activities.Count;
            stages.Add((region, changes.Tick[row], changes.From[row], changes.To[row]));
            ref double year = ref first[(int)changes.To[row]];
            if (region == focal && double.IsNaN(year)) year = changes.Tick[row] / 12.0;
        }
        return new HistorySummary
        {
            Digest = history.Digest(),
            FocalRegion = focal,
            FocalName = focal < 0 ? "" : world.RegionNames[focal],
            FinalStage = focal < 0 ? Stage.None : world.Clusters.Stage[world.Cluster(focal, 0)],
            StageYears = first,
            Final = [.. Enumerable.Range(0, series.Indicators.Count).Select(i => series.At(series.Quarters - 1, -1, i))],
            Probes = probes,
            Stages = stages,
        };
    }

    /// <summary>When the first programme started and where; -1 and the focal region if none did.</summary>
    private static (int Month, int Region) Start(Programmes programmes, int focal)
    {
        int started = -1, target = focal;
        for (int row = 0; row < programmes.Count; row++)
            if (programmes.StartedAt[row] >= 0 && (started < 0 || programmes.StartedAt[row] < started))
                (started, target) = (programmes.StartedAt[row], programmes.Region[row]);
        return (started, target);
    }

    /// <summary>When the programme that started then was over, -1 = it is not.</summary>
    private static int End(Programmes programmes, int started)
    {
        for (int row = 0; row < programmes.Count; row++)
            if (started >= 0 && programmes.StartedAt[row] == started) return programmes.EndedAt[row];
        return -1;
    }

    /// <summary>Compares an arm with its twin at every point of both clocks. An arm that starts late is followed beyond the end
    /// of the study, and its twin with it; one that never starts is its twin, and is read at the end.</summary>
    private ArmOutcome Measure(History arm, HistorySummary untreated, HistorySummary summary, int started, int target)
    {
        Programmes programmes = arm.World.Programmes;
        double spent = 0, discounted = 0;
        for (int row = 0; row < programmes.Count; row++)
        {
            spent += programmes.Spent[row];
            discounted += programmes.SpentDiscounted[row];
        }
        var twin = new double[_study.Values];
        var treated = new double[twin.Length];
        for (int point = 0; point < _points.Count; point++)
        {
            int years = _points[point].Years;
            int month = !_points[point].OnStart ? 12 * years : started < 0 ? _study.Months : started + 12 * years;
            foreach (Scope scope in Enum.GetValues<Scope>())
                for (int i = 0; i < _study.Measures.Count; i++)
                {
                    int at = _study.ValueAt(point, scope, i);
                    twin[at] = Read(_twin, month / 3, scope, target, i);
                    treated[at] = Read(_treated, month / 3, scope, target, i);
                }
        }
        return new ArmOutcome
        {
            Summary = summary,
            StartedAt = started,
            Region = target,
            Spent = spent,
            SpentDiscounted = discounted,
            Twin = twin,
            Treated = treated,
            TwinFate = RegionFate.Of(untreated, target),
            Fate = RegionFate.Of(summary, target),
            Jobs = _jobs?.Ledgers(started, target) ?? [],
            EndedAt = End(programmes, started),
            Path = ArmPaths.Headline(_twin, _treated, started, target, ArmPaths.Years(_study)),
            StagePath = ArmPaths.Stages(_twin, _treated, started, target, ArmPaths.Years(_study)),
        };
    }

    private static double Read(Series series, int quarter, Scope scope, int target, int measure) => scope switch
    {
        Scope.Country => series.At(quarter, -1, measure),
        _ when target < 0 => double.NaN,
        Scope.Target => series.At(quarter, target, measure),
        _ => series.Indicators[measure].Description.Additive
            ? series.At(quarter, -1, measure) - series.At(quarter, target, measure)
            : double.NaN,
    };
}
