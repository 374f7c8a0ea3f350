using System.Text.Json;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Help, lists and the words that a slip of the fingers earns.</summary>
public sealed class HelpTests
{
    private static readonly string[] Commands = ["demo", "run", "compare", "validate", "list", "explain", "diff", "discover", "sensitivity", "calibrate", "resume", "collect", "report", "verify", "export", "cite", "new", "schema", "profile", "doctor", "completion", "detect", "early-warning"];

    [TestCaseSource(nameof(Commands))]
    public void Help_OfEveryCommand_EndsWithAnExample(string command)
    {
        CliRun run = CliRun.Of(CliRun.Folder(), command, "--help");
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Match("(?m)^Examples?:$").And.Match($@"(?m)^  (cat .* \| |source <\()?clustersim {command}\b"));
        Assert.That(run.Output.Split('\n').Select(line => line.Length), Has.All.LessThan(200), "no list of names has slipped in");
    }

    [Test]
    public void Overview_OfTheBareCommand_FitsOnAScreenAndStartsWithTheDemo()
    {
        CliRun run = CliRun.Of(CliRun.Folder());
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.That((run.ExitCode, lines.Length <= 25), Is.EqualTo((0, true)));
        Assert.That(lines.First(line => line.StartsWith("  clustersim ", StringComparison.Ordinal)), Does.StartWith("  clustersim demo"));
        Assert.That(lines.Select(line => line.Length), Has.All.LessThanOrEqualTo(130));
        foreach (string command in Commands) Assert.That(run.Output, Does.Contain($"clustersim {command}"));
    }

    [TestCase("classroom", "did you mean scenarios/starter/classroom.yaml?")]
    [TestCase("scenarios/experiments/two-town.yaml", "did you mean scenarios/experiments/two-towns.yaml?")]
    [TestCase("nothing-like-it.yaml", "clustersim list scenarios")]
    public void File_ThatIsNotThere_IsAnsweredWithTheNearestBuiltInOne(string file, string words)
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "run", file);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        Assert.That(run.Errors, Does.Contain("there is no such file").And.Contain(words));
    }

    [TestCase("spin-offs.hazard", "parameter", "unit")]
    [TestCase("jobs", "indicator", "unit")]
    [TestCase("F14", "fact", "band")]
    [TestCase("classroom", "scenario", "story")]
    public void Explain_Json_HasTheTextAndItsCells(string name, string kind, string key)
    {
        JsonElement page = JsonDocument.Parse(CliRun.Of(CliRun.Folder(), "explain", name, "--json").Output).RootElement;
        Assert.That((page.GetProperty("kind").GetString(), page.GetProperty("text").GetString() + "\n"), Is.EqualTo((kind, CliRun.Of(CliRun.Folder(), "explain", name).Output)));
        Assert.That(page.GetProperty("details").GetProperty(key).GetString(), Is.Not.Empty);
    }

    [TestCase("there is no command comp; did you mean compare?", "comp", "x.yaml")]
    [TestCase("there is no command frobnicate", "frobnicate")]
    [TestCase("there is no command mechanisms; did you mean mechanism?", "new", "mechanisms", "x")]
    [TestCase("clustersim new: what? scenario, mechanism", "new")]
    [TestCase("--replications abc: a whole number from 1 to 1000000 is wanted", "run", "x.yaml", "-r", "abc")]
    [TestCase("--threads 0: a whole number", "run", "x.yaml", "-j", "0")]
    [TestCase("--seed -1: a whole number", "run", "x.yaml", "-s", "-1")]
    [TestCase("there is no option --repplications here", "run", "x.yaml", "--repplications", "5")]
    [TestCase("there are no parameter to list; did you mean parameters?", "list", "parameter")]
    [TestCase("--record agents: firms or none", "run", "x.yaml", "--record", "agents")]
    [TestCase("Required argument 'file' missing", "run")]
    public void CommandLine_WithASlip_SaysWhatIsWrongInOneLine(string words, params string[] arguments)
    {
        CliRun run = CliRun.Of(CliRun.Folder(), arguments);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Errors);
        string[] lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(run.Errors, Does.Contain(words).And.Not.Contain("System.").And.Not.Contain("Nullable"));
        Assert.That(lines, Has.Length.EqualTo(2), run.Errors);
        Assert.That(lines[1], Does.Contain("--help"));
    }

    [TestCase("spin-off", "did you mean spin-offs?")]
    [TestCase("spin-offs.haz", "did you mean spin-offs.hazard?")]
    public void Explain_OfHalfAName_OffersTheNearest(string name, string words) =>
        Assert.That(CliRun.Of(CliRun.Folder(), "explain", name).Errors, Does.Contain(words));

    [TestCase("mechanisms", "name", "id")]
    [TestCase("parameters", "name", "default", "unit")]
    [TestCase("indicators", "name", "unit")]
    [TestCase("scenarios", "file", "title")]
    [TestCase("facts", "id", "kind")]
    public void List_Json_IsAnArrayOfObjects(string kind, params string[] keys)
    {
        CliRun run = CliRun.Of(Repository.Root, "list", kind, "--json");
        using JsonDocument rows = JsonDocument.Parse(run.Output);
        Assert.That(rows.RootElement.GetArrayLength(), Is.GreaterThan(2));
        foreach (JsonElement row in rows.RootElement.EnumerateArray()) Assert.That(row.EnumerateObject().Select(cell => cell.Name), Is.SupersetOf(keys));
    }

    [Test]
    public void List_ResultsWhereThereAreNone_SaysSo()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "list", "results");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "")));
        Assert.That(run.Errors, Does.Contain("no results here"));
    }

    [Test]
    public void EveryNameListed_IsExplained()
    {
        using JsonDocument rows = JsonDocument.Parse(CliRun.Of(CliRun.Folder(), "list", "parameters", "--json").Output);
        string[] names = [.. rows.RootElement.EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];
        Assert.That(names, Is.SupersetOf(new[] { "country.regions", "spin-offs.hazard" }).And.Unique);
        foreach (string name in new[] { names[0], names[^1], "budget", "extends" })
            Assert.That(CliRun.Of(CliRun.Folder(), "explain", name).Output, Does.StartWith(name));
    }

    [Test]
    public void Validate_Json_TellsOfSoundAndBrokenFiles()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "good.yaml"), "scenario: good\n");
        File.WriteAllText(Path.Combine(folder, "bad.yaml"), "scenario: bad\nyeers: 3\n");
        CliRun run = CliRun.Of(folder, "validate", "good.yaml", "bad.yaml", "--json");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        using JsonDocument rows = JsonDocument.Parse(run.Output);
        JsonElement good = rows.RootElement[0], bad = rows.RootElement[1];
        Assert.That((good.GetProperty("pass").GetBoolean(), good.GetProperty("name").GetString()), Is.EqualTo((true, "good")));
        Assert.That((bad.GetProperty("pass").GetBoolean(), bad.GetProperty("problems")[0].GetProperty("line").GetInt32(), bad.GetProperty("problems")[0].GetProperty("code").GetString()), Is.EqualTo((false, 2, "CS010")));
    }

    [TestCase("diff")]
    [TestCase("compare")]
    public void Experiment_WhereAScenarioIsWanted_IsOneClearProblem(string command)
    {
        string scenario = Repository.Path("scenarios/starter/classroom.yaml"), experiment = Repository.Path("scenarios/experiments/two-towns.yaml");
        CliRun run = CliRun.Of(CliRun.Folder(), command, scenario, experiment);
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Errors, Does.Contain("two-towns.yaml:1:13 CS012 this file is an experiment").And.Contain("1 problem;"));
    }

    [Test]
    public void Diff_OfPoliciesThatDifferInTheirCap_ShowsIt()
    {
        string folder = CliRun.Folder();
        const string text = "scenario: s\npolicies:\n  - {name: p, instrument: sham, start: {stage: growth}, budget: 1m, cap: CAP}\n";
        foreach (string cap in new[] { "100k", "200k" }) File.WriteAllText(Path.Combine(folder, cap + ".yaml"), text.Replace("CAP", cap, StringComparison.Ordinal));
        Assert.That(CliRun.Of(folder, "diff", "100k.yaml", "200k.yaml").Output, Does.Contain("policy p.cap: 100k GBP becomes 200k GBP"));
    }

    [Test]
    public void Doctor_OnASoundMachine_ProvesTheBitsWithAndWithoutVectors()
    {
        CliRun run = CliRun.Of(Repository.Root, "doctor");
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        JsonElement json = JsonDocument.Parse(CliRun.Of(Repository.Root, "doctor", "--json").Output).RootElement;
        Assert.That((json.GetProperty("pass").GetBoolean(), run.Output.Contains(json.GetProperty("engine").GetString()!, StringComparison.Ordinal)), Is.EqualTo((true, true)));
        Assert.That(run.Output, Does.Match("digest [0-9a-f]{32} twice, and without vector instructions").And.Match(@"\d+ files, all sound").And.Contain("all is well"));
    }

    [Test]
    public void DryRun_OfAnExperiment_SaysWhatItTakesAndWritesNothing()
    {
        string folder = CliRun.Folder();
        CliRun run = CliRun.Of(folder, "compare", Repository.Path("scenarios/experiments/two-towns.yaml"), "--dry-run", "--quick");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("40: 10 times baseline and 3 arms").And.Match("time +about"));
        Assert.That(Directory.GetFileSystemEntries(folder), Is.Empty);
    }
}
