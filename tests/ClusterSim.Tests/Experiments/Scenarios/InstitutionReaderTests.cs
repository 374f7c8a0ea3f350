using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>Institutions, and what activities say of each other: read, refused with the place of the mistake, and written back.</summary>
public sealed class InstitutionReaderTests
{
    private const string Whole = """
        scenario: test
        regions: [{name: valley, trust: 0.7, openness: 2, risk-tolerance: 0.3, protection: 0.8}, {name: plain}]
        activities:
          - {name: focal, inputs: {tools: 0.1, parts: 20%}, complexity: 0.5, complexity-growth: 0.1, production-share: 0.4}
          - {name: parts, related: {tools: 0.35}}
          - {name: tools, inputs: {parts: 0.15}, related: {focal: 0.6}}
        institutions:
          - {name: college, kind: university, region: valley, researchers: 1200, openness: 0.3, graduates: 200}
          - {name: school, kind: training-centre, region: plain, activity: parts, graduates: 45, opens: 10y}
          - {name: station, kind: laboratory, region: region-3, researchers: 80.5}
          - {name: arsenal, kind: procurement-site, region: valley, activity: focal, purchases: 1k}
        """;

    [Test]
    public void LoadScenario_WithInstitutionsAndInputs_ReadsWhatStandsThere()
    {
        ModelConfiguration read = Shipped.Load(Whole).Configuration;
        Assert.That(read.Institutions, Is.EqualTo(new[]
        {
            new InstitutionSetup { Name = "college", Kind = InstitutionKind.University, Region = "valley", Researchers = 1_200, Openness = 0.3, Graduates = 200 },
            new InstitutionSetup { Name = "school", Kind = InstitutionKind.TrainingCentre, Region = "plain", Activity = "parts", Graduates = 45, Opens = 120 },
            new InstitutionSetup { Name = "station", Kind = InstitutionKind.Laboratory, Region = "region-3", Researchers = 80.5 },
            new InstitutionSetup { Name = "arsenal", Kind = InstitutionKind.ProcurementSite, Region = "valley", Activity = "focal", Purchases = 1_000 },
        }));
        Assert.That(read.Activities[0].Inputs, Is.EqualTo(new Dictionary<string, double> { ["tools"] = 0.1, ["parts"] = 0.2 }));
        Assert.That(read.Activities[2].Related, Is.EqualTo(new Dictionary<string, double> { ["focal"] = 0.6 }));
        Assert.That((read.Activities[0].Complexity, read.Activities[0].ComplexityGrowth, read.Activities[0].ProductionShare), Is.EqualTo((0.5, 0.1, 0.4)));
        Assert.That((read.Regions[0].Openness, read.Regions[0].RiskTolerance, read.Regions[0].Protection), Is.EqualTo(((double?)2, (double?)0.3, (double?)0.8)));
    }

    [Test]
    public void Write_OfInstitutionsAndInputs_ReadsBackToTheSameBitsAndHistory()
    {
        ModelConfiguration read = Shipped.Load(Whole).Configuration;
        ModelConfiguration again = Shipped.Load(ScenarioWriter.Write("test", "", read)).Configuration;
        Assert.That(ConfigurationText.Of(again), Is.EqualTo(ConfigurationText.Of(read)));
        Assert.That(again.Institutions, Has.Count.EqualTo(4));
        Assert.That(Worlds.Run(again, 3, 24).Digest(), Is.EqualTo(Worlds.Run(read, 3, 24).Digest()));
    }

    private const string Institution = "institutions:\n  - ", Activities = "activities:\n  - ";

