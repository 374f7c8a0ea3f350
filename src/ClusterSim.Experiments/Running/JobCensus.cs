using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Who works where at one date: the staff of every firm and the place of every person. Its memory is used again for the next.</summary>
internal sealed class JobCensus
{
    /// <summary>Row of the activity whose jobs are counted: the one that indicators measure.</summary>
    public const int Focal = 0;

    private const short Gone = -1;

    private int[] _staff = [];
    private short[] _regions = [];
    private bool[] _supported = [];
    private ulong[] _persons = [];
    private short[] _places = [];

    /// <summary>The register; of its rows the first <see cref="FirmCount"/> existed at the date, and nothing that is read of them here changes later.</summary>
    public Firms Firms { get; private set; } = null!;

    public int FirmCount { get; private set; }

    public int PersonCount { get; private set; }

    /// <summary>Staff by row of the register, 0 for the closed.</summary>
    public ReadOnlySpan<int> Staff => _staff.AsSpan(0, FirmCount);

    /// <summary>Lineage ids of the persons attached.</summary>
    public ReadOnlySpan<ulong> Persons => _persons.AsSpan(0, PersonCount);

    /// <summary>Takes the census.</summary>
    /// <param name="own">Whether an intervention of the configuration, by number, is one whose support counts.</param>
    public void Take(World world, IReadOnlyList<bool> own)
    {
        Firms = world.Firms;
        FirmCount = Firms.Count;
        if (_staff.Length < FirmCount)
        {
            _staff = new int[FirmCount + FirmCount / 4];
            _regions = new short[_staff.Length];
            _supported = new bool[_staff.Length];
        }
        Array.Clear(_staff, 0, FirmCount);
        Array.Clear(_supported, 0, FirmCount);
        foreach (int firm in world.Living) _staff[firm] = Firms.Payroll[firm].Headcount;
        for (int firm = 0; firm < FirmCount; firm++) _regions[firm] = (short)Firms.Region[firm];
        ReadOnlySpan<int> supporters = Firms.SupportedBy.Span;
        for (int firm = 0; firm < FirmCount && own.Count > 0; firm++)
            _supported[firm] = supporters[firm] >= 0 && own[world.Programmes.Intervention[supporters[firm]]];
        CountPersons(world.Workers);
    }

    /// <summary>Where a firm that existed at the date was at that time; it may have moved since.</summary>
    public int Region(int firm) => _regions[firm];

    /// <summary>Whether a firm that existed at the date had been supported by then.</summary>
    public bool IsSupported(int firm) => _supported[firm];

    /// <summary>Where a person lives, who works there or looks for work; -1 = the person has left the activities.</summary>
    public int Home(int person) => _places[person] < 0 ? -1 : _places[person] >> 1;

    /// <summary>Whether a person has a job of the focal activity.</summary>
    public bool HasJob(int person) => _places[person] >= 0 && (_places[person] & 1) == 1;

    private void CountPersons(Workers workers)
    {
        PersonCount = workers.Count;
        if (_persons.Length < PersonCount)
        {
            _persons = new ulong[PersonCount + PersonCount / 4];
            _places = new short[_persons.Length];
        }
        workers.Lineage.Span.CopyTo(_persons);
        ReadOnlySpan<Standing> standings = workers.Standing.Span;
        ReadOnlySpan<short> regions = workers.Region.Span, activities = workers.Activity.Span;
        for (int person = 0; person < standings.Length; person++)
        {
            bool employed = standings[person] == Standing.Employed && activities[person] == Focal;
            _places[person] = standings[person] == Standing.Gone ? Gone : (short)(regions[person] << 1 | (employed ? 1 : 0));
        }
    }
}
