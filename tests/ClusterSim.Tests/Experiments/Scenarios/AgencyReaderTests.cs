using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Agencies: read into the interventions that one would have written, refused with the place of the mistake.</summary>
public sealed class AgencyReaderTests
{
    private const string Activities = "scenario: test\nactivities: [{name: boats}, {name: sails}]\n";

    private const string Stated = Activities + """
        policies:
          - {name: first, instrument: sham, region: region-3, start: {year: 2}, budget: 1m}
        agencies:
          - {name: north, region: region-1, instrument: start-up-grant, grant: 30k, budget: 6m, cap: 1200k, start: {year: 10}, duration: 5y,
             priorities: [boats, {activity: sails, share: 50%, grant: 20k, start: {stage: growth}}, {instrument: skills-training, lag: 6mo}]}
          - {name: national, region: best, guide: location-quotient, instrument: network-broker, budget: 1m, start: {year: 5}, priorities: [sails]}
        """;

    private const string ByHand = Activities + """
        policies:
          - {name: first, instrument: sham, region: region-3, start: {year: 2}, budget: 1m}
          - {name: north-1, activity: boats, region: region-1, instrument: start-up-grant, grant: 30k, budget: 1500k, cap: 300k, start: {year: 10}, duration: 5y}
          - {name: north-2, activity: sails, region: region-1, instrument: start-up-grant, grant: 20k, budget: 3m, cap: 600k, start: {stage: growth}, duration: 5y}
          - {name: north-3, region: region-1, instrument: skills-training, lag: 6mo, budget: 1500k, cap: 300k, start: {year: 10}, duration: 5y}
          - {name: national, activity: sails, region: best, guide: location-quotient, instrument: network-broker, budget: 1m, start: {year: 5}}
        """;

    [Test]
    public void LoadScenario_WithAgencies_IsTheScenarioWithTheirPoliciesWrittenOut()
    {
        ModelConfiguration read = Shipped.Load(Stated).Configuration;
        Assert.That(ConfigurationText.Of(read), Is.EqualTo(ConfigurationText.Of(Shipped.Load(ByHand).Configuration)));
        Assert.That(((StartUpGrant.Parameters)read.Policies[2].Parameters!).Grant, Is.EqualTo(20));
        Assert.That(ConfigurationText.Of(Shipped.Load(ScenarioWriter.Write("test", "", read)).Configuration), Is.EqualTo(ConfigurationText.Of(read)));
    }

    [Test]
    public void LoadExperiment_ArmWithAgencies_AddsTheirPoliciesToTheScenariosOwnAndThoseOfTheArm()
    {
        const string experiment = """
            experiment: test
            scenario: world.yaml
            arms:
              agencies:
                with: {country: {regions: 7}}
                policies: [{instrument: sham, start: {year: 5}, budget: 1m}]
                agencies: [{name: south, region: region-7, instrument: sham, budget: 1m, start: {year: 3}, priorities: [sails, boats]}]
            """;
        ModelConfiguration arm = new ScenarioLoader(new MemoryFiles(new Dictionary<string, string> { ["test.yaml"] = experiment, ["world.yaml"] = Stated })).LoadExperiment("test.yaml").Arms[0].Configuration;
        Assert.That(arm.Policies.Select(policy => policy.Name), Is.EqualTo(new[] { "first", "north-1", "north-2", "north-3", "national", "agencies", "south-1", "south-2" }));
        Assert.That((arm.Country.Regions, arm.Policies[^1].Budget, arm.Policies[^1].Activity), Is.EqualTo((7, 500.0, "boats")));
    }

    private const string Agency = "agencies:\n  - {name: north, region: region-1, instrument: start-up-grant, start: {year: 10}, duration: 5y, ";

    /// <summary>A caret stands before each place that must be complained of, once.</summary>
    [TestCase(Agency + "budget: ^5y, priorities: [boats, sails]}\n", ErrorCodes.WrongUnit)]
    [TestCase(Agency + "^grannt: 3k, budget: 5m, priorities: [boats, sails]}\n", ErrorCodes.UnknownKey)]
    [TestCase(Agency + "budget: 5m, priorities: [boats, ^sales]}\n", ErrorCodes.UnknownName)]
    [TestCase(Agency + "budget: 5m, priorities: [boats, {^budget: 3m}]}\n", ErrorCodes.Inconsistent)]
    [TestCase(Agency + "budget: 5m, priorities: [{share: ^120%}, boats]}\n", ErrorCodes.OutOfRange)]
    [TestCase(Agency + "budget: 5m, priorities: ^[{share: 20%}, {share: 30%}]}\n", ErrorCodes.Inconsistent)]
    [TestCase(Agency + "budget: 5m, priorities: ^[{share: 80%}, {share: 30%}, boats]}\n", ErrorCodes.Inconsistent)]
    [TestCase(Agency + "budget: 5m, priorities: [boats, {instrument: skills-training, ^grant: 3k}]}\n", ErrorCodes.UnknownKey)]
    [TestCase(Agency + "budget: 5m, priorities: ^boats}\n", ErrorCodes.WrongKind)]
    [TestCase(Agency + "budget: 5m, priorities: ^[]}\n", ErrorCodes.MissingKey)]
    [TestCase("agencies:\n  - ^{name: north, region: region-1, instrument: sham, start: {year: 10}, priorities: [boats, sails]}\n", ErrorCodes.MissingKey)]
    [TestCase("agencies:\n  - {name: north, region: ^best, instrument: sham, budget: 1m, start: {year: 10}, priorities: [boats, sails]}\n", ErrorCodes.Inconsistent)]
    [TestCase(Agency + "budget: 5m, priorities: [boats]}\n  - {name: ^north, region: region-2, instrument: sham, budget: 1m, start: {year: 3}, priorities: [boats, sails]}\n", ErrorCodes.DuplicateName)]
    [TestCase("policies: [{name: north, instrument: sham, start: {year: 3}, budget: 1m}]\nagencies:\n  ^- {name: north, region: region-1, instrument: sham, budget: 1m, start: {year: 10}, priorities: [boats]}\n", ErrorCodes.DuplicateName)]
    public void LoadScenario_WithAMistakenAgency_NamesThePlace(string text, string code)
    {
        string marked = Activities + text;
        int at = marked.IndexOf('^', StringComparison.Ordinal), line = marked[..at].Count(c => c == '\n') + 1, column = at - marked.LastIndexOf('\n', at);
        ScenarioException thrown = Assert.Throws<ScenarioException>(() => Shipped.Load(marked.Remove(at, 1)))!;
        Assert.That(thrown.Problems.Select(problem => (problem.Line, problem.Column, problem.Code)), Is.EqualTo(new[] { (line, column, code) }));
    }
}
