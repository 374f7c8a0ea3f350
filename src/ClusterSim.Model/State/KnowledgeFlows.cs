namespace ClusterSim.Model.State;

/// <summary>How knowledge came from one firm to another.</summary>
public enum KnowledgeChannel : byte
{
    /// <summary>From a contact who was met.</summary>
    Proximity,

    /// <summary>Copied from the best contact of the same activity.</summary>
    Imitation,

    /// <summary>Along a trusted supply link.</summary>
    Supply,

    /// <summary>With a person who changed jobs, or from former colleagues.</summary>
    Movers,

    /// <summary>At a meeting of an association.</summary>
    Forum,
}

/// <summary>Learning events that have the same channel, year, places and age.</summary>
/// <param name="Year">1.. , the year under way.</param>
/// <param name="Source">Row of the region in which the teacher sits.</param>
/// <param name="Receiver">Row of the cluster of the firm that learns.</param>
/// <param name="Age">Years since the teacher's last innovation, or since its founding if it has had none, rounded down to a multiple of five; at most 20.</param>
public readonly record struct KnowledgeFlow(int Year, KnowledgeChannel Channel, int Source, int Receiver, int Age);

/// <summary>A count of who learnt from whom, kept beside a history by those who ask for it. It is no state of the model: nothing reads it
/// there, digests and stored states do not hold it, and a world without it is asked once an event and does nothing.</summary>
public sealed class KnowledgeFlows
{
    /// <summary>Years in a class of ages.</summary>
    public const int AgeClass = 5;

    /// <summary>The last class of ages is open, years.</summary>
    public const int Oldest = 20;

    private readonly Dictionary<KnowledgeFlow, int> _events = [];
    private readonly Dictionary<int, int> _innovated = [];

    /// <summary>Learning events since the count began.</summary>
    public IReadOnlyDictionary<KnowledgeFlow, int> Events => _events;

    /// <summary>A firm has innovated: what it knows is of this month.</summary>
    public void Renew(int firm, int tick) => _innovated[firm] = tick;

    /// <summary>Counts one event.</summary>
    /// <param name="founded">Month in which the teacher was founded.</param>
    public void Count(int tick, KnowledgeChannel channel, int teacher, int founded, int source, int receiver)
    {
        int years = Math.Max(0, tick - _innovated.GetValueOrDefault(teacher, founded)) / 12;
        var flow = new KnowledgeFlow(tick / 12 + 1, channel, source, receiver, Math.Min(Oldest, years / AgeClass * AgeClass));
        _events[flow] = _events.GetValueOrDefault(flow) + 1;
    }
}
