using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>However a run came to its end, its folder holds the bytes of an uninterrupted one.</summary>
public sealed class ResumeTests
{
    private static IEnumerable<TestCaseData> Moments()
    {
        yield return Moment("AtItsBeginning", out_ => File.Exists(Path.Combine(out_, ".lock"))).SetCategory("Slow");
        yield return Moment("BeforeTheFirstPair", out_ => Directory.Exists(Path.Combine(out_, "shards"))).SetCategory("Slow");
        yield return Moment("BetweenPairs", out_ => File.Exists(Path.Combine(out_, Whole.Shard(1))));
        yield return Moment("WhileItCompares", out_ => File.Exists(Path.Combine(out_, ".parts", "runs--1")));
        yield return Moment("WhileItWrites", out_ => File.Exists(Path.Combine(out_, "comparison.csv")));

        static TestCaseData Moment(string name, Func<string, bool> reached) => new TestCaseData(reached).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Moments))]
    public void Killed_AndStartedAgain_EndsWithTheSameBytes(Func<string, bool> reached)
    {
        string folder = CliRun.Folder(), made = Path.Combine(folder, "out");
        Kill(folder, () => reached(made), Whole.Compare("out"));
        CliRun again = CliRun.Of(folder, Whole.Compare("out"));
        Assert.That(again.ExitCode, Is.Zero, again.Errors);
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test, Category("Slow")]
    public void Killed_TenTimesAtAnyMoment_EndsWithTheSameBytes()
    {
        string folder = CliRun.Folder();
        CliRun whole = CliRun.Of(folder, Whole.Of(60, "whole"));
        Assert.That(whole.ExitCode, Is.Zero, whole.Errors);
        for (int kill = 0; kill < 10; kill++)
        {
            var clock = Stopwatch.StartNew();
            int wait = 300 + 397 * kill % 1700; // from before the first pair to well after many
            Kill(folder, () => clock.ElapsedMilliseconds > wait, Whole.Of(60, "out"));
        }
        CliRun again = CliRun.Of(folder, "resume", "out", "-q");
        Assert.That(again.ExitCode, Is.EqualTo(0), again.Errors);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out")), Is.EqualTo(FolderBytes.Of(Path.Combine(folder, "whole"))));
    }

    [Test]
    public void Killed_RightAfterItsManifest_IsFinishedAndLeavesNothingBehind()
    {
        string folder = CliRun.Folder(), made = Path.Combine(folder, "out");
        FolderBytes.Copy(Whole.Folder, made);
        File.WriteAllText(Path.Combine(made, "plan.json"), "{}");
        File.WriteAllText(Path.Combine(made, ".lock"), "");
        Directory.CreateDirectory(Path.Combine(made, ".parts"));
        CliRun again = CliRun.Of(folder, "resume", "out", "-q");
        Assert.That((again.ExitCode, again.Errors), Is.EqualTo((0, "out is finished: there is nothing to go on with\n")));
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Resume_OfABrokenOffRun_EndsWithTheSameBytesWhateverTheClockSays()
    {
        string folder = CliRun.Folder(), made = Whole.BrokenOff(folder, 0, 2);
        File.SetLastWriteTimeUtc(Path.Combine(made, Whole.Shard(0)), new DateTime(1970, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(Path.Combine(made, Whole.Shard(2)), new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        DateTime kept = File.GetLastWriteTimeUtc(Path.Combine(made, Whole.Shard(2)));
        CliRun resumed = CliRun.Of(folder, "resume", "out", "-q");
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Errors);
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
        Assert.That(File.GetLastWriteTimeUtc(Path.Combine(made, Whole.Shard(2))), Is.EqualTo(kept), "finished work is not done again");
    }

    [Test]
    public void Resume_WithMorePairs_EndsWithTheBytesOfARunOfThatMany()
    {
        string folder = CliRun.Folder();
        CliRun few = CliRun.Of(folder, Whole.Of(7, "out"));
        Assert.That(few.ExitCode, Is.Zero, few.Errors);
        CliRun refused = CliRun.Of(folder, Whole.Compare("out"));
        Assert.That((refused.ExitCode, refused.Errors.Trim()), Is.EqualTo((2, "clustersim: out holds the results of something else (7 pairs, and 15 are asked for): choose another folder, or --force to replace them, or keep them and add to them: clustersim resume out -r 15")));
        CliRun more = CliRun.Of(folder, "resume", "out", "-r", "15", "-q");
        Assert.That(more.ExitCode, Is.Zero, more.Errors);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out")), Is.EqualTo(Whole.Bytes));
    }

    /// <summary>Starts, waits for a moment, and kills; a run that is over before counts as well.</summary>
    private static void Kill(string folder, Func<bool> reached, string[] arguments)
    {
        using Process process = CliRun.Start(folder, new Dictionary<string, string>(), arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && !reached()) Thread.Sleep(2);
        process.Kill();
        process.WaitForExit();
        Task.WaitAll(output, errors);
    }
}
