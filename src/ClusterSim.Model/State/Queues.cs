using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Firms about to be founded: queued by the founding mechanisms, paid for by finance, made real by entry.
/// Empty between ticks.</summary>
public sealed class Foundings : Table
{
    [State("Identity of the firm to be", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("How it comes about", Unit = "kind")] public Column<Origin> Origin { get; } = new();
    [State("Region", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Region of the founder", Unit = "row", Link = "Regions")] public Column<int> FoundingRegion { get; } = new();
    [State("Activity", Unit = "row", Link = "Activities")] public Column<int> Activity { get; } = new();
    [State("Parent firm, -1 = none", Unit = "row", Link = "Firms")] public Column<int> Parent { get; } = new();
    [State("Founding worker, -1 = from outside", Unit = "row", Link = "Workers")] public Column<int> Founder { get; } = new();
    [State("Competence", Unit = "log point")] public Column<double> Competence { get; } = new();
    [State("Part of the competence that is managerial", Unit = "log point")] public Column<double> Managerial { get; } = new();
    [State("Knowledge", Unit = "1")] public Column<Knowledge> Knowledge { get; } = new();
    [State("Staff at the start", Unit = "person")] public Column<int> Size { get; } = new();
    [State("Colleagues who come along", Unit = "person")] public Column<int> Colleagues { get; } = new();
    [State("Cost of entry", Unit = "GBP thousand")] public Column<double> Cost { get; } = new();
    [State("Raised so far: own, bank, angels, funds, grants", Unit = "GBP thousand")] public Column<double> Raised { get; } = new();
    [State("Own wealth put in", Unit = "GBP thousand")] public Column<double> OwnMoney { get; } = new();
    [State("Bank loan", Unit = "GBP thousand")] public Column<double> Loan { get; } = new();
    [State("Money of angels or funds", Unit = "GBP thousand")] public Column<double> RiskMoney { get; } = new();
    [State("Grant", Unit = "GBP thousand")] public Column<double> Grant { get; } = new();
    [State("Investor, -1 = none", Unit = "row", Link = "Investors")] public Column<int> Backer { get; } = new();
    [State("Its people are at odds with it until this month", Unit = "month")] public Column<int> QuarrelUntil { get; } = new();
    [State("Intervention that supports it, -1 = none", Unit = "row", Link = "Programmes")] public Column<int> SupportedBy { get; } = new();
}

/// <summary>People of the background sector on their way into a firm or, laid off there, into the activity's pool of unemployed. Empty between ticks.</summary>
public sealed class Recruits : Table
{
    [State("Identity of the worker to be", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Firm, -1 = none yet", Unit = "row", Link = "Firms")] public Column<int> Firm { get; } = new();
    [State("Region, where there is no firm", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Activity, where there is no firm", Unit = "row", Link = "Activities")] public Column<int> Activity { get; } = new();
    [State("Skill", Unit = "skill")] public Column<double> Skill { get; } = new();

    /// <summary>Queues a person who will look for work in a region and activity.</summary>
    public void Seek(ulong lineage, int region, int activity, double skill)
    {
        int row = Append();
        Lineage[row] = lineage;
        Firm[row] = -1;
        Region[row] = region;
        Activity[row] = activity;
        Skill[row] = skill;
    }
}
