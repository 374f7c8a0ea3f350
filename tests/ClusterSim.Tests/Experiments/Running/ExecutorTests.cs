using ClusterSim.Cli.Hosting;
using ClusterSim.Experiments.Running;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

/// <summary>Whoever computes the items: they come in order, one at a time, and what goes wrong is told.</summary>
public sealed class ExecutorTests
{
    private static IEnumerable<TestCaseData> Executors()
    {
        yield return new TestCaseData(new SequentialExecutor()).SetArgDisplayNames("sequential");
        foreach (int threads in new[] { 1, 2, 5 }) yield return new TestCaseData(new ThreadedExecutor(threads)).SetArgDisplayNames($"{threads} threads");
    }

    /// <summary>A worker to which some items are dearer than others.</summary>
    private static Func<int, int> Square() => item =>
    {
        Thread.SpinWait(item % 7 * 2_000);
        return item * item;
    };

    [TestCaseSource(nameof(Executors))]
    public void Run_OfManyItems_HandsThemOverInOrder(IExecutor executor)
    {
        var taken = new List<int>();
        var progress = new List<int>();
        executor.Run(200, Square, taken.Add, progress.Add, default);
        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, 200).Select(item => item * item)));
        Assert.That(progress, Is.EqualTo(Enumerable.Range(1, 200)));
    }

    [TestCaseSource(nameof(Executors))]
    public void Run_OfNothing_TakesNothing(IExecutor executor) =>
        Assert.That(() => executor.Run(0, Square, _ => Assert.Fail("nothing to take"), _ => { }, default), Throws.Nothing);

    [TestCaseSource(nameof(Executors))]
    public void Run_WithAnItemThatFails_TellsItAndTakesAllBeforeIt(IExecutor executor)
    {
        var taken = new List<int>();
        Func<int, int> Worker() => item => item == 60 ? throw new InvalidOperationException("item 60") : Square()(item);
        Assert.That(() => executor.Run(500, Worker, taken.Add, _ => { }, default), Throws.InvalidOperationException.With.Message.EqualTo("item 60"));
        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, 60).Select(item => item * item)));
    }

    [TestCaseSource(nameof(Executors))]
    public void Run_WithATakerThatFails_TellsIt(IExecutor executor)
    {
        int taken = 0;
        Assert.That(() => executor.Run(500, Square, _ => { if (++taken == 3) throw new IOException("disk full"); }, _ => { }, default), Throws.InstanceOf<IOException>());
        Assert.That(taken, Is.EqualTo(3), "and asks it no more");
    }

    [TestCaseSource(nameof(Executors))]
    public void Run_Cancelled_EndsAndKeepsWhatWasTaken(IExecutor executor)
    {
        using var cancel = new CancellationTokenSource();
        var taken = new List<int>();
        void Take(int value)
        {
            taken.Add(value);
            if (taken.Count == 20) cancel.Cancel();
        }
        Assert.That(() => executor.Run(100_000, Square, Take, _ => { }, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(taken, Has.Count.InRange(20, 100));
        Assert.That(taken, Is.EqualTo(Enumerable.Range(0, taken.Count).Select(item => item * item)));
    }

    [Test]
    public void ThreadedRun_BehindASlowItem_RunsNoFurtherAheadThanAFewItems()
    {
        using var go = new ManualResetEventSlim();
        int furthest = 0;
        Func<int, int> Worker() => item =>
        {
            if (item == 0) go.Wait(500);
            int seen = Volatile.Read(ref furthest);
            while (item > seen && Interlocked.CompareExchange(ref furthest, item, seen) != seen) seen = Volatile.Read(ref furthest);
            return item;
        };
        int before = -1;
        new ThreadedExecutor(2).Run(1_000, Worker, item => { if (item == 0) before = Volatile.Read(ref furthest); }, _ => { }, default);
        Assert.That(before, Is.InRange(1, 8), "four items for each of two threads");
    }

    [Test]
    public void ThreadedRun_OfManyItems_GivesEveryThreadItsOwnWorker()
    {
        int workers = 0;
        Func<int, int> Worker()
        {
            Interlocked.Increment(ref workers);
            int inside = 0;
            return item =>
            {
                Assert.That(Interlocked.Increment(ref inside), Is.EqualTo(1), "one item at a time");
                Thread.SpinWait(500);
                Interlocked.Decrement(ref inside);
                return item;
            };
        }
        new ThreadedExecutor(3).Run(300, Worker, _ => { }, _ => { }, default);
        Assert.That(workers, Is.EqualTo(3));
    }
}
