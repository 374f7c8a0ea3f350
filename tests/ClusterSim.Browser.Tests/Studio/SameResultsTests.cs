using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Studio;

/// <summary>What the page computes is what the command line computes, to the last bit.</summary>
public sealed class SameResultsTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => Directory.CreateDirectory(_folder = Path.Combine(StudioHost.Root, "TestResults", "studio-" + Path.GetRandomFileName()));

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Digest_OfTheScenarioThatThePageOpensWith_IsTheCommandLines()
    {
        await using Visit visit = await Visit.Begin();
        string digest = await visit.RunHistory();
        string command = await visit.Page.InnerTextAsync("#history-command");
        Assert.That(command, Is.EqualTo("clustersim run scenarios/starter/classroom.yaml --seed 1 -r 1"));
        Assert.That(Digests([.. command.Split(' ').Skip(1)]), Does.Contain(digest));
        Assert.That(await visit.Page.EvaluateAsync<string>("document.documentElement.dataset.vectorBits"), Is.EqualTo("128"));
    }

    [TestCase("theories/klepper")]
    [TestCase("cases/modena")]
    public async Task Digest_OfATheoryAndACaseOverSomeYears_IsTheCommandLines(string scenario)
    {
        string yaml = $"extends: ../../scenarios/{scenario}.yaml\nscenario: short\nyears: 12\nexpect: []\n", file = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(file, yaml);
        await using Visit visit = await Visit.Begin();
        await visit.Use(yaml);
        await visit.Says("#history-status", "^$");
        string digest = await visit.RunHistory();
        Assert.That(Digests("run", file, "--seed", "1", "-r", "1"), Does.Contain(digest));
    }

    [Test]
    public async Task Comparison_OfAPolicyOverEightPairs_IsTheCommandLinesToTheLastByte()
    {
        await using Visit visit = await Visit.Begin();
        await visit.Page.SelectOptionAsync("#instrument", "skills-training");
        await visit.Page.SelectOptionAsync("#stage", "growth");
        await visit.Page.ClickAsync("#pairs-8");
        await visit.Says("#pairs-status", "8 pairs are done");
        byte[] comparison = await visit.Saved("#save-comparison");
        string experiment = System.Text.Encoding.UTF8.GetString(await visit.Saved("#save-experiment"));
        (int code, string said) = StudioHost.Run(experiment, "compare", "-", "--seed", "1", "-r", "8", "-o", Path.Combine(_folder, "results"));
        Assert.That(code, Is.Zero, said);
        Assert.That(comparison, Is.Not.Empty.And.EqualTo(File.ReadAllBytes(Path.Combine(_folder, "results", "comparison.csv"))));
    }

    /// <summary>The last column but those of parameters and measures differs in place, so any cell that looks like a digest counts.</summary>
    private IEnumerable<string> Digests(params string[] command)
    {
        (int code, string said) = StudioHost.Run("", [.. command, "-o", Path.Combine(_folder, "results")]);
        Assert.That(code, Is.Zero, said);
        return File.ReadLines(Path.Combine(_folder, "results", "runs.csv")).SelectMany(line => line.Split(',')).Where(cell => cell.Length == 32);
    }
}
