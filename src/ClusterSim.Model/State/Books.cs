namespace ClusterSim.Model.State;

/// <summary>A firm's books of the month, GBP thousand: one place in memory, since whoever opens them reads most of it.
/// Cash less opening cash = revenue - wages - inputs - rent - research - investment - taxes and dividends + equity +
/// net borrowing; the checked mode holds every firm to it.</summary>
public struct Books
{
    /// <summary>Cash.</summary>
    public double Cash;

    /// <summary>Cash when this month's books were opened.</summary>
    public double OpeningCash;

    /// <summary>Bank debt.</summary>
    public double Debt;

    /// <summary>Price of a job's output, a month.</summary>
    public double Price;

    /// <summary>Orders of buyers in the month.</summary>
    public double Orders;

    /// <summary>Revenue of the month.</summary>
    public double Revenue;

    /// <summary>Wages of the month.</summary>
    public double WageBill;

    /// <summary>Inputs bought in the month.</summary>
    public double InputBill;

    /// <summary>Rent of the month.</summary>
    public double RentBill;

    /// <summary>Research of the month.</summary>
    public double ResearchBill;

    /// <summary>Premises and equipment bought in the month.</summary>
    public double InvestmentBill;

    /// <summary>Taxes and dividends of the month.</summary>
    public double TaxesAndDividends;

    /// <summary>Equity and grants paid in during the month.</summary>
    public double EquityIn;

    /// <summary>Loans taken less interest and repayments in the month.</summary>
    public double NetBorrowing;

    /// <summary>Research share of revenue.</summary>
    public double ResearchShare;

    /// <summary>Months in the red without a lender.</summary>
    public int MonthsInsolvent;
}
