using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>How a firm came about.</summary>
public enum Origin : byte
{
    DeNovo,
    SpinOff,
    Diversifier,
    DisplacedFounder,
    Inward,

    /// <summary>Founded by people of a university or a public laboratory.</summary>
    Academic,
}

/// <summary>How a firm ended.</summary>
public enum Closure : byte
{
    None,
    Failure,
    Insolvency,
    TooSmall,
    Acquisition,
}

/// <summary>Firms. A row is a firm for good; <see cref="ClosedAt"/> tells the living from the dead.</summary>
public sealed class Firms : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Region", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Activity", Unit = "row", Link = "Activities")] public Column<int> Activity { get; } = new();
    [State("Founding month", Unit = "month")] public Column<int> FoundedAt { get; } = new();
    [State("Closing month, -1 while alive", Unit = "month")] public Column<int> ClosedAt { get; } = new();
    [State("Why it closed", Unit = "kind")] public Column<Closure> Closure { get; } = new();
    [State("How it came about", Unit = "kind")] public Column<Origin> Origin { get; } = new();
    [State("Firm that the founder left, -1 = none", Unit = "row", Link = "Firms")] public Column<int> Parent { get; } = new();
    [State("First firm of the family tree", Unit = "row", Link = "Firms")] public Column<int> Root { get; } = new();
    [State("Generation: 0 for firms without a parent", Unit = "generation")] public Column<int> Generation { get; } = new();
    [State("Region in which it was founded", Unit = "row", Link = "Regions")] public Column<int> Birthplace { get; } = new();
    [State("Region of the founder before founding", Unit = "row", Link = "Regions")] public Column<int> FoundingRegion { get; } = new();
    [State("Identity of the founding worker, 0 = from outside", Unit = "1")] public Column<ulong> Founder { get; } = new();
    [State("Spin-offs so far", Unit = "firm")] public Column<int> Children { get; } = new();

    [State("Competence q", Unit = "log point")] public Column<double> Competence { get; } = new();
    [State("Competence at birth less the activity's mean", Unit = "log point")] public Column<double> EntryCompetence { get; } = new();
    [State("Competence less the activity's mean, averaged over the firm's life", Unit = "log point")] public Column<double> Lead { get; } = new();
    [State("The parent's competence less the activity's mean at the child's birth; 0 without a parent", Unit = "log point")] public Column<double> ParentCompetence { get; } = new();
    [State("Knowledge position k", Unit = "1")] public Column<Knowledge> Knowledge { get; } = new();
    [State("Effective competence A: what customers meet", Unit = "log point")] public Column<double> Effective { get; } = new();
    [State("Quality of bought inputs relative to the mean supplier's", Unit = "log point")] public Column<double> InputQuality { get; } = new();
    [State("Loss from standing apart from the frontier, phi |k - k*|^2", Unit = "log point")] public Column<double> Misfit { get; } = new();
    [State("Gain from services nearby", Unit = "log point")] public Column<double> ServiceGain { get; } = new();
    [State("Loss from competences that neither the firm nor its partners hold", Unit = "log point")] public Column<double> ComplexityLoss { get; } = new();
    [State("Rigidity of routines: 1 = follows the market no more", Unit = "share")] public Column<double> Rigidity { get; } = new();
    [State("Lines to knowledge outside the country", Unit = "line")] public Column<byte> Pipelines { get; } = new();
    [State("Jobs moved abroad, of all that its sales need", Unit = "share")] public Column<double> Offshored { get; } = new();
    [State("Log of the cost at home over the cost with what is made abroad", Unit = "log point")] public Column<double> CostAdvantage { get; } = new();
    [State("Part of the technical and managerial competence q that is managerial", Unit = "log point")] public Column<double> Managerial { get; } = new();
    [State("Orders of public buyers, in jobs at mean productivity", Unit = "job")] public Column<double> PublicOrders { get; } = new();
    [State("Month of the last radical innovation, 0 = none", Unit = "month")] public Column<int> RadicalAt { get; } = new();
    [State("1 = makes the new kind of product", Unit = "1")] public Column<byte> InSubmarket { get; } = new();
    [State("Attraction in the logit of customers", Unit = "1")] public Column<double> Attraction { get; } = new();
    [State("Contacts", Unit = "row", Link = "Firms")] public Column<Contacts> Contacts { get; } = new();
    [State("Contacts in use", Unit = "contact")] public Column<int> ContactCount { get; } = new();
    [State("Contacts that the firm keeps up", Unit = "contact")] public Column<int> ContactTarget { get; } = new();
    [State("Firms between which and this one people have moved lately, row + 1; 0 = none", Unit = "row from 1")] public Column<FormerEmployers> FormerEmployers { get; } = new();
    [State("People who have come from or gone to such firms so far: the next slot, modulo their number", Unit = "person")] public Column<int> ColleagueTies { get; } = new();
    [State("Member of the cluster's association: 1 = yes", Unit = "1")] public Column<byte> Member { get; } = new();
    [State("Supply links", Unit = "row and trust")] public Column<SupplyLinks> Suppliers { get; } = new();
    [State("Supply links in use", Unit = "link")] public Column<int> SupplierCount { get; } = new();
    [State("Disagreement among those who lead lasts to this month", Unit = "month")] public Column<int> DisagreementUntil { get; } = new();

    [State("Staff, open posts, staff list, skills and what the staff have learnt here", Unit = StateAttribute.Record)] public Column<Payroll> Payroll { get; } = new();
    [State("Staff a year ago, by a twelve-month average", Unit = "person")] public Column<double> TrailingHeadcount { get; } = new();
    [State("Months for which posts have stood open", Unit = "month")] public Column<int> VacancyAge { get; } = new();
    [State("Log premium paid because posts stay open", Unit = "log point")] public Column<double> ScarcityPremium { get; } = new();
    [State("The firm's own lasting log wage deviation", Unit = "log point")] public Column<double> WageHabit { get; } = new();
    [State("Log posted wage relative to the country's background wage", Unit = "log point")] public Column<double> LogWage { get; } = new();
    [State("Recruits from the background so far", Unit = "person")] public Column<int> Recruited { get; } = new();

    [State("Sales, in jobs at mean productivity", Unit = "job")] public Column<double> Sales { get; } = new();
    [State("Cash, debt, price, and what came in and went out in the month", Unit = StateAttribute.Record)] public Column<Books> Books { get; } = new();
    [State("Posts beyond free growth that are equipped and paid for", Unit = "post")] public Column<int> EquippedPosts { get; } = new();
    [State("Investor who holds a stake, -1 = none", Unit = "row", Link = "Investors")] public Column<int> Backer { get; } = new();
    [State("Stake of that investor", Unit = "share")] public Column<double> Stake { get; } = new();
    [State("First intervention that supported it: gave its founder a grant, lured it here, put a public fund's money in, trained its staff or introduced it; -1 = none", Unit = "row", Link = "Programmes")] public Column<int> SupportedBy { get; } = new();

    /// <summary>True while the firm lives.</summary>
    public bool Alive(int firm) => ClosedAt[firm] < 0;
}
