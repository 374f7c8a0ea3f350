using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Scenarios that start from a computed past start in the stage that they are named after, and experiments on
/// them act in every history.</summary>
public sealed class StoredStateTests
{
    [TestCase("mature", Stage.Maturity)]
    [TestCase("declining", Stage.Decline)]
    public void Past_OfAStarter_EndsInItsStageAndNotAtItsEdge(string name, Stage stage)
    {
        Scenario scenario = Shipped.Loader().LoadScenario($"scenarios/starter/{name}.yaml");
        var history = new History(scenario.Configuration);
        history.Load(new MemoryStream(Studies.StateAfter(scenario.Configuration, scenario.Past!)));
        World world = history.World;
        int cluster = world.Cluster(world.Country.FocalRegion[0], 0);
        Assert.That(world.Tick, Is.EqualTo(scenario.Past!.Months));
        Assert.That(world.Clusters.Stage[cluster], Is.EqualTo(stage));
        Assert.That(world.Tick - world.Clusters.StageSince[cluster], Is.InRange(12, 60), "months in that stage");
        Assert.That(world.Clusters.Jobs[cluster], Is.GreaterThan(200));
    }

    [TestCase("late-support")]
    [TestCase("late-support-decline")]
    [Category("Slow")]
    public void Arms_OfLateSupport_ActInFourHistoriesOfFiveOrMore(string name)
    {
        Experiment experiment = Shipped.Loader().LoadExperiment($"scenarios/experiments/{name}.yaml");
        Study study = Studies.Of(experiment) with { Replications = 20, Horizons = [1] };
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, default);
        for (int arm = 0; arm < study.Arms.Count; arm++)
            Assert.That(ledger.StartYears(arm).Length, Is.GreaterThanOrEqualTo(16), study.Arms[arm].Name);
    }
}
