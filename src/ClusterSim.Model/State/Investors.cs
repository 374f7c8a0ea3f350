using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Kinds of investor.</summary>
public enum InvestorKind : byte
{
    Bank,
    Angel,
    VentureFund,
    GovernmentFund,
}

/// <summary>Sources of capital: a bank and a circle of angels in every region, venture funds where firms have been
/// sold, and public funds that policy sets up.</summary>
public sealed class Investors : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Kind", Unit = "kind")] public Column<InvestorKind> Kind { get; } = new();
    [State("Home region", Unit = "row", Link = "Regions")] public Column<int> Region { get; } = new();
    [State("Founding month", Unit = "month")] public Column<int> FoundedAt { get; } = new();
    [State("Money raised so far", Unit = "GBP thousand")] public Column<double> Raised { get; } = new();
    [State("Money not yet invested", Unit = "GBP thousand")] public Column<double> Uninvested { get; } = new();
    [State("Deals so far: the record that sharpens judgement", Unit = "deal")] public Column<int> Deals { get; } = new();
    [State("Proceeds of exits so far", Unit = "GBP thousand")] public Column<double> Proceeds { get; } = new();
    [State("How far it looks for deals", Unit = "km")] public Column<double> Reach { get; } = new();
}

/// <summary>Deals: who put how much into which firm, and how it ended.</summary>
public sealed class Deals : Table
{
    [State("Investor", Unit = "row", Link = "Investors")] public Column<int> Investor { get; } = new();
    [State("Firm", Unit = "row", Link = "Firms")] public Column<int> Firm { get; } = new();
    [State("Month", Unit = "month")] public Column<int> Tick { get; } = new();
    [State("Round, from 1", Unit = "round")] public Column<int> Round { get; } = new();
    [State("Amount", Unit = "GBP thousand")] public Column<double> Amount { get; } = new();
    [State("Month of exit, -1 = still held", Unit = "month")] public Column<int> ExitTick { get; } = new();
    [State("Proceeds of the exit", Unit = "GBP thousand")] public Column<double> ExitValue { get; } = new();
}
