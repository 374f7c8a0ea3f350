using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

/// <summary>What an experiment does not know, and how often it is to be run.</summary>
public sealed class UncertainTests
{
    private const string Head = "experiment: e\nscenario: s.yaml\narms:\n  grant: {instrument: start-up-grant, start: {year: 5}, budget: 1m, duration: 5y}\n  sham: {instrument: sham, start: {year: 5}, budget: 1m, duration: 5y}\n";

    private static Experiment Load(string rest, string scenario = "scenario: s\nyears: 30\nregions:\n  - {name: home, trust: 0.5}\n") =>
        new ScenarioLoader(new MemoryFiles(new Dictionary<string, string> { ["s.yaml"] = scenario, ["e.yaml"] = Head + rest })).LoadExperiment("e.yaml");

    [Test]
    public void Settle_OfAWorld_PutsEveryValueWhereAPersonWouldWriteIt()
    {
        Experiment experiment = Load("uncertain: {spin-offs.hazard: [0.02, 0.04], start-up-grant.grant: [20k, 60k], grant.budget: [1m, 2m], home.trust: [0.2, 0.8], venture-capital: [on, off]}\nworlds: {design: full-factorial}\n");
        Study study = Studies.Of(experiment);
        Assert.That(study.Worlds!.Count, Is.EqualTo(32));
        IReadOnlyList<ModelConfiguration> last = study.Worlds.Settle(31);
        Assert.That(((SpinOffs.Parameters)last[0].Mechanisms["spin-offs"]!).Hazard, Is.EqualTo(0.04));
        Assert.That(last[0].Mechanisms["venture-capital"], Is.Null);
        Assert.That(last[0].Regions[0].Trust, Is.EqualTo(0.8));
        Assert.That((last[0].Policies.Count, last[1].Policies[0].Budget, last[2].Policies[0].Budget), Is.EqualTo((0, 2_000.0, 1_000.0)), "the budget is that of one arm");
        Assert.That(((StartUpGrant.Parameters)last[1].Policies[0].Parameters!).Grant, Is.EqualTo(60));
        Assert.That(study.Worlds.InFiles(31, 1), Is.EqualTo("60000"), "money in files is whole pounds");
        Assert.That(Enumerable.Range(0, 32).Select(world => string.Join(' ', study.Worlds.Values(world))).Distinct().Count(), Is.EqualTo(32));
    }

    [Test]
    public void Worlds_WithoutWidth_AreTheScenarioItself()
    {
        // Two levels that are both the default: what comes out is the configuration that went in, to the last parameter.
        Study study = Studies.Of(Load("uncertain: {spin-offs.hazard: [0.075, 0.0750000001]}\nworlds: {design: full-factorial}\n"));
        IReadOnlyList<ModelConfiguration> first = study.Worlds!.Settle(0);
        ModelConfiguration[] all = [study.Baseline, .. study.Arms.Select(arm => arm.Configuration)];
        Assert.That(first.Select(ConfigurationText.Of), Is.EqualTo(all.Select(ConfigurationText.Of)));
    }

    [Test]
    public void Pairs_OfWorlds_GoRoundAllWorldsAndShareDrawsWhereWorldsAreCompared()
    {
        Study spread = Studies.Of(Load("uncertain: {spin-offs.hazard: 0.02..0.04}\nworlds: {n: 3}\nreplications: 2\n"));
        Study compared = Studies.Of(Load("uncertain: {spin-offs.hazard: 0.02..0.04}\nworlds: {design: full-factorial}\nreplications: 2\n"));
        int[] pairs = [.. Enumerable.Range(0, 6)];
        Assert.That((spread.Replications, compared.Replications), Is.EqualTo((6, 6)));
        Assert.That(pairs.Select(spread.WorldOf), Is.EqualTo(new[] { 0, 1, 2, 0, 1, 2 }));
        Assert.That(pairs.Select(spread.DrawsOf), Is.EqualTo(pairs));
        Assert.That(pairs.Select(compared.DrawsOf), Is.EqualTo(new[] { 0, 0, 0, 1, 1, 1 }));
    }

    [TestCase("lhs, n: 7", 7)]
    [TestCase("sobol, n: 8", 8)]
    [TestCase("full-factorial, levels: 3", 9)]
    [TestCase("fractional-factorial, resolution: 3", 4)]
    [TestCase("morris, trajectories: 5", 15)]
    [TestCase("saltelli, n: 4", 16)]
    [TestCase("saltelli, n: 4, pairs: yes", 24)]
    public void Worlds_OfADesign_AreAsManyAsItSays(string design, int worlds) =>
        Assert.That(Studies.Of(Load($"uncertain: {{spin-offs.hazard: 0.02..0.04, entry.sunk-share: 0.3..0.7}}\nworlds: {{design: {design}}}\n")).Worlds!.Count, Is.EqualTo(worlds));

