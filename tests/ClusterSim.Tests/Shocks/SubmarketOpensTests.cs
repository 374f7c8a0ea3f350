using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class SubmarketOpensTests
{
    [TestCase(0.05, 0.5, 0.5)]
    [TestCase(0.3, 0.1, 0.3)] // what it begins with it can keep
    public void Strike_Activity_OpensASubmarketAtItsDistance(double share, double potential, double tendsTo)
    {
        World world = Worlds.Empty(1, 2);
        world.Tick = 40;
        world.Activities.Frontier[0][1] = 2;
        Strike(world, new() { Share = share, Potential = potential, Distance = 0.6 });
        Submarket submarket = world.Activities.Submarket[0];
        Assert.That((submarket.OpenedAt, submarket.Share, submarket.Potential), Is.EqualTo((40, share, tendsTo)));
        Assert.That(Knowledge.Distance(submarket.Frontier, world.Activities.Frontier[0]), Is.EqualTo(0.6).Within(1e-12));
        Assert.That((world.Activities.SubmarketsOpened[0], world.Activities.SubmarketsOpened[1]), Is.EqualTo((1, 0)));
        Assert.That(world.Activities.Submarket[1].Exists, Is.False);
    }

    [Test]
    public void Strike_WhileOneIsOpen_LeavesTheFirmsOfThatOneInTheOldMarket()
    {
        World world = Worlds.Empty(1, 2);
        int firm = Worlds.AddFirm(world), supplier = Worlds.AddFirm(world, activity: 1);
        Strike(world, new());
        (world.Firms.InSubmarket[firm], world.Firms.InSubmarket[supplier]) = (1, 1);
        Strike(world, new());
        Assert.That((world.Firms.InSubmarket[firm], world.Firms.InSubmarket[supplier]), Is.EqualTo(((byte)0, (byte)1)));
    }

    private static void Strike(World world, SubmarketOpens.Parameters parameters) =>
        new SubmarketOpens(parameters).Strike(world, -1, 0, 7, Worlds.DrawsOf("shocks", world.Tick));
}
