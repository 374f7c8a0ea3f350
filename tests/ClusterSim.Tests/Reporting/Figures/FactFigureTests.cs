using System.Globalization;
using ClusterSim.Reporting.Figures;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>The pictures of facts: what they show is what they were given.</summary>
public sealed class FactFigureTests
{
    private static BandedValues Values(double value, double low = 2, double high = 4) => new([1, 1, 3, 5, double.NaN], value, value - 0.5, value + 0.5, low, high);

    [Test]
    public void Histogram_Table_HoldsEveryHistoryThatSpeaks()
    {
        FigureTable table = BandHistogram.Of(FigureParts.Words(), Values(2.5), "histories").Table;
        Assert.That(table.Rows[0], Is.EqualTo(new[] { "value and interval", "2", "3", "2.5" }));
        Assert.That(table.Rows[1], Is.EqualTo(new[] { "band", "2", "4", "" }));
        Assert.That(table.Rows.Skip(2).Select(row => int.Parse(row[3], CultureInfo.InvariantCulture)), Is.EqualTo(new[] { 2, 1, 1 }));
    }

    [TestCase(2.5, false)]
    [TestCase(4.5, true)]
    public void Histogram_ValueOutsideTheBand_IsHollow(double value, bool hollow)
    {
        string[] dots = [.. FigureParts.Xml(BandHistogram.Of(FigureParts.Words(), Values(value), "histories").Wide).Descendants()
            .Where(element => element.Name.LocalName == "circle").Select(element => (string)element.Attribute("fill")!)];
        Assert.That(dots, Has.Length.EqualTo(2), "one in the key, one for the value");
        Assert.That(dots[1], Is.EqualTo(hollow ? Palette.Paper : Palette.Orange));
    }

    [Test]
    public void Histogram_OfAnOpenBand_IsShadedToTheEdge()
    {
        string svg = BandHistogram.Of(FigureParts.Words(), Values(2.5, low: double.NegativeInfinity, high: 3), "histories").Wide;
        var box = FigureParts.Xml(svg).Descendants().Where(element => element.Name.LocalName == "rect" && (string)element.Attribute("fill")! == Palette.Teal).Last();
        Assert.That((double)box.Attribute("width")!, Is.GreaterThan(250).And.LessThan(600));
        Assert.That(FigureParts.Texts(svg), Has.Some.Contains("band of the fact"));
    }

    [Test]
    public void Histogram_WithoutAValue_SaysSo() =>
        Assert.That(FigureParts.Texts(BandHistogram.Of(FigureParts.Words(), new BandedValues([], double.NaN, double.NaN, double.NaN, 0, 1), "histories").Wide), Has.Some.Contains("no history says anything"));

    [Test]
    public void Relation_OnLogarithmicAxes_DrawsAPowerLawAsAStraightLine()
    {
        string svg = RelationPlot.Of(FigureParts.Words(), [new RelationLine("spread", [10, 100, 1000], [1, 0.1, 0.01])], new RelationLook("staff") { LogAcross = true, LogUp = true }).Wide;
        string path = FigureParts.Xml(svg).Descendants().Where(element => element.Name.LocalName == "path" && (string?)element.Attribute("stroke") == Palette.Orange).Select(element => element.Attribute("d")!.Value).Last();
        double[][] points = [.. path[1..].Split('L').Select(point => point.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray())];
        Assert.That(points, Has.Length.EqualTo(3));
        Assert.That((points[2][1] - points[1][1]) / (points[2][0] - points[1][0]), Is.EqualTo((points[1][1] - points[0][1]) / (points[1][0] - points[0][0])).Within(0.01));
        Assert.That(points[2][1], Is.GreaterThan(points[0][1]), "down the page");
    }

    [Test]
    public void Relation_Table_HoldsItsLines()
    {
        FigureTable table = RelationPlot.Of(FigureParts.Words(), [new RelationLine("in clusters", [0, 1], [0.1, 0.2]), new RelationLine("outside", [0], [-0.1])], new RelationLook("tenure")).Table;
        Assert.That(table.Rows.Select(row => string.Join(' ', row)), Is.EqualTo(new[] { "in clusters 0 0.1", "in clusters 1 0.2", "outside 0 -0.1" }));
    }
}
