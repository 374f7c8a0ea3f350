using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class WageGapTests
{
    [Test]
    public void Strike_Twice_AddsUpAndSendsProductionAbroad()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world);
        var shock = new WageGap(new() { Size = 0.2 });
        var offshoring = new Offshoring(new() { Reconsideration = 12, Coordination = 0.35 });
        shock.Strike(world, -1, 0, 1, Worlds.DrawsOf("shocks", 0));
        for (; world.Tick < 24; world.Tick++) Worlds.Step(world, offshoring);
        Assert.That(world.Firms.Offshored[firm], Is.Zero, "0.2 does not pay");
        shock.Strike(world, -1, 0, 2, Worlds.DrawsOf("shocks", 24));
        for (; world.Tick < 48; world.Tick++) Worlds.Step(world, offshoring);
        Assert.That(world.Country.WageGapAbroad[0], Is.EqualTo(0.4).Within(1e-12));
        Assert.That(world.Firms.Offshored[firm], Is.EqualTo(0.6).Within(1e-12));
    }
}
