using System.Security.Cryptography;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Packages;

/// <summary>What users get who have no clone: the tool and the single file, run where no SDK is on the path.</summary>
[Platform(Exclude = "Win", Reason = "tools/package is a shell script")]
public sealed class ToolTests
{
    private const int Years = 5;

    [Test]
    public void Tool_PackedFromThisBuild_InstallsAndRunsWithoutTheSdk()
    {
        string folder = CliRun.Folder(), feed = Path.Combine(folder, "feed");
        string configuration = TestContext.CurrentContext.TestDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        Shell.Dotnet(folder, "pack", Repository.Path("src/ClusterSim.Cli/ClusterSim.Cli.csproj"), "--no-build", "-c", configuration, "-p:Packaging=true", "-o", feed, "-v", "quiet", "-tl:off");
        CheckTool(folder, feed);
    }

    [Test]
    [Category("Slow")]
    public void Package_OfToolAndLinuxFile_RunAnywhereAndLeaveTheCheckoutAlone()
    {
        string folder = CliRun.Folder(), feed = Path.Combine(folder, "feed");
        string locks = Locks();
        Packaging.Make(feed, "tool", "linux-x64");
        Assert.That(Locks(), Is.EqualTo(locks), "lock files that packaging changed");
        CheckTool(folder, feed);
        Check(folder, Path.Combine(feed, "clustersim-linux-x64"), []);
        Dictionary<string, string> sums = File.ReadLines(Path.Combine(feed, "SHA256SUMS")).Select(line => line.Split("  ")).ToDictionary(cells => cells[1], cells => cells[0]);
        Assert.That(sums.Keys, Is.EquivalentTo(Directory.GetFiles(feed).Select(Path.GetFileName).Where(name => name != "SHA256SUMS")));
        Assert.That(sums.Where(sum => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(feed, sum.Key)))) != sum.Value), Is.Empty);
        Assert.That(sums.Keys, Does.Contain("LICENSE"));
    }

    [TestCase("windows")]
    [TestCase("--all")]
    [TestCase("folder", "amiga")]
    public void Package_OfSomethingUnknown_IsRefused(params string[] arguments)
    {
        string folder = CliRun.Folder();
        if (arguments[0] == "windows") arguments = [Path.Combine(folder, "windows"), "windows"];
        var environment = new Dictionary<string, string> { ["PATH"] = Shell.DotnetRoot + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"), ["HOME"] = folder };
        (int code, _, string errors) = Shell.Run("/usr/bin/env", folder, environment, ["bash", Repository.Path("tools/package"), .. arguments]);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("library"), "says what there is");
    }

    [Test]
    public void Package_IntoAFolderOfSomethingElse_IsRefusedAndLeavesIt()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "LICENSE"), "mine");
        Assert.That(() => Packaging.Make(folder, "library"), Throws.InvalidOperationException.With.Message.Contains("holds something else"));
        Assert.That(Directory.GetFiles(folder).Select(File.ReadAllText), Is.EqualTo(new[] { "mine" }));
    }

    private static void CheckTool(string folder, string feed)
    {
        Packaging.OnlyFrom(feed, folder);
        string tools = Path.Combine(folder, "tools");
        Shell.Dotnet(folder, "tool", "install", "ClusterSim.Tool", "--tool-path", tools, "--version", Packaging.Version, "--configfile", Path.Combine(folder, "NuGet.config"));
        Check(folder, Path.Combine(tools, "clustersim"), new() { ["DOTNET_ROOT"] = Shell.DotnetRoot });
    }

    /// <summary>The program tells its version and gives the digest that the model gives here.</summary>
    private static void Check(string folder, string program, Dictionary<string, string> environment)
    {
        environment["PATH"] = "/nonexistent";
        environment["HOME"] = folder;
        (int code, string output, string errors) version = Shell.Run(program, folder, environment, "--version");
        Assert.That(version.output, Does.StartWith(Packaging.Version), version.errors);
        string results = Path.GetFileName(program) + "-results", scenario = Repository.Path("scenarios/starter/classroom.yaml");
        (int code, _, string errors) = Shell.Run(program, folder, environment, "run", scenario, "-r", "1", "--set", $"years={Years}", "-o", results);
        Assert.That(code, Is.Zero, errors);
        string[] header = File.ReadLines(Path.Combine(folder, results, "runs.csv")).First().Split(','), row = File.ReadLines(Path.Combine(folder, results, "runs.csv")).Last().Split(',');
        Assert.That(row[Array.IndexOf(header, "digest")], Is.EqualTo(DigestHere()));
    }

    private static string DigestHere()
    {
        var files = new MemoryFiles(new Dictionary<string, string> { ["classroom.yaml"] = Repository.Read("scenarios/starter/classroom.yaml") });
        Scenario scenario = new ScenarioLoader(files, [$"years={Years}"]).LoadScenario("classroom.yaml");
        var history = new History(scenario.Configuration);
        history.Begin(seed: 1, replication: 0);
        history.RunTo(12 * Years);
        return $"{history.Digest()}";
    }

    private static string Locks() => string.Concat(Repository.Files("", ".json").Where(file => file.EndsWith("packages.lock.json", StringComparison.Ordinal)).Select(Repository.Read));
}
