using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The words for a list of references are the same wherever they stand.</summary>
public sealed class CiteTests
{
    [Test]
    public void Citation_OfTheProgram_IsThatOfTheFileForIt()
    {
        string file = Repository.Read("CITATION.cff");
        Assert.That(file, Does.Contain($"title: \"{Citation.Title}\"").And.Contain($"version: {Versions.Model}").And.Contain($"- name: {Citation.Authors}"));
        CliRun run = CliRun.Of(CliRun.Folder(), "cite");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith($"The ClusterSim team. {Citation.Title}. Version {Versions.Model}").And.Contain("@software{clustersim,\n  author = {{The ClusterSim team}},\n"));
        Assert.That(run.Output.Count(c => c == '{'), Is.EqualTo(run.Output.Count(c => c == '}')));
    }

    [Test]
    public void Citation_OfARun_HasTheVersionAndCommitThatWroteIt()
    {
        var manifest = new JsonObject { ["clustersim"] = "0.7.1", ["commit"] = "abc1234", ["study"] = "demo", ["seed"] = 5UL, ["identity"] = "f00d", ["replications"] = new JsonObject { ["completed"] = 99 } };
        Citation citation = Citation.Of(JsonNode.Parse(manifest.ToJsonString())!);
        Assert.That(citation.Plain, Does.EndWith("Version 0.7.1, commit abc1234. Results: study demo, 99 replications, seed 5, identity f00d."));
        Assert.That(citation.Bibtex, Does.Contain("version = {0.7.1},\n  note = {Commit abc1234. Results: study demo"));
        CliRun wrong = CliRun.Of(CliRun.Folder(), "cite", "nowhere");
        Assert.That((wrong.ExitCode, wrong.Output), Is.EqualTo((2, "")));
    }
}
