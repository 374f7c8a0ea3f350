using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class SubmarketsTests
{
    private static readonly Submarkets.Parameters Still = new() { Opening = 0, Growth = 0, Merging = 0, Reconsideration = 0, FitWeight = 5 };

    [Test]
    public void Step_Share_GrowsAlongTheLogisticToItsPotential()
    {
        World world = WithSubmarket(0.02);
        var mechanism = new Submarkets(Still with { Growth = 0.4 });
        for (world.Tick = 0; world.Tick < 600;)
        {
            Worlds.Step(world, mechanism);
            world.Tick++;
            double years = world.Tick / 12.0, logistic = 0.4 / (1 + (0.4 / 0.02 - 1) * Math.Exp(-0.4 * years));
            Assert.That(world.Activities.Submarket[0].Share, Is.EqualTo(logistic).Within(0.006), "but for the step of a month");
        }
        Assert.That(world.Activities.Submarket[0].Share, Is.EqualTo(0.4).Within(1e-6));
    }

    [Test]
    public void Step_Submarkets_MergeAtTheirHazardAndTheirFirmsGoBack()
    {
        const int months = 3_000;
        World world = WithSubmarket(0.1);
        int firm = Worlds.AddFirm(world), merged = 0;
        var mechanism = new Submarkets(Still with { Merging = 0.6 });
        Submarket open = world.Activities.Submarket[0];
        for (world.Tick = 1; world.Tick <= months; world.Tick++)
        {
            world.Firms.InSubmarket[firm] = 1;
            world.Activities.Submarket[0] = open;
            Worlds.Step(world, mechanism);
            if (world.Activities.Submarket[0].Exists) continue;
            merged++;
            Assert.That(world.Firms.InSubmarket[firm], Is.Zero);
        }
        double expected = months * (1 - Math.Exp(-0.05));
        Assert.That(merged, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [Test]
    public void Step_RadicalInnovations_OpenSubmarketsAtTheirShare()
    {
        const int months = 2_000;
        World world = Worlds.Empty();
        int radical = Worlds.AddFirm(world, knowledge: 0.7), other = Worlds.AddFirm(world);
        world.Firms.RadicalAt[other] = 1;
        var mechanism = new Submarkets(Still with { Opening = 0.3, MostShare = 0.4 });
        for (world.Tick = 2; world.Tick < months + 2; world.Tick++)
        {
            world.Firms.RadicalAt[radical] = world.Tick;
            world.Activities.Submarket[0] = default;
            Worlds.Step(world, mechanism);
        }
        double expected = months * 0.3 * (1 - 0.02 / 0.4); // less those without potential
        Assert.That(world.Activities.SubmarketsOpened[0], Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        Assert.That((world.Firms.InSubmarket[radical], world.Firms.InSubmarket[other]), Is.EqualTo(((byte)1, (byte)0)));
    }

    [Test]
    public void Step_WhileASubmarketIsOpen_OpensNoOther()
    {
        World world = WithSubmarket(0.1);
        int firm = Worlds.AddFirm(world);
        for (world.Tick = 1; world.Tick < 60; world.Tick++)
        {
            world.Firms.RadicalAt[firm] = world.Tick;
            Worlds.Step(world, new Submarkets(Still with { Opening = 1 }));
        }
        Assert.That(world.Activities.SubmarketsOpened[0], Is.Zero);
    }

    [TestCase(0.9, false)] // further from the old frontier by less than the lack of room costs
    [TestCase(1.1, true)]
    public void PrefersSubmarket_ByHand_WeighsRoomAgainstFit(double lead, bool prefers)
    {
        World world = WithSubmarket(0.1); // attraction 2 there and 9 in the old market: ln(0.05) - ln(0.1)
        world.Activities.Attraction[0] = 9;
        double tie = Math.Log(2) / (5 * 0.7);
        int firm = Worlds.AddFirm(world, knowledge: (1 + lead * tie) / 2); // frontiers at 0 and 1: squares differ by 2 k - 1
        Assert.That(new Submarkets(Still).PrefersSubmarket(world, firm, 0), Is.EqualTo(prefers));
    }

    [Test]
    public void Step_FirmsThatReconsider_GoWhereTheyFit()
    {
        const int firms = 1_000;
        World world = WithSubmarket(0.1);
        world.Activities.Attraction[0] = 9;
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world, staff: 0, knowledge: 1);
        int old = Worlds.AddFirm(world);
        Worlds.Step(world, new Submarkets(Still with { Reconsideration = 6 }));
        int there = world.Firms.InSubmarket.Span.ToArray().Sum(flag => flag);
        double chance = 1 - Math.Exp(-0.5);
        Assert.That(there, Is.EqualTo(firms * chance).Within(4 * Math.Sqrt(firms * chance * (1 - chance))));
        Assert.That(world.Firms.InSubmarket[old], Is.Zero);
    }

    private static World WithSubmarket(double share)
    {
        World world = Worlds.Empty();
        world.Activities.Submarket[0] = new Submarket { OpenedAt = 1, Share = share, Potential = 0.4, Attraction = 2 };
        world.Activities.Submarket[0].Frontier[0] = 1;
        return world;
    }
}
