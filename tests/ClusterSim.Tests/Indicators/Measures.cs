using ClusterSim.Model;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

/// <summary>A world of two regions and two activities: two firms of the focal activity in the first region, one in the
/// second, and a supplier there. Indicators must not mix them up.</summary>
internal static class Measures
{
    public static World World()
    {
        World world = Worlds.Empty(2, 2);
        Worlds.AddFirm(world, region: 0, competence: 0.1, staff: 4);
        Worlds.AddFirm(world, region: 0, competence: 0.5, staff: 12);
        Worlds.AddFirm(world, region: 1, competence: 0.9, staff: 8);
        Worlds.AddFirm(world, region: 1, activity: 1, competence: 7, staff: 3);
        return world;
    }

    public static Indicator Find(string name) => (Indicator)ClusterModel.Catalogue.Find("indicator", name)!.Create(null);

    /// <summary>Checks the focal activity in the first region, the second and the country.</summary>
    public static void AssertFocal(World world, string name, double first, double second, double country)
    {
        Indicator indicator = Find(name);
        Assert.That(indicator.Measure(world, 0, 0), Is.EqualTo(first).Within(1e-12), $"{name} of region 1");
        Assert.That(indicator.Measure(world, 1, 0), Is.EqualTo(second).Within(1e-12), $"{name} of region 2");
        Assert.That(indicator.Measure(world, -1, 0), Is.EqualTo(country).Within(1e-12), $"{name} of the country");
    }

    /// <summary>Sets a counter of clusters to 3 and 4 in the focal activity and 90 in the other.</summary>
    public static void AssertCounter<T>(string name, Func<World, Span<T>> column) where T : System.Numerics.INumber<T>
    {
        World world = World();
        Span<T> values = column(world);
        values[world.Cluster(0, 0)] = T.CreateChecked(3);
        values[world.Cluster(1, 0)] = T.CreateChecked(4);
        values[world.Cluster(0, 1)] = values[world.Cluster(1, 1)] = T.CreateChecked(90);
        AssertFocal(world, name, 3, 4, 7);
        Assert.That(Find(name).Measure(world, -1, 1), Is.EqualTo(180));
    }
}
