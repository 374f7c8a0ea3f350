using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Where a worker stands.</summary>
public enum Standing : byte
{
    Employed,
    Unemployed,

    /// <summary>Left for the background sector or retired; the row goes at the end of the year.</summary>
    Gone,
}

/// <summary>What a worker's present and last job leave to be read when something happens: one place in memory, since
/// whatever happens to a worker reads most of it.</summary>
public struct Job
{
    /// <summary>Row of the employer, -1 = none.</summary>
    public int Employer;

    /// <summary>Row of the employer before this one, -1 = none.</summary>
    public int Former;

    /// <summary>Month of the last change of standing or employer.</summary>
    public int Since;

    /// <summary>Row of the next worker on the employer's staff list, -1 = last.</summary>
    public int Next;

    /// <summary>Row of the previous one, -1 = first.</summary>
    public int Previous;

    /// <summary>Skill h when <see cref="Since"/> was stamped.</summary>
    public float Skill;

    /// <summary>The employer's training mark then, log points.</summary>
    public float TrainingMark;

    /// <summary>Carried competence e less the employer's trend then, log points; e itself without employer.</summary>
    public float Carried;
}

/// <summary>People attached to the modelled activities: in a firm, or looking for one. Experience, tenure and carried
/// competence are dates and offsets, read when something happens, so that time costs nothing.</summary>
public sealed class Workers : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Standing", Unit = "kind")] public Column<Standing> Standing { get; } = new();
    [State("Region", Unit = "row", Link = "Regions")] public Column<short> Region { get; } = new();
    [State("Activity of the last employer", Unit = "row", Link = "Activities")] public Column<short> Activity { get; } = new();
    [State("Employer, staff list, and skill and competence since the last change", Unit = "row, month, skill, log point")] public Column<Job> Job { get; } = new();
    [State("Month of first attachment", Unit = "month")] public Column<int> AttachedAt { get; } = new();
    [State("Birth month", Unit = "month")] public Column<int> BornAt { get; } = new();
    [State("Entrepreneurial trait, mean 1", Unit = "1")] public Column<float> Trait { get; } = new();
    [State("Wealth", Unit = "GBP thousand")] public Column<float> Wealth { get; } = new();

    /// <summary>Drops the rows of those who are gone and keeps the order of the rest.</summary>
    /// <param name="renamed">Receives the new row of each old one; what it holds for the dropped says nothing; length at least Count.</param>
    /// <param name="kept">Receives the old rows of those who stay; the same length.</param>
    public void Compact(Span<int> renamed, Span<int> kept)
    {
        Span<Standing> standing = Standing.Span;
        renamed = renamed[..standing.Length];
        kept = kept[..standing.Length];
        int stay = 0;
        for (int worker = 0; worker < standing.Length; worker++)
        {
            renamed[worker] = stay;
            kept[stay] = worker;
            stay += standing[worker] == State.Standing.Gone ? 0 : 1;
        }
        Compact(kept[..stay]);
    }
}
