using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class TechnologyShiftTests
{
    [TestCase(1)]
    [TestCase(2.5)]
    public void Strike_Frontier_LeapsByTheSizeAndCostsAllThatStoodThere(double size)
    {
        World world = Worlds.Empty(1, 2);
        int firm = Worlds.AddFirm(world);
        new TechnologyShift(new() { Size = size }).Strike(world, -1, 0, 7, Worlds.DrawsOf("shocks", 0));
        Assert.That(Knowledge.Distance(world.Activities.Frontier[0], default), Is.EqualTo(size).Within(1e-12));
        Assert.That(Knowledge.Distance(world.Activities.Frontier[1], default), Is.Zero);
        Worlds.Step(world, new MovingFrontier(new() { Drift = 0, JumpRate = 0, Penalty = 0.7 }));
        Assert.That(world.Firms.Misfit[firm], Is.EqualTo(0.7 * size * size).Within(1e-12));
    }
}
