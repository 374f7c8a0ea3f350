using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class DisplacedFoundersTests
{
    private const int Jobless = 300;

    [Test]
    public void Step_MemoryOfALayOff_FadesByOneEighteenthAMonth()
    {
        World world = Worlds.Empty();
        world.Regions.Displaced[0] = 180;
        var mechanism = new DisplacedFounders(new() { Hazard = 0 });
        Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Displaced[0], Is.EqualTo(170).Within(1e-12));
        for (world.Tick = 1; world.Tick < 18; world.Tick++) Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Displaced[0], Is.EqualTo(180 * Math.Pow(17 / 18.0, 18)).Within(1e-9));
        Assert.That(world.Foundings.Count, Is.Zero, "hazard 0");
    }

    [Test]
    public void Step_Displaced_FoundAtTheRateOfHazardOpportunityAndCulture()
    {
        const int months = 300;
        World world = Worlds.Empty(2);
        for (int i = 0; i < Jobless; i++) Worlds.AddWorker(world, region: 1, carried: 0.5);
        world.Activities.Opportunity[0] = 0.8;
        world.Activities.MeanCompetence[0] = 0.2;
        world.Regions.Culture[1] = 0.25;
        var mechanism = new DisplacedFounders(new() { Hazard = 0.06, Gap = -0.08 });
        for (world.Tick = 0; world.Tick < months; world.Tick++)
        {
            world.Regions.Displaced[1] = 180 * 18 / 17.0;
            Worlds.Step(world, mechanism);
        }
        double expected = months * 0.06 / 12 * 180 * 0.8 * 1.25;
        int count = world.Foundings.Count;
        Assert.That(count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        Assert.That(world.Foundings.Region.Span.ToArray(), Has.All.EqualTo(1));
        double mean = 0.2 - 0.08 + 0.5 * 0.3;
        Assert.That(world.Foundings.Competence.Span.ToArray().Average(), Is.EqualTo(mean).Within(4 * 0.22 / Math.Sqrt(count)));
    }

    [Test]
    public void Step_WithoutJoblessOfTheRegion_NobodyFounds()
    {
        World world = Worlds.Empty(2);
        Worlds.AddWorker(world, region: 1);
        world.Regions.Displaced[0] = 10_000;
        Worlds.Step(world, new DisplacedFounders(new() { Hazard = 0.5 }));
        Assert.That(world.Foundings.Count, Is.Zero);
    }

    [Test]
    public void Step_OneJoblessPerson_FoundsOneFirmAtMost()
    {
        World world = Worlds.Empty();
        Worlds.AddWorker(world);
        world.Regions.Displaced[0] = 10_000;
        world.Activities.Opportunity[0] = 1;
        Worlds.Step(world, new DisplacedFounders(new() { Hazard = 0.5 }));
        Assert.That(world.Foundings.Count, Is.EqualTo(1));
    }
}
