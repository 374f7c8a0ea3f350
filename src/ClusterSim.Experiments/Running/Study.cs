using ClusterSim.Experiments.Cases;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>One alternative: a name and the configuration that makes it differ from the baseline.</summary>
/// <param name="PlaceboOf">Name of the arm, earlier in the study, at whose times in other replications it starts; empty for others.</param>
public sealed record Arm(string Name, ModelConfiguration Configuration, string PlaceboOf = "")
{
    /// <summary>Whether it did anything in a history. Without policies it differs by an event of the scenario, and so from the start.</summary>
    /// <param name="startedAt">Month in which its first policy started, -1 = never.</param>
    public bool HasStarted(int startedAt) => startedAt >= 0 || Configuration.Policies.Count == 0;
}

/// <summary>What is run: a baseline, alternatives that share its draws, how often, for how long, and what is measured.</summary>
public sealed record Study
{
    private static readonly int Scopes = Enum.GetValues<Scope>().Length;

    /// <summary>Kebab-case name.</summary>
    public required string Name { get; init; }

    /// <summary>What the baseline is called in tables and files.</summary>
    public string BaselineName { get; init; } = "baseline";

    public required ModelConfiguration Baseline { get; init; }

    public IReadOnlyList<Arm> Arms { get; init; } = [];

    /// <summary>Pairs in all; with several worlds a multiple of their number: pair i lies in world i modulo their number, so that a run
    /// that breaks off has its worlds evenly done.</summary>
    public int Replications { get; init; } = 50;

    /// <summary>Draws of uncertain parameters; null = the one world of the scenario.</summary>
    public StudyWorlds? Worlds { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>What is measured where nothing is said.</summary>
    public static IReadOnlyList<string> UsualMeasures { get; } = ["jobs", "firms", "spin-off-count", "trusted-links", "effective-competence", "wage"];

    /// <summary>Indicators measured, by name; the first is the headline.</summary>
    public IReadOnlyList<string> Measures { get; init; } = UsualMeasures;

    /// <summary>Years after an arm's own start at which it is compared with its untreated twin.</summary>
    public IReadOnlyList<int> Horizons { get; init; } = [5, 15, 25];

    /// <summary>Calendar years at which arms are compared.</summary>
    public IReadOnlyList<int> CalendarYears { get; init; } = [30, 50, 80];

    public IReadOnlyList<Probe> Probes { get; init; } = [];

    /// <summary>Whether the registers of firms, deals and events are kept.</summary>
    public bool RecordFirms { get; init; }

    /// <summary>Whether firms, region-activities and moves between regions are kept year by year; goes with <see cref="RecordFirms"/>.</summary>
    public bool RecordYears { get; init; }

    /// <summary>Whether the jobs of every arm are split by a ledger at its horizons.</summary>
    public bool Additionality { get; init; }

    /// <summary>Whether the accounting identities are checked after every step.</summary>
    public bool Checked { get; init; }

    /// <summary>Whether a replication that breaks off is noted and left out, instead of ending the study.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>A stored state that every history continues from; null = from month 0.</summary>
    public byte[]? StoredState { get; init; }

    /// <summary>What kind of answer is wanted: compare, best-timing, robust, sensitivity, critical-mass or turning-point.</summary>
    public string Answer { get; init; } = "compare";

    /// <summary>Whether it is asked which parameters the outcome hangs on: the answers that need no arms, a turning point being asked of a parameter too.</summary>
    public bool AsksForCauses => Answer is "sensitivity" or "turning-point";

    /// <summary>Path of the uncertain parameter of which there may be a critical mass; empty for other answers.</summary>
    public string Size { get; init; } = "";

    /// <summary>The date at which the answer is read, one of <see cref="Points"/>; null = the middle horizon, or the last calendar year.</summary>
    public StudyPoint? ReadAt { get; init; }

    /// <summary>Every date at which arms are compared: the horizons, then the calendar years.</summary>
    public IReadOnlyList<StudyPoint> Points => [.. Horizons.Select(years => new StudyPoint(true, years)), .. CalendarYears.Select(years => new StudyPoint(false, years))];

    /// <summary>Where the answer is read: on the arms' own clock, or on the calendar where there is none.</summary>
    public StudyPoint Moment => ReadAt
        ?? (Horizons.Count > 0 ? new StudyPoint(true, Horizons[Horizons.Count / 2]) : new StudyPoint(false, CalendarYears.Count > 0 ? CalendarYears[^1] : Months / 12));

    /// <summary>Values kept of an arm in a pair, on either side: one for each date, place and measure.</summary>
    public int Values => (Horizons.Count + CalendarYears.Count) * Scopes * Measures.Count;

    /// <summary>Where a value stands in <see cref="ArmOutcome.Twin"/> and <see cref="ArmOutcome.Treated"/>.</summary>
    /// <param name="point">Position in <see cref="Points"/>.</param>
    /// <param name="measure">Position in <see cref="Measures"/>.</param>
    public int ValueAt(int point, Scope place, int measure) => (point * Scopes + (int)place) * Measures.Count + measure;

    /// <summary>Where the headline stands, at the date where the answer is read.</summary>
    public int HeadlineAt(Scope place) => ValueAt(Points.ToList().IndexOf(Moment), place, 0);

    /// <summary>The same study with one arm, the last; before it, if it is a placebo, the arm whose times it takes.</summary>
    /// <param name="arm">-1 = none.</param>
    public Study Only(int arm)
    {
        int[] kept = arm < 0 ? [] : [.. Enumerable.Range(0, arm).Where(other => Arms[other].Name == Arms[arm].PlaceboOf), arm];
        return this with { Arms = [.. kept.Select(each => Arms[each])], Worlds = Worlds?.Only(kept) };
    }

    /// <summary>The smallest difference of the headline that matters, in the model's unit; null = none is declared.</summary>
    public double? Smallest { get; init; }

    /// <summary>The world of a pair; 0 where there is one.</summary>
    public int WorldOf(int pair) => Worlds is null ? 0 : pair % Worlds.Count;

    /// <summary>The replication under whose draws a pair is lived. Worlds that are to be held against one another share their draws; of
    /// others every pair has its own, so that a mean over worlds averages their luck as well.</summary>
    public int DrawsOf(int pair) => Worlds is { Design.SharesDraws: true } ? pair / Worlds.Count : pair;

    /// <summary>Length of a history, months.</summary>
    public int Months => Baseline.Months;
}
