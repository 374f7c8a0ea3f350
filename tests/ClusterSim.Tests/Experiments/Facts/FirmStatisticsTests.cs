using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>Registers of a few firms in month 600; firms count from month 300 on.</summary>
public sealed class FirmStatisticsTests
{
    private const int Now = 600;

    private static World Country(int regions = 1)
    {
        World world = Worlds.Empty(regions);
        world.Tick = Now;
        return world;
    }

    /// <summary>A firm that was founded in a month and closed at an age, null = it lives.</summary>
    private static int Add(World world, int foundedAt, int? closedAge, Origin origin = Origin.DeNovo)
    {
        int firm = Worlds.AddFirm(world, age: Now - foundedAt, staff: 0);
        world.Firms.Origin[firm] = origin;
        if (closedAge is int age)
        {
            world.Firms.ClosedAt[firm] = foundedAt + age;
            world.RefreshFirms();
        }
        return firm;
    }

    private static Dictionary<string, double> Statistics(World world)
    {
        var values = new Dictionary<string, double>();
        FirmStatistics.Add(world, values, new CurveSums());
        return values;
    }

    [Test]
    public void Survival_WithDeathsAndLivingFirms_IsKaplanMeier()
    {
        World world = Country();
        Add(world, 300, 10);
        Add(world, Now - 30, null); // leaves observation in the month in which another dies: still at risk then
        Add(world, 400, 30);
        Add(world, 400, 60);
        Add(world, 420, null);
        Add(world, 400, 100);
        Add(world, 299, 5); // too old to count
        // 6 at risk at 10, 5 at 30, 3 at 60, 2 at 100.
        Dictionary<string, double> values = Statistics(world);
        Assert.That(values["survival-5"], Is.EqualTo(5.0 / 6 * 4 / 5 * 2 / 3).Within(1e-15));
        Assert.That(values["survival-10"], Is.EqualTo(5.0 / 6 * 4 / 5 * 2 / 3 * 1 / 2).Within(1e-15));
    }

    [Test]
    public void HazardRatio_OfSpinOffs_CountsMonthsAfterTheStartOnly()
    {
        World world = Country();
        Add(world, 250, 150, Origin.SpinOff); // dies in 400: 100 months count
        Add(world, 500, null, Origin.SpinOff); // 100 months
        Add(world, 300, 50); // 50 months
        Add(world, 550, null); // 50 months
        Add(world, 100, 150); // dies before
        Add(world, 500, 10, Origin.Diversifier); // of neither kind
        Assert.That(Statistics(world)["spin-off-hazard-ratio"], Is.EqualTo(1 / 200.0 / (1 / 100.0)).Within(1e-15));
    }

    [Test]
    public void Heritage_OfTenSpinOffs_IsTheCorrelationAndTheShareThatStayed()
    {
        World world = Country(regions: 2);
        double[] children = [1, 0, 3, 2, 5, 4, 7, 6, 9, 8];
        for (int i = 0; i < 10; i++)
        {
            int firm = Add(world, 320 + i, null, Origin.SpinOff);
            world.Firms.ParentCompetence[firm] = i;
            world.Firms.EntryCompetence[firm] = children[i];
            if (i < 3) world.Firms.FoundingRegion[firm] = 1;
        }
        Dictionary<string, double> values = Statistics(world);
        Assert.That(values["heritage-correlation"], Is.EqualTo(1 - 6 * 10 / 990.0).Within(1e-12), "ten ranks that differ by one: Spearman's formula");
        Assert.That(values["spin-offs-that-stay"], Is.EqualTo(0.7).Within(1e-15));
    }

    [Test]
    public void Stay_OfAFirmThatMovedLater_GoesByItsBirthplace()
    {
        World world = Country(regions: 2);
        for (int i = 0; i < 4; i++)
        {
            int firm = Add(world, 320, null, Origin.SpinOff);
            world.Firms.Region[firm] = 1; // all have moved since
            if (i == 0) world.Firms.Birthplace[firm] = 1; // and one was born away from its parent
        }
        Assert.That(Statistics(world)["spin-offs-that-stay"], Is.EqualTo(0.75));
    }

    [Test]
    public void QuintileRatio_OfTenFirms_ComparesChildrenPerYear()
    {
        World world = Country();
        for (int i = 0; i < 10; i++)
        {
            int firm = Add(world, Now - 120, null);
            world.Firms.Lead[firm] = i;
            world.Firms.Children[firm] = i < 2 ? 1 : i > 7 ? 6 : 3;
        }
        int young = Add(world, Now - 11, null); // less than a year
        world.Firms.Lead[young] = 99;
        Assert.That(Statistics(world)["parent-quintile-ratio"], Is.EqualTo(6).Within(1e-12));
    }

    [Test]
    public void TopTen_OfTwelveFirms_CountsSpinOffsAmongTheLargest()
    {
        World world = Country();
        for (int i = 0; i < 12; i++) world.Firms.Payroll[Add(world, 400, null, i % 2 == 0 ? Origin.SpinOff : Origin.DeNovo)].Headcount = 10 + i;
        // The two smallest, one of each kind, are left out.
        Assert.That(Statistics(world)["spin-offs-among-top-ten"], Is.EqualTo(0.5));
        world.Firms.Payroll[0].Headcount = 99;
        Assert.That(Statistics(world)["spin-offs-among-top-ten"], Is.EqualTo(0.5), "row 0 replaces row 2, both spin-offs");
        world.Firms.Payroll[1].Headcount = 99;
        Assert.That(Statistics(world)["spin-offs-among-top-ten"], Is.EqualTo(0.5));
    }
}
