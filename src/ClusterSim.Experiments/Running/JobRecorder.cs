using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Takes the censuses that job ledgers are made of: of the twin every quarter, since no one knows yet when an arm will start, and
/// of an arm at its horizons alone.</summary>
internal sealed class JobRecorder(Study study)
{
    private const int Quarter = 3;

    private readonly JobLedger _ledger = new();
    private readonly List<JobCensus> _twin = [];
    private readonly JobCensus[] _treated = [.. study.Horizons.Select(_ => new JobCensus())];
    private readonly HashSet<string> _shared = [.. study.Baseline.Policies.Select(policy => policy.Name)];
    private bool[] _own = [];

    /// <summary>Begins an arm: what its own interventions support counts, what baseline and arm have in common does not.</summary>
    public void BeginArm(ModelConfiguration configuration) => _own = [.. configuration.Policies.Select(policy => !_shared.Contains(policy.Name))];

    /// <summary>Takes the census of the twin at the end of a quarter.</summary>
    public void RecordTwin(World world)
    {
        while (_twin.Count <= world.Tick / Quarter) _twin.Add(new JobCensus());
        _twin[world.Tick / Quarter].Take(world, []);
    }

    /// <summary>Takes the census of an arm if a horizon has come.</summary>
    /// <param name="startedAt">Month of its start, -1 = not yet.</param>
    public void RecordArm(World world, int startedAt)
    {
        for (int horizon = 0; horizon < _treated.Length && startedAt >= 0; horizon++)
            if (world.Tick / Quarter == Due(startedAt, horizon)) _treated[horizon].Take(world, _own);
    }

    /// <summary>The ledgers of the arm that has run, index = (horizon * places + place) * components + component; an arm that never started has only zeros.</summary>
    public int[] Ledgers(int startedAt, int target)
    {
        int width = JobLedger.Scopes * JobLedger.Components;
        var jobs = new int[_treated.Length * width];
        for (int horizon = 0; horizon < _treated.Length && startedAt >= 0; horizon++)
            _ledger.Fill(_twin[Due(startedAt, horizon)], _treated[horizon], target, jobs.AsSpan(horizon * width, width));
        return jobs;
    }

    /// <summary>The quarter at which indicators are read for a horizon.</summary>
    private int Due(int startedAt, int horizon) => (startedAt + 12 * study.Horizons[horizon]) / Quarter;
}
