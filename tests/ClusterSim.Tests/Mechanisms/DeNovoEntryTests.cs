using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class DeNovoEntryTests
{
    [Test]
    public void Step_Founders_ArriveByPopulationPullAndCulture()
    {
        const int months = 2_000;
        World world = Worlds.Empty(3);
        world.Activities.Opportunity[0] = 0.5;
        world.Regions.Population[0] = 3_000;
        for (int i = 0; i < 15; i++) Worlds.AddFirm(world, region: 1, staff: 0);
        world.Regions.Culture[2] = 1;
        Enter(world, new() { Pull = 0.5, UsuallyFunded = 0.5 }, months);

        double founders = 14.0 / 12 / 0.5 * 0.5 * months; // the potential of the focal activity is 14 a year
        double[] weight = [3, 4, 1]; // the root of 1 + 15 firms
        double[] culture = [1, 1, 2];
        int[] regions = world.Foundings.Region.Span.ToArray();
        for (int region = 0; region < 3; region++)
        {
            double expected = founders * weight[region] / 8 * culture[region];
            Assert.That(regions.Count(row => row == region), Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        }
    }

    [Test]
    public void Step_Newcomers_AreSpreadAroundTheMeanFirmAndTheFrontier()
    {
        World world = Worlds.Empty();
        world.Activities.Opportunity[0] = 1;
        world.Activities.MeanCompetence[0] = 0.4;
        world.Activities.Frontier[0][5] = 2;
        Enter(world, new() { Gap = -0.15, Spread = 0.29, KnowledgeSpread = 0.54 }, 800);
        int count = world.Foundings.Count;
        double[] competence = world.Foundings.Competence.Span.ToArray();
        Assert.That(competence.Average(), Is.EqualTo(0.25).Within(4 * 0.29 / Math.Sqrt(count)));
        double variance = competence.Average(q => (q - 0.25) * (q - 0.25));
        Assert.That(variance, Is.EqualTo(0.29 * 0.29).Within(4 * 0.29 * 0.29 * Math.Sqrt(2.0 / count)));
        double squares = world.Foundings.Knowledge.Span.ToArray().Average(k => Knowledge.SquaredDistance(k, world.Activities.Frontier[0]));
        Assert.That(squares, Is.EqualTo(0.54 * 0.54).Within(4 * 0.54 * 0.54 * Math.Sqrt(0.25 / count)));
    }

    [Test]
    public void Step_PublicBuyersAndTasteForRisk_DrawFounders()
    {
        const int months = 2_000;
        World world = Worlds.Empty(3);
        world.Activities.Opportunity[0] = 0.5;
        Worlds.AddFirm(world, staff: 10);
        world.Clusters.PublicDemand[0] = 30; // over ten and the ten jobs there: twice 1.5
        world.Regions.RiskTolerance[2] = 1;
        Enter(world, new() { Pull = 0, Clients = 2, UsuallyFunded = 0.5 }, months);
        double founders = 14.0 / 12 * months;
        double[] expected = [founders * 4 / 6, founders / 6, founders / 6 * 2];
        for (int region = 0; region < 3; region++)
            Assert.That(world.Foundings.Region.Span.ToArray().Count(row => row == region), Is.EqualTo(expected[region]).Within(Worlds.FourErrors(expected[region])));
    }

    [Test]
    public void Step_OpenSubmarket_DrawsItsShareOfNewcomers()
    {
        World world = Worlds.Empty();
        world.Activities.Opportunity[0] = 1;
        world.Activities.Submarket[0] = new Submarket { OpenedAt = 1, Share = 0.3, Potential = 0.4 };
        world.Activities.Submarket[0].Frontier[0] = 9;
        Enter(world, new() { KnowledgeSpread = 0.5 }, 800);
        int count = world.Foundings.Count, there = world.Foundings.Knowledge.Span.ToArray().Count(k => k[0] > 4.5);
        Assert.That(there, Is.EqualTo(0.3 * count).Within(4 * Math.Sqrt(count * 0.3 * 0.7)));
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Firms.InSubmarket.Span.ToArray().Sum(flag => flag), Is.EqualTo(there), "they make what they know");
    }

    [Test]
    public void Step_NoPotential_BringsNobody()
    {
        World world = Worlds.Empty(Worlds.Level(2) with { Activities = [new ActivitySetup { Name = "focal", EntryPotential = 0 }] });
        Enter(world, new(), 120);
        Assert.That(world.Foundings.Count, Is.Zero);
    }

    private static void Enter(World world, DeNovoEntry.Parameters parameters, int months)
    {
        var mechanism = new DeNovoEntry(parameters);
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, mechanism);
    }
}
