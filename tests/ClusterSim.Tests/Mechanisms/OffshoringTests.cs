using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class OffshoringTests
{
    private const int Firms = 500;

    private static readonly Offshoring.Parameters Usual = new() { Reconsideration = 6, Coordination = 0.35, Fall = 0, Step = 0.25 };

    [TestCase(0, 0, 0)]
    [TestCase(0.6, 1, 0.476863)] // -ln(0.4 + 0.6/e) = -ln 0.6207277
    [TestCase(0.9, 0, 0)]         // as dear abroad as at home
    public void Advantage_ByHand_IsWhatCheaperHoursSave(double abroad, double gap, double advantage) =>
        Assert.That(Offshoring.Advantage(abroad, gap), Is.EqualTo(advantage).Within(1e-6));

    [TestCase(0.6, 0.6)]
    [TestCase(1, 0.9)] // something stays at home
    public void Step_WideGap_MovesProductionInStepsAndItsEndBringsItBack(double productionShare, double most)
    {
        World world = World(productionShare);
        world.Country.WageGapAbroad[0] = 1;
        Worlds.Step(world, new Offshoring(Usual));
        int moved = world.Firms.Offshored.Span.ToArray().Count(abroad => abroad > 0);
        double chance = 1 - Math.Exp(-0.5);
        Assert.That(moved, Is.EqualTo(Firms * chance).Within(4 * Math.Sqrt(Firms * chance * (1 - chance))));
        Assert.That(world.Firms.Offshored.Span.ToArray(), Has.All.EqualTo(0).Or.EqualTo(0.25).Within(1e-12), "one step at a time");

        Pass(world, months: 60);
        Assert.That(world.Firms.Offshored.Span.ToArray(), Has.All.EqualTo(most).Within(1e-12));
        Assert.That(world.Firms.CostAdvantage.Span.ToArray(), Has.All.EqualTo(-Math.Log(1 - most + most / Math.E)).Within(1e-12));

        world.Country.WageGapAbroad[0] = 0.34; // less than coordination costs
        Pass(world, months: 60);
        Assert.That(world.Firms.Offshored.Span.ToArray(), Has.All.Zero);
        Assert.That(world.Firms.CostAdvantage.Span.ToArray(), Has.All.Zero);
    }

    [TestCase(0, 1)]
    [TestCase(0.34, 1)] // below what coordination costs
    [TestCase(1, 0)]    // there is nothing that could be made elsewhere
    public void Step_NarrowGapOrNoProduction_KeepsEverythingAtHome(double gap, double productionShare)
    {
        World world = World(productionShare);
        world.Country.WageGapAbroad[0] = gap;
        Pass(world, months: 12);
        Assert.That(world.Firms.Offshored.Span.ToArray(), Has.All.Zero);
    }

    [TestCase(15, false)] // 0.35 * 0.99^15 = 0.3010
    [TestCase(16, true)]  // 0.35 * 0.99^16 = 0.2980
    public void Step_FallingCostOfCoordination_OpensTheWayInTime(int years, bool moves)
    {
        World world = World(0.6);
        world.Country.WageGapAbroad[0] = 0.3;
        world.Tick = 12 * years;
        Worlds.Step(world, new Offshoring(Usual with { Fall = 0.01 }));
        Assert.That(world.Firms.Offshored.Span.ToArray().Any(abroad => abroad > 0), Is.EqualTo(moves));
    }

    private static void Pass(World world, int months)
    {
        for (int month = 0; month < months; month++, world.Tick++) Worlds.Step(world, new Offshoring(Usual));
    }

    private static World World(double productionShare)
    {
        World world = Worlds.Empty(Worlds.Level(1) with { Activities = [new ActivitySetup { Name = "focal", ProductionShare = productionShare }] });
        for (int i = 0; i < Firms; i++) Worlds.AddFirm(world, staff: 0);
        return world;
    }
}
