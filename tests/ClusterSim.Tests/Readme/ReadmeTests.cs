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
}
