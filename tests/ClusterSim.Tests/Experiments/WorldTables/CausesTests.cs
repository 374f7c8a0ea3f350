using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Sensitivity;
using ClusterSim.Experiments.Worlds;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.WorldTables;

/// <summary>What the results of a scenario by itself hang on.</summary>
public sealed class CausesTests
{
    private static Ledger Run(string design, int replications)
    {
        var files = new MemoryFiles(new Dictionary<string, string>
        {
            ["classroom.yaml"] = Repository.Read("scenarios/starter/classroom.yaml"),
            ["e.yaml"] = $"experiment: e\nscenario: classroom.yaml\nyears: 30\nuncertain: {{spin-offs.hazard: 0.01..0.3, spin-offs.disagreement: 0.04..0.06}}\nworlds: {{{design}}}\nreplications: {replications}\nmeasure: {{primary: spin-off-count}}\nanswer: sensitivity\n",
        });
        Study study = Studies.Of(new ScenarioLoader(files).LoadExperiment("e.yaml"));
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, default);
        return ledger;
    }

    [TestCase("design: morris, trajectories: 8", "morris", "mu")]
    [TestCase("design: saltelli, n: 16", "sobol", "ST")]
    [TestCase("design: efast, n: 65", "efast", "S1")]
    [TestCase("design: lhs, n: 60", "pawn", "median")]
    public void Spinoffs_HangOnTheirHazard_ByEveryMethod(string design, string method, string index)
    {
        Ledger ledger = Run(design, 2);
        IReadOnlyList<Cause> causes = Causes.Of(ledger);
        Cause cause = causes.First(each => each.Output == "spin-off-count" && each.Result.Method == method);
        Assert.That((cause.Scenario, cause.Rows), Is.EqualTo(("baseline", ledger.Study.Worlds!.Count)));
        FactorSensitivity hazard = cause.Result.Factors[0], disagreement = cause.Result.Factors[1];
        Assert.That(hazard[index].IsNone, Is.False);
        Assert.That(hazard[index].Value, Is.GreaterThan(2 * Math.Abs(disagreement[index].Value)));
        Assert.That(causes.Select(each => each.Output).Distinct(), Is.EqualTo(new[] { "spin-off-count", "grew" }));
        Assert.That(Causes.Csv(causes).Split('\n')[1], Does.StartWith($"baseline,spin-off-count,{method},spin-offs.hazard,"));
        if (method is "morris" or "sobol") Assert.That(SensitivityWords.Of(cause.Result, disagreement), Does.Contain("chance"));
    }

    [Test]
    public void Errors_OfWorldsWithCommonDraws_LeaveOutTheLuckThatTheyShare()
    {
        // The second replication is luckier by ten in every world: no difference between worlds comes of that.
        double[][] values = [[1, 11], [2, 12], [6, 16]], own = [[1, 11], [2, 10], [6, 18]];
        var shared = new WorldTable(Run("design: morris, trajectories: 4", 2));
        Assert.That(shared.Errors(values), Is.All.Zero);
        // Deviations from the means of the replications, 3 and 13: by hand -2, -2; -1, -3; 3, 5.
        Assert.That(shared.Errors(own), Is.EqualTo(new[] { 0.0, 1, 1 }).Within(1e-12));
        var apart = new WorldTable(Run("design: lhs, n: 4", 2));
        Assert.That(apart.Errors(values), Is.All.EqualTo(5).Within(1e-12), "ten apart: standard deviation 7.07, over the root of two");
        Assert.That(apart.Errors([[1], [2, 3]]), Is.Null);
    }

    [Test]
    public void Results_OfAScenarioByItself_AreMeansOfItsEnds()
    {
        Ledger ledger = Run("design: lhs, n: 4", 3);
        string[][] rows = [.. WorldFiles.Of(ledger).First(file => file.Name == "world_results.csv").Text.Trim().Split('\n').Select(line => line.Split(','))];
        Assert.That(rows[0][^2..], Is.EqualTo(new[] { "final_spin_off_count", "grew" }));
        double[] ends = ledger.Column(Ledger.Untreated, LedgerPart.Final);
        for (int world = 0; world < 4; world++)
            Assert.That(double.Parse(rows[world + 1][^2], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo((ends[world] + ends[world + 4] + ends[world + 8]) / 3).Within(1e-7), "as files round");
    }
}