    [TestCase("uncertain: {spin-ofs.hazard: 0.02..0.04}", ErrorCodes.UnknownName, "did you mean spin-offs.hazard?")]
    [TestCase("uncertain: {spin-offs.hazrd: 0.02..0.04}", ErrorCodes.UnknownName, "did you mean spin-offs.hazard?")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..4}", ErrorCodes.OutOfRange, "allowed 0..0.5")]
    [TestCase("uncertain: {spin-offs.hazard: 0.04..0.02}", ErrorCodes.OutOfRange, "the lower end comes first")]
    [TestCase("uncertain: {spin-offs.hazard: 0.04}", ErrorCodes.WrongKind, "write a range")]
    [TestCase("uncertain: {spin-offs.hazard: [0.04]}", ErrorCodes.Inconsistent, "is not uncertain")]
    [TestCase("uncertain: {spin-offs.hazard: [0.04, 0.04]}", ErrorCodes.DuplicateName, "stands here twice")]
    [TestCase("uncertain: {grant.budget: 1m..5y}", ErrorCodes.WrongUnit, "money is written")]
    [TestCase("uncertain: {spin-offs: [on, maybe]}", ErrorCodes.NotAWord, "maybe")]
    [TestCase("uncertain: {grant.duration: 1y..40y}", ErrorCodes.AfterTheEnd, "could never be spent")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..0.04}\nworlds: {design: cube}", ErrorCodes.NotAWord, "cube")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..0.04}\nworlds: {design: morris, n: 4}", ErrorCodes.Inconsistent, "state trajectories")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..0.04}\nworlds: {design: morris, levels: 3}", ErrorCodes.OutOfRange, "even")]
    [TestCase("worlds: {n: 4}", ErrorCodes.Inconsistent, "uncertain")]
    [TestCase("answer: robust", ErrorCodes.Inconsistent, "uncertain")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..0.04, entry.sunk-share: 0.3..0.7}\nanswer: critical-mass", ErrorCodes.MissingKey, "size")]
    [TestCase("uncertain: {spin-offs.hazard: 0.02..0.04, entry.sunk-share: 0.3..0.7}\nanswer: turning-point", ErrorCodes.MissingKey, "right amount")]
    [TestCase("uncertain: {grant.budget: 1m..2m}\nanswer: critical-mass\nsize: grant.buget", ErrorCodes.UnknownName, "did you mean grant.budget?")]
    [TestCase("replications: {min: 30}", ErrorCodes.MissingKey, "precision")]
    [TestCase("replications: {precision: {floor: 10 firms}}", ErrorCodes.WrongUnit, "a number of jobs")]
    [TestCase("replications: {precision: {relative: 10%}, min: 60, max: 30}", ErrorCodes.Inconsistent, "above max")]
    [TestCase("measure: {primary: jobs at noon}", ErrorCodes.NotAWord, "jobs at start+15y")]
    [TestCase("measure: {primary: jobs at year 31}", ErrorCodes.AfterTheEnd, "in year 30")]
    [TestCase("horizons: []\ncalendar: []", ErrorCodes.Inconsistent, "nothing to compare")]
    [TestCase("quick: {worlds: 4}", ErrorCodes.Inconsistent, "has none")]
    public void LoadExperiment_WithAMistake_SaysWhatIsAllowed(string rest, string code, string words)
    {
        ScenarioException broken = Assert.Throws<ScenarioException>(() => Load(rest + "\n"))!;
        Assert.That(broken.Problems.Select(problem => problem.Code), Has.Some.EqualTo(code), broken.Message);
        Assert.That(string.Join('\n', broken.Problems), Does.Contain(words));
        Assert.That(broken.Problems.Select(problem => (problem.File, problem.Line > 5)), Has.All.EqualTo(("e.yaml", true)), "every problem has its place");
    }

    [Test]
    public void Replications_ByPrecision_AreARule()
    {
        Experiment experiment = Load("replications: {precision: {relative: 20%, floor: 10 jobs}, min: 20, max: 100}\nmeasure: {primary: jobs-uplift at start+12y, also: [take-off, firms]}\n");
        Assert.That(experiment.Stopping, Is.EqualTo(new StoppingRule(0.2, 10, 20, 100)));
        Assert.That(experiment.Stopping!.Looks, Is.EqualTo(new[] { 20, 40, 80, 100 }));
        Assert.That(experiment.Measures, Is.EqualTo(new[] { "jobs", "firms" }));
        Assert.That(experiment.Horizons, Is.EqualTo(new[] { 5, 12, 15, 25 }));
        Assert.That(Studies.Of(experiment).Moment, Is.EqualTo(new StudyPoint(OnStart: true, Years: 12)));
    }

    [Test]
    public void Moment_OnTheCalendar_IsThatDateBesideHorizonsOnTheOtherClock()
    {
        Study study = Studies.Of(Load("measure: {primary: jobs at year 15}\n"));
        Assert.That(study.Moment, Is.EqualTo(new StudyPoint(OnStart: false, Years: 15)));
        Assert.That(study.Points[study.HeadlineAt(Scope.Target) / (3 * study.Measures.Count)], Is.EqualTo(study.Moment), "and not the horizon of as many years");
    }

    [Test]
    public void Record_OfUncertainParameters_SurvivesJson()
    {
        Experiment experiment = Load("uncertain: {spin-offs.hazard: 0.02..0.04, grant.budget: [1m, 2m], venture-capital: [on, off], grant.duration: 1y..5y}\n");
        string json = System.Text.Json.JsonSerializer.Serialize(experiment.Uncertain);
        UncertainParameter[] again = System.Text.Json.JsonSerializer.Deserialize<UncertainParameter[]>(json)!;
        Study one = Studies.Of(experiment), other = Studies.Of(experiment with { Uncertain = again });
        Assert.That(Enumerable.Range(0, 64).Select(other.Worlds!.Values), Is.EqualTo(Enumerable.Range(0, 64).Select(one.Worlds!.Values)));
    }
}
