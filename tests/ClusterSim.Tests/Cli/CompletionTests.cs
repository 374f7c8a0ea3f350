using System.Diagnostics;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The script for bash, tried in bash.</summary>
[Platform(Exclude = "Win", Reason = "needs bash")]
[UnsupportedOSPlatform("windows")]
public sealed class CompletionTests
{
    private string _folder = "";

    /// <summary>A command named clustersim on the path, and the script beside it.</summary>
    [OneTimeSetUp]
    public void Install()
    {
        _folder = CliRun.Folder();
        string program = Path.Combine(_folder, "clustersim");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet '{Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll")}' \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(_folder, "script"), CliRun.Of(_folder, "completion", "bash").Output);
    }

    [TestCase("clustersim li", "list")]
    [TestCase("clustersim list sce", "scenarios")]
    [TestCase("clustersim run x.yaml --re", "--replications --record")]
    [TestCase("clustersim explain spin-offs.ha", "spin-offs.hazard")]
    [TestCase("clustersim compare scenarios/starter/cl", "scenarios/starter/classroom.yaml")]
    [TestCase("clustersim completion ", "bash zsh fish pwsh")]
    [TestCase("clustersim export results/x pa", "parquet")]
    public void Script_OfBash_Completes(string line, string words)
    {
        string test = $$"""
            source ./script
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}}
            read -ra COMP_WORDS <<<"$COMP_LINE"
            case $COMP_LINE in *' ') COMP_WORDS+=('') ;; esac
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _clustersim
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        Assert.That(Bash("--norc", "-c", test).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EquivalentTo(words.Split(' ')));
    }

    [TestCase("bash")]
    [TestCase("zsh")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    public void Script_OfEveryShell_AsksTheProgramItself(string shell)
    {
        CliRun run = CliRun.Of(_folder, "completion", shell);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("[suggest:").And.Contain("clustersim"));
        if (shell != "bash") return;
        File.WriteAllText(Path.Combine(_folder, "whole"), run.Output);
        Assert.That(Bash("-n", "whole").Errors, Is.Empty);
    }

    private CliRun Bash(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = _folder + ":" + Environment.GetEnvironmentVariable("PATH");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd(), errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, errors);
    }
}
