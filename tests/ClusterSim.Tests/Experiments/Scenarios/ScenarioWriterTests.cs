using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>The resolved copy of a scenario is the scenario: every field, every bit, the same history.</summary>
public sealed class ScenarioWriterTests
{
    private static IEnumerable<string> Scenarios => Shipped.Scenarios;

    private static IEnumerable<string> Experiments => Shipped.Experiments;

    private static ModelConfiguration Again(ModelConfiguration configuration, Past? past = null, string name = "test") =>
        Shipped.Load(ScenarioWriter.Write(name, "A title: \"quoted\" \\ and more", configuration, past)).Configuration;

    private static string Digest(ModelConfiguration configuration) => Worlds.Run(configuration, 3, 18).Digest();

    [TestCaseSource(nameof(Scenarios))]
    public void Write_OfAShippedScenario_ReadsBackToTheSameBitsAndHistory(string file)
    {
        Scenario scenario = Shipped.Loader().LoadScenario(file);
        foreach (ModelConfiguration configuration in new[] { scenario.Configuration, scenario.Control }.OfType<ModelConfiguration>())
        {
            ModelConfiguration again = Again(configuration, scenario.Past);
            Assert.That(ConfigurationText.Of(again), Is.EqualTo(ConfigurationText.Of(configuration)));
            Assert.That(ScenarioDiff.Between(configuration, again), Is.Empty);
            Assert.That(Digest(again), Is.EqualTo(Digest(configuration)));
        }
        Assert.That(Shipped.Load(ScenarioWriter.Write("test", "", scenario.Configuration, scenario.Past)).Past, Is.EqualTo(scenario.Past));
    }

    [TestCaseSource(nameof(Experiments))]
    public void Write_OfAShippedExperimentsArms_ReadsBackToTheSameBits(string file)
    {
        foreach ((string name, ModelConfiguration configuration) in Shipped.Loader().LoadExperiment(file).Arms)
            Assert.That(ConfigurationText.Of(Again(configuration, name: name)), Is.EqualTo(ConfigurationText.Of(configuration)), name);
    }

    [TestCase("start: {month: 17}")]
    [TestCase("start: {year: 3}")]
    [TestCase("start: {stage: growth}")]
    [TestCase("start: {stage: birth}, region: region-2")]
    [TestCase("start: {stage: renewal}, exit: decline, fallback: 20y")]
    [TestCase("start: {stage: growth}, exit: dissolved")]
    [TestCase("start: {stage: growth}, exit: birth")]
    [TestCase("start: {when: {jobs: \">= 120.5\", firms: \"<7\"}, for: 3q}, region: any each")]
    [TestCase("start: {when: {jobs: \">0.1\"}}, region: any once")]
    [TestCase("start: {year: 1}, ramp: 7mo, cap: 123456, delivery-share: 7%, duration: 4y, activity: second, region: region-1")]
    public void Write_OfAnyPolicy_ReadsBackToTheSameBits(string line)
    {
        ModelConfiguration configuration = Shipped.Load($"scenario: test\nactivities: [{{name: focal}}, {{name: second}}]\npolicies:\n  - {{name: p, instrument: start-up-grant, budget: 1234567.8, {line}}}\n").Configuration;
        Assert.That(ConfigurationText.Of(Again(configuration)), Is.EqualTo(ConfigurationText.Of(configuration)));
    }

    [TestCase("kind: demand-shift, year: 2, size: -0.35")]
    [TestCase("kind: demand-shift, hazard: 0.15, activity: second")]
    [TestCase("kind: star-firm, month: 7, region: region-3, staff: 31, capital: 1234567")]
    public void Write_OfAnyShock_ReadsBackToTheSameBits(string line)
    {
        ModelConfiguration configuration = Shipped.Load($"scenario: test\nactivities: [{{name: focal}}, {{name: second}}]\nshocks:\n  - {{{line}}}\n").Configuration;
        Assert.That(ConfigurationText.Of(Again(configuration)), Is.EqualTo(ConfigurationText.Of(configuration)));
    }

    /// <summary>Parameters at odd values inside their bounds: thirds and sevenths have no short decimal.</summary>
    [Test]
    public void Write_OfEveryParameterAtOddValues_ReadsBackToTheSameBits([Range(1, 6)] int trial)
    {
        var draws = Worlds.DrawsOf("odd", trial);
        var mechanisms = new Dictionary<string, object?>();
        ulong drawn = 0;
        foreach (Part part in ClusterModel.Mechanisms)
        {
            if (part.DefaultParameters() is not object record) continue;
            foreach (ParameterDeclaration parameter in part.Parameters)
            {
                double value = parameter.Attribute.Min + (parameter.Attribute.Max - parameter.Attribute.Min) * draws.Uniform(drawn++);
                if (parameter.Type == typeof(double)) parameter.Property.SetValue(record, value);
                if (parameter.Type == typeof(int)) parameter.Property.SetValue(record, (int)value);
            }
            mechanisms[part.Name] = record;
        }
        var configuration = new ModelConfiguration { Mechanisms = mechanisms };
        Assert.That(ConfigurationText.Of(Again(configuration)), Is.EqualTo(ConfigurationText.Of(configuration)));
    }
}
