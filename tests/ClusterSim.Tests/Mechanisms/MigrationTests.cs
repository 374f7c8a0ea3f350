using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class MigrationTests
{
    [Test]
    public void Step_Background_MovesByTheLogitOfUtilities()
    {
        World world = Worlds.Empty(2);
        world.Regions.Amenity[1] = 1;
        world.Regions.Rent[1] = 2;
        world.Regions.BackgroundLogWage[1] = 0.1;
        Worlds.AddFirm(world, region: 1, staff: 20); // pays nothing above background
        world.Firms.LogWage[0] = 0.1;
        var p = new Migration.Parameters { Rate = 0.05, WageWeight = 2, RentWeight = 0.5, AmenityWeight = 0.3, TradeWeight = 0.4, DistanceWeight = 0.8 };
        Worlds.Step(world, new Migration(p));

        double pull = 2 * 0.1 - 0.5 * Math.Log(2) + 0.3 + 0.4 * 10 * 0.02, cost = 0.8 * Math.Log(1 + Worlds.Apart / 50);
        double movers = 1_000 * (1 - Math.Exp(-0.05));
        double there = movers * Math.Exp(pull - cost) / (1 + Math.Exp(pull - cost)), back = movers / (1 + Math.Exp(pull + cost));
        Assert.That(world.Regions.Population[1], Is.EqualTo(1_000 + there - back).Within(1e-9));
    }

    [Test]
    public void Step_WorkersOfTheTrade_MoveByTheSameLogitAndLookForWork()
    {
        const int workers = 3_000;
        World world = Worlds.Empty(2);
        int firm = Worlds.AddFirm(world, staff: workers);
        Worlds.Step(world, new Migration(new() { Rate = 0.5, TradeWeight = 0, DistanceWeight = 0.8 }));
        double leave = (1 - Math.Exp(-0.5)) / (1 + Math.Exp(0.8 * Math.Log(3)));
        int arrived = world.Clusters.Arrivals[world.Cluster(1, 0)];
        Assert.That(arrived, Is.EqualTo(workers * leave).Within(4 * Math.Sqrt(workers * leave * (1 - leave))));
        Assert.That(world.Firms.Payroll[firm].Headcount, Is.EqualTo(workers - arrived));
        Assert.That(world.Regions.Unemployed[0], Is.Zero);
        Assert.That(world.Regions.Unemployed[1], Is.EqualTo(arrived));
    }

    [Test]
    public void Step_RateZero_MovesNobody()
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, staff: 100);
        world.Regions.Amenity[1] = 3;
        Worlds.Step(world, new Migration(new() { Rate = 0 }));
        Assert.That(world.Regions.Population.Span.ToArray(), Has.All.EqualTo(1_000));
        Assert.That(world.Clusters.Arrivals[1], Is.Zero);
    }

    [Test]
    public void History_OfTwentyYears_KeepsThePopulation()
    {
        World world = Worlds.Run(new ModelConfiguration(), 2, 240).World;
        Assert.That(world.Regions.Population.Span.ToArray().Sum(), Is.EqualTo(120_000).Within(1e-6));
        Assert.That(world.Regions.Population.Span.ToArray(), Has.All.GreaterThan(0));
    }
}
