using System.Diagnostics;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Progress in a terminal of its own, and with NO_COLOR.</summary>
[Platform("Linux", Reason = "the terminal comes from script(1) of util-linux")]
[UnsupportedOSPlatform("windows")]
public sealed class TerminalTests
{
    [TestCase("", true)]
    [TestCase("1", false)]
    public void Progress_InATerminal_RenewsOneLineUnlessNoColorIsSet(string noColor, bool renewed)
    {
        if (!File.Exists("/usr/bin/script")) Assert.Ignore("there is no script(1) here");
        string folder = CliRun.Folder(), program = Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll");
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"dotnet '{program}' run scenarios/starter/default.yaml -r 40 -j 1 -o out", "/dev/null"])
            { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["NO_COLOR"] = noColor;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        Assert.That(output.Contains("\rdefault #", StringComparison.Ordinal), Is.EqualTo(renewed), output);
        Assert.That(output, Does.Match(@"\d+ of 40, [\d.]+ a (second|minute), about \d+ s left").And.Match("40 of 40 in [0-9]+ s"));
        if (!renewed) Assert.That(output.Split('\n').Count(line => line.StartsWith("default: ", StringComparison.Ordinal)), Is.InRange(2, 11), "a line for every tenth");
    }
}
