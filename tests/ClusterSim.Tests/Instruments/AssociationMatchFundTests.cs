using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class AssociationMatchFundTests
{
    private static readonly AssociationMatchFund Match = new(new() { Match = 2, FoundingCost = 60, LeastFirms = 8, Dues = 0.002 });

    [TestCase(100, 8, 60)]
    [TestCase(100, 7, 0)]
    [TestCase(60, 8, 0)] // 54 after delivery
    public void Apply_NoAssociation_FoundsOneWhereFirmsAndMoneySuffice(double purse, int firms, double paid)
    {
        World world = Aid.World(purse: 0);
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world);
        world.Clusters.Sales[0] = 777;
        Aid.Month(world, Match, purse);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-12));
        Association association = world.Clusters.Association[0];
        Assert.That((association.FoundedAt, association.DuesShare, association.SalesSeen), Is.EqualTo(paid > 0 ? (1, 0.002, 777.0) : (0, 0.0, 0.0)));
    }

    [TestCase(4, 16)]
    [TestCase(0, 0)]
    [TestCase(500, 90)] // no more than there is
    public void Apply_Dues_AreMatchedIntoTheFund(double dues, double paid)
    {
        World world = Aid.World(purse: 100);
        world.Clusters.Association[0].FoundedAt = 1;
        world.Clusters.Association[0].Fund = 5;
        for (int i = 0; i < 2; i++) world.Firms.Books[Worlds.AddFirm(world)].Dues = dues;
        Aid.Apply(world, Match);
        Assert.That(world.Clusters.Association[0].Fund, Is.EqualTo(5 + paid).Within(1e-12));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-12));
    }
}
