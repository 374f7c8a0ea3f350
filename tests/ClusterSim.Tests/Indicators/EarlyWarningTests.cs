using ClusterSim.Experiments.Detection;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class EarlyWarningTests
{
    private static readonly WarningModel Public = WarningFile.Shipped.Models["public"];

    private static IEnumerable<(string Name, EarlyWarning.Term Term)> Terms =>
        [("firms-to-go", EarlyWarning.FirmsToGo), ("lq-to-go", EarlyWarning.QuotientToGo), ("region-size", EarlyWarning.RegionSize), ("mean-size", EarlyWarning.MeanSize)];

    /// <summary>Whoever trains the score anew copies it here.</summary>
    [Test]
    public void Terms_OfTheIndicator_AreThoseOfTheShippedScore()
    {
        Assert.That(EarlyWarning.Intercept, Is.EqualTo(Public.Intercept));
        foreach ((string name, EarlyWarning.Term term) in Terms)
        {
            WarningTerm shipped = Public.Terms.First(each => each.Name == name);
            Assert.That(term, Is.EqualTo(new EarlyWarning.Term(shipped.Mean, shipped.Deviation, shipped.Low, shipped.High, shipped.Coefficient)), name);
        }
    }

    /// <summary>Twelve firms of five jobs each in a region of half the people at an LQ of 1.2; four of fifteen elsewhere.</summary>
    [Test]
    public void Measure_OfAnEmbryo_IsTheScoreOfItsCellWithTheRestAtItsMean()
    {
        World world = Measures.World();
        world.Clusters.Stage.Span.Clear();
        (int here, int there) = (world.Cluster(0, 0), world.Cluster(1, 0));
        world.Clusters.Firms.Span.Clear();
        world.Clusters.Jobs.Span.Clear();
        (world.Clusters.Firms[here], world.Clusters.Jobs[here], world.Clusters.LocationQuotient[here]) = (12, 60, 1.2);
        (world.Clusters.Firms[there], world.Clusters.Jobs[there], world.Clusters.LocationQuotient[there]) = (4, 60, 0.7);
        (world.Activities.Firms[0], world.Activities.Jobs[0]) = (16, 120);
        double people = world.Regions.Population.Span.ToArray().Sum(each => (double)each), mean = people / world.Regions.Count;
        double[] values = [.. Public.Terms.Select(term => term.Name switch
        {
            "firms-to-go" => Math.Log(12 / 30.0),
            "lq-to-go" => Math.Log(1.2 / 1.5),
            "region-size" => Math.Log(world.Regions.Population[0] / mean),
            "mean-size" => Math.Log(5 / 7.5),
            _ => double.NaN,
        })];
        var warning = new EarlyWarning();
        Assert.That(warning.Measure(world, 0, 0), Is.EqualTo(1 / (1 + Math.Exp(-Public.Logit(values)))).Within(1e-12));
        Assert.That(warning.Measure(world, -1, 0), Is.EqualTo(Math.Max(warning.Measure(world, 0, 0), warning.Measure(world, 1, 0))));
        world.Clusters.Stage[here] = Stage.Growth;
        Assert.That(warning.Measure(world, 0, 0), Is.Zero, "a cluster already");
    }
}
