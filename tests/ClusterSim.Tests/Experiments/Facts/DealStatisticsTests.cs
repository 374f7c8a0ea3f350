using ClusterSim.Experiments.Facts;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>How deals end, by hand.</summary>
public sealed class DealStatisticsTests
{
    private static World Country(params (InvestorKind Kind, double Amount, int ExitTick, double ExitValue)[] deals)
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world);
        foreach ((InvestorKind kind, double amount, int exitTick, double value) in deals)
        {
            int row = world.Deals.Count;
            Funds.Deal(world, Funds.Open(world, kind, 0, 0), firm, amount);
            (world.Deals.ExitTick[row], world.Deals.ExitValue[row]) = (exitTick, value);
        }
        return world;
    }

    /// <summary>Twenty finished deals of 100: eleven bring nothing, two bring 50, one brings what was put in, six bring 200, 400 and so on.</summary>
    private static (InvestorKind, double, int, double)[] Twenty() =>
    [
        .. Enumerable.Repeat((InvestorKind.VentureFund, 100.0, 300, 0.0), 11),
        .. Enumerable.Repeat((InvestorKind.Angel, 100.0, 310, 50.0), 2),
        (InvestorKind.Angel, 100, 310, 100),
        .. Enumerable.Range(1, 6).Select(power => (InvestorKind.VentureFund, 100.0, 320, 100.0 * (1 << power))),
    ];

    [Test]
    public void LossShare_OfTwentyDeals_CountsThoseThatBroughtInLess()
    {
        (double value, var interval, int count) = DealStatistics.Of(Country(Twenty())).LossShare();
        Assert.That(value, Is.EqualTo(13 / 20.0), "what was put in is no loss");
        Assert.That(count, Is.EqualTo(20));
        // Wilson 1927: (p + z^2/2n +- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)
        double z2 = 1.959964 * 1.959964, middle = (0.65 + z2 / 40) / (1 + z2 / 20), half = 1.959964 * Math.Sqrt(0.65 * 0.35 / 20 + z2 / 1600) / (1 + z2 / 20);
        Assert.That(interval.Low, Is.EqualTo(middle - half).Within(1e-5));
        Assert.That(interval.High, Is.EqualTo(middle + half).Within(1e-5));
    }

    [Test]
    public void LossShare_LeavesOutDealsThatGoOnAndOtherMoney()
    {
        (InvestorKind, double, int, double)[] more = [.. Twenty(), (InvestorKind.VentureFund, 100, -1, 0), (InvestorKind.GovernmentFund, 100, 300, 0), (InvestorKind.Bank, 100, 300, 0)];
        Assert.That(DealStatistics.Of(Country(more)).LossShare().Count, Is.EqualTo(20));
    }

    [Test]
    public void Shares_OfNineteenDeals_SayNothing()
    {
        DealStatistics few = DealStatistics.Of(Country(Twenty()[1..]));
        Assert.That(few.LossShare().Value, Is.NaN);
        Assert.That(few.ExitTail().Value, Is.NaN, "eight exits");
    }

    [Test]
    public void ExitTail_OfPowersOfTwo_IsHillsExponent()
    {
        // 25 exits of 2^25 ... 2^1: of the five largest, ln(value / sixth) = 5, 4, 3, 2, 1 times ln 2.
        DealStatistics deals = DealStatistics.Of(Country([.. Enumerable.Range(1, 25).Select(power => (InvestorKind.Angel, 1.0, 300, (double)(1 << power))), .. Enumerable.Repeat((InvestorKind.Angel, 1.0, 300, 0.0), 9)]));
        (double value, var interval, int count) = deals.ExitTail();
        double hill = 5 / (15 * Math.Log(2));
        Assert.That(value, Is.EqualTo(hill).Within(1e-12));
        Assert.That(interval.High - interval.Low, Is.EqualTo(2 * 1.96 * hill / Math.Sqrt(5)).Within(1e-12));
        Assert.That(count, Is.EqualTo(25), "exits without proceeds have no place in a tail");
    }

    [Test]
    public void Add_OfTwoHistories_PoolsThem()
    {
        DealStatistics both = DealStatistics.Of(Country(Twenty()));
        both.Add(DealStatistics.Of(Country([.. Enumerable.Repeat((InvestorKind.Angel, 100.0, 300, 300.0), 6)])));
        Assert.That(both.LossShare().Value, Is.EqualTo(13 / 26.0));
        Assert.That(both.Exits, Has.Count.EqualTo(15));
    }
}
