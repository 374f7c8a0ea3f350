using ClusterSim.Experiments.Running;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

public sealed class CsvTests
{
    [TestCase("plain words", "plain words")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"so\"", "\"say \"\"so\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("two\rlines", "\"two\rlines\"")]
    [TestCase("", "")]
    public void Add_OfText_QuotesWhatNeedsIt(string text, string expected) => Assert.That(new Csv().Add(text).EndRow().ToString(), Is.EqualTo(expected + "\n"));

    [TestCase(1.5, "1.5")]
    [TestCase(-0.25, "-0.25")]
    [TestCase(1 / 3.0, "0.3333333333")]
    [TestCase(123_456_789.25, "123456789.2")]
    [TestCase(1e-9, "1E-09")]
    [TestCase(double.NaN, "")]
    [TestCase(double.NegativeInfinity, "")]
    public void Add_OfANumber_HasTenDigitsAndNothingWhereItIsMissing(double value, string expected) =>
        Assert.That(new Csv().Add(value).EndRow().ToString(), Is.EqualTo(expected + "\n"));

    [Test]
    public void Rows_WithEmptyCells_KeepTheirCommas()
    {
        Csv csv = new Csv().Add("").Add((double?)null).Add(7).EndRow().Add("x").Add(0.5).Add("").EndRow();
        Assert.That(csv.ToString(), Is.EqualTo(",,7\nx,0.5,\n"));
    }
}
