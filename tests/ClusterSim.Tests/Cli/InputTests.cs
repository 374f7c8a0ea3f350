using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>What a user sees who makes a mistake, and who makes none.</summary>
public sealed class InputTests
{
    [Test]
    public void Validate_FivePlantedMistakes_ListsAllFiveWithPlaceAndSuggestion()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "bad.yaml"), """
            scenario: bad
            yeers: 40
            country: {regions: 1200}
            mechanisms:
              spin-ofs: {hazard: 0.1}
              exit: {hazard: 20m2}
            policies:
              - {name: p, instrument: start-up-grants, start: {year: 5}, budget: 1m}
            """);
        CliRun run = CliRun.Of(folder, "validate", "bad.yaml");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        string[] lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[..5].Select(line => line.Split(' ')[0] + " " + line.Split(' ')[1]), Is.EqualTo(new[]
        {
            "bad.yaml:2:1 CS010", "bad.yaml:3:20 CS015", "bad.yaml:5:3 CS017", "bad.yaml:6:18 CS013", "bad.yaml:8:27 CS017",
        }));
        Assert.That(run.Errors, Does.Contain("did you mean years?").And.Contain("1..200").And.Contain("did you mean spin-offs?").And.Contain("did you mean start-up-grant?"));
        Assert.That(lines, Has.Length.EqualTo(6), "one line sums up");
    }

    [TestCase("grant: 60k", false)]
    [TestCase("grant: 61k", true)]
    [TestCase("grant: 19k", true)]
    public void Validate_ValueBeyondWhatItsInstrumentCallsPlausible_IsWarnedOf(string effect, bool warned)
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "a.yaml"), $$"""
            scenario: a
            policies:
              - {name: p, instrument: start-up-grant, start: {year: 5}, budget: 1m, {{effect}}}
            """);
        CliRun run = CliRun.Of(folder, "validate", "a.yaml");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Errors, warned ? Does.Contain("warning: a.yaml:3:80 CS022").And.Contain("plausible are 20k..60k GBP a founder") : Is.Empty);
    }

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return new TestCaseData("scenario: x\ncountry: &a {regions: 12}\n", "CS004").SetName("Validate_Anchor_IsRefused");
        yield return new TestCaseData("scenario: x\ncountry: *a\n", "CS004").SetName("Validate_Alias_IsRefused");
        yield return new TestCaseData("scenario: &a [*a]\n", "CS004").SetName("Validate_AliasOfItself_IsRefused");
        yield return new TestCaseData("scenario: !!str x\n", "CS005").SetName("Validate_Tag_IsRefused");
        yield return new TestCaseData("scenario: x\ncountry:\n  <<: {regions: 12}\n", "CS006").SetName("Validate_MergeKey_IsRefused");
        yield return new TestCaseData("scenario: x\nyears: 4\nyears: 5\n", "CS007").SetName("Validate_DoubledKey_IsRefused");
        yield return new TestCaseData("scenario: x\ncountry: {population: .inf}\n", "CS013").SetName("Validate_Infinity_IsRefused");
        yield return new TestCaseData("scenario: x\ncountry: {population: .nan}\n", "CS013").SetName("Validate_NotANumber_IsRefused");
        yield return new TestCaseData("scenario: x\ncountry: {population: 120_000}\n", "CS013").SetName("Validate_Underscores_AreRefused");
        yield return new TestCaseData("scenario: x\n" + new string('#', 2_000_000), "CS002").SetName("Validate_TwoMegabytes_AreRefused");
        yield return new TestCaseData("scenario: " + new string('[', 20_000), "CS003").SetName("Validate_TwentyThousandBrackets_AreRefused");
        yield return new TestCaseData("scenario: x\nstory: " + string.Concat(Enumerable.Repeat("{a: ", 20_000)), "CS003").SetName("Validate_TwentyThousandMaps_AreRefused");
        yield return new TestCaseData("", "CS011").SetName("Validate_EmptyFile_IsRefused");
        yield return new TestCaseData("scenario: x\n\tyears: 3\n", "CS001").SetName("Validate_Tab_IsRefused");
        yield return new TestCaseData("- a\n- b\n", "CS012").SetName("Validate_List_IsRefused");
        yield return new TestCaseData("scenario: x\nextends: nowhere.yaml\n", "CS008").SetName("Validate_MissingParent_IsRefused");
        yield return new TestCaseData("scenario: x\nextends: hostile.yaml\n", "CS009").SetName("Validate_OwnParent_IsRefused");
        yield return new TestCaseData("scenario: x\npolicies:\n  - {name: p, instrument: sham, region: region-1, start: {year: 60}, budget: 1m}\n", "CS019").SetName("Validate_StartAfterTheEnd_IsRefused");
        yield return new TestCaseData("scenario: x\npolicies:\n  - {name: p, instrument: sham, region: region-1, start: {year: 48}, budget: 1m}\n", "CS020").SetName("Validate_BudgetAfterTheEnd_IsRefused");
        string[][] never =
        [
            ["OffLifeCycle", "mechanisms: {life-cycle: off}", "start: {stage: growth}", "CS019"],
            ["OffFocal", "mechanisms: {life-cycle: off}", "start: {year: 3}", "CS019"],
            ["OffExit", "mechanisms: {life-cycle: off}", "region: region-1, start: {year: 3}, exit: decline", "CS019"],
            ["OffDelivery", "mechanisms: {policy-delivery: off}", "start: {stage: growth}", "CS019"],
            ["Share", "years: 50", "start: {when: {funded-share: \"> 1\"}}", "CS019"],
            ["Fallback", "years: 50", "start: {stage: growth}, fallback: 60y", "CS019"],
            ["Duration", "years: 10", "start: {stage: growth}, duration: 11y", "CS020"],
        ];
        foreach (string[] each in never)
            yield return new TestCaseData($"scenario: x\n{each[1]}\npolicies:\n  - {{name: p, instrument: sham, budget: 1m, {each[2]}}}\n", each[3]).SetName($"Validate_TriggerThatCannotCome{each[0]}_IsRefused");
        yield return new TestCaseData("scenario: x\npolicies:\n  - {name: p, instrument: sham, start: {stage: growth}, budget: 5y}\n", "CS014").SetName("Validate_TimeAsMoney_IsRefused");
    }

    [Test]
    public void Run_ArmNamedLikeAPath_IsRefusedAndWritesNothing()
    {
        string folder = CliRun.Folder(), file = Path.Combine(folder, "path.yaml");
        File.WriteAllText(file, $$"""
            experiment: path
            scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
            years: 5
            arms:
              ../../path: {instrument: sham, region: region-1, start: {year: 1}, budget: 1m, duration: 1y}
            """);
        string before = File.ReadAllText(file);
        CliRun run = CliRun.Of(folder, "run", file, "-r", "1", "-o", "out");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output);
        Assert.That(run.Errors, Does.Contain("path.yaml:5:3 CS016"));
        Assert.That(File.ReadAllText(file), Is.EqualTo(before));
        Assert.That(Directory.Exists(Path.Combine(folder, "out")), Is.False);
    }

    [Test]
    public void Threads_OfTheEnvironment_MustBeANumber()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), new Dictionary<string, string> { ["CLUSTERSIM_THREADS"] = "many" }, "run", Repository.Path("scenarios/starter/classroom.yaml"), "-r", "1");
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("CLUSTERSIM_THREADS = many"));
    }

    [TestCaseSource(nameof(Hostile))]
    public void Validate_HostileYaml_ExitsWithThreeAndTheCode(string yaml, string code)
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "hostile.yaml"), yaml);
        CliRun run = CliRun.Of(folder, "validate", "hostile.yaml");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Output + run.Errors);
        Assert.That(run.Errors, Does.Match($@"^hostile\.yaml:\d+:\d+ {code} ").And.Not.Contain("   at "));
    }

    [Test]
    public void ShippedFiles_AllTogether_AreSound()
    {
        string[] files = [.. Repository.Files("scenarios", ".yaml").Select(Repository.Path)];
        CliRun run = CliRun.Of(CliRun.Folder(), ["validate", .. files]);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(files.Length));
    }

    [Test]
    public void BareCall_Always_PrintsAtMost25Lines()
    {
        CliRun run = CliRun.Of(CliRun.Folder());
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output.TrimEnd().Split('\n'), Has.Length.LessThanOrEqualTo(25));
    }

    [TestCase(2, "frobnicate")]
    [TestCase(2, "run")]
    [TestCase(2, "list", "everything")]
    [TestCase(2, "explain", "spin-of")]
    [TestCase(2, "validate")]
    [TestCase(3, "run", "nowhere.yaml")]
    [TestCase(0, "explain", "spin-offs")]
    [TestCase(0, "explain", "spin-offs.hazard")]
    [TestCase(0, "explain", "CS015")]
    [TestCase(0, "explain", "F14")]
    [TestCase(0, "list", "mechanisms")]
    [TestCase(0, "list", "parameters")]
    [TestCase(0, "schema")]
    [TestCase(0, "doctor")]
    [TestCase(0, "new", "scenario", "my-cluster")]
    public void Command_OfAnyKind_ExitsAsPromisedWithoutATrace(int exitCode, params string[] arguments)
    {
        CliRun run = CliRun.Of(CliRun.Folder(), arguments);
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Output + run.Errors);
        Assert.That(run.Output + run.Errors, Does.Not.Contain("   at ").And.Not.Contain("\u001b"));
        Assert.That(exitCode == 0 ? run.Output : run.Errors, Is.Not.Empty);
    }

    [Test]
    public void NewScenario_AsWritten_IsSound()
    {
        string folder = CliRun.Folder();
        Assert.That(CliRun.Of(folder, "new", "scenario", "mine").ExitCode, Is.Zero);
        Assert.That(CliRun.Of(folder, "validate", "mine.yaml").ExitCode, Is.Zero);
        Assert.That(CliRun.Of(folder, "new", "scenario", "mine").ExitCode, Is.EqualTo(2), "what is there is not overwritten");
    }
}
