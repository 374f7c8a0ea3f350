using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>Statistics from one year end to the next, by hand.</summary>
public sealed class PanelStatisticsTests
{
    private static void Staff(World world, int firm, int headcount) => world.Firms.Payroll[firm] = world.Firms.Payroll[firm] with { Headcount = headcount };

    private static void Close(World world, int firm)
    {
        world.Firms.ClosedAt[firm] = world.Tick - 1;
        Staff(world, firm, 0);
    }

    [Test]
    public void JobFlows_OfAYearWithABirthAndADeath_AreCountedOnce()
    {
        World world = Worlds.Empty(1);
        world.Tick = 300;
        int grows = Worlds.AddFirm(world, staff: 10), shrinks = Worlds.AddFirm(world, staff: 20), dies = Worlds.AddFirm(world, staff: 6);
        var panel = new FirmPanel();
        panel.Observe(world);
        world.Tick = 312;
        Staff(world, grows, 15);
        Staff(world, shrinks, 13);
        Close(world, dies);
        Worlds.AddFirm(world, staff: 4);
        world.RefreshFirms();
        panel.Observe(world);
        var values = new Dictionary<string, double>();
        JobFlows.Add(panel, values);
        double jobs = (36 + 32) / 2.0;
        Assert.That(values["job-creation"], Is.EqualTo(9 / jobs).Within(1e-15));
        Assert.That(values["job-destruction"], Is.EqualTo(13 / jobs).Within(1e-15));
        Assert.That(values["job-creation-births"], Is.EqualTo(4 / jobs).Within(1e-15));
        Assert.That(values["job-destruction-deaths"], Is.EqualTo(6 / jobs).Within(1e-15));
    }

    [Test]
    public void GrowthSpread_ThatFallsWithThePowerAThird_IsFound()
    {
        World world = Worlds.Empty(1);
        world.Tick = 300;
        var panel = new FirmPanel();
        int[] sizes = [1_000, 8_000, 64_000]; // of bins ten to the doubling, far enough apart
        foreach (int size in sizes)
            for (int i = 0; i < 40; i++) Worlds.AddFirm(world, staff: size);
        panel.Observe(world);
        world.Tick = 312;
        for (int firm = 0; firm < 120; firm++)
        {
            int size = sizes[firm / 40];
            double spread = 0.4 * Math.Pow(size / 1_000.0, -1 / 3.0);
            Staff(world, firm, (int)Math.Round(size * Math.Exp(firm % 2 == 0 ? spread : -spread)));
        }
        panel.Observe(world);
        var values = new Dictionary<string, double>();
        GrowthRates.Add(panel, values, new CurveSums());
        Assert.That(values["growth-spread-exponent"], Is.EqualTo(1 / 3.0).Within(0.002));
    }

    [Test]
    public void ClusterHazard_OfTwoPlacesAlikeButForRisk_IsTheirRatio()
    {
        World world = Worlds.Empty(2);
        world.Tick = 300;
        world.Clusters.Stage[world.Cluster(0, 0)] = Stage.Maturity;
        var panel = new FirmPanel();
        for (int i = 0; i < 400; i++) Worlds.AddFirm(world, region: i % 2, staff: 5);
        panel.Observe(world);
        world.Tick = 312;
        for (int i = 0; i < 400; i++)
            if (i % 2 == 0 ? i < 40 : i < 80) Close(world, i);
        world.RefreshFirms();
        panel.Observe(world);
        var values = new Dictionary<string, double>();
        ClusterHazard.Add(world, panel, values);
        Assert.That(values["cluster-hazard-ratio"], Is.EqualTo(0.5).Within(1e-12), "20 of 200 inside, 40 of 200 outside");
    }

    [Test]
    public void PlaceRates_ThatMoveTogether_CorrelateAndTheTrendDoesNot()
    {
        World world = Worlds.Empty(4);
        var places = new PlaceRates();
        for (int year = 25; year <= 40; year++)
        {
            world.Tick = 12 * year;
            for (int region = 0; region < 4; region++)
            {
                int cluster = world.Cluster(region, 0);
                world.Clusters.Firms[cluster] = 100;
                world.Clusters.Entries[cluster] += 5 * region + year;
                world.Clusters.Exits[cluster] += 30 - 5 * region - year / 2; // against entry across places
            }
            places.Observe(world);
        }
        var values = new Dictionary<string, double>();
        places.Add(values);
        Assert.That(values["entry-exit-correlation"], Is.EqualTo(-1).Within(1e-12));
    }
}
