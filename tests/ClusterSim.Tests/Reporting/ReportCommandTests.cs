using ClusterSim.Tests.Cli;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

public sealed class ReportCommandTests
{
    [Test]
    public void Report_OfAFolder_IsWrittenIntoItWithItsFigures()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "report", ReportFolder.Path, "-q");
        string report = Path.Combine(ReportFolder.Path, "report.html");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, report + "\n")), run.Errors);
        Assert.That(File.ReadAllText(report), Does.StartWith("<!doctype html>").And.Not.Contain("<script"));
        Assert.That(Directory.GetFiles(Path.Combine(ReportFolder.Path, "figures"), "*.svg").Select(path => Path.GetFileNameWithoutExtension(path)),
            Is.SupersetOf(new[] { "policy-timeline", "stage-ribbon", "stage-times", "fan-jobs", "effect-clocks", "forest", "places", "timing", "survival", "sizes", "family-tree" }));
        Assert.That(CliRun.Of(CliRun.Folder(), "verify", ReportFolder.Path, "-q").ExitCode, Is.Zero, "a report changes no result");
    }

    [Test]
    public void Report_ToAFileOfTheUsers_IsRefused()
    {
        string folder = CliRun.Folder(), mine = Path.Combine(folder, "mine.html");
        File.WriteAllText(mine, "my notes");
        CliRun refused = CliRun.Of(folder, "report", ReportFolder.Path, "-q", "-o", "mine.html");
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("mine.html is there already and is no report of ClusterSim"));
        Assert.That(File.ReadAllText(mine), Is.EqualTo("my notes"));
        Assert.That(CliRun.Of(folder, "report", ReportFolder.Path, "-q", "-o", "brief.html").ExitCode, Is.Zero);
        Assert.That(CliRun.Of(folder, "report", ReportFolder.Path, "-q", "-o", "brief.html", "--for", "class").ExitCode, Is.Zero, "a report may take the place of a report");
    }

    [TestCase("nowhere", "there is no folder nowhere")]
    [TestCase(".", "holds no results of ClusterSim")]
    public void Report_OfNoResults_SaysSo(string folder, string words)
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "report", folder);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.Contain(words));
    }

    [Test]
    public void Report_ForAnUnknownReader_NamesTheKnownOnes()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "report", ReportFolder.Path, "--for", "ministr");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("minister, paper or class is wanted").And.Contain("did you mean minister?"));
    }
}
