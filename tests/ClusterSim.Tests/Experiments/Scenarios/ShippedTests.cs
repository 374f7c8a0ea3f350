using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Every file that comes with the project is sound, and runs.</summary>
public sealed class ShippedTests
{
    private static IEnumerable<string> Files => Shipped.Files;

    [TestCaseSource(nameof(Files))]
    public void File_ThatIsShipped_IsSoundAndSaysWhatItIs(string file)
    {
        string title;
        ScenarioLoader loader = Shipped.Loader();
        if (loader.IsExperiment(file)) title = loader.LoadExperiment(file).Title;
        else
        {
            Scenario scenario = loader.LoadScenario(file);
            title = scenario.Title;
            Assert.That(scenario.Story, Is.Not.Empty);
        }
        Assert.That(title, Is.Not.Empty);
        Assert.That(loader.Warnings, Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    [Category("Slow")]
    public void File_ThatIsShipped_RunsAPairToItsEnd(string file)
    {
        Study study = Shipped.Loader().IsExperiment(file) ? Studies.Of(Shipped.Loader().LoadExperiment(file)) : Studies.Of(Shipped.Loader().LoadScenario(file));
        var ledger = new Ledger(study with { Replications = 1 });
        new SequentialExecutor().Run(ledger.Study, ledger.Take, _ => { }, default);
        Assert.That(ledger.Count, Is.EqualTo(1));
    }
}
