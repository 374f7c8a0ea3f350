using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>The comparison of Jaffe, Trajtenberg and Henderson by hand: ten firms in one region and thirty in another.</summary>
public sealed class KnowledgeLocalisationTests
{
    private static Dictionary<string, double> Values(int near, int far, int old, int early = 0)
    {
        World world = Worlds.Empty(2);
        world.Tick = 12 * 26;
        (world.Clusters.Firms[0], world.Clusters.Firms[1]) = (10, 30);
        world.FlowCount = new KnowledgeFlows();
        void Learn(int times, int source, int founded, int tick)
        {
            for (int i = 0; i < times; i++) world.FlowCount.Count(tick, KnowledgeChannel.Proximity, 7, founded, source, receiver: 0);
        }
        Learn(near, 0, 300, 311); // in year 26, of knowledge of less than a year
        Learn(far, 1, 300, 311);
        Learn(old, 0, 0, 311);
        Learn(early, 0, 290, 299); // in year 25, which does not count
        var knowledge = new KnowledgeLocalisation();
        knowledge.Observe(world);
        var values = new Dictionary<string, double>();
        knowledge.Add(world, values, new CurveSums());
        return values;
    }

    [Test]
    public void Ratio_OfNearToControls_IsTheHandCalculation()
    {
        Dictionary<string, double> values = Values(near: 120, far: 60, old: 500, early: 900);
        // A control of an event within the region is one of 9 others of 39; of one from the other region it is one of 30 of 39.
        double control = 120 * 9 / 39.0 + 60 * 30 / 39.0;
        Assert.That(values["knowledge-localisation"], Is.EqualTo(120 / control).Within(1e-12));
        Assert.That(values["knowledge-rate-ratio"], Is.EqualTo(120 / control / (60 / (180 - control))).Within(1e-12));
    }

    [Test]
    public void Ratio_OfLearningBlindToPlace_IsCloseToOne()
    {
        // Two regions of twenty, in which everybody learns once from half of the others, wherever they are.
        World world = Worlds.Empty(2);
        world.Tick = 12 * 26;
        (world.Clusters.Firms[0], world.Clusters.Firms[1]) = (20, 20);
        world.FlowCount = new KnowledgeFlows();
        foreach ((int source, int receiver, int times) in new[] { (0, 0, 190), (1, 0, 200), (1, 1, 190), (0, 1, 200) })
            for (int i = 0; i < times; i++) world.FlowCount.Count(311, KnowledgeChannel.Forum, 1, 300, source, receiver);
        var knowledge = new KnowledgeLocalisation();
        knowledge.Observe(world);
        var values = new Dictionary<string, double>();
        knowledge.Add(world, values, new CurveSums());
        Assert.That(values["knowledge-localisation"], Is.EqualTo(380 / (380 * 19 / 39.0 + 400 * 20 / 39.0)).Within(1e-12), "380 of 390.3: a control leaves out the learner and may be the source");
    }

    [Test]
    public void Ratio_OfFewEvents_SaysNothing() => Assert.That(Values(near: 60, far: 39, old: 500)["knowledge-localisation"], Is.NaN);
}
