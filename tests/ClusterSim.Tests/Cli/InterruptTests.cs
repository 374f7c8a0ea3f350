using System.Diagnostics;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Long jobs say how far they are, and end when they are told to.</summary>
[Platform(Exclude = "Win", Reason = "signals are sent with kill")]
[NonParallelizable] // what it interrupts must be under way
public sealed class InterruptTests
{
    [Test]
    public void CtrlC_DuringAComparison_EndsWith130AndSaysHowToGoOn()
    {
        string folder = CliRun.Folder();
        (int code, string errors, string output) = Interrupt(folder, "compare", Repository.Path("scenarios/experiments/when-to-act.yaml"), "-r", "500", "-o", "out");
        Assert.That((code, output), Is.EqualTo((130, "")), errors);
        Assert.That(errors, Does.Match(@"interrupted\. (\d+ of 32000 pairs are saved in .+out; go on with: clustersim resume out|Nothing was finished yet)").And.Not.Contain("   at "));
    }

    [Test]
    public void CtrlC_AndResumed_EndsWithTheSameBytes()
    {
        string folder = CliRun.Folder();
        // Long enough to be interrupted after two seconds on any machine.
        const int pairs = 100;
        Interrupt(folder, [.. Whole.Of(pairs, "out").Where(word => word != "-q")]);
        foreach (string output in new[] { "out", "straight" })
            Assert.That(CliRun.Of(folder, Whole.Of(pairs, output)).ExitCode, Is.Zero);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "out")), Is.EqualTo(FolderBytes.Of(Path.Combine(folder, "straight"))));
    }

    [TestCase("--facts")]
    [TestCase("--effects")]
    public void CtrlC_DuringAValidation_EndsWith130AndOneLine(string what)
    {
        (int code, string errors, string output) = Interrupt(CliRun.Folder(), "validate", what);
        Assert.That((code, output), Is.EqualTo((130, "")), errors);
        Assert.That(errors, Does.Contain("interrupted: nothing was kept"));
    }

    [Test]
    public void CtrlC_Twice_StopsAtOnce()
    {
        string folder = CliRun.Folder();
        (int code, string errors, string output) = Interrupt(folder, times: 2, "compare", Repository.Path("scenarios/experiments/when-to-act.yaml"), "-r", "500", "-o", "out");
        Assert.That((code, output), Is.EqualTo((130, "")), errors);
        Assert.That(errors, Does.Contain("once more stops at once"));
        CliRun other = CliRun.Of(folder, "run", "scenarios/starter/classroom.yaml", "-r", "1", "-o", "out", "-q");
        Assert.That((other.ExitCode, other.Errors), Is.EqualTo((2, "clustersim: out holds an unfinished run of something else (when-to-act): choose another folder, or --force to replace it\n")));
        CliRun again = CliRun.Of(folder, "run", "scenarios/starter/classroom.yaml", "-r", "1", "-o", "out", "-q", "--force");
        Assert.That(again.ExitCode, Is.Zero, "what it left behind stands in nobody's way: " + again.Errors);
    }

    private static (int Code, string Errors, string Output) Interrupt(string folder, params string[] arguments) => Interrupt(folder, times: 1, arguments);

    /// <summary>Waits for the first line of progress, which must come before anything is done, and interrupts.</summary>
    private static (int Code, string Errors, string Output) Interrupt(string folder, int times, params string[] arguments)
    {
        Assume.That(IsIgnored(), Is.False, "these tests were started in the background by a shell that tells its children to ignore Ctrl-C");
        // The scenarios that come with the program are looked for from the working folder upwards.
        using Process process = CliRun.Start(arguments[0] == "validate" ? Repository.Root : folder, new Dictionary<string, string>(), arguments);
        Task<string?> first = process.StandardError.ReadLineAsync();
        Assert.That(first.Wait(TimeSpan.FromMinutes(2)), Is.True, "nothing was said for two minutes");
        Assert.That(first.Result, Does.Match(@"^[\w, -]+: (\d+ %, )?\d+ of \d+"));
        for (int time = 0; time < times; time++)
            using (Process kill = Process.Start("kill", $"-INT {process.Id}")) kill.WaitForExit();
        Task<string> rest = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(TimeSpan.FromMinutes(2));
        if (!ended) process.Kill();
        Assert.That(ended, Is.True, "it did not end within two minutes");
        return (process.ExitCode, first.Result + "\n" + rest.Result, process.StandardOutput.ReadToEnd());
    }

    /// <summary>Whether this process, and so its children, ignore SIGINT (bit 1 of the mask, counted from 0).</summary>
    private static bool IsIgnored() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is string mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & 2) != 0;
}
