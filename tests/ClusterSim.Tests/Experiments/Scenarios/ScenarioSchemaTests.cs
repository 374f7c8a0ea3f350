using System.Text.Json.Nodes;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>What an editor is told about scenarios agrees with what the reader accepts.</summary>
public sealed class ScenarioSchemaTests
{
    private const string Planted = "wrong-key";

    private static readonly JsonObject Schema = ScenarioSchema.Build();

    private static IReadOnlyList<string> Files => Shipped.Files;

    private static MapNode Tree(string text)
    {
        var problems = new List<Problem>();
        MapNode? root = YamlTree.Read("f.yaml", text, problems);
        Assert.That(problems, Is.Empty);
        return root!;
    }

    [TestCaseSource(nameof(Files))]
    public void Schema_OfAShippedFile_AcceptsItAndItsResolvedCopy(string file)
    {
        Assert.That(SchemaCheck.Accepts(Schema, Tree(Repository.Read(file))), Is.True);
        if (!Shipped.Scenarios.Contains(file)) return;
        Scenario scenario = Shipped.Loader().LoadScenario(file);
        Assert.That(SchemaCheck.Accepts(Schema, Tree(ScenarioWriter.Write("test", "", scenario.Configuration, scenario.Past))), Is.True, "resolved");
    }

    /// <summary>Only names of arms, of activities bought from or related, and paths of what is uncertain are free, and what a control or an
    /// arm lays over its scenario is any part of one.</summary>
    [TestCaseSource(nameof(Files))]
    public void Schema_OfAFileWithAWrongKeyInAnyMap_RefusesIt(string file)
    {
        MapNode root = Tree(Repository.Read(file));
        foreach ((string path, MapNode planted) in Plant(root, ""))
            if (path is not ("/arms" or "/uncertain") && !path.StartsWith("/control", StringComparison.Ordinal) && !path.Contains("/with", StringComparison.Ordinal)
                && !path.EndsWith("/inputs", StringComparison.Ordinal) && !path.EndsWith("/related", StringComparison.Ordinal))
                Assert.That(SchemaCheck.Accepts(Schema, planted), Is.False, $"{file}{path}");
    }

    [TestCase("scenario: x\npolicies:\n  - {name: p, instrument: sham, budget: 1m, start: {yeer: 3}}\n")]
    [TestCase("scenario: x\npolicies:\n  - {name: p, instrument: shame, budget: 1m, start: {year: 3}}\n")]
    [TestCase("scenario: x\nyears: many\n")]
    [TestCase("scenario: x\nregions: {name: here}\n")]
    [TestCase("title: no name\n")]
    [TestCase("experiment: x\nscenario: y.yaml\n")]
    public void Schema_OfAWrongFile_RefusesIt(string text) => Assert.That(SchemaCheck.Accepts(Schema, Tree(text)), Is.False);

    /// <summary>Every copy of a tree with a key too many in one of its maps.</summary>
    private static IEnumerable<(string Path, MapNode Copy)> Plant(MapNode map, string path)
    {
        var key = new ValueNode("f.yaml", 1, 1, Planted);
        yield return (path, map with { Entries = [.. map.Entries, (key, new ValueNode("f.yaml", 1, 1, "1"))] });
        for (int i = 0; i < map.Entries.Count; i++)
        {
            (ValueNode name, Node value) = map.Entries[i];
            foreach ((string at, Node copy) in Inside(value, $"{path}/{name.Text}"))
                yield return (at, map with { Entries = [.. map.Entries.Take(i), (name, copy), .. map.Entries.Skip(i + 1)] });
        }
    }

    private static IEnumerable<(string, Node)> Inside(Node node, string path)
    {
        if (node is MapNode map)
            foreach ((string at, MapNode copy) in Plant(map, path)) yield return (at, copy);
        if (node is not ListNode list) yield break;
        for (int i = 0; i < list.Items.Count; i++)
            foreach ((string at, Node copy) in Inside(list.Items[i], $"{path}/{i}"))
                yield return (at, list with { Items = [.. list.Items.Take(i), copy, .. list.Items.Skip(i + 1)] });
    }
}
