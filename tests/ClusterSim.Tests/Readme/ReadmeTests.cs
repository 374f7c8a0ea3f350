using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Indicators;
using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Readme;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Text = Repository.Read("README.md");

    [Test]
    [Category("Slow")]
    public void Table_OfTheReadme_IsWhatTheCommandPrints()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "compare", Repository.Path("scenarios/experiments/two-towns.yaml"), "-r", "50", "-o", "out");
        string[] shown = [.. Text.Split('\n').SkipWhile(line => !line.StartsWith("jobs in the target region", StringComparison.Ordinal)).Take(5)];
        Assert.That(run.Output, Does.Contain(string.Join('\n', shown)));
    }

    [Test]
    public void CSharpSnippet_OfTheReadme_RunsAndStandsThere()
    {
        using var output = new StringWriter();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            Snippet();
        }
        finally
        {
            Console.SetOut(console);
        }
        Assert.That(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(13), "twelve regions and a digest");
        string here = Repository.Read("tests/ClusterSim.Tests/Readme/ReadmeTests.cs");
        string body = here[(here.LastIndexOf("// README: body" + '\n', StringComparison.Ordinal) + 16)..here.LastIndexOf("// README: body end", StringComparison.Ordinal)];
        Assert.That(Text, Does.Contain(string.Join('\n', body.TrimEnd().Split('\n').Select(line => line.Length > 8 ? line[8..] : line))));
    }

    private static void Snippet()
    {
        // README: body
        var files = new MemoryFiles(new Dictionary<string, string> { ["a.yaml"] = "scenario: a\nyears: 20\n" });
        Scenario scenario = new ScenarioLoader(files).LoadScenario("a.yaml");
        var history = new History(scenario.Configuration);
        history.Begin(seed: 1, replication: 0);
        history.RunTo(scenario.Configuration.Months);
        var firms = new FirmsCount();
        for (int region = 0; region < history.World.Regions.Count; region++)
            Console.WriteLine($"{history.World.RegionNames[region]}: {firms.Measure(history.World, region, activity: 0)} firms");
        Console.WriteLine(history.Digest());
        // README: body end
    }
}
