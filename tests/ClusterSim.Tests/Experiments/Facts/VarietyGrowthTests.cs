using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>Related variety and what it does for growth, by hand.</summary>
public sealed class VarietyGrowthTests
{
    private static ModelConfiguration Country(int regions) => Worlds.Level(regions) with
    {
        Activities = [new ActivitySetup { Name = "a" }, new ActivitySetup { Name = "b", Relatedness = 0.6 }, new ActivitySetup { Name = "c", Relatedness = 0 }, new ActivitySetup { Name = "d", Relatedness = 0.2, Related = new Dictionary<string, double> { ["b"] = 0.5 } }],
    };

    [Test]
    public void Families_AreLinkedByHalfOrMore() => Assert.That(VarietyGrowth.Families(Worlds.Empty(Country(1))), Is.EqualTo(new[] { 0, 0, 2, 0 }), "d by way of b");

    [Test]
    public void Variety_OfTwoFamilies_IsEntropyWithinAndBetween()
    {
        (double related, double unrelated) = VarietyGrowth.Variety([25, 25, 50, 0], [0, 0, 2, 0]);
        Assert.That(unrelated, Is.EqualTo(Math.Log(2)).Within(1e-12), "two families of one half");
        Assert.That(related, Is.EqualTo(0.5 * Math.Log(2)).Within(1e-12), "half of the jobs are in a family of two equal trades");
    }

    [Test]
    public void PartialSlope_OfAnExactPlane_IsItsCoefficient()
    {
        double[] a = [-2, -1, 0, 1, 2], b = [1, -1, 0, -1, 1], c = [3, -1, -5, 1, 2];
        Assert.That(Estimators.PartialSlope([.. a.Zip(b, c).Select(row => 2 * row.First - 3 * row.Second + 0.7 * row.Third)], [[.. a], [.. b], [.. c]]), Is.EqualTo(0.7).Within(1e-12));
        Assert.That(Estimators.PartialSlope([.. a], [[.. b], [.. b], [.. a]]), Is.EqualTo(1).Within(1e-12), "a column said twice counts once");
        Assert.That(Estimators.PartialSlope([.. a], [[.. b], [.. b]]), Is.NaN);
    }

    [TestCase(0.04)]
    [TestCase(-0.02)]
    public void Slope_OfGrowthThatFollowsRelatedVariety_IsFound(double wanted)
    {
        const int regions = 15;
        World world = Worlds.Empty(Country(regions));
        var growth = new VarietyGrowth();
        var jobs = new double[regions, 4];
        for (int region = 0; region < regions; region++)
        {
            world.Regions.Population[region] = 1000 + 100 * (region * 7 % regions);
            for (int trade = 0; trade < 4; trade++) jobs[region, trade] = 100_000 + 30_000 * ((region * (trade + 3) + trade * trade) % 11);
        }
        for (int year = 25; year <= 35; year += 5)
        {
            world.Tick = 12 * year;
            for (int region = 0; region < regions; region++)
                for (int trade = 0; trade < 4; trade++) world.Clusters.Jobs[world.Cluster(region, trade)] = (int)Math.Round(jobs[region, trade]);
            growth.Observe(world);
            for (int region = 0; region < regions; region++)
            {
                double related = VarietyGrowth.Variety([.. Enumerable.Range(0, 4).Select(trade => jobs[region, trade])], [0, 0, 2, 0]).Related;
                for (int trade = 0; trade < 4; trade++) jobs[region, trade] *= Math.Exp(5 * (0.01 * year + wanted * related)); // all alike, so that variety stays
            }
        }
        var values = new Dictionary<string, double>();
        growth.Add(world, values);
        Assert.That(values["related-variety-growth"], Is.EqualTo(wanted).Within(1e-4), "jobs are whole");
    }
}
