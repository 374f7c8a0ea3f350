using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments;

/// <summary>The committed table of facts is the one that the model gives: a change that moves it must be seen.</summary>
[Category("Slow")]
public sealed class FactTableTests
{
    [TestCase("--facts", "docs/model/facts.txt")]
    [TestCase("--cases", "docs/model/cases.txt")]
    [TestCase("--effects", "docs/model/effects.txt")]
    [TestCase("--coverage", "docs/model/coverage.txt")]
    [TestCase("--stages", "docs/model/stages.txt")]
    [TestCase("--knock-outs", "docs/model/knock-outs.txt")]
    [TestCase("--theories", "docs/model/theories.txt")]
    public void CommittedTable_RunAgain_IsTheSame(string option, string committed)
    {
        CliRun run = CliRun.Of(Repository.Root, "validate", option, "--quiet");
        TestContext.Out.WriteLine(run.Output);
        Assert.That(run.Output, Is.EqualTo(Repository.Read(committed)));
    }
}
