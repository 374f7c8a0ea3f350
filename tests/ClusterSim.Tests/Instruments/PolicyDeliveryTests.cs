using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class PolicyDeliveryTests
{
    private static readonly Intervention Sham = new()
    {
        Name = "arm", InstrumentName = "sham", Region = "place-1", Start = new StartRule { Month = 3 }, Duration = 10, Budget = 100,
    };

    [Test]
    public void Step_WithoutRamp_SpendsTheBudgetEvenlyOverItsTime()
    {
        double[] spent = Spending(Sham, 16);
        for (int month = 0; month < 16; month++)
            Assert.That(spent[month], Is.EqualTo(Math.Clamp(month - 2, 0, 10) * 10).Within(1e-9), $"after month {month}");
    }

    [Test]
    public void Step_WithARamp_RisesEvenlyToItsFullRateAndSpendsTheSame()
    {
        double[] spent = Spending(Sham with { Ramp = 4 }, 16);
        double unit = 100 / (10 - 4 / 2.0); // the full rate
        Assert.That(spent[3], Is.EqualTo(unit / 8).Within(1e-9));
        Assert.That(spent[6], Is.EqualTo(unit * 2).Within(1e-9), "half the rate in the mean of four months");
        Assert.That(spent[9] - spent[8], Is.EqualTo(unit).Within(1e-9));
        Assert.That(spent[15], Is.EqualTo(100).Within(1e-9));
    }

    [Test]
    public void Step_ConditionOnAnIndicator_MustHoldForItsQuartersWithoutABreak()
    {
        World world = Start(Sham with { Start = new StartRule { All = [new Condition("firms", ">=", 2)], Quarters = 2 } });
        var delivery = new PolicyDelivery(new());
        for (; world.Tick < 24; world.Tick++)
        {
            world.Clusters.Firms[0] = world.Tick is 6 or 12 or 15 ? 2 : 1;
            Worlds.Step(world, delivery);
        }
        Assert.That(world.Programmes.StartedAt[0], Is.EqualTo(15));
    }

    [TestCase(-1, -1)]
    [TestCase(7, 7)]
    public void Step_TriggerThatNeverComes_StartsByTheFallbackOrNever(int fallback, int startedAt)
    {
        World world = Start(Sham with { Start = new StartRule { Stage = Stage.Growth }, Fallback = fallback });
        Months(world, 12);
        Assert.That(world.Programmes.StartedAt[0], Is.EqualTo(startedAt));
    }

    [Test]
    public void Step_ExitStage_EndsItEarlyAndThePurseGoesBack()
    {
        World world = Start(Sham with { InstrumentName = "start-up-grant", ExitStage = Stage.Growth });
        Months(world, 6);
        Assert.That(world.Programmes.Purse[0], Is.EqualTo(30).Within(1e-9), "nobody has asked");
        world.Clusters.Stage[0] = Stage.Growth;
        Months(world, 8);
        Assert.That(world.Programmes.EndedAt[0], Is.EqualTo(6));
        Assert.That(world.Programmes.Purse[0], Is.Zero);
    }

    [TestCase("place-2", new[] { 1 })]
    [TestCase("any each", new[] { 0, 1, 2 })]
    [TestCase("focal", new[] { 2 })]
    public void Step_Region_IsTheNamedEachOrTheFocalOne(string region, int[] rows)
    {
        World world = Start(Sham with { Region = region });
        world.Country.FocalRegion[0] = 2;
        Months(world, 5);
        Assert.That(world.Programmes.Region.Span.ToArray(), Is.EqualTo(rows));
        Assert.That(world.Programmes.StartedAt.Span.ToArray(), Has.All.EqualTo(3));
    }

    [Test]
    public void Step_YearlyCap_BoundsWhatIsSpentInTwelveMonths() =>
        Assert.That(Spending(Sham with { YearlyCap = 20 }, 14)[12], Is.LessThanOrEqualTo(20));

    [Test]
    public void Step_AnyOnce_CountsQuartersWithoutABreakToo()
    {
        World world = Start(Sham with { Region = "any once", Start = new StartRule { All = [new Condition("firms", ">=", 2)], Quarters = 2 } });
        var delivery = new PolicyDelivery(new());
        for (; world.Tick < 15; world.Tick++)
        {
            world.Clusters.Firms[0] = world.Tick is 6 or 12 ? 2 : 1;
            Worlds.Step(world, delivery);
        }
        Assert.That(world.Programmes.StartedAt[0], Is.EqualTo(-1));
    }

    [Test]
    public void Step_AnyOnceThatNeverComes_StartsByTheFallbackToo()
    {
        World world = Start(Sham with { Region = "any once", Start = new StartRule { Stage = Stage.Growth }, Fallback = 7 });
        Months(world, 12);
        Assert.That(world.Programmes.StartedAt[0], Is.EqualTo(7));
    }

    private static World Start(Intervention intervention)
    {
        World world = Worlds.Empty(Worlds.Level(3) with { Policies = [intervention] });
        new PolicyDelivery(new()).Start(world, Worlds.DrawsOf("policy-delivery", 0));
        return world;
    }

    private static void Months(World world, int until)
    {
        var delivery = new PolicyDelivery(new());
        for (; world.Tick < until; world.Tick++) Worlds.Step(world, delivery);
    }

    private static double[] Spending(Intervention intervention, int months)
    {
        World world = Start(intervention);
        return [.. Enumerable.Range(1, months).Select(until =>
        {
            Months(world, until);
            return world.Programmes.Spent[0];
        })];
    }
}
