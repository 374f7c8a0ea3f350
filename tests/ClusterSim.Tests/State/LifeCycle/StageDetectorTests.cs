using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.State.LifeCycle;

/// <summary>Stages of lives made by hand, and what must hold for any life.</summary>
public sealed class StageDetectorTests
{
    private static readonly StageThresholds Defaults = new();

    [Test]
    public void Stage_NothingThere_IsNone() =>
        Assert.That(Life.Sequence(new Life().For(80, growth: 0, firms: 0, quotient: 0, entries: 0).Quarters), Is.EqualTo(new[] { Stage.None }));

    [Test]
    public void Stage_FirmsGatherAndEnter_IsEmbryonicOnceTheyHaveForFourQuarters()
    {
        Life life = new Life().For(20, growth: 0, firms: 0, quotient: 0, entries: 0).For(10, growth: 0, firms: 6, quotient: 1.1);
        Assert.That(Array.IndexOf(Life.Stages(life.Quarters), Stage.Embryonic), Is.EqualTo(20 + 3));
    }

    [TestCase(1, 0, 0, ExpectedResult = Stage.Embryonic)]
    [TestCase(1, 1, 0, ExpectedResult = Stage.None)]
    [TestCase(1, 1, 1, ExpectedResult = Stage.Embryonic)]
    public Stage Stage_ByTurnoverAlone_IsEmbryonicOnlyWithNetEntryOrSpinOffs(int entries, int exits, int spunOff) =>
        Life.Stages(new Life().For(16, growth: 0, firms: 6, quotient: 1.1, entries: entries, exits: exits, spunOff: spunOff).Quarters)[^1];

    [TestCase(4, 1.1)]
    [TestCase(6, 0.9)]
    public void Stage_TooFewOrTooOrdinary_IsNotBorn(int firms, double quotient) =>
        Assert.That(Life.Sequence(new Life().For(40, growth: 0, firms: firms, quotient: quotient).Quarters), Is.EqualTo(new[] { Stage.None }));

    [Test]
    public void Stages_OfAWholeLife_FollowOneAnother()
    {
        Life life = Life.Declining().For(20, growth: -0.02, heterogeneity: 1.5).For(40, growth: 0.08, heterogeneity: 2.5);
        Assert.That(Life.Sequence(life.Quarters), Is.EqualTo(new[]
            { Stage.None, Stage.Embryonic, Stage.Growth, Stage.Maturity, Stage.Decline, Stage.Renewal, Stage.Growth }));
    }

    [Test]
    public void Stage_AFewQuartersOfAFall_IsNotDecline() =>
        Assert.That(Life.Sequence(Life.Mature().For(5, growth: -0.1).For(5, growth: 0.1).For(30, growth: 0).Quarters).Last(), Is.EqualTo(Stage.Maturity));

    [Test]
    public void Stage_LongFallCloseToThePeak_IsNotDecline() =>
        Assert.That(Life.Sequence(Life.Mature().For(19, growth: -0.03).For(30, growth: 0).Quarters).Last(), Is.EqualTo(Stage.Maturity),
            "three per cent a year for not quite five years leave more than 85 per cent");

    [Test]
    public void Stage_EmploymentFlatFarFromThePeak_IsMaturityAfterALongerTime()
    {
        // A crash of a quarter, then nothing: too sudden for a decline, too deep for maturity near the peak.
        Life life = Life.Growing();
        int crash = life.Quarters.Count;
        Stage[] stages = Life.Stages(life.For(1, growth: -1.2).For(50, growth: 0).Quarters, Defaults with { DeclineQuarters = 40 });
        int mature = Array.IndexOf(stages, Stage.Maturity);
        Assert.That(stages[crash..mature], Is.All.EqualTo(Stage.Growth));
        Assert.That(mature - crash, Is.InRange(17, 23), "the crash must leave the trend, then eight flat quarters and persistence");
    }

