using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Who changed employer from the end of a month to the end of the next, read off the workers: hires and separations of firms,
/// and moves from job to job between regions. Who comes and goes within a month is not seen.</summary>
internal sealed class StaffFlows
{
    private readonly Dictionary<ulong, int> _lost = [];
    private readonly SortedDictionary<(int From, int To, int Activity), int> _moves = [];
    private ulong[] _lineages = [];
    private int[] _employers = [], _hires = [], _separations = [];
    private int _known;

    /// <summary>Moves since <see cref="Clear"/>, by the regions of the former and the new employer and the new one's activity.</summary>
    public IReadOnlyDictionary<(int From, int To, int Activity), int> Moves => _moves;

    public int Hires(int firm) => firm < _hires.Length ? _hires[firm] : 0;

    public int Separations(int firm) => firm < _separations.Length ? _separations[firm] : 0;

    /// <summary>Takes the staff as they are, without counting.</summary>
    public void Begin(World world)
    {
        Remember(world);
        Clear();
    }

    /// <summary>Forgets what was counted, not who works where.</summary>
    public void Clear()
    {
        _moves.Clear();
        Array.Clear(_hires);
        Array.Clear(_separations);
    }

    /// <summary>Counts a month that has just ended.</summary>
    public void Observe(World world)
    {
        int firms = world.Firms.Count;
        if (_hires.Length < firms)
        {
            Array.Resize(ref _hires, firms * 2);
            Array.Resize(ref _separations, firms * 2);
        }
        Workers workers = world.Workers;
        bool aligned = workers.Count >= _known;
        for (int worker = 0; aligned && worker < _known; worker++) aligned = workers.Lineage[worker] == _lineages[worker];
        _lost.Clear();
        if (!aligned)
            for (int worker = 0; worker < _known; worker++) _lost[_lineages[worker]] = _employers[worker];
        for (int worker = 0; worker < workers.Count; worker++)
        {
            int before = aligned ? worker < _known ? _employers[worker] : -1 : _lost.Remove(workers.Lineage[worker], out int known) ? known : -1;
            Count(world, before, workers.Job[worker].Employer);
        }
        foreach (int employer in _lost.Values) Count(world, employer, -1); // their rows are gone
        Remember(world);
    }

    private void Count(World world, int before, int now)
    {
        if (before == now) return;
        if (before >= 0) _separations[before]++;
        if (now >= 0) _hires[now]++;
        if (before < 0 || now < 0) return;
        var key = (world.Firms.Region[before], world.Firms.Region[now], world.Firms.Activity[now]);
        _moves[key] = _moves.GetValueOrDefault(key) + 1;
    }

    private void Remember(World world)
    {
        Workers workers = world.Workers;
        _known = workers.Count;
        if (_lineages.Length < _known) (_lineages, _employers) = (new ulong[_known * 2], new int[_known * 2]);
        for (int worker = 0; worker < _known; worker++) (_lineages[worker], _employers[worker]) = (workers.Lineage[worker], workers.Job[worker].Employer);
    }
}
