using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Everything that exists in one history. A world is reused from history to history, so that an ensemble
/// needs no more memory than its threads.</summary>
public sealed class World
{
    private int[] _living = new int[256];
    private ulong[] _livingLineages = new ulong[256];
    private int[] _livingClusters = new int[256];
    private int[] _byCluster = new int[256];
    private ulong[] _lineagesByCluster = new ulong[256];
    private int[] _clusterStart = [];
    private double[] _distance = [];
    private double[] _inputShare = [];
    private double[] _relatedness = [];
    private int[] _renamed = [];

    public Country Country { get; } = new();
    public Regions Regions { get; } = new();
    public Activities Activities { get; } = new();
    public Clusters Clusters { get; } = new();
    public Firms Firms { get; } = new();
    public Workers Workers { get; } = new();
    public Investors Investors { get; } = new();
    public Deals Deals { get; } = new();
    public Institutions Institutions { get; } = new();
    public Programmes Programmes { get; } = new();
    public PublicRecord PublicRecord { get; } = new();
    public StageChanges StageChanges { get; } = new();
    public Foundings Foundings { get; } = new();
    public Recruits Recruits { get; } = new();

    /// <summary>Working arrays that live for one step.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>Counts who learns from whom; null = nobody asked, as after every <see cref="Reset"/>.</summary>
    public KnowledgeFlows? FlowCount { get; set; }

    private readonly Foresight _foresight = new();

    /// <summary>The early-warning score of a cluster at the end of the last quarter: see <see cref="Foresight.Of"/>.</summary>
    public double EarlyWarning(int cluster) => _foresight.Of(Clusters, Regions, cluster, Configuration.EarlyWarning);

    /// <summary>What the history is made of.</summary>
    public ModelConfiguration Configuration { get; private set; } = new();

    /// <summary>Every table, in a fixed order: digests and checkpoints follow it.</summary>
    public IReadOnlyList<Table> Tables =>
        [Country, Regions, Activities, Clusters, Firms, Workers, Investors, Deals, Institutions, Programmes, PublicRecord, StageChanges, Foundings, Recruits];

    /// <summary>Months passed; also the month under way, counted from 0, or the first of those that a longer tick spans.</summary>
    public int Tick
    {
        get => Country.Tick[0];
        set => Country.Tick[0] = value;
    }

    /// <summary>What a tick spans: a month or a quarter.</summary>
    public TickLength TickLength { get; private set; } = new(1);

    /// <summary>Rows of living firms, ascending.</summary>
    public ReadOnlySpan<int> Living => _living.AsSpan(0, LivingCount);

    /// <summary>Their lineage ids, aligned with <see cref="Living"/>.</summary>
    public ReadOnlySpan<ulong> LivingLineages => _livingLineages.AsSpan(0, LivingCount);

    /// <summary>Rows of their clusters, aligned with <see cref="Living"/>.</summary>
    public ReadOnlySpan<int> LivingClusters => _livingClusters.AsSpan(0, LivingCount);

    public int LivingCount { get; private set; }

    /// <summary>Row of the cluster of a region and an activity.</summary>
    public int Cluster(int region, int activity) => region * Activities.Count + activity;

    /// <summary>Row of the cluster that a firm belongs to.</summary>
    public int ClusterOf(int firm) => Cluster(Firms.Region[firm], Firms.Activity[firm]);

    /// <summary>Rows of the living firms of a cluster, ascending, as of the last commit.</summary>
    public ReadOnlySpan<int> FirmsOf(int cluster) => ByCluster[SpanOf(cluster)];

    /// <summary>Rows of all living firms, cluster by cluster, as of the last commit.</summary>
    public ReadOnlySpan<int> ByCluster => _byCluster.AsSpan(0, LivingCount);

    /// <summary>Their lineage ids, aligned with <see cref="ByCluster"/>.</summary>
    public ReadOnlySpan<ulong> LineagesByCluster => _lineagesByCluster.AsSpan(0, LivingCount);

    /// <summary>Where a cluster's firms stand in <see cref="ByCluster"/>.</summary>
    public Range SpanOf(int cluster) => _clusterStart[cluster].._clusterStart[cluster + 1];

    /// <summary>Kilometres between two regions.</summary>
    public double Distance(int region, int other) => _distance[region * Regions.Count + other];

    /// <summary>What a firm of one activity spends on the products of another, share of its sales: the input-output table.</summary>
    public double InputShare(int buyer, int supplier) => _inputShare[buyer * Activities.Count + supplier];

    /// <summary>How much skill and knowledge carries over between two activities, 0..1; symmetric, 1 on the diagonal.</summary>
    public double Relatedness(int activity, int other) => _relatedness[activity * Activities.Count + other];

    /// <summary>Names of the regions, row-aligned.</summary>
    public IReadOnlyList<string> RegionNames { get; private set; } = [];