    [Test]
    public void Stage_GrowthWithoutNewKnowledge_IsGrowthAndNotRenewal() =>
        Assert.That(Life.Sequence(Life.Mature().For(30, growth: 0.08).Quarters).Last(), Is.EqualTo(Stage.Growth));

    [Test]
    public void Stage_GrowthInNewSubmarkets_IsRenewal() =>
        Assert.That(Life.Sequence(Life.Mature().For(12, growth: 0.08, newSubmarkets: 0.3).Quarters).Last(), Is.EqualTo(Stage.Renewal));

    [Test]
    public void Renewal_ThatGoesOn_IsGrowthAfterTwelveQuarters()
    {
        Stage[] stages = Life.Stages(Life.Renewed().For(30, growth: 0.08, heterogeneity: 3).Quarters);
        Assert.That(stages.Count(stage => stage == Stage.Renewal), Is.EqualTo(Defaults.RenewalQuarters));
    }

    [Test]
    public void Dissolved_FirmsGatherAtOnce_IsEmbryonicAfterEightQuarters()
    {
        List<StageSignals> end = Life.Dissolved().Quarters;
        int dissolved = Array.IndexOf(Life.Stages(end), Stage.Dissolved);
        Life again = new();
        again.Quarters.AddRange(end.Take(dissolved + 1));
        Stage[] stages = Life.Stages(again.For(30, growth: 0, firms: 6, quotient: 1.1).Quarters);
        Assert.That(Array.LastIndexOf(stages, Stage.Dissolved) - dissolved + 1, Is.EqualTo(Defaults.Dwell));
        Assert.That(stages[^1], Is.EqualTo(Stage.Embryonic));
    }

    [TestCase(0.08)]
    [TestCase(0.12)]
    [TestCase(0.2)]
    [TestCase(0.35)]
    public void Stages_AlongALogistic_AreEmbryonicGrowthMaturity(double rate) =>
        Assert.That(Life.Sequence(Life.Logistic(rate)), Is.EqualTo(new[] { Stage.None, Stage.Embryonic, Stage.Growth, Stage.Maturity }));

    /// <summary>Against the same rates seen with hindsight, from a window that reaches as far ahead as back.</summary>
    [TestCase(0.08)]
    [TestCase(0.12)]
    [TestCase(0.2)]
    [TestCase(0.35)]
    public void Stages_AlongALogistic_AreSeenWithinThreeYears(double rate)
    {
        IReadOnlyList<StageSignals> life = Life.Logistic(rate);
        double Hindsight(int quarter) => Math.Log(life[quarter + 6].Headcount / life[quarter - 6].Headcount) / 3;
        int[] quarters = [.. Enumerable.Range(6, life.Count - 12)];
        int growth = quarters.First(quarter => life[quarter].FirmCount >= Defaults.GrowthFirms && Hindsight(quarter) >= Defaults.GrowthRate);
        int maturity = quarters.First(quarter => quarter > growth && Hindsight(quarter) < Defaults.MaturityRate);
        Stage[] stages = Life.Stages(life);
        Assert.That(Array.IndexOf(stages, Stage.Growth) - growth, Is.InRange(0, 10));
        Assert.That(Array.IndexOf(stages, Stage.Maturity) - maturity, Is.InRange(0, 12));
    }

    [Test]
    public void Decline_OfSixPerCentAYear_IsSeenWithinEighteenQuartersInTheMedian()
    {
        int start = Life.Mature().Quarters.Count;
        List<StageSignals> life = Life.Mature().For(60, growth: -0.06).Quarters;
        int[] lags = [.. Seeds(200).Select(seed => Array.IndexOf(Life.Stages(Life.WithNoise(life, 0.05, seed)), Stage.Decline) - start).Order()];
        Assert.That(lags[lags.Length / 2], Is.InRange(1, 18));
    }

