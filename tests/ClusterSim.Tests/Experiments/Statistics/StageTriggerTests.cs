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

    private static readonly (double[] Twin, double[] Treated, bool[] Fired) Walked = Simulate();
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

    private static (double[], double[], bool[]) Simulate()
    {
        double[] twin = new double[Walks], treated = new double[Walks];
        var fired = new bool[Walks];
        for (int walk = 0; walk < Walks; walk++)
        {
            double x = 0, with = 0;
            int left = 20;
            for (int tick = 1; tick <= Ticks; tick++)
            {
                double step = Drift + new Draws(Draws.RunKey(2, walk), "walk", tick).Normal(1);
                // The policy acts from the tick after its trigger; until then the treated walk is its twin.
                with += step + (fired[walk] && left-- > 0 ? 0.2 : 0);
                x += step;
                fired[walk] |= x >= Trigger;
            }
            (twin[walk], treated[walk]) = (x, with);
        }
        return (twin, treated, fired);
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
}
