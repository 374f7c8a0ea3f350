using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class InwardInvestmentTests
{
    private const int Months = 1_200;

    [Test]
    public void Step_Sites_ArriveAtTheirRateWhereTheCompetentAre()
    {
        World world = Worlds.Empty(4);
        for (int i = 0; i < 4; i++) Worlds.AddFirm(world, 0, competence: 0.5);
        Worlds.AddFirm(world, 1, competence: 0.1);
        for (int i = 0; i < 2; i++) Worlds.AddFirm(world, 2, competence: 0.3);
        world.Regions.Openness[2] = 3;
        world.Activities.MeanCompetence[0] = 0.3;
        world.Activities.Frontier[0][4] = 1;
        Foundings queue = Arrivals(world, new() { Rate = 50, Attraction = 2, Staff = 25, Lead = 0.15, Spread = 0.3 });

        double expected = Months * 50 / 12.0 * 0.75;
        Assert.That(queue.Count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        double[] pull = [4 * Math.Exp(2 * 0.2), Math.Exp(2 * -0.2), 3 * 2, 0];
        for (int region = 0; region < 4; region++)
        {
            double share = pull[region] / pull.Sum();
            Assert.That(queue.Region.Span.ToArray().Count(row => row == region), Is.EqualTo(queue.Count * share).Within(4 * Math.Sqrt(queue.Count * share * (1 - share))), $"region {region}");
        }
        Assert.That(queue.Lineage.Span.ToArray(), Is.Unique);
        Assert.That(queue.Origin.Span.ToArray(), Has.All.EqualTo(Origin.Inward));
        Assert.That(queue.Size.Span.ToArray(), Has.All.EqualTo(25));
        Assert.That(queue.Raised.Span.ToArray(), Has.All.EqualTo(Founding.TraditionalCost + 250), "they bring their capital");
        Assert.That(queue.Competence.Span.ToArray().Average(), Is.EqualTo(0.45).Within(4 * 0.1 / Math.Sqrt(queue.Count)));
        double squares = queue.Knowledge.Span.ToArray().Average(k => Knowledge.SquaredDistance(k, world.Activities.Frontier[0]));
        Assert.That(squares, Is.EqualTo(0.09).Within(4 * 0.09 * Math.Sqrt(0.25 / queue.Count)));
    }

    [TestCase(0, 1)]  // nobody comes
    [TestCase(50, 0)] // nobody may
    public void Step_NoRateOrNoOpenness_BringsNobody(double rate, double openness)
    {
        World world = Worlds.Empty();
        Worlds.AddFirm(world);
        world.Regions.Openness[0] = openness;
        Assert.That(Arrivals(world, new() { Rate = rate }).Count, Is.Zero);
    }

    [Test]
    public void Step_CountryWithoutFirms_HasNobodyToLearnFrom() => Assert.That(Arrivals(Worlds.Empty(), new() { Rate = 50 }).Count, Is.Zero);

    private static Foundings Arrivals(World world, InwardInvestment.Parameters parameters)
    {
        world.Activities.Opportunity[0] = 0.5;
        world.Activities.Firms[0] = world.LivingCount;
        var mechanism = new InwardInvestment(parameters);
        for (world.Tick = 0; world.Tick < Months; world.Tick++) Worlds.Step(world, mechanism);
        return world.Foundings;
    }
}
