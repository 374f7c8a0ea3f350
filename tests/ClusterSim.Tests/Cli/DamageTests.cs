using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Damaged files, crowded folders and full disks: one clear message, nothing lost, the same bytes in the end.</summary>
public sealed class DamageTests
{
    private static IEnumerable<TestCaseData> Damages()
    {
        yield return new TestCaseData((Func<byte[], byte[]>)(bytes => bytes[..(bytes.Length / 2)])).SetArgDisplayNames("CutOff");
        yield return new TestCaseData((Func<byte[], byte[]>)(bytes => [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]])).SetArgDisplayNames("OneBit");
        yield return new TestCaseData((Func<byte[], byte[]>)(_ => [])).SetArgDisplayNames("Empty").SetCategory("Slow");
        yield return new TestCaseData((Func<byte[], byte[]>)(bytes => [.. bytes, 0])).SetArgDisplayNames("OneByteMore").SetCategory("Slow");
    }

    [TestCaseSource(nameof(Damages))]
    public void Shard_ThatIsDamaged_IsNamedAndRunAgain(Func<byte[], byte[]> damage)
    {
        string folder = CliRun.Folder(), made = Whole.BrokenOff(folder, 0, 1, 2), shard = Path.Combine(made, Whole.Shard(1));
        File.WriteAllBytes(shard, damage(File.ReadAllBytes(shard)));
        CliRun run = CliRun.Of(folder, Whole.Compare("out"));
        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((0, $"{Path.Combine("out", Whole.Shard(1))} is damaged: its pairs are run again\n")));
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Shard_OfAnotherRun_IsRefusedAndLeftAlone()
    {
        string folder = CliRun.Folder(), made = Whole.BrokenOff(folder, 0);
        CliRun other = CliRun.Of(folder, Whole.Compare("other", "--seed", "2", "--shard", "2/3"));
        Assert.That(other.ExitCode, Is.Zero, other.Errors);
        File.Copy(Path.Combine(folder, "other", Whole.Shard(1)), Path.Combine(made, Whole.Shard(1)));
        CliRun run = CliRun.Of(folder, Whole.Compare("out"));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Match("^clustersim: .*pairs-0000005.shard belongs to another run: take it away, or choose another folder\n$"));
        Assert.That(File.Exists(Path.Combine(made, Whole.Shard(1))) && File.Exists(Path.Combine(made, Whole.Shard(0))), "nothing was taken away");
        File.Delete(Path.Combine(made, Whole.Shard(1)));
        Assert.That(CliRun.Of(folder, Whole.Compare("out")).ExitCode, Is.Zero);
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Folder_InWhichAProcessIsAtWork_IsRefusedAndTheFirstIsNotDisturbed()
    {
        string folder = CliRun.Folder(), made = Path.Combine(folder, "out");
        using Process first = CliRun.Start(folder, new Dictionary<string, string>(), Whole.Compare("out"));
        while (!first.HasExited && !Directory.Exists(Path.Combine(made, "shards"))) Thread.Sleep(2);
        foreach (string[] arguments in new[] { Whole.Compare("out"), ["resume", "out", "-q"], Whole.Compare("out", "--force"), Whole.Compare("out", "--shard", "1/2"), ["collect", "out", "-q"] })
        {
            CliRun second = CliRun.Of(folder, arguments);
            if (first.HasExited || File.Exists(Path.Combine(made, "manifest.json"))) break; // a slow machine asks too late
            Assert.That(second.ExitCode, Is.EqualTo(2), string.Join(' ', arguments));
            Assert.That(second.Errors, Does.Match("^clustersim: another process is at work in .*out: wait for it, or choose another folder with -o\n$"));
        }
        first.WaitForExit();
        Assert.That(first.ExitCode, Is.Zero, first.StandardError.ReadToEnd());
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Folder_ThatCannotBeMade_IsAnErrorOfUsage()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "file"), "mine");
        CliRun file = CliRun.Of(folder, Whole.Compare("file")), below = CliRun.Of(folder, Whole.Compare(Path.Combine("file", "out")));
        Assert.That((file.ExitCode, file.Errors), Is.EqualTo((2, "clustersim: file is a file: -o takes a folder\n")));
        Assert.That(below.ExitCode, Is.EqualTo(2), below.Errors);
        Assert.That(below.Errors, Does.Match("^clustersim: file/out cannot be written to .*: choose another folder with -o\n$").And.Not.Contain("   at "));
        Assert.That(File.ReadAllText(Path.Combine(folder, "file")), Is.EqualTo("mine"));
    }

    [TestCase("", "broken")]
    [TestCase("{\"key\":", "broken", Category = "Slow")]
    [TestCase("[1]", "broken", Category = "Slow")]
    [TestCase("{\"key\": 7, \"clustersim\": 1}", "something else")]
    public void Plan_ThatIsBroken_IsSaidAndForceGoesOn(string text, string said)
    {
        string folder = CliRun.Folder(), made = Whole.BrokenOff(folder, 0);
        File.WriteAllText(Path.Combine(made, "plan.json"), text);
        CliRun run = CliRun.Of(folder, Whole.Compare("out")), resume = CliRun.Of(folder, "resume", "out", "-q");
        Assert.That((run.ExitCode, resume.ExitCode), Is.EqualTo((2, 2)), run.Errors + resume.Errors);
        Assert.That(run.Errors, Does.Contain(said).And.Contain("--force"));
        Assert.That(resume.Errors, Does.Contain("--force").And.Not.Contain("   at "));
        Assert.That(File.Exists(Path.Combine(made, Whole.Shard(0))), "what was saved is left alone");
        if (text.Length > 0) return; // one of them will do for what takes seconds
        CliRun forced = CliRun.Of(folder, Whole.Compare("out", "--force"));
        Assert.That(forced.ExitCode, Is.Zero, forced.Errors);
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    public void Plan_OfAnotherVersionOfTheModel_IsRefused()
    {
        string folder = CliRun.Folder(), plan = Path.Combine(Whole.BrokenOff(folder, 0), "plan.json");
        string text = File.ReadAllText(plan);
        File.WriteAllText(plan, System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(text, "\"clustersim\": \"[^\"]+\"", "\"clustersim\": \"0.0.1\""), "\"key\": \"[0-9a-f]", "\"key\": \"z"));
        CliRun run = CliRun.Of(folder, Whole.Compare("out")), resume = CliRun.Of(folder, "resume", "out", "-q");
        Assert.That((run.ExitCode, resume.ExitCode), Is.EqualTo((2, 2)), run.Errors + resume.Errors);
        Assert.That(run.Errors, Does.Match(@"^clustersim: out holds an unfinished run of something else \(of ClusterSim 0\.0\.1, this is [\d.]+\): choose another folder, or --force to replace it\n$"));
        Assert.That(resume.Errors, Does.Contain("was written by model version 0.0.1").And.Contain("--force"));
    }

    [TestCase(60, "Nothing was finished yet|Nothing was begun", TestName = "Disk_FullBeforeTheFirstPairs_SaysSoAndGoesOnLater", Category = "Slow")]
    [TestCase(450, @"15 of 15 pairs are saved in .*out; go on with: clustersim resume out", TestName = "Disk_FullAtTheEnd_SaysWhatIsSavedAndGoesOnLater")]
    [Platform("Linux", Reason = "a limit on the size of files stands for the disk; a disk that is full gives the same error to the same write")]
    public void Disk_ThatIsFull_SaysWhatIsSavedAndGoesOnLater(int kilobytes, string said)
    {
        string folder = CliRun.Folder(), made = Path.Combine(folder, "out");
        // Shards of the first kind are too large for the limit; of the second kind only the longest table is.
        string[] arguments = kilobytes < 100 ? Whole.Compare("out") : Whole.Of(45, "out");
        CliRun full = Limited(folder, kilobytes, arguments);
        Assert.That(full.ExitCode, Is.EqualTo(1), full.Errors);
        Assert.That(full.Errors, Does.Match("cannot be written to: .*\n.*" + said.Replace("15 of 15", "45 of 45", StringComparison.Ordinal)).And.Not.Contain("   at "));
        Assert.That(Directory.GetFiles(made, "*.part", SearchOption.AllDirectories), Is.Empty, "no half file stands in the way");
        CliRun again = CliRun.Of(folder, arguments);
        Assert.That(again.ExitCode, Is.Zero, again.Errors);
        if (kilobytes < 100) Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    [Test]
    [Platform("Linux", Reason = "as above")]
    public void Disk_ThatHasNoRoomForTheReport_KeepsTheTablesAndSaysHowToGoOn()
    {
        string folder = CliRun.Folder(), made = Path.Combine(folder, "out");
        CliRun full = Limited(folder, 200, Whole.Compare("out")); // the tables of fifteen pairs are smaller, the report is not
        Assert.That(full.ExitCode, Is.EqualTo(1), full.Errors);
        Assert.That(full.Errors, Does.Match("the report cannot be written: .*\nEvery table is in .*out\\. Make room, and: clustersim report .*out\n$"));
        Assert.That(Directory.GetFiles(made, "*.part", SearchOption.AllDirectories), Is.Empty);
        Assert.That(CliRun.Of(folder, "report", "out", "-q").ExitCode, Is.Zero);
        Assert.That(FolderBytes.Of(made), Is.EqualTo(Whole.Bytes));
    }

    /// <summary>A run whose files may grow to a size and no further.</summary>
    private static CliRun Limited(string folder, int kilobytes, string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"ulimit -f {kilobytes}; exec dotnet \"$@\"");
        start.ArgumentList.Add("bash");
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // else the runtime itself makes a file that is larger
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, errors.Result);
    }
}
