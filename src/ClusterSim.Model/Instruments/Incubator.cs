using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Places for young firms: their rent is paid, and people who have managed firms advise them.</summary>
[Instrument("incubator", Source = "Schwartz 2013 finds no longer lives; assumption", Summary = "Rent and advice for young firms")]
public sealed class Incubator(Incubator.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.01, 100, Unit = "GBP thousand a firm and month", Low = 0.25, High = 1, Source = "assumption", Summary = "Rent paid for a firm")]
        public double Rent { get; init; } = 0.5;

        [Parameter(0, 100, Unit = "GBP thousand a firm and month", Low = 0.25, High = 1.5, Source = "assumption", Summary = "Cost of advice to a firm")]
        public double AdviceCost { get; init; } = 0.5;

        [Parameter(0, 0.5, Unit = "log point a year", Low = 0, High = 0.05, Source = "assumption; Hellmann and Puri 2002 for what management adds", Summary = "Competence that advice adds, all of it managerial")]
        public double Advice { get; init; } = 0.02;

        [Parameter(1, 240, Unit = "month", Low = 24, High = 60, Source = "assumption", Summary = "Age up to which a firm may have a place")]
        public int Youth { get; init; } = 36;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme], months = world.TickLength.Months;
        ReadOnlySpan<int> members = world.FirmsOf(world.Cluster(region, activity));
        int places = Treasury.Affordable(world, programme, (p.Rent + p.AdviceCost) * months), young = 0, helped = 0;
        foreach (int firm in members) young += IsYoung(world, firm) ? 1 : 0;
        foreach (int firm in members)
        {
            // By lot, so that no firm gains from standing first.
            if (helped == places || !IsYoung(world, firm) || !draws.Chance((double)places / young, world.Firms.Lineage[firm])) continue;
            Treasury.Give(world, programme, firm, p.Rent * months);
            world.Firms.Managerial[firm] += p.Advice / 12 * months;
            world.Firms.Competence[firm] += p.Advice / 12 * months;
            helped++;
        }
        if (helped > 0) Treasury.Pay(world, programme, region, helped * (p.Rent + p.AdviceCost) * months, helped * months);
    }

    private bool IsYoung(World world, int firm) => world.Tick - world.Firms.FoundedAt[firm] < p.Youth;
}
