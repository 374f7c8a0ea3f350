using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class PipelineProgrammeTests
{
    private static readonly PipelineProgramme Fairs = new(new() { UnitCost = 15 });

    [Test]
    public void Apply_Money_OpensALineForEachFirmThatHasRoom()
    {
        World world = Aid.World(purse: 100, regions: 2); // six lines
        int none = Worlds.AddFirm(world), three = Worlds.AddFirm(world), four = Worlds.AddFirm(world), elsewhere = Worlds.AddFirm(world, region: 1);
        (world.Firms.Pipelines[three], world.Firms.Pipelines[four]) = (3, 4);
        Aid.Apply(world, Fairs);
        Assert.That(new[] { none, three, four, elsewhere }.Select(firm => (int)world.Firms.Pipelines[firm]), Is.EqualTo(new[] { 1, 4, 4, 0 }));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(30).Within(1e-12));
    }

    [Test]
    public void Apply_MoreFirmsThanMoney_OpensNoMoreThanItCanPay()
    {
        World world = Aid.World(purse: 51); // 45.9: three lines
        for (int i = 0; i < 50; i++) Worlds.AddFirm(world);
        Aid.Apply(world, Fairs);
        Assert.That(world.Firms.Pipelines.Span.ToArray().Sum(lines => lines), Is.InRange(1, 3).And.EqualTo(world.Programmes.Helped[0]));
    }

    [Test]
    public void Apply_EveryFirmHasFour_CostsNothing()
    {
        World world = Aid.World(purse: 100);
        world.Firms.Pipelines[Worlds.AddFirm(world)] = 4;
        Aid.Apply(world, Fairs);
        Assert.That(world.Programmes.Spent[0], Is.Zero);
    }
}
