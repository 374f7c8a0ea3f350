using System.Text.Json;
using System.Text.RegularExpressions;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Running;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The files of a results folder, as somebody finds them who has only the folder.</summary>
public sealed class ResultsTests
{
    private string _folder = "", _out = "";
    private CliRun _run = new(0, "", "");

    [OneTimeSetUp]
    public void Run()
    {
        _folder = CliRun.Folder();
        _out = Path.Combine(_folder, "out");
        File.WriteAllText(Path.Combine(_folder, "small.yaml"), $$"""
            experiment: small
            scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
            years: 25
            measure: {primary: jobs, also: [wage]}
            horizons: [5y]
            calendar: [25y, 40y]
            arms:
              grant: {instrument: start-up-grant, region: region-2, start: {year: 6}, budget: 500k, duration: 5y}
              more:  {instrument: start-up-grant, region: region-2, start: {year: 7}, budget: 1.5m, duration: 18mo}
            """);
        _run = CliRun.Of(_folder, "compare", "small.yaml", "-r", "3", "--record", "firms", "--profile", "-o", "out");
        Assert.That(_run.ExitCode, Is.Zero, _run.Errors);
    }

    [Test]
    public void Runs_OfArmsThatDiffer_SayInWhatInPlainNumbers()
    {
        string[] header = Header("runs.csv");
        Assert.That(header[..16], Is.EqualTo("scenario_id,replication,seed,status,error,ticks,focal_region,focal_activity,stage_final,year_embryonic,year_growth,year_maturity,year_decline,year_renewal,digest,run_key".Split(',')));
        string[] parameters = [.. header.Where(column => column.StartsWith("param_", StringComparison.Ordinal))];
        Assert.That(parameters, Is.SupersetOf(new[] { "param_policy_1_start", "param_policy_1_budget_gbp", "param_policy_1_duration_months" }));
        Assert.That(parameters, Has.None.Contain("spin_offs"), "what is the same everywhere is no column");
        Assert.That(header[16..(16 + parameters.Length + 2)], Is.EqualTo(parameters.Concat(["final_jobs", "final_wage"])));
        Assert.That(Column("runs.csv", "param_policy_1_budget_gbp"), Is.EqualTo(new[] { "", "", "", "500000", "500000", "500000", "1500000", "1500000", "1500000" }));
        Assert.That(Column("runs.csv", "param_policy_1_duration_months").Skip(3), Is.EqualTo(new[] { "60", "60", "60", "18", "18", "18" }));
    }

    [TestCase("runs.csv", "")]
    [TestCase("timeseries.csv", "tick")]
    [TestCase("stages.csv", "entered_tick")]
    [TestCase("events.csv", "tick")]
    public void Rows_OfEveryFile_AreSortedByScenarioReplicationAndTick(string file, string tick)
    {
        string[] order = ["baseline", "grant", "more"];
        (int, int, int)[] keys = [.. Rows(file).Select(row => (Array.IndexOf(order, row["scenario_id"]), int.Parse(row["replication"]), tick.Length == 0 ? 0 : int.Parse(row[tick])))];
        Assert.That(keys, Is.Not.Empty);
        Assert.That(keys, Is.Ordered);
    }

    [Test]
    public void TimeSeries_OfAnArm_HasItsTargetRegionAndTheCountry()
    {
        Assert.That(Header("timeseries.csv"), Is.EqualTo("scenario_id,replication,tick,year,region,activity,stage,jobs,wage".Split(',')));
        Assert.That(Rows("timeseries.csv").Where(row => row["scenario_id"] == "grant").Select(row => row["region"]), Does.Contain("all").And.Contain("region-2"));
    }

    [Test]
    public void Money_InEveryFile_IsWholeGbpAndNotThousands()
    {
        // A wage is some tens of thousands of pounds a year.
        Assert.That(Column("runs.csv", "final_wage").Select(double.Parse), Has.All.GreaterThan(5_000));
        Assert.That(Column("timeseries.csv", "wage").Where(cell => cell.Length > 0).Select(double.Parse).Max(), Is.GreaterThan(5_000));
        Assert.That(Rows("comparison.csv").Where(row => row["metric"] == "wage").Select(row => double.Parse(row["baseline_mean"])), Has.All.GreaterThan(5_000));
        using JsonDocument metrics = Json("metrics.json");
        Assert.That(metrics.RootElement.GetProperty("wage").GetProperty("unit").GetString(), Does.StartWith("GBP").And.Not.Contain("thousand"));
    }

    [Test]
    public void Metrics_OfEveryColumnThatWasAsked_SayUnitAndMeaning()
    {
        using JsonDocument metrics = Json("metrics.json");
        string[] asked = [.. Header("runs.csv").Where(column => column.StartsWith("param_", StringComparison.Ordinal)), "jobs", "wage"];
        foreach (string column in asked)
            Assert.That(metrics.RootElement.GetProperty(column).GetProperty("unit").GetString(), Is.Not.Empty, column);
    }

    [Test]
    public void Readme_OfTheFolder_NamesEveryFileAndNoOther()
    {
        string text = File.ReadAllText(Path.Combine(_out, "README.txt"));
        string[] there = [.. Directory.GetFiles(_out).Select(path => Path.GetFileName(path)).Where(name => name != "README.txt"), "scenarios/", "figures/", "shards/"];
        string[] named = [.. text.Split('\n').Where(line => line.Length > 24 && line[0] != ' ' && line[..24].TrimEnd() is var name && (name.Contains('.') || name.EndsWith('/')) && !name.Contains(' ')).Select(line => line[..24].TrimEnd())];
        Assert.That(named, Is.EquivalentTo(there));
        Assert.That(text, Does.Contain("read.csv").And.Contain("pandas"));
    }

