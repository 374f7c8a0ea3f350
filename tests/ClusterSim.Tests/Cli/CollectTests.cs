using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A run in parts gives the files of the run as a whole, wherever and whenever the parts were run.</summary>
public sealed class CollectTests
{
    [Test]
    public void Parts_InOneFolder_GiveTheSameBytesAndSayWhatIsMissing()
    {
        string folder = CliRun.Folder();
        foreach (string part in new[] { "3/3", "1/3" })
        {
            CliRun one = CliRun.Of(folder, Whole.Compare("out", "--shard", part));
            Assert.That((one.ExitCode, one.Output), Is.EqualTo((0, "out\n")), one.Errors);
        }
        CliRun early = CliRun.Of(folder, "collect", "out", "-q");
        Assert.That((early.ExitCode, early.Output), Is.EqualTo((5, "")));
        Assert.That(early.Errors, Is.EqualTo("clustersim: 5 pairs are missing (5, 6, 7, ...): run the parts that are not done, or finish here with: clustersim resume out\n"));
        CliRun last = CliRun.Of(folder, Whole.Compare("out", "--shard", "2/3"));
        Assert.That(last.ExitCode, Is.Zero, last.Errors);
        CliRun whole = CliRun.Of(folder, "collect", "out", "-q");
        Assert.That(whole.ExitCode, Is.Zero, whole.Errors);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out")), Is.EqualTo(Whole.Bytes));
    }

    [Test, Category("Slow")]
    public void Parts_InFoldersOfTheirOwn_GiveTheSameBytes()
    {
        string folder = CliRun.Folder();
        for (int part = 1; part <= 3; part++)
        {
            CliRun one = CliRun.Of(folder, Whole.Compare($"out{part}", "--shard", $"{part}/3"));
            Assert.That(one.ExitCode, Is.Zero, one.Errors);
        }
        CliRun collected = CliRun.Of(folder, "collect", "out1", "out2", "out3", "-q");
        Assert.That(collected.ExitCode, Is.Zero, collected.Errors);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out1")), Is.EqualTo(Whole.Bytes));
        CliRun again = CliRun.Of(folder, "collect", "out1", "out2", "out3", "-q");
        Assert.That((again.ExitCode, again.Errors), Is.EqualTo((0, "out1 is finished: there is nothing to collect\n")));
    }

    [Test]
    public void Parts_AtTheSameTime_GiveTheSameBytes()
    {
        string folder = CliRun.Folder();
        Process[] parts = [.. new[] { "1/2", "2/2" }.Select(part => CliRun.Start(folder, new Dictionary<string, string>(), Whole.Compare("out", "--shard", part, "-j", "1")))];
        foreach (Process part in parts)
        {
            part.WaitForExit();
            Assert.That(part.ExitCode, Is.Zero, part.StandardError.ReadToEnd());
            part.Dispose();
        }
        CliRun collected = CliRun.Of(folder, "collect", "out", "-q");
        Assert.That(collected.ExitCode, Is.Zero, collected.Errors);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out")), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Collect_OfPartsOfAnotherRun_Refuses()
    {
        string folder = CliRun.Folder();
        Whole.BrokenOff(folder, 0);
        CliRun other = CliRun.Of(folder, Whole.Compare("other", "--shard", "9999/9999", "--seed", "2"));
        Assert.That(other.ExitCode, Is.Zero, other.Errors);
        CliRun refused = CliRun.Of(folder, "collect", "out", "other", "-q");
        Assert.That(refused.ExitCode, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Match("^clustersim: other holds parts of another run than .*out\n$"));
    }
}
