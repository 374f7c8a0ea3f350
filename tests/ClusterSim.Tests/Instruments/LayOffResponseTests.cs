using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class LayOffResponseTests
{
    private static readonly LayOffResponse.Parameters Help = new() { UnitCost = 10, AllowanceShare = 0.7, Effect = 0.2, Month = 2 };

    [Test]
    public void Apply_SecondMonthAfterALayOff_TrainsAndPaysAnAllowanceOnce()
    {
        World world = Aid.World(purse: 1_000, regions: 2);
        int person = Worlds.AddWorker(world), elsewhere = Worlds.AddWorker(world, region: 1);
        for (world.Tick = 0; world.Tick < 6; world.Tick++)
        {
            Aid.Apply(world, new LayOffResponse(Help));
            Assert.That(world.Programmes.Helped[0], Is.EqualTo(world.Tick < 2 ? 0 : 1));
        }
        Assert.That(world.Workers.Job[person].Skill, Is.EqualTo(1 + 0.2 * 0.6).Within(1e-6));
        Assert.That(world.Workers.Wealth[person], Is.EqualTo(27).Within(1e-6));
        Assert.That(world.Workers.Wealth[elsewhere], Is.EqualTo(20));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(10).Within(1e-12));
    }

    [Test]
    public void Apply_MorePeopleThanMoney_HelpsAsManyAsItCanPay()
    {
        World world = Aid.World(purse: 34); // 30.6 after delivery
        for (int i = 0; i < 9; i++) Worlds.AddWorker(world);
        world.Tick = 2;
        Aid.Apply(world, new LayOffResponse(Help));
        Assert.That(world.Workers.Wealth.Span.ToArray().Count(wealth => wealth > 20), Is.EqualTo(3));
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(30 / 0.9).Within(1e-12));
    }
}
