using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class MovingFrontierTests
{
    [Test]
    public void Step_FrontierAtRest_CostsTheSquareOfTheDistance()
    {
        World world = Worlds.Empty();
        int near = Worlds.AddFirm(world), far = Worlds.AddFirm(world, knowledge: 0.6);
        world.Firms.Knowledge[far][3] = -0.8;
        Worlds.Step(world, new MovingFrontier(new() { Drift = 0, JumpRate = 0, Penalty = 0.7 }));
        Assert.That(world.Firms.Misfit[near], Is.Zero);
        Assert.That(world.Firms.Misfit[far], Is.EqualTo(0.7 * (0.36 + 0.64)).Within(1e-12));
    }

    [Test]
    public void Step_WithJumpsOnly_MovesByTheirLengthAtTheirRate()
    {
        const int months = 3_000;
        World world = Worlds.Empty();
        var mechanism = new MovingFrontier(new() { Drift = 0, JumpRate = 1.2, JumpSize = 0.8 });
        int jumps = 0;
        for (int month = 0; month < months; month++)
        {
            double length = Moved(world, mechanism, month);
            if (length == 0) continue;
            Assert.That(length, Is.EqualTo(0.8).Within(1e-12));
            jumps++;
        }
        double expected = months * (1 - Math.Exp(-0.1));
        Assert.That(jumps, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [Test]
    public void Step_WithDriftOnly_WandersByItsVarianceInEveryDimension()
    {
        const int months = 2_000;
        const double drift = 0.02;
        World world = Worlds.Empty();
        var mechanism = new MovingFrontier(new() { Drift = drift, JumpRate = 0 });
        double squares = 0;
        for (int month = 0; month < months; month++)
        {
            double length = Moved(world, mechanism, month);
            squares += length * length;
        }
        int normals = months * Knowledge.Dimensions;
        Assert.That(squares / (normals * drift * drift), Is.EqualTo(1).Within(4 * Math.Sqrt(2.0 / normals)));
    }

    private static double Moved(World world, MovingFrontier mechanism, int month)
    {
        world.Tick = month;
        Knowledge before = world.Activities.Frontier[0];
        Worlds.Step(world, mechanism);
        return Knowledge.Distance(before, world.Activities.Frontier[0]);
    }

    [Test]
    public void Step_FirmOfASubmarket_IsMeasuredAgainstItsOwnFrontier()
    {
        World world = Worlds.Empty();
        int old = Worlds.AddFirm(world, knowledge: 1), niche = Worlds.AddFirm(world, knowledge: 1);
        world.Firms.InSubmarket[niche] = 1;
        world.Activities.Submarket[0] = new Submarket { OpenedAt = 1, Share = 0.1, Potential = 0.4 };
        world.Activities.Submarket[0].Frontier[0] = 1.5;
        Worlds.Step(world, new MovingFrontier(new() { Drift = 0, JumpRate = 0, Penalty = 0.8 }));
        Assert.That(world.Firms.Misfit[old], Is.EqualTo(0.8).Within(1e-12));
        Assert.That(world.Firms.Misfit[niche], Is.EqualTo(0.8 * 0.25).Within(1e-12));
        Worlds.Step(world, new MovingFrontier(new() { Drift = 0.1, JumpRate = 0 }));
        Assert.That(world.Activities.Submarket[0].Frontier[0] - 1.5, Is.Not.Zero.And.Not.EqualTo(world.Activities.Frontier[0][0]).Within(1e-9), "the two wander apart");
    }
}
