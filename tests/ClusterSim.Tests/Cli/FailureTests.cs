using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>A history that breaks off takes its replication with it, in every arm, and nothing else.</summary>
public sealed class FailureTests
{
    private static Study Study(bool onwards) => new()
    {
        Name = "failing",
        Baseline = new ModelConfiguration { Months = 24 },
        Arms = [new Arm("other", new ModelConfiguration { Months = 24 })],
        Replications = 4,
        Measures = ["jobs"],
        Horizons = [],
        CalendarYears = [2],
        ContinueOnError = onwards,
    };

    [Test]
    public void OnError_Continue_LeavesTheReplicationOutOfEveryArm()
    {
        Study study = Study(onwards: true);
        string folder = CliRun.Folder();
        var results = new ResultsFolder(Path.Combine(folder, "out"));
        var ledger = new Ledger(study);
        using (var writer = new StudyWriter(study, results))
        {
            new SequentialExecutor().Run(study, outcome =>
            {
                writer.Take(outcome);
                ledger.Take(outcome);
            }, _ => { }, default, () => new Trap(history: 3)); // baseline and arm of replication 0, then the baseline of 1
            writer.Finish();
        }
        Assert.That((ledger.Count, ledger.Failed), Is.EqualTo((3, 1)));
        Assert.That(ComparisonTable.Of(ledger).Select(row => row.Pairs), Has.All.EqualTo(3));
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder, "out", "runs.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.That(rows.Select(row => row[3]), Is.EqualTo(new[] { "completed", "failed", "completed", "completed", "completed", "failed", "completed", "completed" }));
        Assert.That(rows[1][4], Does.Contain("planted"));
        Assert.That(rows.Select(row => row.Length).Distinct().Count(), Is.EqualTo(1), "a failed row has every cell");
        Assert.That(File.ReadAllText(Path.Combine(folder, "out", "timeseries.csv")), Does.Not.Match("(?m)^[a-z]+,1,"));
    }

    [Test]
    public void OnError_Stop_NamesTheReplication() =>
        Assert.That(() => new SequentialExecutor().Run(Study(onwards: false), _ => { }, _ => { }, default, () => new Trap(history: 3)),
            Throws.TypeOf<ReplicationException>().With.Message.Contains("replication 1 broke off: planted for a test"));

    /// <summary>Breaks off in month 5 of the history with this number.</summary>
    private sealed class Trap(int history) : IScheduleObserver<World>
    {
        private int _begun;
        private bool _inFirstMonth;

        public void Before(Process<World> process, World world)
        {
            if (world.Tick == 0 && !_inFirstMonth) _begun++;
            _inFirstMonth = world.Tick == 0;
            if (_begun == history && world.Tick == 5) throw new InvalidOperationException("planted for a test");
        }

        public void After(Process<World> process, World world) { }
    }
}
