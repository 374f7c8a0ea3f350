using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class LockInTests
{
    [Test]
    public void Step_OldFirmsAmongTheLikeMinded_AreTheMostRigid()
    {
        World world = Worlds.Empty(2);
        int old = Worlds.AddFirm(world, age: 240), young = Worlds.AddFirm(world, knowledge: 1, age: 12), alone = Worlds.AddFirm(world, region: 1, age: 240);
        Worlds.Step(world, new LockIn(new() { Most = 0.6, Hardening = 15, Variety = 0.8 }));
        // Two firms stand at distance 1, which the way by the centre gives exactly.
        Assert.That(world.Firms.Rigidity[old], Is.EqualTo(0.6 * (1 - Math.Exp(-20 / 15.0)) * Math.Exp(-1 / 0.8)).Within(1e-12));
        Assert.That(world.Firms.Rigidity[young], Is.EqualTo(0.6 * (1 - Math.Exp(-1 / 15.0)) * Math.Exp(-1 / 0.8)).Within(1e-12));
        Assert.That(world.Firms.Rigidity[alone], Is.EqualTo(0.6 * (1 - Math.Exp(-20 / 15.0))).Within(1e-12), "nobody thinks otherwise");
    }
}
