using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>From a results folder alone, every history can be run again bit for bit.</summary>
public sealed class StoredStudyTests
{
    private const string Setting = """
        years: 10
        country: {regions: 6, population: 30k}
        activities: [{name: shoes, peak-demand: 1500, midpoint: 60mo, entry-potential: 6}]
        """;

    private const string ScenarioWithAPast = "scenario: continued\npast: {seed: 3, replication: 5, years: 8}\n" + Setting;

    private const string Experiment = """
        experiment: arms
        title: "A title: with a colon"
        scenario: base.yaml
        years: 12
        measure: {primary: jobs, also: [firms, wage]}
        horizons: [5y]
        calendar: [12y]
        arms:
          two:
            - {instrument: skills-training, region: focal, start: {when: {jobs: ">= 20"}, for: 6mo}, budget: 350k, duration: 3y, fallback: 8y}
            - {instrument: network-broker, region: region-1, start: {year: 2}, budget: 100k, duration: 2y}
          grant: {instrument: start-up-grant, region: region-2, start: {year: 6}, budget: 500k, duration: 5y, ramp: 6mo, cap: 200k}
        """;

    /// <summary>The past is lived under the case's own rules, not the control's.</summary>
    private const string CaseWithControlAndPast = """
        scenario: case
        past: {seed: 3, replication: 5, years: 6}
        mechanisms: {spin-offs: {hazard: 0.15}}
        policies: [{name: p, instrument: start-up-grant, region: region-1, start: {year: 8}, budget: 300k, duration: 3y}]
        control:
          mechanisms: {spin-offs: {hazard: 0.01}}
          policies: []
        expect:
          - {claim: it stands, statistic: cluster, region: region-1, at: 16y, against: control-difference, passes: ">= 0", from: {statistic: cluster, at: 10y, passes: ">= 0"}}

        """ + Setting;

    [TestCase("run", 1, ScenarioWithAPast, TestName = "Read_ScenarioWithAPast_GivesEveryDigestAgain")]
    [TestCase("compare", 3, Experiment, TestName = "Read_Experiment_GivesEveryDigestAgain")]
    [TestCase("run", 2, CaseWithControlAndPast, TestName = "Read_CaseWithControlAndPast_GivesEveryDigestAgain")]
    [TestCase("compare", 2, "scenario: first\n" + Setting, "second.yaml", TestName = "Read_SeveralScenarios_GivesEveryDigestAgain")]
    public void Read_OfAFolder_GivesEveryDigestAgain(string verb, int scenarios, string text, params string[] more)
    {
        string folder = CliRun.Folder(), output = Path.Combine(folder, "out");
        File.WriteAllText(Path.Combine(folder, "a.yaml"), text);
        File.WriteAllText(Path.Combine(folder, "base.yaml"), "scenario: base\n" + Setting);
        File.WriteAllText(Path.Combine(folder, "second.yaml"), "scenario: second\nmechanisms: {spin-offs: {hazard: 0.2}}\n" + Setting);
        CliRun run = CliRun.Of(folder, [verb, "a.yaml", .. more, "-r", "2", "--seed", "18446744073709551615", "-o", "out"]);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);

        StoredStudy stored = StoredStudy.Read(output);
        var runner = new PairRunner(stored.Study);
        Outcome[] outcomes = [runner.Run(1), runner.Run(0)]; // in another order than they were run
        string[] again = [.. Enumerable.Range(-1, scenarios).SelectMany(arm => outcomes.Reverse().Select(outcome => (arm < 0 ? outcome.Baseline : outcome.Arms[arm].Summary).Digest))];
        string[][] rows = [.. File.ReadLines(Path.Combine(output, "runs.csv")).Select(line => line.Split(','))];
        int digest = Array.IndexOf(rows[0], "digest");
        Assert.That(again, Is.EqualTo(rows.Skip(1).Select(row => row[digest])));
        Assert.That(again.Distinct().Count(), Is.EqualTo(2 * scenarios), "the histories differ, so that a mix-up would show");
        Assert.That(stored.Cases?.Expectations.Count ?? 0, Is.EqualTo(text.Contains("expect:", StringComparison.Ordinal) ? 1 : 0));
    }

    [Test]
    public void Read_OfWhatIsNoFinishedFolderOfThisVersion_SaysWhatItIs()
    {
        string folder = CliRun.Folder(), output = Path.Combine(folder, "out"), manifest = Path.Combine(output, "manifest.json");
        File.WriteAllText(Path.Combine(folder, "a.yaml"), "scenario: a\n" + Setting);
        Assert.That(CliRun.Of(folder, "run", "a.yaml", "-r", "1", "-o", "out").ExitCode, Is.Zero);
        Assert.That(Refusal(Path.Combine(folder, "outt")), Does.Contain("there is no folder").And.Contain("did you mean").And.EndsWith("out?"));
        Assert.That(Refusal(folder), Does.Contain("holds no results of ClusterSim"));
        string text = File.ReadAllText(manifest);
        Change(manifest, text, root => root["schema_version"] = 2);
        Assert.That(Refusal(output), Does.Contain("schema 2").And.Contain($"clustersim run a.yaml -r 1 -o {output} --force"));
        Change(manifest, text, root => root["clustersim"] = "0.0.9");
        Assert.That(Refusal(output), Does.Contain("model version 0.0.9"));
        Assert.That(StoredStudy.Read(output, anyModel: true).Study.Replications, Is.EqualTo(1));
        Change(manifest, text, root => root.Remove("design"));
        Assert.That(Refusal(output), Does.Contain("broken").And.Contain("design"));
        File.WriteAllText(manifest, "{");
        Assert.That(Refusal(output), Does.Contain("manifest.json is broken"));
        File.Delete(manifest);
        File.WriteAllText(Path.Combine(output, "plan.json"), text);
        Assert.That(Refusal(output), Does.Contain("is not finished"));
    }

    [Test]
    public void Compare_ScenariosOfDifferentPasts_IsRefused()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "a.yaml"), ScenarioWithAPast);
        File.WriteAllText(Path.Combine(folder, "b.yaml"), "scenario: b\n" + Setting);
        CliRun run = CliRun.Of(folder, "compare", "a.yaml", "b.yaml", "-r", "1");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.Contain("b has another past than continued"));
    }

    private static string Refusal(string folder) => Assert.Throws<CommandException>(() => StoredStudy.Read(folder))!.Message;

    private static void Change(string file, string text, Action<JsonObject> change)
    {
        JsonObject root = JsonNode.Parse(text)!.AsObject();
        change(root);
        File.WriteAllText(file, root.ToJsonString());
    }
}
