using ClusterSim.Cli.Hosting;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The scenarios travel with the program: no checkout is needed to run one.</summary>
public sealed class EmbeddedTests
{
    [Test]
    public void Embedded_Files_AreThoseOfTheCheckout()
    {
        Assert.That(Embedded.Names, Is.EqualTo(Repository.Files("scenarios", ".yaml")));
        foreach (string name in Embedded.Names) Assert.That(Embedded.Read(name), Is.EqualTo(Repository.Read(name)), name);
    }

    [Test]
    public void List_OutsideACheckout_NamesFilesThatRunThere()
    {
        string folder = CliRun.Folder();
        Assert.That(CliRun.Of(folder, "list", "scenarios").Output, Does.Match(@"(?m)^scenarios/starter/classroom\.yaml +Two towns$"));
        string[] files = [.. Embedded.Names];
        CliRun all = CliRun.Of(folder, ["validate", .. files]); // most of them extend another, or name a scenario
        Assert.That(all.ExitCode, Is.Zero, all.Errors);
        Assert.That(CliRun.Of(folder, "explain", "when-to-act").Output, Does.Contain("grant-decline").And.Contain("clustersim compare scenarios/experiments/when-to-act.yaml"));
    }

    [Test]
    public void FileOnDisk_OfABuiltInName_Wins()
    {
        string folder = CliRun.Folder(), own = Path.Combine(folder, "scenarios", "starter");
        Directory.CreateDirectory(own);
        File.WriteAllText(Path.Combine(own, "classroom.yaml"), "scenario: mine\nyears: 3\n");
        Assert.That(CliRun.Of(folder, "validate", "scenarios/starter/classroom.yaml").Output, Does.Contain("scenario mine is sound"));
    }

    [Test]
    public void BuiltInName_InAFileOfOnesOwn_CountsInEveryFolder()
    {
        string folder = CliRun.Folder(), deep = Path.Combine(folder, "deep");
        Directory.CreateDirectory(deep);
        File.WriteAllText(Path.Combine(deep, "mine.yaml"), "scenario: mine\nextends: scenarios/starter/mature.yaml\n");
        Assert.That(CliRun.Of(folder, "validate", "deep/mine.yaml").Output, Does.Contain("scenario mine is sound: 12 regions"));
        CliRun wrong = CliRun.Of(folder, "run", "scenarios/starter/clasroom.yaml");
        Assert.That((wrong.ExitCode, wrong.Output), Is.EqualTo((3, "")));
        Assert.That(wrong.Errors, Does.Contain("there is no such file"));
    }
}
