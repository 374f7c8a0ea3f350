using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A firm's books of the month (of the tick, where that is longer), GBP thousand: one place in memory, since whoever opens them reads most of it.
/// Cash less opening cash = revenue - wages - production abroad - inputs - rent - research - disputes - dues - investment - taxes and dividends + equity +
/// net borrowing; the checked mode holds every firm to it.</summary>
public struct Books
{
    [State("Cash", Unit = "GBP thousand")] public double Cash;
    [State("Cash when this month's books were opened", Unit = "GBP thousand")] public double OpeningCash;
    [State("Bank debt", Unit = "GBP thousand")] public double Debt;
    [State("Price of a job's output, a month", Unit = "GBP thousand")] public double Price;
    [State("Orders of buyers in the month", Unit = "GBP thousand")] public double Orders;
    [State("Revenue of the month", Unit = "GBP thousand")] public double Revenue;
    [State("Wages of the month", Unit = "GBP thousand")] public double WageBill;
    [State("Cost of production abroad in the month", Unit = "GBP thousand")] public double ForeignBill;
    [State("Inputs bought in the month", Unit = "GBP thousand")] public double InputBill;
    [State("Rent of the month", Unit = "GBP thousand")] public double RentBill;
    [State("Research of the month", Unit = "GBP thousand")] public double ResearchBill;
    [State("Cost of disputes in the month", Unit = "GBP thousand")] public double DisputeBill;
    [State("Dues to associations in the month", Unit = "GBP thousand")] public double Dues;
    [State("Premises, equipment and daughters paid for in the month", Unit = "GBP thousand")] public double InvestmentBill;
    [State("Taxes and dividends of the month", Unit = "GBP thousand")] public double TaxesAndDividends;
    [State("Equity and grants paid in during the month", Unit = "GBP thousand")] public double EquityIn;
    [State("Loans taken less interest and repayments in the month", Unit = "GBP thousand")] public double NetBorrowing;
    [State("Research share of revenue", Unit = "share")] public double ResearchShare;
    /// <summary>What the month costs before investment, taxes and finance, GBP thousand.</summary>
    public readonly double Costs => WageBill + ForeignBill + InputBill + RentBill + ResearchBill + DisputeBill + Dues;

    [State("Months in the red without a lender", Unit = "month")] public int MonthsInsolvent;
}
