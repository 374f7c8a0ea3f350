using ClusterSim.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Statements that can be read and must not be believed.</summary>
public sealed class ReaderTests
{
    private const string Policy = "policies:\n  - {name: p, instrument: start-up-grant, budget: 1m, ";

    [TestCase(Policy + "start: {stage: growth, for: 6mo}}\n", ErrorCodes.Inconsistent)]
    [TestCase(Policy + "start: {stage: growth, year: 3}}\n", ErrorCodes.Inconsistent)]
    [TestCase(Policy + "start: {when: {jobs: \">3\"}, for: 4mo}}\n", ErrorCodes.WrongUnit)]
    [TestCase(Policy + "start: {when: {jobs: \"=3\"}}}\n", ErrorCodes.NotANumber)]
    [TestCase(Policy + "start: {when: {jobs: \">.inf\"}}}\n", ErrorCodes.NotANumber)]
    [TestCase(Policy + "start: {stage: birth}}\n", ErrorCodes.Inconsistent)]
    [TestCase(Policy + "start: {year: 2}, region: nowhere}\n", ErrorCodes.UnknownName)]
    [TestCase(Policy + "start: {year: 2}}\n  - {name: p, instrument: sham, budget: 1, start: {year: 2}}\n", ErrorCodes.DuplicateName)]
    [TestCase("mechanisms: {policy-delivery: off}\n" + Policy + "start: {year: 2}}\n", ErrorCodes.Unreachable)]
    [TestCase("past: {years: 10}\n" + Policy + "start: {year: 2}}\n", ErrorCodes.Unreachable)]
    [TestCase("shocks:\n  - {kind: demand-shift, month: 20, hazard: 0.1}\n", ErrorCodes.Inconsistent)]
    [TestCase("shocks:\n  - {kind: demand-shift, month: 20, year: 1}\n", ErrorCodes.Inconsistent)]
    [TestCase("shocks:\n  - {kind: demand-shift}\n", ErrorCodes.MissingKey)]
    [TestCase("shocks:\n  - {kind: star-firm, year: 2}\n", ErrorCodes.MissingKey)]
    [TestCase("shocks:\n  - {kind: demand-shift, year: 50}\n", ErrorCodes.Unreachable)]
    [TestCase("country: {regions: 5}\n", ErrorCodes.MissingKey)]
    [TestCase("regions:\n  - {name: a, population-share: 60%}\n  - {name: b, population-share: 50%}\n", ErrorCodes.Inconsistent)]
    [TestCase("activities:\n  - {name: a}\n  - {name: b, supplies-to: c}\n  - {name: c, supplies-to: b}\n", ErrorCodes.Inconsistent)]
    [TestCase("activities: []\n", ErrorCodes.MissingKey)]
    [TestCase("expect:\n  - {claim: c, statistic: cluster, passes: \">= 0.5\", against: control}\n", ErrorCodes.Inconsistent)]
    [TestCase("mechanisms: {spin-offs: maybe}\n", ErrorCodes.NotAWord)]
    public void LoadScenario_ThatContradictsItself_IsRefused(string text, string code)
    {
        ScenarioException broken = Assert.Throws<ScenarioException>(() => Shipped.Load("scenario: test\n" + text))!;
        Assert.That(broken.Problems.Select(problem => problem.Code), Has.Some.EqualTo(code), broken.Message);
    }

    [TestCase("../../elsewhere", ErrorCodes.NotAWord)] // an arm's name becomes the name of a file
    [TestCase("Two Words", ErrorCodes.NotAWord)]
    [TestCase("baseline", ErrorCodes.DuplicateName)]
    [TestCase("taken", ErrorCodes.DuplicateName)]
    public void LoadExperiment_WithAnArmOfAWrongName_IsRefused(string name, string code)
    {
        var files = new Dictionary<string, string>
        {
            ["s.yaml"] = "scenario: s\npolicies:\n  - {name: taken, instrument: sham, budget: 1, start: {year: 2}}\n",
            ["e.yaml"] = $"experiment: e\nscenario: s.yaml\narms:\n  \"{name}\": {{instrument: sham, budget: 1, start: {{year: 2}}}}\n",
        };
        ScenarioException broken = Assert.Throws<ScenarioException>(() => new ScenarioLoader(new MemoryFiles(files)).LoadExperiment("e.yaml"))!;
        Assert.That(broken.Problems.Single().Code, Is.EqualTo(code), broken.Message);
    }
}
