using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class DemandShiftTests
{
    [Test]
    public void Strike_Twice_ShiftsDemandOfTheActivityForGoodByTheSum()
    {
        World world = Worlds.Empty(1, 2);
        var demand = new MarketDemand(new() { Spread = 0 });
        world.Tick = 40;
        Worlds.Step(world, demand);
        double before = world.Activities.Volume[0];
        var shock = new DemandShift(new() { Size = -0.3 });
        shock.Strike(world, -1, 0, 1, Worlds.DrawsOf("shocks", 40));
        shock.Strike(world, -1, 0, 2, Worlds.DrawsOf("shocks", 40));
        Worlds.Step(world, demand);
        Assert.That(world.Activities.Volume[0] / before, Is.EqualTo(Math.Exp(-0.6)).Within(1e-12));
        Assert.That(world.Activities.Shift[1], Is.Zero);
    }
}
