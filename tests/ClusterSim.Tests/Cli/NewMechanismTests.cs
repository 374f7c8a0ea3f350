using System.Diagnostics;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A mechanism that the program writes compiles, and its tests pass.</summary>
public sealed class NewMechanismTests
{
    private const string Schedule = "src/ClusterSim.Model/ClusterModel.cs", Effects = "src/ClusterSim.Experiments/Effects/effects.yaml";

    [Test]
    public void NewMechanism_InACheckout_WritesFileTestsAndBothLines()
    {
        string checkout = CliRun.Folder();
        foreach (string file in new[] { Schedule, Effects }) Copy(file, checkout);
        string deep = Path.Combine(checkout, "src");
        CliRun run = CliRun.Of(deep, "new", "mechanism", "word-of-mouth"), again = CliRun.Of(deep, "new", "mechanism", "word-of-mouth");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(File.ReadAllText(Path.Combine(checkout, "src/ClusterSim.Model/Mechanisms/WordOfMouth.cs")), Does.Contain("[Mechanism(\"word-of-mouth\", Id = \"M"));
        Assert.That(File.Exists(Path.Combine(checkout, "tests/ClusterSim.Tests/Mechanisms/WordOfMouthTests.cs")), Is.True);
        Assert.That(File.ReadAllText(Path.Combine(checkout, Schedule)), Does.Contain("        typeof(WordOfMouth),\n        typeof(LifeCycleStages),\n"));
        Assert.That(File.ReadAllText(Path.Combine(checkout, Effects)), Does.EndWith("{part: word-of-mouth, indicator: jobs, zero-because: its share is 0 until somebody chooses a value}\n"));
        Assert.That((again.ExitCode, again.Errors), Is.EqualTo((2, "clustersim: a class WordOfMouth is there already: choose another name\n")));
    }

    [TestCase("spin-offs", "spin-offs is the name of a part already (mechanism)")]
    [TestCase("jobs", "jobs is the name of a part already (indicator)")]
    [TestCase("world", "a class World is there already")]
    [TestCase("WordOfMouth", "a name starts with a letter and has small letters")]
    [TestCase("double--hyphen", "single hyphens")]
    public void NewMechanism_WithANameThatCannotBe_IsRefused(string name, string words)
    {
        string checkout = CliRun.Folder();
        Copy(Schedule, checkout);
        CliRun run = CliRun.Of(checkout, "new", "mechanism", name);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.Contain(words));
        Assert.That(Directory.GetFiles(checkout, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1), "nothing was written");
    }

    [Test]
    public void NewMechanism_OutsideACheckout_SaysSo() =>
        Assert.That(CliRun.Of(CliRun.Folder(), "new", "mechanism", "gossip").Errors, Does.Contain("run this in a checkout"));

    [Test]
    [Category("Slow")]
    public void NewMechanism_BuiltAndTested_PassesItsFourTests()
    {
        string checkout = CliRun.Folder(), tests = Path.Combine(checkout, "tests/ClusterSim.Tests");
        string[] files = [.. Repository.Files("src/ClusterSim.Model"), Effects, "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json", ".editorconfig", "tests/ClusterSim.Tests/Worlds.cs"];
        foreach (string file in files) Copy(file, checkout);
        Assert.That(CliRun.Of(checkout, "new", "mechanism", "word-of-mouth").ExitCode, Is.Zero);
        File.WriteAllText(Path.Combine(tests, "ClusterSim.Tests.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><NoWarn>$(NoWarn);CA1707;CA1861;CA1515</NoWarn></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../../src/ClusterSim.Model/ClusterSim.Model.csproj" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" />
                <PackageReference Include="NUnit" />
                <PackageReference Include="NUnit.Analyzers" PrivateAssets="all" />
                <PackageReference Include="NUnit3TestAdapter" />
              </ItemGroup>
            </Project>
            """);
        var start = new ProcessStartInfo("dotnet", ["test", "-c", "Release", "-tl:off", "-p:UseSharedCompilation=false"]) { WorkingDirectory = tests, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        Assert.That(output, Does.Match(@"Failed: +0, Passed: +4\b"));
    }

    private static void Copy(string file, string checkout)
    {
        string target = Path.Combine(checkout, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Repository.Path(file), target);
    }
}