    /// <summary>A caret stands before each place that must be complained of.</summary>
    [TestCase(Institution + "{name: u, kind: university, region: ^nowhere}\n", ErrorCodes.UnknownName)]
    [TestCase(Institution + "{name: u, kind: university, region: region-1, activity: ^films}\n", ErrorCodes.UnknownName)]
    [TestCase(Institution + "{name: u, kind: ^museum, region: region-1}\n", ErrorCodes.NotAWord)]
    [TestCase(Institution + "^{name: u, kind: university}\n", ErrorCodes.MissingKey)]
    [TestCase(Institution + "^{name: u, region: region-1}\n", ErrorCodes.MissingKey)]
    [TestCase(Institution + "^{kind: university, region: region-1}\n", ErrorCodes.MissingKey)]
    [TestCase(Institution + "^{name: u, kind: procurement-site, region: region-1}\n", ErrorCodes.MissingKey)]
    [TestCase(Institution + "{name: u, kind: university, region: region-1, ^staff: 3}\n", ErrorCodes.UnknownKey)]
    [TestCase(Institution + "{name: u, kind: university, region: region-1, openness: ^1.2}\n", ErrorCodes.OutOfRange)]
    [TestCase(Institution + "{name: u, kind: university, region: region-1}\n  - {name: ^u, kind: laboratory, region: region-2}\n", ErrorCodes.DuplicateName)]
    [TestCase(Activities + "{name: a, inputs: {^films: 0.1}}\n", ErrorCodes.UnknownName)]
    [TestCase(Activities + "{name: a}\n  - {name: b, related: {^films: 0.1}}\n", ErrorCodes.UnknownName)]
    [TestCase(Activities + "{name: a, inputs: {b: ^1.1}}\n  - {name: b}\n", ErrorCodes.OutOfRange)]
    [TestCase(Activities + "{name: a, inputs: ^0.3}\n", ErrorCodes.WrongKind)]
    [TestCase(Activities + "{name: a}\n  - {name: b, inputs: ^{b: 0.1}}\n", ErrorCodes.Inconsistent)]
    [TestCase(Activities + "{name: a}\n  - {name: b, inputs: ^{c: 0.1}}\n  - {name: c, inputs: ^{d: 0.1}}\n  - {name: d, inputs: ^{b: 0.1}}\n", ErrorCodes.Inconsistent)] // each of the circle
    [TestCase(Activities + "{name: a}\n  - {name: b, inputs: ^{a: 0.1}}\n", ErrorCodes.Inconsistent)] // the focal activity is no supplier
    [TestCase(Activities + "{name: a, inputs: ^{b: 0.1, c: 0.1, d: 0.1, e: 0.1, f: 0.1, g: 0.1}}\n  - {name: b}\n  - {name: c}\n  - {name: d}\n  - {name: e}\n  - {name: f}\n  - {name: g}\n", ErrorCodes.Inconsistent)]
    [TestCase(Activities + "{name: a, inputs: ^{b: 0.5, c: 0.31}}\n  - {name: b}\n  - {name: c}\n", ErrorCodes.Inconsistent)]
    [TestCase(Activities + "^{name: a}\n  - {name: b, supplies-to: a, input-share: 0.5}\n  - {name: c, supplies-to: a, input-share: 0.4}\n", ErrorCodes.Inconsistent)]
    public void LoadScenario_WithAMistake_SaysWhatAndWhere(string marked, string code)
    {
        string text = "scenario: test\n" + marked;
        var places = new List<(int Line, int Column)>();
        for (int at = text.IndexOf('^', StringComparison.Ordinal); at >= 0; at = text.IndexOf('^', StringComparison.Ordinal))
        {
            places.Add((text[..at].Count(letter => letter == '\n') + 1, at - text.LastIndexOf('\n', at)));
            text = text.Remove(at, 1);
        }
        ScenarioException broken = Assert.Throws<ScenarioException>(() => Shipped.Load(text))!;
        Assert.That(broken.Problems.Select(problem => (problem.Line, problem.Column)), Is.EqualTo(places), broken.Message);
        Assert.That(broken.Problems.Select(problem => problem.Code), Has.All.EqualTo(code), broken.Message);
    }

    [TestCase("{name: a, inputs: {b: 0.5, c: 0.3}}\n  - {name: b}\n  - {name: c}\n")] // as much as there may be
    [TestCase("{name: a, inputs: {b: 0.1, c: 0.1, d: 0.1, e: 0.1, f: 0.1}}\n  - {name: b}\n  - {name: c}\n  - {name: d}\n  - {name: e}\n  - {name: f}\n")]
    [TestCase("{name: a, inputs: {b: 0.5}}\n  - {name: b, supplies-to: a, input-share: 0.5}\n")] // the same said twice counts once
    public void LoadScenario_AtTheLimit_IsRead(string activities) => Assert.That(() => Shipped.Load("scenario: test\n" + Activities + activities), Throws.Nothing);

    /// <summary>Each activity buys from the next five: there are more chains than could ever be followed one by one.</summary>
    [Test]
    public void LoadScenario_WithALongTableOfInputs_ComesToAnEnd()
    {
        const int count = 60;
        IEnumerable<string> lines = Enumerable.Range(0, count).Select(row =>
            $"  - {{name: a{row}, inputs: {{{string.Join(", ", Enumerable.Range(row + 1, Math.Min(5, count - 1 - row)).Select(other => $"a{other}: 0.1"))}}}}}");
        ModelConfiguration read = Shipped.Load("scenario: test\nactivities:\n" + string.Join('\n', lines) + "\n").Configuration;
        World world = Worlds.Empty(read);
        Assert.That(world.Activities.Tier[count - 1], Is.EqualTo(count - 1));
    }
}
