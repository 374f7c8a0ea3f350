using System.Text.Json;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A small calibration as a user runs it, and every mistake in a file of targets.</summary>
public sealed class CalibrateTests
{
    private const string Small = "scenario: small\nyears: 4\ncountry: {regions: 2, population: 4k, reference-share: 5%}\nactivities:\n  - {name: shoes, peak-demand: 300, midpoint: 12mo, time-scale: 10mo, entry-potential: 8}\n";
    private const string Reachable = "targets:\n  - {indicator: firms, year: 4, value: 20, sd: 8}\n  - {indicator: jobs, region: region-1, year: 3, low: 1, high: 2000}\n";
    private const string Options = "--factors exit.hazard=0.01:0.3 spin-offs.hazard -n 12 -w 1 -r 2 -b 3 -v 4 -o out";

    private static CliRun Run(string folder, string more = "") => CliRun.Of(folder, [.. $"calibrate small.yaml -t targets.yaml {Options} {more}".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private static string Folder(string targets = Reachable)
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "small.yaml"), Small);
        File.WriteAllText(Path.Combine(folder, "targets.yaml"), targets);
        return folder;
    }

    [Test]
    public void Calibration_OfASmallScenario_LeavesFilesThatRun()
    {
        string folder = Folder();
        CliRun run = Run(folder, "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That((json.GetProperty("pass").GetBoolean(), json.GetProperty("validation_seed").GetUInt64()), Is.EqualTo((true, 20_261_127UL)));
        Assert.That(json.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("name").GetString()), Is.EqualTo(new[] { "firms-all-4", "jobs-region-1-3" }));
        Assert.That(json.GetProperty("directions").GetArrayLength(), Is.EqualTo(2));
        foreach (string file in new[] { "calibrated.yaml", "original.yaml", "waves.csv", "moments.csv", "jacobian.csv", "eigenvalues.csv", "evaluations.csv", "README.txt", "table.txt" })
            Assert.That(new FileInfo(Path.Combine(folder, "out", file)).Length, Is.GreaterThan(50), file);
        Assert.That(CliRun.Of(folder, "validate", "out/calibrated.yaml").Output, Does.Contain("scenario small-calibrated is sound"));
        Assert.That(File.ReadLines(Path.Combine(folder, "out", "waves.csv")).Count(), Is.EqualTo(13));
    }

    [Test]
    public void Calibration_ThatWasKilled_GoesOnFromItsPointsToTheSameFiles()
    {
        string folder = Folder(), points = Path.Combine(folder, "out", "evaluations.csv");
        Run(folder);
        Dictionary<string, string> before = Texts(folder);
        string[] lines = File.ReadAllLines(points);
        File.WriteAllText(points, string.Join('\n', lines.Take(6)) + "\n" + lines[6][..20]); // in the middle of a row
        CliRun again = Run(folder);
        Assert.That(again.Errors, Does.Contain("5 points are there already"));
        Assert.That(Texts(folder), Is.EqualTo(before));
        Assert.That(Run(folder, "-s 2").Errors, Does.Contain("holds the calibration of something else"));
    }

    [Test]
    public void Calibration_OfWhatCannotBe_ExitsWithFive()
    {
        CliRun run = Run(Folder("targets:\n  - {indicator: firms, year: 4, low: 5000}\n"));
        Assert.That(run.ExitCode, Is.EqualTo(5), run.Errors);
        Assert.That(run.Output, Does.StartWith("small: 0 of 1 target hit").And.Contain(">= 5000").And.Contain("missed"));
    }

    [Test]
    public void Targets_WithManyMistakes_AreListedTogether()
    {
        CliRun run = Run(Folder("""
            targets:
              - {statistic: survivl-5, low: 0.4}
              - {indicator: firms, region: nowhere, year: 90, value: 3, sd: 0}
              - {indicator: jobs, value: 3}
              - {fact: F19}
              - {statistic: entry-rate, low: 0.2, high: 0.1}
              - {statistic: exit-rate, value: 0.1, sd: 0.01, low: 0}
              - {statistic: exit-rate, year: 3, low: 0}
              - just words
            wavess: 3
            """));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        foreach (string line in new[]
        {
            "targets.yaml:2:17 CS017 statistic: \"survivl-5\" is unknown; did you mean survival-5?",
            "targets.yaml:3:32 CS017 region: \"nowhere\" is unknown",
            "targets.yaml:3:47 CS015 year = 90: allowed 1..4",
            "targets.yaml:3:65 CS015 sd = 0: an observation without error can never be met",
            "targets.yaml:4:5 CS011 an indicator lacks year",
            "targets.yaml:4:5 CS011 a target with value lacks sd",
            "targets.yaml:5:12 CS017 fact: \"F19\" is unknown",
            "targets.yaml:6:34 CS015 low = 0.2: it must be below high = 0.1",
            "targets.yaml:7:5 CS021 a target has value and sd, or low and high",
            "targets.yaml:8:34 CS021 year goes with an indicator",
            "targets.yaml:9:5 CS012 a target is a map",
            "targets.yaml:10:1 CS010 targets has no key \"wavess\"; did you mean waves?",
        }) Assert.That(run.Errors, Does.Contain(line));
    }

    [TestCase("--factors exit.hazzard", "did you mean exit.hazard?")]
    [TestCase("--factors exit.hazard=0.2:0.1", "the lower end comes first")]
    [TestCase("--factors exit.hazard=0.1,0.2", "a list has no slope to follow")]
    [TestCase("--factors exit.hazard=0.1:7", "allowed 0..1")]
    [TestCase("", "which parameters may be moved?")]
    [TestCase("--factors exit.hazard -s 5000000", "0..1000000 are allowed")]
    public void CommandLine_WithASlip_IsRefusedWithTheReason(string options, string words)
    {
        CliRun run = CliRun.Of(Folder(), [.. $"calibrate small.yaml -t targets.yaml {options}".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")), run.Errors);
        Assert.That(run.Errors, Does.Contain(words));
    }

    [TestCase("&a x: *a")]
    [TestCase("targets: {a: 1}")]
    [TestCase("targets: []")]
    [TestCase("\t- [")]
    [TestCase("")]
    public void Targets_ThatAreNone_AreRefusedInWords(string text)
    {
        CliRun run = Run(Folder(text));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")), run.Errors);
        Assert.That(run.Errors, Does.StartWith("targets.yaml:").And.Not.Contain("System."));
    }

    private static Dictionary<string, string> Texts(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "out")).Where(file => !file.EndsWith("evaluations.csv", StringComparison.Ordinal)).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText);
}
