using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class ObservatoryTests
{
    private static readonly Observatory Reports = new(new() { UnitCost = 300, Most = 0.5, Ageing = 0.4 });

    [Test]
    public void Apply_Money_ClosesTheGapAndWhatIsKnownAgesWhenItEnds()
    {
        World world = Aid.World(purse: 100);
        world.Regions.Information[0] = 0.1; // another's, which does not age
        Aid.Apply(world, Reports);
        double added = 0.4 * (1 - Math.Exp(-0.3));
        Assert.That(world.Regions.Information[0], Is.EqualTo(0.1 + added).Within(1e-12));
        Reports.End(world, 0);
        for (int month = 0; month < 12; month++) Reports.Continue(world, 0);
        Assert.That(world.Regions.Information[0], Is.EqualTo(0.1 + added * Math.Exp(-0.4)).Within(1e-12));
    }

    [Test]
    public void Apply_AllIsKnown_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        world.Regions.Information[0] = 0.5;
        Aid.Apply(world, Reports);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