    [Test]
    public void Summary_OfAStudy_HasARowForEveryScenario() =>
        Assert.That(Column("summary.csv", "scenario_id"), Is.EqualTo(new[] { "baseline", "grant", "more" }));

    [Test]
    public void Calendar_BeyondTheEnd_IsWarnedOfThereAndInTheManifest()
    {
        Assert.That(_run.Errors, Does.Contain("warning: small.yaml:6:17 CS020"));
        using JsonDocument manifest = Json("manifest.json");
        Assert.That(manifest.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()), Has.Some.Contains("CS020"));
    }

    [TestCase("33", "", true)] // 99 histories: the baseline and two arms
    [TestCase("34", "", false)]
    [TestCase("34", "firms", true)]
    [TestCase("33", "none", false)]
    public void Register_OfFewHistories_IsKeptUnlessAskedOtherwise(string pairs, string record, bool kept)
    {
        string[] asked = record.Length == 0 ? [] : ["--record", record];
        CliRun run = CliRun.Of(_folder, ["compare", "small.yaml", "-r", pairs, "--dry-run", .. asked]);
        Assert.That(run.Output.Contains("register of firms", StringComparison.Ordinal), Is.EqualTo(kept), run.Output);
    }

    [Test]
    public void DryRun_OfAStudy_EstimatesTheDiskThatItTakes()
    {
        CliRun run = CliRun.Of(_folder, "compare", "small.yaml", "-r", "3", "--record", "firms", "--dry-run", "-o", "never");
        double megabytes = double.Parse(Regex.Match(run.Output, @"(?m)^disk +about ([\d.]+) MB").Groups[1].Value);
        Assert.That(megabytes * 1e6, Is.EqualTo(Directory.GetFiles(_out, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)).Within(50).Percent, run.Output);
        Assert.That(run.Output, Does.Match(@"(?m)^time +about \d+ s on").And.Match(@"(?m)^memory +about \d+ MB$").And.Match("(?m)^histories +9: 3 times"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "never")), Is.False);
    }

    [Test]
    public void Profile_OfARun_PrintsItsTableAndMovesNothing()
    {
        Assert.That(_run.Errors, Does.Contain("ms a history").And.Contain("rows added").And.Match(@"labour-mobility +\d"));
        Assert.That(_run.Output, Does.Not.Contain("ms a history"));
        Assert.That(CliRun.Of(_folder, "compare", "small.yaml", "-r", "3", "--record", "firms", "-o", "plain").ExitCode, Is.Zero);
        foreach (string file in Directory.GetFiles(_out, "*.csv").Append("metrics.json").Select(path => Path.GetFileName(path)))
            Assert.That(File.ReadAllBytes(Path.Combine(_folder, "plain", file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(_out, file))), file);
    }

    [Test]
    public void Table_OfAComparison_FitsIn120ColumnsAndIsExplained()
    {
        Assert.That(_run.Output.Split('\n').Select(line => line.Length), Has.All.LessThanOrEqualTo(120));
        Assert.That(_run.Output, Does.Match("arm +started +year +GBP +without +with +change +95 % interval +better +VRF +verdict").And.Contain("target region  the region"));
    }

    [Test]
    public void Show_AllOfAFinishedFolder_PrintsEveryTable()
    {
        CliRun all = CliRun.Of(_folder, "compare", "small.yaml", "-r", "3", "--record", "firms", "-o", "out", "--all");
        Assert.That(all.ExitCode, Is.Zero, all.Errors);
        Assert.That(all.Output, Does.Contain("wage in all other regions").Or.Contain("wage in the whole country"));
        Assert.That(_run.Output, Does.Not.Contain("wage in the whole country"));
    }

    [Test]
    public void Run_OfOneScenarioByItself_SaysWhatBecameOfIt()
    {
        CliRun run = CliRun.Of(_folder, "run", Repository.Path("scenarios/starter/classroom.yaml"), "-r", "2", "--set", "years=10", "-o", "alone");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Match(@"jobs +[\d,.]+ +[\d,.]+ +[\d,.]+ +person").And.Match(@"embryonic +\d of 2"));
    }

    [TestCase("0.1.0+36dafd0d20b230765d9c9be0286e04a79b64b88f", ExpectedResult = "36dafd0d20b230765d9c9be0286e04a79b64b88f")]
    [TestCase("0.1.0", ExpectedResult = "")]
    [TestCase("0.1.0+local build", ExpectedResult = "")]
    public string Commit_OfAVersion_IsItsHashOrNothing(string version) => Versions.CommitOf(version);

    [TestCase("GBP thousand a year", 1000, "GBP a year")]
    [TestCase("person", 1, "person")]
    public void MetricUnit_OfMoney_IsPounds(string unit, double factor, string name) => Assert.That(MetricUnit.Of(unit), Is.EqualTo(new MetricUnit(factor, name)));

    private JsonDocument Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_out, file)));

    private string[] Header(string file) => File.ReadLines(Path.Combine(_out, file)).First().Split(',');

    private string[] Column(string file, string column) => [.. Rows(file).Select(row => row[column])];

    /// <summary>Rows by column; texts are last and may hold commas.</summary>
    private IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        string[] header = Header(file);
        return File.ReadLines(Path.Combine(_out, file)).Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
