using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Risk capital in the hands of local angels.</summary>
[Indicator("risk-capital", Unit = "GBP thousand", Additive = true, Source = "B28", Summary = "Risk capital in the hands of local angels")]
public sealed class LocalRiskCapital : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        if (region >= 0) return world.Regions.RiskCapital[region];
        double sum = 0;
        foreach (double money in world.Regions.RiskCapital.Span) sum += money;
        return sum;
    }
}

/// <summary>Money of angels and funds received since the start.</summary>
[Indicator("risk-money", Unit = "GBP thousand", Additive = true, Source = "B27", Summary = "Money of angels and funds received since the start")]
public sealed class RiskMoneySoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.RiskMoney, region, activity);
}

/// <summary>Deals of angels and funds since the start.</summary>
[Indicator("deals", Unit = "deal", Additive = true, Source = "B27", Summary = "Deals of angels and funds since the start")]
public sealed class DealsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Deals, region, activity);
}

/// <summary>Mean cash of a firm.</summary>
[Indicator("cash", Unit = "GBP thousand", Source = "B29", Summary = "Mean cash of a firm")]
public sealed class CashHeld : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Books[firm].Cash);
}

/// <summary>Policy spending since the start, delivery included.</summary>
[Indicator("policy-spending", Unit = "GBP thousand", LowerIsBetter = true, Additive = true, Source = "B51", Summary = "Policy spending since the start, delivery included")]
public sealed class PolicySpendingSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.PolicySpending, region, activity);
}
