using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class SupportServicesTests
{
    [Test]
    public void Step_Services_FollowTheirClientsToOneForSoManyJobs()
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, staff: 600);
        var mechanism = new SupportServices(new() { JobsPerService = 120, Speed = 0.5 });
        for (int quarter = 0; quarter < 4; quarter++) Worlds.Step(world, mechanism);
        Assert.That(world.Clusters.Services[0], Is.EqualTo(5 * (1 - Math.Exp(-0.5))).Within(1e-12), "after a year");
        for (int quarter = 0; quarter < 400; quarter++) Worlds.Step(world, mechanism);
        Assert.That(world.Clusters.Services[0], Is.EqualTo(600 / 120.0).Within(1e-9), "in the long run");
        Assert.That(world.Clusters.Services[1], Is.Zero, "nobody settles where there are no clients");
    }

    [Test]
    public void Step_HalfOfTheNeedMet_HelpsTheSmallMost()
    {
        World world = Worlds.Empty();
        int small = Worlds.AddFirm(world, staff: 3), large = Worlds.AddFirm(world, staff: 477);
        world.Clusters.Services[0] = 2;
        Worlds.Step(world, new SupportServices(new() { JobsPerService = 120, Speed = 0, Weight = 0.03, OwnStaff = 30 }));
        Assert.That(world.Firms.ServiceGain[small], Is.EqualTo(0.03 * 0.5 * Math.Exp(-0.1)).Within(1e-12));
        Assert.That(world.Firms.ServiceGain[large], Is.EqualTo(0.03 * 0.5 * Math.Exp(-15.9)).Within(1e-12));
    }

    [TestCase(0.99, 60, 0)] // no whole service firm
    [TestCase(1, 240, 0.5)]
    [TestCase(9, 240, 1)]   // more than enough
    public void NeedMet_ByHand_IsTheShareOfJobsServed(double services, int jobs, double met) =>
        Assert.That(new SupportServices(new() { JobsPerService = 120 }).NeedMet(services, jobs), Is.EqualTo(met));
}
