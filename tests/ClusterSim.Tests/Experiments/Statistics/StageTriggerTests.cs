using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Statistics;

/// <summary>A world in which the answer is known: X rises by 0.1 and noise each tick for 60 ticks; when it first reaches
/// 8, a policy adds 0.2 a tick for 20 ticks. Its uplift is 0.2 min(20, 60 - tau), and nothing if X never gets there.</summary>
public sealed class StageTriggerTests
{
    private const int Ticks = 60, Walks = 20_000;
    private const double Drift = 0.1, Trigger = 8;

    /// <summary>Tick at which the policy begins in walk number so and so, given the walk so far; never before the tick itself.</summary>
    private delegate bool Begins(int walk, int tick, double x);

    private static readonly (double[] Twin, double[] Treated, bool[] Fired, int[] Starts) Walked = Simulate((_, _, x) => x >= Trigger);
    private static readonly PairedDifference Difference = PairedDifference.Of(Walked.Twin, Walked.Treated, Walked.Fired, new Resamples(1, "walk", Walks, 200));

    /// <summary>Share that triggers and mean uplift, exactly: the density of X below the trigger is carried forward on a grid.</summary>
    private static (double Share, double Uplift) Exact()
    {
        const double width = 0.04;
        const int cells = 800; // from the trigger down to -24
        double[] density = [], kernel = [.. Enumerable.Range(1 - cells, 2 * cells).Select(up => Gauss(up * width - Drift))];
        double share = 0, uplift = 0;
        for (int tick = 1; tick <= Ticks; tick++)
        {
            var next = new double[cells];
            for (int to = 0; to < cells; to++)
            {
                if (tick == 1) next[to] = Gauss(Trigger - (to + 0.5) * width - Drift);
                else
                    for (int from = 0; from < cells; from++) next[to] += density[from] * kernel[from - to + cells - 1] * width;
            }
            double before = tick == 1 ? 1 : density.Sum() * width, crossed = before - next.Sum() * width;
            share += crossed;
            uplift += crossed * Uplift(tick);
            density = next;
        }
        return (share, uplift);

        static double Gauss(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }

    private static double Uplift(int triggered) => 0.2 * Math.Min(20, Math.Max(0, Ticks - triggered));

    private static (double[] Twin, double[] Treated, bool[] Fired, int[] Starts) Simulate(Begins begins)
    {
        double[] twin = new double[Walks], treated = new double[Walks];
        int[] starts = new int[Walks];
        for (int walk = 0; walk < Walks; walk++)
        {
            double x = 0, with = 0;
            int left = 20;
            starts[walk] = -1;
            for (int tick = 1; tick <= Ticks; tick++)
            {
                double step = Drift + new Draws(Draws.RunKey(2, walk), "walk", tick).Normal(1);
                // The policy acts from the tick after its trigger; until then the treated walk is its twin.
                with += step + (starts[walk] >= 0 && left-- > 0 ? 0.2 : 0);
                x += step;
                if (starts[walk] < 0 && begins(walk, tick, x)) starts[walk] = tick;
            }
            (twin[walk], treated[walk]) = (x, with);
        }
        return (twin, treated, [.. starts.Select(start => start >= 0)], starts);
    }

    [Test]
    public void IntentionToTreat_OfTheWalk_IsTheExactUplift()
    {
        (double share, double uplift) = Exact();
        double error = Difference.StandardDeviation / Math.Sqrt(Walks);
        Assert.That(uplift, Is.EqualTo(1.805).Within(4 * 0.0132), "an independent simulation of 20,000 walks");
        Assert.That(share, Is.EqualTo(0.5337).Within(4 * 0.0035));
        Assert.That(error, Is.EqualTo(0.0132).Within(0.0003));
        Assert.That(Difference.Mean, Is.EqualTo(uplift).Within(4 * error));
        Assert.That(Difference.Fired / (double)Walks, Is.EqualTo(share).Within(4 * 0.0035));
        Assert.That(Difference.EffectOnTriggered, Is.EqualTo(uplift / share).Within(4 * error / share));
        Assert.That(Difference.Interval.HalfWidth, Is.EqualTo(1.96 * error).Within(25).Percent, "200 resamples");
    }

    [Test]
    public void Pairing_OfTheWalk_SavesFortyTimesTheHistories() =>
        Assert.That(Difference.VarianceReduction, Is.EqualTo(41.38).Within(5).Percent);

    [Test]
    public void NaiveComparison_OfTriggeredWithNever_IsEightTimesTooLarge()
    {
        double Mean(bool fired) => Enumerable.Range(0, Walks).Where(walk => Walked.Fired[walk] == fired).Average(walk => Walked.Treated[walk]);
        double naive = Mean(true) - Mean(false);
        Assert.That(naive, Is.EqualTo(14.93).Within(0.35));
        Assert.That(naive / Difference.Mean, Is.InRange(7.5, 9));
    }

    /// <summary>In this world the policy adds the same at whatever height: reading X instead of the calendar is worth nothing, and
    /// the placebo shows that, while the naive comparison would praise the trigger.</summary>
    [Test]
    public void PlaceboTiming_WhereReadingTheStageHasNoValue_GivesTheSameUplift()
    {
        int[] placebo = [.. Walked.Starts.Select((start, walk) => start < 0 ? start : Walked.Starts[PlaceboTiming.Others(walk, 3).FirstOrDefault(other => Walked.Starts[other] >= 0, walk)])];
        var other = Simulate((walk, tick, _) => placebo[walk] == tick);
        Assert.That(other.Starts, Is.EqualTo(placebo));
        Assert.That(other.Twin, Is.EqualTo(Walked.Twin), "the same draws");
        var resamples = new Resamples(1, "walk", Walks, 200);
        Assert.That(PairedDifference.Of(other.Twin, other.Treated, other.Fired, resamples).Mean, Is.EqualTo(Difference.Mean).Within(1e-9), "the same times, shared out otherwise");
        PairedDifference contrast = PairedDifference.OfArms(Walked.Treated, other.Treated, Walked.Fired, other.Fired, resamples);
        Assert.That((contrast.Mean, contrast.Fired), Is.EqualTo((0, Difference.Fired)).Within(1e-9));
        Assert.That(contrast.Interval.Holds(0), Is.True);
    }

    [TestCase(0, 4)]
    [TestCase(40, 4)]
    [TestCase(50, 2)]
    public void TimingContrast_OfACalendarArmWithTheTrigger_IsTheDifferenceOfTheirUplifts(int at, double uplift)
    {
        double[] calendar = [.. Walked.Twin.Select(twin => twin + uplift)];
        bool[] all = [.. calendar.Select(_ => true)];
        PairedDifference contrast = PairedDifference.OfArms(calendar, Walked.Treated, all, Walked.Fired, new Resamples(1, "walk", Walks, 200));
        Assert.That(Uplift(at), Is.EqualTo(uplift).Within(1e-12));
        Assert.That(contrast.Fired, Is.EqualTo(Walks), "a pair has fired where either arm has");
        Assert.That(contrast.Mean, Is.EqualTo(uplift - Exact().Uplift).Within(4 * 0.0132));
        Assert.That(contrast.Interval.HalfWidth, Is.EqualTo(Difference.Interval.HalfWidth).Within(10).Percent, "the pairs share their luck");
    }
}
