using System.Globalization;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A small experiment with a placebo and a sham: its files of inference against one another and against the pairs and series that they
/// are computed from.</summary>
public sealed class InferenceTests
{
    private string _folder = "", _table = "";

    [OneTimeSetUp]
    public void Run()
    {
        _folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(_folder, "timing.yaml"), $$"""
            experiment: timing
            scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
            years: 32
            measure: {primary: jobs, also: [wage], smallest: 200}
            horizons: [2y, 8y]
            calendar: [32y]
            answer: best-timing
            arms:
              early: {instrument: start-up-grant, start: {stage: embryonic}, budget: 1m, duration: 3y}
              late:  {instrument: start-up-grant, start: {stage: growth}, budget: 1m, duration: 3y}
              blind: {placebo: late}
              sham:  {instrument: sham, start: {stage: embryonic}, budget: 1m, duration: 3y}
            """);
        CliRun run = CliRun.Of(_folder, "compare", "timing.yaml", "-r", "10", "--seed", "7", "--record", "none", "-o", "out");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        _table = run.Output;
    }

    private Dictionary<string, string>[] Rows(string name)
    {
        string[][] cells = [.. File.ReadLines(Path.Combine(_folder, "out", name)).Select(line => line.Split(','))];
        return [.. cells.Skip(1).Select(row => cells[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    [Test]
    public void Effects_OfEveryRow_AreThoseOfTheComparison()
    {
        Dictionary<string, string>[] compared = Rows("comparison.csv"), effects = Rows("effects.csv");
        Assert.That(effects, Has.Length.EqualTo(compared.Length));
        foreach ((Dictionary<string, string> effect, Dictionary<string, string> row) in effects.Zip(compared))
        {
            Assert.That((effect["scenario_id"], effect["metric"], effect["region"]), Is.EqualTo((row["scenario_id"], row["metric"], row["region"])));
            Assert.That((effect["itt"], effect["itt_low"], effect["itt_high"], effect["n_fired"]), Is.EqualTo((row["diff_mean"], row["ci_low"], row["ci_high"], row["n_fired"])));
            if (effect["on_triggered"].Length > 0) Assert.That(Number(effect["on_triggered"]) * Number(effect["fired_share"]), Is.EqualTo(Number(effect["itt"])).Within(1e-6));
        }
    }

    [Test]
    public void Contrasts_OfEveryTwoArms_AreDifferencesOfTheComparisonAndSayWhatMatters()
    {
        var changes = Rows("comparison.csv").Where(row => row["metric"] == "jobs").ToDictionary(row => (row["scenario_id"], row["clock"], row["horizon"], row["region"]), row => Number(row["diff_mean"]));
        Dictionary<string, string>[] contrasts = Rows("contrasts.csv");
        Assert.That(contrasts, Has.Length.EqualTo(6 * 3 * 2), "six pairs of arms, three dates, two places");
        foreach (Dictionary<string, string> row in contrasts)
        {
            double Change(string arm) => changes[(row[arm], row["clock"], row["horizon"], row["region"])];
            Assert.That(Number(row["diff_mean"]), Is.EqualTo(Change("arm_a") - Change("arm_b")).Within(1e-6));
            Assert.That(row["equivalent"], Is.AnyOf("yes", "no"));
            Assert.That(Number(row["ci_low"]), Is.LessThanOrEqualTo(Number(row["ci_high"])));
        }
        Assert.That(_table, Does.Contain("Timing: change in jobs in the target region").And.Contain("best set: "));
        Assert.That(_table.Split('\n').SkipWhile(line => !line.StartsWith("Timing", StringComparison.Ordinal)).Select(line => line.Length), Has.All.LessThanOrEqualTo(120));
    }

    [Test]
    public void Sham_InEveryFile_IsExactlyZero()
    {
        Dictionary<string, string>[] Sham(string name) => [.. Rows(name).Where(row => row["scenario_id"] == "sham")];
        foreach (string column in new[] { "itt", "itt_low", "itt_high", "on_triggered" }) Assert.That(Sham("effects.csv").Select(row => row[column]), Has.All.EqualTo("0"), column);
        foreach (string column in new[] { "risk_difference", "ci_low", "ci_high", "only_arm", "only_twin" }) Assert.That(Sham("take_off.csv").Single()[column], Is.EqualTo("0"), column);
        foreach (string column in new[] { "job_years", "job_years_low", "job_years_high", "job_years_discounted" }) Assert.That(Sham("cost_effectiveness.csv").Select(row => row[column]), Has.All.EqualTo("0"), column);
        foreach (string column in new[] { "uplift_mean", "ci_low", "ci_high" }) Assert.That(Sham("persistence.csv").Select(row => row[column]), Has.All.EqualTo("0"), column);
        Assert.That(Sham("next_stage_summary.csv").Single()["difference"], Is.EqualTo("0"));
        Assert.That(Sham("acceptability.csv").Select(row => row["p_net_benefit"]), Has.All.EqualTo("0"), "money for nothing");
    }

    [Test]
    public void Placebo_InItsTen_StartsAtTheTimesOfItsArmInOtherHistories()
    {
        Dictionary<string, string>[] runs = Rows("runs.csv");
        string[] Starts(string arm) => [.. runs.Where(row => row["scenario_id"] == arm).Select(row => row["start_year"])];
        string[] read = Starts("late"), blind = Starts("blind");
        Assert.That(read.Count(year => year.Length > 0), Is.GreaterThan(1));
        Assert.That(blind, Is.EquivalentTo(read).And.Not.EqualTo(read));
        Assert.That(blind.Select(year => year.Length > 0), Is.EqualTo(read.Select(year => year.Length > 0)));
    }

    [Test]
    public void PersistenceAndJobYears_OfTheHeadline_AgreeWithComparisonAndSpending()
    {
        var last = Rows("comparison.csv").Where(row => row["metric"] == "jobs" && row["clock"] == "start" && row["horizon"] == "8" && row["region"] != "elsewhere");
        foreach (Dictionary<string, string> row in last)
        {
            Dictionary<string, string> left = Rows("persistence.csv").Single(each => each["scenario_id"] == row["scenario_id"] && each["region"] == row["region"] && each["years"] == "5");
            Assert.That(left["uplift_mean"], Is.EqualTo(row["diff_mean"]), "five years after the end of three are eight after the start");
            Dictionary<string, string> cost = Rows("cost_effectiveness.csv").First(each => each["scenario_id"] == row["scenario_id"]);
            Assert.That(cost["cost"], Is.EqualTo(row["cost_mean_gbp"]));
        }
    }

    /// <summary>The series holds whole years, so that an arm that starts by date can be added up from timeseries.csv.</summary>
    [Test]
    public void JobYears_OfTheCountry_AddUpFromTheSeriesWhereTheStartIsAWholeYear()
    {
        File.WriteAllText(Path.Combine(_folder, "dated.yaml"), $$"""
            experiment: dated
            scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
            years: 20
            measure: {primary: jobs}
            horizons: [6y]
            calendar: []
            arms:
              grant: {instrument: start-up-grant, region: region-1, start: {year: 10}, budget: 1m, duration: 3y}
            """);
        CliRun run = CliRun.Of(_folder, "compare", "dated.yaml", "-r", "3", "--record", "none", "-o", "dated");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Dictionary<string, string>[] series = Rows("../dated/timeseries.csv"), costs = Rows("../dated/cost_effectiveness.csv");
        foreach ((string region, string place) in new[] { ("region-1", "target"), ("all", "all") })
        {
            double Sum(string arm) => series.Where(row => row["scenario_id"] == arm && row["region"] == region && Number(row["year"]) is > 10 and <= 16).Sum(row => Number(row["jobs"]));
            double expected = (Sum("grant") - Sum("baseline")) / 3;
            Assert.That(Number(costs.Single(row => row["region"] == place)["job_years"]), Is.EqualTo(expected).Within(1e-6), place);
        }
        Assert.That(File.Exists(Path.Combine(_folder, "dated", "contrasts.csv")), Is.False, "one arm alone");
    }

    [Test]
    public void Experiment_WithAPlaceboThatCannotBe_SaysWhyOnOneLine()
    {
        (string Arm, string Says)[] wrong =
        [
            ("blind: {placebo: lat}", "\"lat\" is unknown; did you mean late"),
            ("blind: {placebo: fixed}", "must have one policy that waits"),
            ("blind: {placebo: late, budget: 1m}", "no key \"budget\""),
        ];
        foreach ((string arm, string says) in wrong)
        {
            File.WriteAllText(Path.Combine(_folder, "wrong.yaml"), $$"""
                experiment: wrong
                scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
                arms:
                  late:  {instrument: start-up-grant, start: {stage: growth}, budget: 1m, duration: 3y}
                  fixed: {instrument: start-up-grant, start: {year: 9}, budget: 1m, duration: 3y}
                  {{arm}}
                """);
            CliRun run = CliRun.Of(_folder, "validate", "wrong.yaml");
            Assert.That(run.ExitCode, Is.EqualTo(3), arm);
            Assert.That(run.Output + run.Errors, Does.Contain(says));
        }
    }
}
