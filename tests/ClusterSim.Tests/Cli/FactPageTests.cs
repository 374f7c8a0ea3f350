using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Where the page of facts may go.</summary>
public sealed class FactPageTests
{
    [Test]
    public void Page_WithoutFacts_IsRefused()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "validate", "--coverage", "--page", "facts.html");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("--page goes with --facts"));
    }

    [Test]
    public void Page_OverSomebodysOwnFile_IsRefusedBeforeAnythingRuns()
    {
        string folder = CliRun.Folder(), file = Path.Combine(folder, "mine.html");
        File.WriteAllText(file, "mine");
        CliRun run = CliRun.Of(folder, "validate", "--facts", "--page", "mine.html", "--quiet");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("mine.html is there already and is no page of facts"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("mine"));
    }

    [Test]
    public void Page_ThatIsAFolder_IsRefused()
    {
        string folder = CliRun.Folder();
        Directory.CreateDirectory(Path.Combine(folder, "out"));
        Assert.That(CliRun.Of(folder, "validate", "--facts", "--page", "out").Errors, Does.Contain("--page takes a file"));
    }
}
