using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class MarketDemandTests
{
    private static readonly ActivitySetup Setup = new()
    {
        Name = "focal", PeakDemand = 1_000, Midpoint = 120, TimeScale = 30, InitialDemand = 40,
    };

    [Test]
    public void Trend_AtTheMidpoint_IsHalfThePeakAboveTheStart() =>
        Assert.That(MarketDemand.Trend(Setup, 120), Is.EqualTo(540).Within(1e-9));

    [Test]
    public void Trend_OneTimeScaleAfterTheMidpoint_IsTheLogisticCurve()
    {
        Assert.That(MarketDemand.Trend(Setup, 150), Is.EqualTo(1_000 / (1 + Math.Exp(-1)) + 40).Within(1e-9));
        Assert.That(MarketDemand.Trend(Setup, 90) + MarketDemand.Trend(Setup, 150), Is.EqualTo(1_080).Within(1e-9),
            "the curve is symmetric around its midpoint");
    }

    [Test]
    public void Step_WithoutSwings_GivesTheTrendTimesTheShift()
    {
        World world = Worlds.Empty(Worlds.Level(1) with { Activities = [Setup] });
        world.Tick = 150;
        world.Activities.Shift[0] = -0.3;
        Worlds.Step(world, new MarketDemand(new() { Spread = 0 }));
        Assert.That(world.Activities.Volume[0], Is.EqualTo(MarketDemand.Trend(Setup, 150) * Math.Exp(-0.3)).Within(1e-9));
    }

    [Test]
    public void Step_ActivityWithABuyer_LeavesItsDemandToTheBuyer()
    {
        World world = Worlds.Empty(1, 2);
        world.Activities.Volume[1] = 17;
        Worlds.Step(world, new MarketDemand(new()));
        Assert.That(world.Activities.Volume[1], Is.EqualTo(17));
    }

    [Test]
    public void Step_OverManyMonths_SwingsWithTheSpreadAndYearlyMemoryAsked()
    {
        const int months = 6_000;
        const double spread = 0.1, memory = 0.2;
        World world = Worlds.Empty();
        var demand = new MarketDemand(new() { Spread = spread, Memory = memory });
        var swing = new double[months];
        for (int month = 0; month < months; month++)
        {
            world.Tick = month;
            Worlds.Step(world, demand);
            swing[month] = world.Activities.Cycle[0];
        }
        double variance = swing.Average(x => x * x), product = 0;
        for (int month = 12; month < months; month++) product += swing[month] * swing[month - 12];

        // Standard errors of an AR(1), by Bartlett: m is the memory of a month.
        double m2 = Math.Pow(memory, 2.0 / 12), stretch = (1 + m2) / (1 - m2);
        Assert.That(variance / (spread * spread), Is.EqualTo(1).Within(4 * Math.Sqrt(2 * stretch / months)));
        Assert.That(product / (months - 12) / variance, Is.EqualTo(memory).Within(4 * Math.Sqrt(stretch / months)));
    }

    [Test]
    public void Step_InTheFirstMonth_DrawsAnew()
    {
        World world = Worlds.Empty();
        var demand = new MarketDemand(new() { Memory = 0 });
        demand.Start(world, Worlds.DrawsOf(demand.Name, 0));
        double first = world.Activities.Cycle[0];
        Worlds.Step(world, demand);
        Assert.That(world.Activities.Cycle[0], Is.Not.EqualTo(first));
    }
}
