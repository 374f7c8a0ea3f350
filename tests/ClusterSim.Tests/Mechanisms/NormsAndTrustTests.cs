using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class NormsAndTrustTests
{
    private static readonly NormsAndTrust.Parameters Usual = new() { Persistence = 0.05, Gain = 0.04, PoachingLoss = 2, Bearable = 0.02, DisputeCost = 0.02 };

    [TestCase(0.4, 0.6, 0.5, 0.03, 0.05 * 0.2 + 0.04 * 0.5 * 0.6 - 2 * 0.01)]
    [TestCase(0.4, 0.4, 0, 0.02, 0)]     // poaching that nobody minds
    [TestCase(0.4, 0.4, 0, 1.02, -2)]    // however much, never below nothing
    [TestCase(1, 1, 1, 0, 0)]            // nor above full trust
    public void Next_ByHand_IsAQuarterOfTheYearlyChange(double trust, double inherited, double ties, double poaching, double change) =>
        Assert.That(new NormsAndTrust(Usual).Next(trust, inherited, ties, poaching), Is.EqualTo(Math.Clamp(trust + change / 4, 0, 1)).Within(1e-12));

    [Test]
    public void Step_RegionWithoutFirms_ReturnsToWhatItInherited()
    {
        World world = Worlds.Empty(2);
        (world.Regions.Trust[0], world.Regions.InheritedTrust[0]) = (0.9, 0.3);
        var mechanism = new NormsAndTrust(Usual);
        for (int quarter = 0; quarter < 40; quarter++) Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Trust[0], Is.EqualTo(0.3 + 0.6 * Math.Pow(1 - 0.05 / 4, 40)).Within(1e-12));
        Assert.That(world.Regions.DisputeShare[0], Is.EqualTo(0.02 * (1 - world.Regions.Trust[0])).Within(1e-12));
        for (int quarter = 0; quarter < 2_000; quarter++) Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Trust[0], Is.EqualTo(0.3).Within(1e-9), "in the long run");
    }

    [Test]
    public void Step_TrustedSuppliersAndPoaching_RaiseAndLowerTrust()
    {
        World world = Worlds.Empty(2, 2);
        int buyer = Worlds.AddFirm(world, staff: 20), trusted = Worlds.AddFirm(world, activity: 1), other = Worlds.AddFirm(world, activity: 1);
        Worlds.AddSupplier(world, buyer, trusted, 0.7f);
        Worlds.AddSupplier(world, buyer, other, 0.6f);
        Worlds.AddFirm(world, region: 1, staff: 40);
        world.Clusters.JobMoves[world.Cluster(1, 0)] = 12; // a tenth of the person-months of the quarter
        var mechanism = new NormsAndTrust(Usual);
        Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Trust[0], Is.EqualTo(0.5 + 0.04 * 0.5 * (3 / 18.0) * 0.5 / 4).Within(1e-12));
        Assert.That(world.Regions.Trust[1], Is.EqualTo(0.5 - 2 * (0.1 - 0.02) / 4).Within(1e-12));
        Worlds.Step(world, mechanism);
        Assert.That(world.Regions.Trust[1], Is.EqualTo(0.46 + 0.05 * 0.04 / 4).Within(1e-12), "a move is held against it once");
    }
}
