using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Experiments.Worlds;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.WorldTables;

/// <summary>What a study of several worlds says beyond its means, on real pairs of a small country.</summary>
public sealed class WorldFilesTests
{
    private Dictionary<string, string[][]> _files = [];
    private Ledger _ledger = null!;

    [OneTimeSetUp]
    public void Run()
    {
        var files = new MemoryFiles(new Dictionary<string, string>
        {
            ["classroom.yaml"] = Repository.Read("scenarios/starter/classroom.yaml"),
            ["e.yaml"] = """
                experiment: e
                scenario: classroom.yaml
                years: 15
                arms:
                  grant: {instrument: start-up-grant, region: region-1, start: {year: 2}, budget: 1m, duration: 5y}
                  sham:  {instrument: sham, region: region-1, start: {year: 2}, budget: 1m, duration: 5y}
                uncertain: {spin-offs.hazard: 0.02..0.1, grant.budget: 100k..2m, labour-mobility.contact: [0.3, 0.6, 1.2]}
                worlds: {n: 32}
                replications: 2
                measure: {primary: jobs at start+5y}
                horizons: [5y]
                calendar: [15y]
                answer: critical-mass
                size: grant.budget
                """,
        });
        Study study = Studies.Of(new ScenarioLoader(files).LoadExperiment("e.yaml"));
        _ledger = new Ledger(study);
        new SequentialExecutor().Run(study, _ledger.Take, _ => { }, default);
        _files = WorldFiles.Of(_ledger).Append((Causes.Name, Causes.Csv(Causes.Of(_ledger)))).ToDictionary(file => file.Item1, file => file.Item2.Trim().Split('\n').Select(line => line.Split(',')).ToArray());
    }

    private double[] Column(string file, string column) =>
        [.. _files[file].Skip(1).Select(row => double.Parse(row[Array.IndexOf(_files[file][0], column)], CultureInfo.InvariantCulture))];

    [Test]
    public void Files_OfManyWorlds_AreAllThere() =>
        Assert.That(_files.Keys, Is.SupersetOf(new[] { "worlds.csv", "world_results.csv", "robustness.csv", "ranking.csv", "boxes.csv", "tradeoff.csv", "critical_mass.csv", "critical_mass_fit.csv" }));

    [Test]
    public void Results_OfAllWorlds_AverageToTheComparison()
    {
        ComparisonRow row = ComparisonTable.Of(_ledger).Single(each => each.Arm == "grant" && each.Clock == "start" && each.Region == "target");
        Assert.That(Sample.Mean(Column("world_results.csv", "change_grant")), Is.EqualTo(row.Difference).Within(1e-6));
        Assert.That(row.DifferenceSd, Is.EqualTo(Sample.StandardDeviation(Column("world_results.csv", "change_grant"))).Within(1e-6), "the unit is the world");
        Assert.That(Column("world_results.csv", "n_pairs"), Has.All.EqualTo(2));
    }

    [Test]
    public void Worlds_OfALatinHypercube_FillEveryStratumOnce()
    {
        int[] strata = [.. Column("worlds.csv", "spin-offs.hazard").Select(hazard => (int)((hazard - 0.02) / 0.08 * 32)).Order()];
        Assert.That(strata, Is.EqualTo(Enumerable.Range(0, 32)));
        Assert.That(Column("worlds.csv", "grant.budget"), Has.All.InRange(100_000, 2_000_000));
    }

    [Test]
    public void Sham_InEveryWorld_IsZeroAndRegretsWhatDoingNothingRegrets()
    {
        Assert.That(Column("world_results.csv", "change_sham"), Has.All.Zero);
        string[][] rows = [.. _files["robustness.csv"].Skip(1)];
        foreach (string place in new[] { "target", "all" })
            Assert.That(rows.Single(row => row[0] == "sham" && row[4] == place)[6..10], Is.EqualTo(rows.Single(row => row[0] == "baseline" && row[4] == place)[6..10]));
        Assert.That(rows.Where(row => row[4] == "target").Sum(row => double.Parse(row[10], CultureInfo.InvariantCulture)), Is.EqualTo(1).Within(1e-9), "shares of worlds in which an arm is best");
    }

    [Test]
    public void Causes_OfAnArm_AreAskedOnlyOfWhatStandsInItsScenario()
    {
        string[] Factors(string arm) => [.. _files["sensitivity.csv"].Skip(1).Where(row => row[0] == arm).Select(row => row[3]).Distinct()];
        Assert.That(Factors("grant"), Does.Contain("grant.budget"));
        Assert.That(Factors("sham"), Does.Not.Contain("grant.budget").And.Contain("spin-offs.hazard"), "of sham only what happens without it has causes");
        Assert.That(_files["sensitivity.csv"].Skip(1).Where(row => row[0] == "sham").Select(row => row[1]), Has.None.EqualTo("change"));
    }

    [Test]
    public void CriticalMass_BySize_CountsEveryPairOnce()
    {
        Assert.That(Column("critical_mass.csv", "n").Sum(), Is.EqualTo(64), "grant alone: sham has no such size");
        Assert.That(_files["critical_mass.csv"].Skip(1).Select(row => row[0]).Distinct(), Is.EqualTo(new[] { "grant" }));
        Assert.That(Column("critical_mass.csv", "value"), Is.Ordered);
    }

    [Test]
    public void Runner_OfAnyOrderOfPairs_GivesTheSameOutcome()
    {
        Study study = _ledger.Study;
        string Digest(PairRunner runner, int pair) => string.Join(' ', runner.Run(pair).Arms.Select(arm => arm.Summary.Digest));
        var straight = new PairRunner(study);
        string[] there = [Digest(straight, 0), Digest(straight, 1), Digest(straight, 32)];
        var back = new PairRunner(study);
        string[] again = [Digest(back, 32), Digest(back, 1), Digest(back, 0)];
        Assert.That(again.Reverse(), Is.EqualTo(there));
        Assert.That(there.Distinct().Count(), Is.EqualTo(3));
    }
}
