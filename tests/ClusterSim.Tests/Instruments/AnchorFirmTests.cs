using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class AnchorFirmTests
{
    [TestCase(880, 0)] // 792 after delivery
    [TestCase(900, 1)]
    [TestCase(9_000, 1)]
    public void Apply_MonthByMonth_WinsOneFirmOnceTheMoneySuffices(double purse, int firms)
    {
        World world = Aid.World(purse: 0);
        var anchor = new AnchorFirm(new() { Price = 800, Staff = 80, Capital = 10 });
        Aid.Month(world, anchor, purse);
        Aid.Month(world, anchor, purse);
        Assert.That(world.Foundings.Count, Is.EqualTo(firms));
        Assert.That(world.Programmes.Received[0], Is.EqualTo(800 * firms).Within(1e-9));
        if (firms > 0) Assert.That((world.Foundings.Size[0], world.Foundings.Raised[0] - world.Foundings.Cost[0]), Is.EqualTo((80, 1_600.0)));
    }
}
