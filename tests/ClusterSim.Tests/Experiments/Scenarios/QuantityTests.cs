using System.Globalization;
using ClusterSim.Experiments.Scenarios;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Scenarios;

public sealed class QuantityTests
{
    private static readonly string[] Units = ["month", "GBP thousand", "GBP thousand a year", "share", "1", "person"];

    [TestCase("5y", "month", 60)]
    [TestCase("18mo", "month", 18)]
    [TestCase("6q", "month", 18)]
    [TestCase("7", "month", 7)]
    [TestCase("1.5y", "month", 18)]
    [TestCase("20m", "GBP thousand", 20_000)]
    [TestCase("350k", "GBP thousand a year", 350)]
    [TestCase("2bn", "GBP thousand", 2_000_000)]
    [TestCase("1500", "GBP thousand", 1.5)]
    [TestCase("120k", "person", 120_000)]
    [TestCase("1.2m", "1", 1_200_000)]
    [TestCase("20%", "share", 0.2)]
    [TestCase("3.5 %", "share a year", 0.035)]
    [TestCase("0.2", "share", 0.2)]
    [TestCase(" -1e3 ", "1", -1000)]
    [TestCase("+.5", "1", 0.5)]
    [TestCase("1.2345678901234567e-30", "1", 1.2345678901234567e-30)]
    [TestCase("0.7236067977499789", "share", 0.7236067977499789)]
    public void TryParse_OfWhatPeopleWrite_IsTheModelsUnit(string text, string unit, double expected)
    {
        Assert.That(Quantity.TryParse(text, unit, out double value, out _), Is.True);
        Assert.That(value, Is.EqualTo(expected));
    }

    [TestCase("5m", "month", ErrorCodes.WrongUnit)]
    [TestCase("5k", "month", ErrorCodes.WrongUnit)]
    [TestCase("20%", "1", ErrorCodes.WrongUnit)]
    [TestCase("5y", "GBP thousand", ErrorCodes.WrongUnit)]
    [TestCase("5k", "share", ErrorCodes.WrongUnit)]
    [TestCase("20m2", "1", ErrorCodes.NotANumber)]
    [TestCase("", "1", ErrorCodes.NotANumber)]
    [TestCase("many", "1", ErrorCodes.NotANumber)]
    [TestCase("1,5", "1", ErrorCodes.NotANumber)]
    [TestCase("120_000", "1", ErrorCodes.NotANumber)]
    [TestCase(".inf", "1", ErrorCodes.NotANumber)]
    [TestCase("-.INF", "1", ErrorCodes.NotANumber)]
    [TestCase(".nan", "1", ErrorCodes.NotANumber)]
    [TestCase("Infinity", "1", ErrorCodes.NotANumber)]
    [TestCase("1e400", "1", ErrorCodes.NotANumber)]
    [TestCase("7e28m", "1", ErrorCodes.NotANumber)] // larger than decimals hold once multiplied
    [TestCase("79228162514264337593543950335y", "month", ErrorCodes.NotANumber)]
    public void TryParse_OfSomethingElse_SaysWhatIsWrong(string text, string unit, string code)
    {
        Assert.That(Quantity.TryParse(text, unit, out _, out var problem), Is.False);
        Assert.That(problem.Code, Is.EqualTo(code), problem.Reason);
        Assert.That(problem.Reason, Is.Not.Empty);
    }

    [TestCase(60, "month", "5y")]
    [TestCase(18, "month", "1.5y")]
    [TestCase(7, "month", "7mo")]
    [TestCase(20_000, "GBP thousand", "20m")]
    [TestCase(350, "GBP thousand", "350k")]
    [TestCase(0.5, "GBP thousand", "500")]
    [TestCase(120_000, "person", "120k")]
    [TestCase(12_345, "1", "12345")]
    [TestCase(0.2, "share", "0.2")]
    [TestCase(0, "month", "0")]
    public void Format_OfANumber_TakesTheMostReadableUnit(double value, string unit, string expected) =>
        Assert.That(Quantity.Format(value, unit), Is.EqualTo(expected));

    [Test]
    public void Format_ReadBack_GivesTheSameBits() =>
        Gen.Select(Gen.Double[-1e7, 1e7], Gen.Int[-8, 0], Gen.Int[0, 5].Select(i => Units[i])).Sample((mantissa, power, unit) =>
        {
            double value = double.Parse((mantissa * Math.Pow(10, power)).ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            string text = Quantity.Format(value, unit);
            Assert.That(Quantity.TryParse(text, unit, out double back, out _), Is.True, text);
            Assert.That(BitConverter.DoubleToInt64Bits(back), Is.EqualTo(BitConverter.DoubleToInt64Bits(value)), $"{value:R} {unit} was written {text}");
        }, seed: "0000KmMBFvY3", iter: 5_000);
}
