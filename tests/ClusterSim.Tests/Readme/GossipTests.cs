using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class GossipTests
{
    [Test]
    public void Step_TwoFirmsOfACluster_ClosesTheShareOfTheGap()
    {
        World world = Worlds.Empty();
        int best = Worlds.AddFirm(world, competence: 0.5), other = Worlds.AddFirm(world, competence: 0.1);
        Worlds.Step(world, new Gossip(new() { Share = 0.25 }));
        Assert.That(world.Firms.Competence[other], Is.EqualTo(0.2).Within(1e-12));
        Assert.That(world.Firms.Competence[best], Is.EqualTo(0.5));
    }

    [Test]
    public void Step_FirmsOfTwoRegions_HearNothingOfEachOther()
    {
        World world = Worlds.Empty(regions: 2);
        Worlds.AddFirm(world, region: 0, competence: 0.5);
        int far = Worlds.AddFirm(world, region: 1, competence: 0.1);
        Worlds.Step(world, new Gossip(new() { Share = 0.25 }));
        Assert.That(world.Firms.Competence[far], Is.EqualTo(0.1));
    }

    [Test]
    public void Step_ShareOfZero_ChangesNothing()
    {
        World world = Worlds.Empty();
        for (int i = 0; i < 5; i++) Worlds.AddFirm(world, competence: 0.1 * i);
        double[] before = world.Firms.Competence.Span.ToArray();
        Worlds.Step(world, new Gossip(new() { Share = 0 }));
        Assert.That(world.Firms.Competence.Span.ToArray(), Is.EqualTo(before));
    }
}
