using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Effects;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Effects;

public sealed class KnockOutTests
{
    private static ModelConfiguration Small()
    {
        const string text = "scenario: small\nyears: 6\ncountry: {regions: 2, population: 4k, reference-share: 5%}\nactivities:\n  - {name: shoes, peak-demand: 300, midpoint: 12mo, time-scale: 10mo, entry-potential: 8}\nmechanisms: {migration: off}\n";
        return new ScenarioLoader(new MemoryFiles(new Dictionary<string, string> { ["small.yaml"] = text })).LoadScenario("small.yaml").Configuration;
    }

    [Test]
    public void KnockOuts_OfASmallScenario_HaveARowForEveryMechanismThatIsOn()
    {
        Study study = KnockOut.Study(Small(), 3, 5);
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, CancellationToken.None);
        IReadOnlyList<KnockOut> rows = KnockOut.Of(ledger);
        Assert.That(rows.Select(row => row.Mechanism), Is.EqualTo(ClusterModel.Mechanisms.Select(part => part.Name).Where(name => name != "migration")));
        KnockOut demand = rows.Single(row => row.Mechanism == "demand"), stages = rows.Single(row => row.Mechanism == "life-cycle");
        Assert.That(demand.Cells[0].Difference, Is.Negative, "no demand, no jobs");
        Assert.That((stages.IsNothing, stages.IsFelt), Is.EqualTo((true, false)), "nothing looks at a stage");
        Assert.That(rows.Select(row => row.With), Has.All.EqualTo(rows[0].With));
        string text = KnockOutText.Of(rows);
        Assert.That(text, Does.Contain("nothing moves at all in this scenario: ").And.Contain("life-cycle"));
    }

    [TestCase(-2.9, 2.9, false)]
    [TestCase(-3, 1, true)]
    public void KnockOut_OfThreeStandardErrors_IsFelt(double one, double other, bool felt) =>
        Assert.That(new KnockOut("x", [new KnockOutCell("jobs", one, 1, one), new KnockOutCell("firms", other, 1, other)], [1, 1], 30).IsFelt, Is.EqualTo(felt));
}
