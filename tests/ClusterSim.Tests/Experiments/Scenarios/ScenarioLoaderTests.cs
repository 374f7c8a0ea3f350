using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Mechanisms;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class ScenarioLoaderTests
{
    private static ScenarioLoader Loader(params (string Path, string Text)[] files) => new(new MemoryFiles(files.ToDictionary(file => file.Path, file => file.Text)));

    private static IReadOnlyList<Problem> ProblemsOf(Action load) => Assert.Throws<ScenarioException>(() => load())!.Problems;

    [Test]
    public void LoadScenario_ThatExtends_MergesMapsAndReplacesLists()
    {
        ScenarioLoader loader = Loader(
            ("a/base.yaml", "scenario: base\nyears: 40\nmechanisms:\n  spin-offs: {hazard: 0.02, stay: 0.5}\n  training: off\nactivities:\n  - {name: one}\n  - {name: two}\n"),
            ("a/middle.yaml", "scenario: middle\nextends: base.yaml\nmechanisms:\n  spin-offs: {stay: 0.6}\n"),
            ("b/top.yaml", "scenario: top\nextends: ../a/middle.yaml\nmechanisms:\n  spin-offs: {hazard: 0.03}\nactivities:\n  - {name: three}\n"));
        Scenario top = loader.LoadScenario("b/top.yaml");
        var spinOffs = (SpinOffs.Parameters)top.Configuration.Mechanisms["spin-offs"]!;
        Assert.That((top.Name, top.Configuration.Months, spinOffs.Hazard, spinOffs.Stay), Is.EqualTo(("top", 480, 0.03, 0.6)));
        Assert.That(top.Configuration.Mechanisms["training"], Is.Null);
        Assert.That(top.Configuration.Activities.Select(activity => activity.Name), Is.EqualTo(new[] { "three" }));
    }

    [Test]
    public void LoadScenario_ThatExtendsInACircle_NamesTheWay()
    {
        Problem problem = ProblemsOf(() => Loader(("a.yaml", "scenario: a\nextends: b.yaml\n"), ("b.yaml", "scenario: b\nextends: a.yaml\n")).LoadScenario("a.yaml")).Single();
        Assert.That((problem.File, problem.Line, problem.Code, problem.Message), Is.EqualTo(("b.yaml", 2, ErrorCodes.Circle, "a.yaml -> b.yaml -> a.yaml")));
    }

    [Test]
    public void LoadScenario_WithMistakesInTheParent_NamesTheParentsLine()
    {
        IReadOnlyList<Problem> problems = ProblemsOf(() => Loader(
            ("base.yaml", "scenario: base\nmechanisms:\n  spin-offs: {hazard: 9}\n"), ("top.yaml", "scenario: Top\nextends: base.yaml\nyears: 999\n")).LoadScenario("top.yaml"));
        Assert.That(problems.Select(problem => (problem.File, problem.Line, problem.Code)),
            Is.EqualTo(new[] { ("base.yaml", 3, ErrorCodes.OutOfRange), ("top.yaml", 1, ErrorCodes.NotAWord), ("top.yaml", 3, ErrorCodes.OutOfRange) }));
    }

    [Test]
    public void Load_OfAFileThatIsNotThere_SaysWhoNamedIt()
    {
        ScenarioLoader loader = Loader(("a.yaml", "scenario: a\nextends: gone.yaml\n"), ("e.yaml", "experiment: e\nscenario: lost.yaml\narms: {}\n"));
        Assert.That(ProblemsOf(() => loader.LoadScenario("none.yaml")).Single().Code, Is.EqualTo(ErrorCodes.NoFile));
        Assert.That(ProblemsOf(() => loader.LoadScenario("a.yaml")).Single().ToString(), Does.StartWith("a.yaml:2:10 CS008"));
        Assert.That(ProblemsOf(() => loader.LoadExperiment("e.yaml")).Select(problem => problem.ToString()), Has.Some.StartsWith("e.yaml:2:11 CS008"));
    }

    [Test]
    public void LoadScenario_AfterABrokenOne_ForgetsItsProblems()
    {
        ScenarioLoader loader = Loader(("bad.yaml", "scenario: bad\nyeers: 3\n"), ("good.yaml", "scenario: good\n"));
        Assert.That(ProblemsOf(() => loader.LoadScenario("bad.yaml")), Has.Count.EqualTo(1));
        Assert.That(loader.LoadScenario("good.yaml").Name, Is.EqualTo("good"));
    }

    [Test]
    public void LoadScenario_WithAControl_LaysItOverTheScenario()
    {
        Scenario scenario = Loader(("a.yaml", "scenario: a\nmechanisms:\n  spin-offs: {hazard: 0.02, stay: 0.5}\ncontrol:\n  mechanisms:\n    spin-offs: {hazard: 0}\n")).LoadScenario("a.yaml");
        SpinOffs.Parameters Of(ClusterSim.Model.State.ModelConfiguration configuration) => (SpinOffs.Parameters)configuration.Mechanisms["spin-offs"]!;
        Assert.That((Of(scenario.Configuration).Hazard, Of(scenario.Control!).Hazard, Of(scenario.Control!).Stay), Is.EqualTo((0.02, 0.0, 0.5)));
        Assert.That(ProblemsOf(() => Loader(("a.yaml", "scenario: a\ncontrol: {yeers: 3}\n")).LoadScenario("a.yaml")).Single().Code, Is.EqualTo(ErrorCodes.UnknownKey));
    }

    [TestCase("spin-offs.hazard=0.1", ExpectedResult = 0.1)]
    [TestCase("spin-offs.hazard=10%", ExpectedResult = null)] // a rate is no share
    [TestCase("spin-offs.hazard=9", ExpectedResult = null)]
    [TestCase("spin-offs.hazzard=0.1", ExpectedResult = null)]
    [TestCase("spin-ofs.hazard=0.1", ExpectedResult = null)]
    [TestCase("spin-offs.hazard", ExpectedResult = null)]
    [TestCase("=3", ExpectedResult = null)]
    [TestCase("spin-offs.hazard.deep=3", ExpectedResult = null)]
    public double? Set_OfAMechanism_ReachesItOrIsRefused(string setting)
    {
        try
        {
            return ((SpinOffs.Parameters)Shipped.Load("scenario: test\nextends: default.yaml\n", setting).Configuration.Mechanisms["spin-offs"]!).Hazard;
        }
        catch (ScenarioException broken)
        {
            Assert.That(broken.Problems.Select(problem => problem.File), Is.All.EqualTo("--set"));
            return null;
        }
    }

    [Test]
    public void Set_OfEverySection_IsLaidOverTheFile()
    {
        Scenario scenario = Shipped.Load("scenario: test\nregions:\n  - {name: here}\nactivities:\n  - {name: tools}\n  - {name: parts, supplies-to: tools}\n",
            "years=30", "country.regions=8", "parts.peak-demand=900", "here.trust=0.9", "supply-chain=off", "spin-offs.hazard=0.01", "spin-offs.stay=0.7");
        Assert.That((scenario.Configuration.Months, scenario.Configuration.Country.Regions), Is.EqualTo((360, 8)));
        Assert.That(scenario.Configuration.Activities.Select(activity => activity.PeakDemand), Is.EqualTo(new[] { 7_500.0, 900 }));
        Assert.That(scenario.Configuration.Regions.Single().Trust, Is.EqualTo(0.9));
        Assert.That(scenario.Configuration.Mechanisms["supply-chain"], Is.Null);
        var spinOffs = (SpinOffs.Parameters)scenario.Configuration.Mechanisms["spin-offs"]!;
        Assert.That((spinOffs.Hazard, spinOffs.Stay), Is.EqualTo((0.01, 0.7)));
    }
}
