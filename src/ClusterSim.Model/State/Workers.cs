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
    [State("Employer, -1 = none", Unit = "row", Link = "Firms")] public int Employer;
    [State("Employer before this one, -1 = none", Unit = "row", Link = "Firms")] public int Former;
    [State("Month of the last change of standing or employer", Unit = "month")] public int Since;
    [State("Next on the employer's staff list, -1 = last", Unit = "row", Link = "Workers")] public int Next;
    [State("Previous on the staff list, -1 = first", Unit = "row", Link = "Workers")] public int Previous;
    [State("Skill h when Since was stamped", Unit = "skill")] public float Skill;
    [State("The employer's training mark when Since was stamped", Unit = "log point")] public float TrainingMark;
    [State("Carried competence e less the employer's trend when Since was stamped; e itself without employer", Unit = "log point")] public float Carried;
}

/// <summary>People attached to the modelled activities: in a firm, or looking for one. Experience, tenure and carried
/// competence are dates and offsets, read when something happens, so that time costs nothing.</summary>
public sealed class Workers : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Standing", Unit = "kind")] public Column<Standing> Standing { get; } = new();
    [State("Region", Unit = "row", Link = "Regions")] public Column<short> Region { get; } = new();
    [State("Activity of the last employer", Unit = "row", Link = "Activities")] public Column<short> Activity { get; } = new();
    [State("Employer, staff list, and skill and competence since the last change", Unit = StateAttribute.Record)] public Column<Job> Job { get; } = new();
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