    /// <summary>Row of a region; -1 = none has that name.</summary>
    public int RegionRow(string name)
    {
        for (int region = 0; region < RegionNames.Count; region++)
            if (RegionNames[region] == name) return region;
        return -1;
    }

    /// <summary>Empties every table for a new history.</summary>
    public void Reset(ModelConfiguration configuration)
    {
        if (_inputShare.Length == 0 || !ReferenceEquals(Configuration, configuration)) (_inputShare, _relatedness) = ActivitySpace.Of(configuration);
        Configuration = configuration;
        TickLength = new TickLength((int)configuration.Tick);
        FlowCount = null;
        _foresight.Forget();
        foreach (Table table in Tables)
        {
            table.Frozen = false;
            table.Clear();
        }
        Country.Append();
        Country.FocalRegion[0] = -1;
        Country.FocalSince[0] = -1;
        LivingCount = 0;
    }

    /// <summary>Rebuilds what follows from the tables: distances, living firms, firms by cluster.</summary>
    public void Derive()
    {
        int regions = Regions.Count;
        if (_distance.Length != regions * regions) _distance = new double[regions * regions];
        for (int a = 0; a < regions; a++)
            for (int b = 0; b < regions; b++)
            {
                double east = Regions.East[a] - Regions.East[b], north = Regions.North[a] - Regions.North[b];
                _distance[a * regions + b] = Math.Sqrt(east * east + north * north);
            }
        if (RegionNames.Count != regions || !ReferenceEquals(_named, Configuration)) RegionNames = NameRegions();
        LivingCount = 0;
        RefreshFirms();
    }

    private ModelConfiguration? _named;

    /// <summary>Drops the closed from the list of living firms, adds the new, and sorts the living by cluster.</summary>
    public void RefreshFirms()
    {
        int kept = 0, from = LivingCount == 0 ? 0 : _living[LivingCount - 1] + 1;
        for (int i = 0; i < LivingCount; i++)
            if (Firms.Alive(_living[i])) _living[kept++] = _living[i];
        for (int firm = from; firm < Firms.Count; firm++)
        {
            if (!Firms.Alive(firm)) continue;
            if (kept == _living.Length) Array.Resize(ref _living, kept * 2);
            _living[kept++] = firm;
        }
        LivingCount = kept;
        if (_livingLineages.Length < kept)
        {
            _livingLineages = new ulong[_living.Length];
            _livingClusters = new int[_living.Length];
            _byCluster = new int[_living.Length];
            _lineagesByCluster = new ulong[_living.Length];
        }
        int clusters = Clusters.Count;
        if (_clusterStart.Length != clusters + 1) _clusterStart = new int[clusters + 1];
        Array.Clear(_clusterStart);
        for (int i = 0; i < kept; i++)
        {
            _livingLineages[i] = Firms.Lineage[_living[i]];
            int cluster = _livingClusters[i] = ClusterOf(_living[i]);
            _clusterStart[cluster + 1]++;
        }
        for (int cluster = 0; cluster < clusters; cluster++) _clusterStart[cluster + 1] += _clusterStart[cluster];
        Span<int> next = Scratch.Ints(clusters);
        _clusterStart.AsSpan(0, clusters).CopyTo(next);
        for (int i = 0; i < kept; i++)
        {
            int at = next[_livingClusters[i]]++;
            _byCluster[at] = _living[i];
            _lineagesByCluster[at] = _livingLineages[i];
        }
    }

    /// <summary>Drops the workers who are gone and mends the links to the rest.</summary>
    public void CompactWorkers()
    {
        int rows = Workers.Count;
        if (_renamed.Length < rows) _renamed = new int[rows * 2];
        Workers.Compact(_renamed, Scratch.Ints(rows));
        ReadOnlySpan<int> renamed = _renamed;
        foreach (ref Job job in Workers.Job.Span)
        {
            job.Next = Renamed(job.Next, renamed);
            job.Previous = Renamed(job.Previous, renamed);
        }
        foreach (int firm in Living) Firms.Payroll[firm].FirstWorker = Renamed(Firms.Payroll[firm].FirstWorker, renamed);
    }

    /// <summary>A link to a row that stays follows it; -1 stays -1. Nobody on a staff list is ever dropped.</summary>
    private static int Renamed(int worker, ReadOnlySpan<int> renamed) => worker < 0 ? -1 : renamed[worker];

    /// <summary>Adds the whole state to a digest.</summary>
    public void AddTo(ref Digest digest)
    {
        foreach (Table table in Tables) table.AddTo(ref digest);
    }

    private string[] NameRegions()
    {
        _named = Configuration;
        var names = new string[Regions.Count];
        for (int region = 0; region < names.Length; region++)
            names[region] = region < Configuration.Regions.Count
                ? Configuration.Regions[region].Name
                : $"region-{region + 1}";
        return names;
    }
}
