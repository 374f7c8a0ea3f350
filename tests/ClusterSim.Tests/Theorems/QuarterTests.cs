using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using ClusterSim.Tests.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>What must hold exactly where a tick is a quarter.</summary>
public sealed class QuarterTests
{
    private static readonly ModelConfiguration Small = new()
    {
        Country = new CountrySetup { Regions = 3, Population = 9_000, ReferenceShare = 0.02 },
        Activities = [new ActivitySetup { Name = "focal", PeakDemand = 300, Midpoint = 40, TimeScale = 20, InitialDemand = 100, EntryPotential = 12 }],
        Tick = Pace.Quarter,
    };

    private static History After(ModelConfiguration configuration, int months, IScheduleObserver<World>? observer = null)
    {
        var history = new History(configuration) { Observer = observer };
        history.Begin(3, 0);
        history.RunTo(months);
        return history;
    }

    [Test]
    public void Clock_CountsMonths_AndFirmsOpenInTheFirstOfAQuarter()
    {
        History history = After(Small, 36);
        Assert.That(history.World.Tick, Is.EqualTo(36));
        history.Advance();
        Assert.That(history.World.Tick, Is.EqualTo(39));
        Firms firms = history.World.Firms;
        Assert.That(Enumerable.Range(0, firms.Count).Select(firm => firms.FoundedAt[firm] % 3), Is.All.Zero);
        Assert.That(Enumerable.Range(0, firms.Count).Count(firm => firms.FoundedAt[firm] > 0), Is.GreaterThan(5));
    }

    [Test]
    public void Sales_AreThreeMonthsOfThePrice()
    {
        History history = After(Small with { Mechanisms = new Dictionary<string, object?> { ["exit"] = null } }, 60);
        World world = history.World;
        Assert.That(world.LivingCount, Is.GreaterThan(10));
        foreach (int firm in world.Living)
            if (world.Firms.FoundedAt[firm] < 57)
                Assert.That(world.Firms.Books[firm].Revenue, Is.EqualTo(3 * world.Firms.Sales[firm] * world.Firms.Books[firm].Price).Within(1e-9));
    }

    [Test]
    public void CheckedMode_OverTwentyYears_FindsNothing() => Assert.That(() => After(Small, 240, new Invariants()), Throws.Nothing);

    [TestCase(30)]
    [TestCase(31)]
    [TestCase(32)]
    public void Shock_InAnyMonthOfAQuarter_HappensOnceAndInThatQuarter(int month)
    {
        ModelConfiguration struck = Small with { Shocks = [new ShockEvent { Kind = "land-change", Month = month, Region = "region-1", Parameters = new LandChange.Parameters { Multiple = 2 } }] };
        double land = After(Small, 60).World.Regions.Land[0];
        Assert.That((After(struck, 30).World.Regions.Land[0] / land, After(struck, 33).World.Regions.Land[0] / land, After(struck, 60).World.Regions.Land[0] / land), Is.EqualTo((1, 2, 2)));
    }

    [TestCase(Pace.Month)]
    [TestCase(Pace.Quarter)]
    public void Sham_SpendsItsWholeBudgetInItsTimeAndChangesNothing(Pace tick)
    {
        var sham = new Intervention { Name = "arm", InstrumentName = "sham", Region = "region-1", Start = new StartRule { Month = 12 }, Budget = 900, Duration = 36, Ramp = 12 };
        World without = After(Small with { Tick = tick }, 60).World, with = After(Small with { Tick = tick, Policies = [sham] }, 60).World;
        Assert.That(with.Programmes.Spent[0], Is.EqualTo(900).Within(1e-9));
        Assert.That((with.Programmes.StartedAt[0], with.Programmes.EndedAt[0]), Is.EqualTo((12, 48)));
        Assert.That(with.Firms.Count, Is.EqualTo(without.Firms.Count));
        Assert.That(with.Regions.Jobs.Span.ToArray(), Is.EqualTo(without.Regions.Jobs.Span.ToArray()));
    }

    [Test]
    public void StoredState_OfAQuarter_GoesOnAsIfNothingHadHappened()
    {
        History whole = After(Small, 60), half = After(Small, 30), rest = new(Small);
        using var stream = new MemoryStream();
        half.Save(stream);
        stream.Position = 0;
        rest.Load(stream);
        rest.RunTo(60);
        Assert.That(rest.Digest(), Is.EqualTo(whole.Digest()));
    }

    [Test]
    public void Scenario_SaysHowLongATickIs_AndNothingElseDoes()
    {
        Assert.That(Shipped.Load("scenario: test\n").Configuration.Tick, Is.EqualTo(Pace.Month));
        Assert.That(Shipped.Load("scenario: test\ntick: quarter\n").Configuration.Tick, Is.EqualTo(Pace.Quarter));
        Assert.That(Shipped.Load("scenario: test\n", "tick=quarter").Configuration.Tick, Is.EqualTo(Pace.Quarter));
        Problem problem = Assert.Throws<ScenarioException>(() => Shipped.Load("scenario: test\ntick: quater\n"))!.Problems.Single();
        Assert.That((problem.Line, problem.Column, problem.Message), Is.EqualTo((2, 7, problem.Message)));
        Assert.That(problem.Message, Does.Contain("quarter"));
        Assert.Throws<ScenarioException>(() => Shipped.Load("scenario: test\ntick: year\n"));
    }

    [Test]
    public void ScenarioWriter_WritesTheTick_AndItIsReadAgain()
    {
        string text = ScenarioWriter.Write("test", "", Shipped.Load("scenario: test\ntick: quarter\n").Configuration);
        Assert.That(text, Does.Contain("\ntick: quarter\n"));
        Assert.That(Shipped.Load(text).Configuration.Tick, Is.EqualTo(Pace.Quarter));
    }
}