    [Test]
    public void Stage_NoiseOnAPlateau_FlipsAtMostOneInAThousand()
    {
        int start = Life.Mature().Quarters.Count;
        List<StageSignals> life = Life.Mature().For(200, growth: 0).Quarters;
        int flips = Seeds(1_000).Count(seed => Life.Stages(Life.WithNoise(life, 0.05, seed)).Skip(start).Distinct().Count() > 1);
        Assert.That(flips, Is.AtMost(1));
    }

    [Test]
    public void Stages_NoiseOnALogistic_MakeNoFalseTransition()
    {
        IReadOnlyList<StageSignals> life = Life.Logistic(0.12);
        int extra = Seeds(100).Sum(seed => Math.Max(0, Life.Sequence(Life.WithNoise(life, 0.05, seed)).Length - 4));
        Assert.That(extra, Is.AtMost(100 * life.Count / 4 / 100), "one in a hundred years of a cluster");
    }

    private static IEnumerable<ulong> Seeds(int count) => Enumerable.Range(0, count).Select(seed => (ulong)seed);

    [Test]
    public void Growth_OfEmploymentThatDoesNotMove_IsExactlyZero()
    {
        // Else the sign of a rounding error would decide whether a decline has stopped.
        for (int workers = 1; workers <= 1_000; workers++)
        {
            var memory = new StageMemory();
            for (int quarter = 0; quarter < 20; quarter++)
                StageDetector.Advance(ref memory, new StageSignals { Headcount = workers }, Defaults);
            memory.Quarter--;
            Assert.That(GrowthTrend.Annual(memory), Is.Zero);
        }
    }

    /// <summary>One life for each way of the graph. A way without a life fails the test below.</summary>
    private static readonly Dictionary<(Stage From, Stage To), Func<Life>> Examples = new()
    {
        [(Stage.None, Stage.Embryonic)] = Life.Embryonic,
        [(Stage.Embryonic, Stage.None)] = () => Life.Embryonic().For(12, growth: 0, firms: 2),
        [(Stage.Embryonic, Stage.Growth)] = Life.Growing,
        [(Stage.Growth, Stage.Embryonic)] = () => Life.Growing().For(16, growth: 0, firms: 8),
        [(Stage.Growth, Stage.Maturity)] = Life.Mature,
        [(Stage.Growth, Stage.Decline)] = () => Life.Growing().For(16, growth: -0.3),
        [(Stage.Growth, Stage.Dissolved)] = () => Life.Growing().For(16, growth: 0.03, firms: 4, quotient: 0.5),
        [(Stage.Maturity, Stage.Decline)] = Life.Declining,
        [(Stage.Maturity, Stage.Renewal)] = Life.Renewed,
        [(Stage.Maturity, Stage.Growth)] = () => Life.Mature().For(16, growth: 0.1),
        [(Stage.Maturity, Stage.Dissolved)] = () => Life.Mature().For(16, growth: 0, firms: 4, quotient: 0.5),
        [(Stage.Decline, Stage.Renewal)] = () => Life.Declining().For(20, growth: 0.1, heterogeneity: 1.8),
        [(Stage.Decline, Stage.Maturity)] = () => Life.Declining().For(24, growth: 0.02),
        [(Stage.Decline, Stage.Dissolved)] = Life.Dissolved,
        [(Stage.Renewal, Stage.Growth)] = () => Life.Renewed().For(16, growth: 0.08),
        [(Stage.Renewal, Stage.Dissolved)] = () => Life.Mature().For(20, growth: 0, heterogeneity: 1.5).For(3, growth: 0.3).For(24, growth: 0.1, firms: 4, quotient: 0.5, heterogeneity: 3),
        [(Stage.Dissolved, Stage.Embryonic)] = () => Life.Dissolved().For(20, growth: 0, firms: 6, quotient: 1.1),
    };

