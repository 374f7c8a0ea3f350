using ClusterSim.Model;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.State;

/// <summary>The count of who learns from whom: what it holds, and that a history does not feel it.</summary>
public sealed class KnowledgeFlowsTests
{
    [TestCase(0, 0)]
    [TestCase(59, 0)]
    [TestCase(60, 5)]
    [TestCase(239, 15)]
    [TestCase(240, 20)]
    [TestCase(599, 20)]
    public void Age_OfWhatIsLearnt_CountsFromTheFoundingInClassesOfFiveYears(int months, int age)
    {
        var flows = new KnowledgeFlows();
        flows.Count(700, KnowledgeChannel.Forum, teacher: 3, founded: 700 - months, source: 1, receiver: 2);
        Assert.That(flows.Events.Single(), Is.EqualTo(KeyValuePair.Create(new KnowledgeFlow(59, KnowledgeChannel.Forum, 1, 2, age), 1)), "month 700 is of year 59");
    }

    [Test]
    public void Age_AfterAnInnovation_CountsFromIt()
    {
        var flows = new KnowledgeFlows();
        flows.Renew(3, 690);
        flows.Count(700, KnowledgeChannel.Supply, 3, founded: 100, 1, 2);
        flows.Count(701, KnowledgeChannel.Supply, 3, founded: 100, 1, 2);
        flows.Count(701, KnowledgeChannel.Supply, 4, founded: 100, 1, 2);
        Assert.That(flows.Events[new KnowledgeFlow(59, KnowledgeChannel.Supply, 1, 2, 0)], Is.EqualTo(2));
        Assert.That(flows.Events[new KnowledgeFlow(59, KnowledgeChannel.Supply, 1, 2, KnowledgeFlows.Oldest)], Is.EqualTo(1));
    }

    [Test]
    public void LearningEvents_WhereNobodyAsked_AreNotKept()
    {
        World world = Worlds.Empty(2);
        int teacher = Worlds.AddFirm(world, region: 1), pupil = Worlds.AddFirm(world);
        LearningEvents.Learnt(world, KnowledgeChannel.Proximity, teacher, pupil);
        Assert.That(world.FlowCount, Is.Null);
        world.FlowCount = new KnowledgeFlows();
        LearningEvents.Learnt(world, KnowledgeChannel.Proximity, pupil, pupil);
        Assert.That(world.FlowCount.Events, Is.Empty, "from oneself nothing is learnt");
        LearningEvents.Learnt(world, KnowledgeChannel.Proximity, teacher, pupil);
        Assert.That(world.FlowCount.Events.Keys.Single(), Is.EqualTo(new KnowledgeFlow(1, KnowledgeChannel.Proximity, 1, 0, 10)));
        world.Reset(world.Configuration);
        Assert.That(world.FlowCount, Is.Null, "the next history asks anew");
    }

    [Test]
    public void History_WhoseFlowsAreCounted_IsTheSameToTheLastBit()
    {
        ModelConfiguration country = new() { Country = new CountrySetup { Regions = 3, Population = 30_000 } };
        History plain = new(country), counted = new(country);
        plain.Begin(5, 0);
        counted.Begin(5, 0);
        counted.World.FlowCount = new KnowledgeFlows();
        plain.RunTo(120);
        counted.RunTo(120);
        Assert.That(counted.Digest(), Is.EqualTo(plain.Digest()));
        Assert.That(counted.World.FlowCount.Events.Keys.Select(flow => flow.Channel).Distinct(), Is.SupersetOf(new[] { KnowledgeChannel.Proximity, KnowledgeChannel.Imitation, KnowledgeChannel.Movers }));
        Assert.That(counted.World.FlowCount.Events.Keys.Select(flow => flow.Year), Is.All.InRange(1, 10));
    }
}
