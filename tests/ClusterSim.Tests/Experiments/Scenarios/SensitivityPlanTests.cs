using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>The experiment that is made of a scenario, or of another experiment, to ask what its results hang on.</summary>
public sealed class SensitivityPlanTests
{
    private const string Scenario = "scenario: s\nyears: 30\nmechanisms:\n  spin-offs: {hazard: 0.1, stay: 0.95}\n  supply-chain: off\n";

    private const string Policies = "policies:\n  - {name: help, instrument: start-up-grant, start: {year: 5}, budget: 1m, duration: 5y}\n";

    private const string Experiment = "experiment: e\nscenario: s.yaml\narms:\n  grant: {instrument: start-up-grant, start: {year: 5}, budget: 1m, duration: 5y}\nuncertain: {spin-offs.hazard: 0.02..0.08}\nreplications: 9\n";

    private static ScenarioLoader Loader(string scenario = Scenario) => new(new MemoryFiles(new Dictionary<string, string> { ["s.yaml"] = scenario, ["e.yaml"] = Experiment }));

    private static SensitivityWishes Wishes(params string[] factors) => new("morris", null, factors, 0.2, null, false, 2, 7);

    [Test]
    public void Factors_ByName_HaveTheirUsualRange()
    {
        Experiment plan = Loader().LoadSensitivity("s.yaml", Wishes("spin-offs.hazard", "spin-offs.stay", "spin-offs.heritage=0.5:1", "country.regions=10:14", "labour-mobility=on,off"));
        Assert.That(plan.Uncertain.Select(parameter => $"{parameter.Path} {parameter.Range}"), Is.EqualTo(new[]
        {
            "spin-offs.hazard 0.08..0.12", "spin-offs.stay 0.76..1", "spin-offs.heritage 0.5..1", "country.regions 10..14", "labour-mobility on, off",
        }), "a fifth to either side of the scenario's own value, and never beyond what is allowed");
        Assert.That(plan.Uncertain[3].Whole, Is.True);
        Assert.That((plan.Worlds, plan.Answer, plan.Replications), Is.EqualTo((new WorldDesign("morris", 10, 4, Seed: 7), "sensitivity", 2)));
    }

    [Test]
    public void Factors_OfNothingNamed_AreAllNumbersOfAllMechanismsThatAreOn()
    {
        ScenarioLoader loader = Loader();
        Experiment plan = loader.LoadSensitivity("s.yaml", Wishes());
        string[] paths = [.. plan.Uncertain.Select(parameter => parameter.Path)];
        Assert.That(paths, Has.Length.GreaterThan(80).And.Unique.And.Contains("spin-offs.hazard")
            .And.None.StartsWith("supply-chain"));
        Assert.That(loader.Warnings.Single().Message, Does.StartWith("0 has no usual range").And.Contain("labour-mobility.threshold"));
        foreach (UncertainParameter parameter in plan.Uncertain) Assert.That(parameter.Low, Is.LessThan(parameter.High), parameter.Path);
    }

    [Test]
    public void Plan_OfAnExperiment_KeepsItsArmsAndWhatItDoesNotKnow()
    {
        Experiment plan = Loader().LoadSensitivity("e.yaml", Wishes() with { Method = "sobol", Pairs = true, Output = "firms" });
        Assert.That((plan.Arms.Single().Name, plan.Uncertain.Single().Range, plan.Replications, plan.Measures![0]), Is.EqualTo(("grant", "0.02..0.08", 2, "firms")));
        Assert.That(plan.Worlds, Is.EqualTo(new WorldDesign("saltelli", 64, Pairs: true, Seed: 7)));
        Assert.That(Studies.Of(Loader().LoadSensitivity("e.yaml", Wishes("start-up-grant.grant"))).Worlds!.Factors[0].Allowed, Is.Not.Empty, "a policy's number can be named");
    }

    [Test]
    public void Plan_OfAScenarioWithPolicies_ComparesThemWithNone()
    {
        Study study = Studies.Of(Loader(Scenario + Policies).LoadSensitivity("s.yaml", Wishes("spin-offs.hazard", "help.budget=0:2m")));
        Assert.That((study.Baseline.Policies.Count, study.Arms.Single().Configuration.Policies.Count, study.Worlds!.Count), Is.EqualTo((0, 1, 30)));
        Assert.That(Enumerable.Range(0, 30).Select(world => study.Worlds.Settle(world)[1].Policies[0].Budget).Distinct().Count(), Is.EqualTo(4), "the budget goes over the grid");
        Study alone = Studies.Of(Loader().LoadSensitivity("s.yaml", Wishes("spin-offs.hazard")));
        Assert.That((alone.Arms.Count, alone.Horizons.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("spin-ofs", "--factors:1:1 CS017 spin-ofs is no mechanism or parameter with numbers here (of anything else write NAME=LOW:HIGH); did you mean spin-offs?")]
    [TestCase("supply-chain", "is no mechanism or parameter with numbers here")]
    [TestCase("spin-offs.hazard=0.2:0.1", "spin-offs.hazard = 0.2..0.1: the lower end comes first")]
    [TestCase("spin-offs.hazard=0.1:9", "allowed")]
    [TestCase("spin-offs spin-offs.hazard=0.1:0.2", "--factors:2:1 CS018 spin-offs.hazard stands here twice")]
    public void Factors_ThatCannotBe_AreRefusedWithTheReason(string factors, string words)
    {
        var refused = Assert.Throws<ScenarioException>(() => Loader().LoadSensitivity("s.yaml", Wishes(factors.Split(' '))));
        Assert.That(refused!.Problems[0].ToString(), Does.Contain(words));
    }

    [Test]
    public void Wishes_ThatCannotBe_AreRefusedTogether()
    {
        var refused = Assert.Throws<ScenarioException>(() => Loader().LoadSensitivity("s.yaml", Wishes("spin-offs") with { Size = 3, Output = "jbos" }));
        Assert.That(refused!.Problems.Select(problem => problem.ToString()), Is.EqualTo(new[]
        {
            "--output:1:1 CS017 an indicator: \"jbos\" is unknown; did you mean jobs?", "-n:1:1 CS015 3: morris needs 4 at least; 10 if left out",
        }));
    }

    [Test]
    public void Experiment_WithoutArms_IsReadForWhatNeedsNone()
    {
        const string Head = "experiment: e\nscenario: s.yaml\nuncertain: {spin-offs.hazard: 0.02..0.08}\n";
        ScenarioLoader Of(string rest) => new(new MemoryFiles(new Dictionary<string, string> { ["s.yaml"] = Scenario, ["e.yaml"] = Head + rest }));
        Assert.That(Of("answer: sensitivity\n").LoadExperiment("e.yaml").Arms, Is.Empty);
        Assert.That(Of("answer: turning-point\n").LoadExperiment("e.yaml").Size, Is.EqualTo("spin-offs.hazard"), "the only one that is uncertain");
        Assert.That(Assert.Throws<ScenarioException>(() => Of("answer: robust\n").LoadExperiment("e.yaml"))!.Problems.Single().Message, Is.EqualTo("an experiment lacks arms: only answer: sensitivity and answer: turning-point go without"));
        Assert.That(Assert.Throws<ScenarioException>(() => Of("answer: sensitivity\nmeasure: {primary: jobs at year 20}\n").LoadExperiment("e.yaml"))!.Problems.Single().Message, Does.Contain("read at the end"));
    }
}
