using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class EveryIndicatorTests
{
    private static readonly Lazy<World> Grown = new(() => Worlds.Run(
        new ModelConfiguration
        {
            Activities = [
                new ActivitySetup { Name = "focal", InitialDemand = 800 },
                new ActivitySetup { Name = "inputs", SuppliesTo = "focal", InputShare = 0.3 }],
        }, 6, 120).World);

    private static IEnumerable<string> All => ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name);

    private static IEnumerable<string> Additive =>
        ClusterModel.Catalogue.OfKind("indicator").Where(part => ((IndicatorAttribute)part.Attribute).Additive).Select(part => part.Name);

    [TestCaseSource(nameof(Additive))]
    public void Measure_OfTheCountry_IsTheSumOverRegions(string name)
    {
        Indicator indicator = Measures.Find(name);
        for (int activity = 0; activity < 2; activity++)
        {
            double sum = Enumerable.Range(0, Grown.Value.Regions.Count).Sum(region => indicator.Measure(Grown.Value, region, activity));
            Assert.That(indicator.Measure(Grown.Value, -1, activity), Is.EqualTo(sum).Within(1e-9 * Math.Max(1, Math.Abs(sum))));
        }
    }

    [TestCaseSource(nameof(All))]
    public void Measure_OfAnEmptyCountry_IsANumber(string name)
    {
        World world = Worlds.Empty(2);
        for (int region = -1; region < 2; region++)
            Assert.That(double.IsFinite(Measures.Find(name).Measure(world, region, 0)), Is.True);
    }

    [TestCaseSource(nameof(All))]
    public void Measure_OfAWorld_LeavesItAsItWas(string name)
    {
        World world = Measures.World();
        var before = new Digest();
        world.AddTo(ref before);
        for (int region = -1; region < 2; region++) Measures.Find(name).Measure(world, region, 0);
        var after = new Digest();
        world.AddTo(ref after);
        Assert.That(after.ToString(), Is.EqualTo(before.ToString()));
    }
}
