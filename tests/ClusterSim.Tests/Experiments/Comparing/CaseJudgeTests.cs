using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

public sealed class CaseJudgeTests
{
    [TestCase(200, 0.29, false, true)] // Wilson: 0.232 to 0.356
    [TestCase(200, 0.32, true, false)] // 0.259 to 0.388
    [TestCase(200, 0.24, false, false)]
    public void Probability_NearTheMark_HoldsOnlyIfTheNearEndDoes(int pairs, double share, bool holds, bool open)
    {
        Judgement judgement = Judge(Expect(">=", 0.25), Ones(pairs, share), new double[pairs]);
        Assert.That((judgement.Pass, judgement.Open), Is.EqualTo((holds, open)), judgement.Note);
    }

    [Test]
    public void Mean_WithAnIntervalBeyondTheMark_HoldsByItsEstimate()
    {
        Judgement judgement = Judge(Expect("<", 15), [.. Enumerable.Range(0, 20).Select(i => 14.0 + i % 2 * 1.9)], new double[20]);
        Assert.That((judgement.Pass, judgement.Note), Is.EqualTo((true, "the interval reaches beyond the mark")));
    }

    [Test]
    public void History_ThatSaysNothing_IsLeftOutAndCounted()
    {
        double[] values = [.. Ones(200, 0.5).Select((value, i) => i % 4 == 0 ? double.NaN : 1)];
        Judgement judgement = Judge(Expect(">=", 0.9), values, new double[200]);
        Assert.That((judgement.Value, judgement.Count, judgement.Note), Is.EqualTo((1.0, 200, "150 of 200 histories say something")));
        Assert.That(judgement.Interval.Low, Is.EqualTo(150 / (150 + 1.959963984540054 * 1.959963984540054)).Within(1e-12));
    }

    [Test]
    public void Histories_ThatAllSayNothing_DoNotHold()
    {
        Judgement judgement = Judge(Expect(">=", 0.9), [double.NaN, double.NaN], [0, 0]);
        Assert.That((judgement.Pass, judgement.Open, judgement.Note), Is.EqualTo((false, false, "no history says anything")));
    }

    [Test]
    public void History_ThatBeganOtherwise_CountsAsZero()
    {
        var from = new Beginning("share-of-industry", 24, "<", 0.05);
        double[] began = [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 0.01 : 0.06)];
        Judgement judgement = Judge(Expect(">=", 0.5) with { From = from }, Ones(100, 1), Ones(100, 1), began);
        Assert.That(judgement.Value, Is.EqualTo(0.6));
    }

    /// <summary>Won, whatever it was won by; a draw is no win.</summary>
    [TestCase(160, 40, 0, 0.8, true)] // Wilson: 0.739 to 0.849
    [TestCase(150, 50, 0, 0.75, false)] // 0.686 to 0.805: the near end does not agree
    [TestCase(160, 0, 40, 0.8, true)]
    public void Wins_AgainstTheControl_AreAShareOfPairs(int won, int lost, int drawn, double share, bool holds)
    {
        double[] values = [.. Enumerable.Repeat(1_000.0, won), .. Enumerable.Repeat(3.0, lost), .. Enumerable.Repeat(7.0, drawn)];
        Judgement judgement = Judge(Expect(">=", 0.7) with { Against = Against.ControlWins }, values, [.. values.Select(_ => 7.0)]);
        Assert.That((judgement.Value, judgement.Pass, judgement.Open), Is.EqualTo((share, holds, !holds)));
    }

    [TestCase(9, false)]
    [TestCase(10, true)]
    public void Ratio_ToAControlOfFewEvents_IsNotEstimable(int events, bool holds)
    {
        Judgement judgement = Judge(Expect(">=", 3) with { Against = Against.ControlRatio }, Ones(200, 0.3), Ones(200, events / 200.0));
        Assert.That(judgement.Pass, Is.EqualTo(holds));
        Assert.That(judgement.Note.StartsWith("not estimable", StringComparison.Ordinal), Is.EqualTo(!holds));
    }

    private static double[] Ones(int count, double share) => [.. Enumerable.Range(0, count).Select(i => i < share * count - 1e-9 ? 1.0 : 0.0)];

    private static Expectation Expect(string sign, double mark) =>
        new("a claim", "cluster", "", 240, null, Against.None, sign, mark, true, 1);

    /// <summary>Judges one expectation on given values of its probe, and of its beginning.</summary>
    private static Judgement Judge(Expectation expectation, double[] values, double[] control, double[]? began = null)
    {
        var configuration = new ModelConfiguration();
        var scenario = new Scenario { Name = "case", File = "case.yaml", Configuration = configuration, Expectations = [expectation] };
        Probe[] probes = [new("cluster", "", 240), .. began is null ? Array.Empty<Probe>() : [new Probe("share-of-industry", "", 24)]];
        var ledger = new Ledger(new Study { Name = "case", Baseline = configuration, Arms = [new Arm("case", configuration)], Probes = probes });
        for (int i = 0; i < values.Length; i++)
        {
            HistorySummary Summary(double value) => new()
            {
                Digest = "", FocalRegion = 0, FocalName = "", FinalStage = Stage.None, StageYears = [], Final = [], Stages = [],
                Probes = began is null ? [value] : [value, began[i]],
            };
            var arm = new ArmOutcome { Summary = Summary(values[i]), StartedAt = -1, Region = 0, Spent = 0, SpentDiscounted = 0, Twin = [], Treated = [], TwinFate = default, Fate = default };
            ledger.Take(new Outcome(i, Summary(control[i]), [arm], [], []));
        }
        return CaseJudge.Judge(scenario, ledger).Single();
    }
}