    [TestCaseSource(typeof(StageTransitions), nameof(StageTransitions.Pairs))]
    public void Transition_OfTheGraph_HappensInSomeLife((Stage From, Stage To) pair)
    {
        Stage[] sequence = Life.Sequence(Examples[pair]().Quarters);
        Assert.That(sequence.Zip(sequence.Skip(1)), Does.Contain((pair.From, pair.To)), string.Join(" ", sequence));
    }

    [Test]
    public void Graph_OfTransitions_IsTheOneOfTheTheory()
    {
        Assert.That(StageTransitions.Pairs, Is.EquivalentTo(Examples.Keys));
        Assert.That(StageTransitions.Allows(Stage.Growth, Stage.Maturity), Is.True);
        Assert.That(StageTransitions.Allows(Stage.None, Stage.Growth), Is.False);
        Assert.That(StageTransitions.Allows(Stage.Growth, Stage.Renewal), Is.False);
        Assert.That(Enum.GetValues<Stage>().Where(stage => StageTransitions.Allows(stage, stage)), Is.Empty);
    }

    [Test]
    public void Thresholds_AllOfThem_AreDeclaredWithinTheirBounds()
    {
        IReadOnlyList<ParameterDeclaration> declared = Catalogue.ParametersOf(typeof(StageThresholds));
        Assert.That(declared, Has.Count.EqualTo(typeof(StageThresholds).GetProperties().Length));
        Assert.That(declared.Where(one => Convert.ToDouble(one.Default) is double value && !(value >= one.Attribute.Min && value <= one.Attribute.Max)), Is.Empty);
    }

    [Test]
    public void Life_Any_MakesOnlyAllowedTransitionsAndKeepsTheDwell() => Life.Any.Sample(life =>
    {
        Stage before = Stage.None;
        int since = 0;
        Stage[] stages = Life.Stages(life);
        for (int quarter = 0; quarter < stages.Length; quarter++)
        {
            if (stages[quarter] == before) continue;
            if (!StageTransitions.Allows(before, stages[quarter]) || quarter - since < Defaults.Dwell) return false;
            (before, since) = (stages[quarter], quarter);
        }
        return true;
    }, iter: 1_000);

    /// <summary>However loud the noise, a name lasts: it cannot change more often than the dwell allows.</summary>
    [Test]
    public void Life_UnderNoiseOfAnyScale_ChangesAtMostOnceInADwell() => Gen.Select(Life.Any, Gen.Double[0, 1], Gen.ULong).Sample((life, scale, seed) =>
    {
        Stage[] stages = Life.Stages(Life.WithNoise(life, scale, seed));
        int[] changes = [.. Enumerable.Range(1, stages.Length - 1).Where(quarter => stages[quarter] != stages[quarter - 1])];
        return changes.Zip(changes.Skip(1)).All(pair => pair.Second - pair.First >= Defaults.Dwell);
    }, iter: 500);

    [Test]
    public void Life_WithAnotherFuture_HasTheSamePast() => Gen.Select(Life.Any, Life.Any, Life.Any).Sample((past, one, other) =>
        Life.Stages([.. past, .. one]).Take(past.Length).SequenceEqual(Life.Stages([.. past, .. other]).Take(past.Length)), iter: 300);

    [Test]
    public void Life_ToldTwice_HasTheSameStages() => Life.Any.Sample(life => Life.Stages(life).SequenceEqual(Life.Stages(life)), iter: 300);

    [Test]
    public void Life_WithAllEmploymentMultiplied_HasTheSameStages() => Gen.Select(Life.Any, Gen.Double[0.01, 100]).Sample((life, factor) =>
    {
        // Below one worker the logarithm is held at 0, so the smaller of the two must not go there.
        double floor = 2 * Math.Max(1, 1 / factor) / Math.Max(1e-9, life.Min(quarter => quarter.Headcount));
        IEnumerable<StageSignals> Times(double by) => life.Select(quarter => quarter with { Headcount = quarter.Headcount * by });
        return Life.Stages(Times(floor)).SequenceEqual(Life.Stages(Times(floor * factor)));
    }, iter: 300);
}
