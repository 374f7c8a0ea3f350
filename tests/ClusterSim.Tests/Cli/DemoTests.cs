using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The first five minutes: a question, an answer in people and pounds, and where to go next.</summary>
public sealed class DemoTests
{
    [Test]
    public void Demo_WithoutAFileOrAnArgument_AnswersAndIsReused()
    {
        string folder = CliRun.Folder();
        CliRun first = CliRun.Of(folder, "demo"), again = CliRun.Of(folder, "demo");
        Assert.That((first.ExitCode, again.ExitCode), Is.EqualTo((0, 0)), first.Errors + again.Errors);
        Assert.That(first.Output, Does.Contain("(100 pairs").And.Match(@"\d+ more people in work \[\d+ to \d+\] in the region acted upon, (very )?likely higher\. £[\d.]+m were spent"));
        Assert.That(first.Output, Does.Contain("No effect, because its start never came. It started in 0 of 100 histories."));
        Assert.That(first.Output.Split('\n').Count(line => line.StartsWith("  clustersim ", StringComparison.Ordinal)), Is.EqualTo(3), "three next commands");
        Assert.That(again.Output, Is.EqualTo(first.Output));
        Assert.That(again.Errors, Does.Contain("holds these results already"));
        Assert.That(Directory.GetDirectories(Path.Combine(folder, "results")).Select(path => Path.GetFileName(path)), Is.All.Match("^demo-[0-9a-f]{6}$").And.Exactly(1).Items);
    }

    [TestCase(-40, -52, -28, -30, -41, -19, "40 fewer people in work [-52 to -28] in the region acted upon, likely lower. £1m were spent on average; it started in 9 of 9", false)]
    [TestCase(40, 28, 52, 1, -10, 12, "40 more people in work [28 to 52] in the region acted upon, likely lower. £1m were spent on average, £25k for each of them; it started in 9 of 9", true)]
    [TestCase(40, 28, 52, 20, 10, 32, "40 more people", false)]
    public void PlainVerdict_OfNumbers_SaysThemAsTheyAre(double here, double low, double high, double all, double lowest, double highest, string words, bool moved)
    {
        string text = PlainVerdict.Of([Row("target", here, low, high), Row("elsewhere", 0, 0, 0), Row("all", all, lowest, highest)]);
        Assert.That(text, Does.Contain(words));
        Assert.That(text.Contains("others may lose", StringComparison.Ordinal), Is.EqualTo(moved));
    }

    private static JsonObject Row(string region, double mean, double low, double high) => new()
    {
        ["scenario_id"] = "grant", ["clock"] = "start", ["horizon"] = 5, ["metric"] = "jobs", ["region"] = region, ["n_pairs"] = 9, ["n_fired"] = 9,
        ["cost_mean_gbp"] = 1_000_000.0, ["diff_mean"] = mean, ["ci_low"] = low, ["ci_high"] = high, ["verdict"] = "likely lower; started in 9 of 9",
    };
}
