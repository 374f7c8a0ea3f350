using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class ScheduleTests
{
    private abstract class Note(Pace pace) : Process<List<string>>
    {
        public override Pace Pace => pace;

        public override void Start(List<string> world, Draws draws) => world.Add($"{Name} starts {draws.Bits(1)}");

        public override void Step(List<string> world, Draws draws) => world.Add($"{Name} {draws.Bits(1)}");
    }

    [Mechanism("weekly-market", Id = "T1", Theory = "none", Summary = "People trade", Source = "assumption")]
    private sealed class Monthly() : Note(Pace.Month);

    [Mechanism("rent-day", Id = "T2", Theory = "none", Summary = "Rent is paid", Source = "assumption")]
    private sealed class Quarterly() : Note(Pace.Quarter);

    [Mechanism("harvest", Id = "T3", Theory = "none", Summary = "Corn is cut", Source = "assumption")]
    private sealed class Yearly() : Note(Pace.Year);

    private sealed class Nameless() : Note(Pace.Month);

    private sealed class Witness : IScheduleObserver<List<string>>
    {
        public void Before(Process<List<string>> process, List<string> world) => world.Add($"before {process.Name}");
        public void After(Process<List<string>> process, List<string> world) => world.Add($"after {process.Name}");
    }

    private static Schedule<List<string>> Three => new([new Yearly(), new Monthly(), new Quarterly()]);

    [Test]
    public void Run_OverTwoYears_KeepsMonthsQuartersAndYears()
    {
        var ticks = new Dictionary<string, List<int>> { ["harvest"] = [], ["weekly-market"] = [], ["rent-day"] = [] };
        for (int tick = 0; tick < 24; tick++)
        {
            var world = new List<string>();
            Three.Run(world, 1, tick);
            foreach (string line in world) ticks[line.Split(' ')[0]].Add(tick);
        }
        Assert.That(ticks["weekly-market"], Is.EqualTo(Enumerable.Range(0, 24)));
        Assert.That(ticks["rent-day"], Is.EqualTo(new[] { 2, 5, 8, 11, 14, 17, 20, 23 }));
        Assert.That(ticks["harvest"], Is.EqualTo(new[] { 11, 23 }));
    }

    [Test]
    public void Run_QuarterByQuarter_ActsOnceInEach()
    {
        var ticks = new Dictionary<string, List<int>> { ["harvest"] = [], ["weekly-market"] = [], ["rent-day"] = [] };
        for (int tick = 0; tick < 24; tick += 3)
        {
            var world = new List<string>();
            Three.Run(world, 1, tick, months: 3);
            foreach (string line in world) ticks[line.Split(' ')[0]].Add(tick);
        }
        Assert.That(ticks["weekly-market"], Is.EqualTo(new[] { 0, 3, 6, 9, 12, 15, 18, 21 }));
        Assert.That(ticks["rent-day"], Is.EqualTo(ticks["weekly-market"]));
        Assert.That(ticks["harvest"], Is.EqualTo(new[] { 9, 21 })); // the quarters with which a year ends
    }

    [Test]
    public void Run_InDecember_ActsInOrderWithEachOnesDraws()
    {
        var world = new List<string>();
        Three.Run(world, 9, 11);
        Assert.That(world, Is.EqualTo(new[] { "harvest", "weekly-market", "rent-day" }.Select(name => $"{name} {new Draws(9, name, 11).Bits(1)}")));
    }

    [Test]
    public void Start_OfAll_HasTheDrawsOfMonthZero()
    {
        var world = new List<string>();
        Three.Start(world, 9);
        Assert.That(world, Is.EqualTo(new[] { "harvest", "weekly-market", "rent-day" }.Select(name => $"{name} starts {new Draws(9, name, 0).Bits(1)}")));
    }

    [Test]
    public void Run_Observed_TellsBeforeAndAfterOfThoseThatAct()
    {
        var world = new List<string>();
        Three.Run(world, 1, 0, new Witness());
        Assert.That(world.Select(line => line.Split(' ')).Select(words => words[0] is "before" or "after" ? $"{words[0]} {words[1]}" : words[0]),
            Is.EqualTo(new[] { "before weekly-market", "weekly-market", "after weekly-market" }));
    }

    [Test]
    public void ToString_OfASchedule_ListsTheProcessesInOrder()
    {
        string[] lines = Three.ToString().TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines[0], Does.Match("^ 1  Year +harvest +Corn is cut$"));
        Assert.That(lines[1], Does.Match("^ 2  Month +weekly-market +People trade$"));
        Assert.That(lines[2], Does.Match("^ 3  Quarter +rent-day +Rent is paid$"));
    }

    [Test]
    public void ToString_OfTheModel_NamesEveryMechanismInOrder()
    {
        string[] lines = ClusterModel.Schedule(new ModelConfiguration()).ToString().TrimEnd('\n').Split('\n');
        Assert.That(lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]), Is.EqualTo(ClusterModel.Mechanisms.Select(part => part.Name)));
    }

    [Test]
    public void Process_WithoutADeclaration_IsRefused() =>
        Assert.That(() => new Nameless(), Throws.InvalidOperationException.With.Message.Contains("Nameless"));
}
