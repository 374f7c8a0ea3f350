using System.Xml.Linq;
using ClusterSim.Reporting.Figures;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>What all figures promise: well-formed pictures, the same twice, of limited size, with their numbers in a table.</summary>
public sealed class FigureTests
{
    private const string Hostile = "</text><script>x()</script>&\u0001\ud800\"'";

    [Test]
    public void Words_ThatAreMarkup_StayWords()
    {
        Figure figure = FanChart.Of(FigureParts.Words(title: Hostile), [FigureParts.Flat(Hostile, false, 1, 2, 3)]);
        foreach (string svg in (string[])[figure.Wide, figure.Narrow])
        {
            XDocument xml = FigureParts.Xml(svg);
            Assert.That(xml.Descendants().Select(element => element.Name.LocalName), Has.None.EqualTo("script"));
            Assert.That(xml.Descendants().First(element => element.Name.LocalName == "title").Value, Does.StartWith("</text><script>x()</script>&"));
        }
    }

    [Test]
    public void Figure_DrawnTwice_IsTheSame()
    {
        Figure Draw() => FanChart.Of(FigureParts.Words(), [FigureParts.Flat("no policy", true, 1, 5, 2), FigureParts.Flat("grant", false, 2, 7, 9)], [1, 1.5]);
        (Figure first, Figure second) = (Draw(), Draw());
        Assert.That(second.Wide, Is.EqualTo(first.Wide));
        Assert.That(second.Narrow, Is.EqualTo(first.Narrow));
        Assert.That(first.Narrow, Is.Not.EqualTo(first.Wide));
    }

    [Test]
    public void FanChart_OfManyYears_StaysSmallAndKeepsItsTable()
    {
        double[] monthly = [.. Enumerable.Range(0, 1200).Select(month => 1e6 + month * 7919 % 1000)];
        Fan[] fans = [.. Enumerable.Range(0, 4).Select(i => FigureParts.Flat($"arm {i}", i == 0, monthly))];
        Figure figure = FanChart.Of(FigureParts.Words(), fans);
        Assert.That(figure.Wide.Length + figure.Narrow.Length, Is.LessThan(60_000));
        Assert.That(figure.Table.Rows, Has.Count.EqualTo(4800));
    }

    [Test]
    public void FanChart_Table_HoldsWhatIsDrawn()
    {
        Fan fan = new("grant", false, [0, 2.5], [1234.4, double.NaN], [1, double.NaN], [2, 3], [-0.5, 4], [0.1234, 12345678]);
        FigureTable table = FanChart.Of(FigureParts.Words(), [fan]).Table;
        Assert.That(table.Rows[0], Is.EqualTo(new[] { "grant", "0", "1,234", "1", "2", "-0.5", "0.1234" }));
        Assert.That(table.Rows[1], Is.EqualTo(new[] { "grant", "2.5", "", "", "3", "4", "12,345,678" }));
        Assert.That(table.Rows.Select(row => row.Count), Has.All.EqualTo(table.Header.Count));
    }

    [Test]
    public void FanChart_OfALineThatRises_GoesUpFromLeftToRight()
    {
        string svg = FanChart.Of(FigureParts.Words(), [FigureParts.Flat("no policy", true, 10, 20, 30)]).Wide;
        string path = FigureParts.Xml(svg).Descendants().Single(element => (string?)element.Attribute("stroke-dasharray") == "5 3").Attribute("d")!.Value;
        double[][] points = [.. path[1..].Split('L').Select(point => point.Split(' ').Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        Assert.That(points, Has.Length.EqualTo(3));
        Assert.That(points.Select(point => point[0]), Is.Ordered.Ascending);
        Assert.That(points.Select(point => point[1]), Is.Ordered.Descending);
        Assert.That(points[1][1] - points[0][1], Is.EqualTo(points[2][1] - points[1][1]).Within(0.11), "equal steps are equally high");
    }

    [Test]
    public void Figures_OfNothing_SayWhy()
    {
        FigureText words = FigureParts.Words();
        Figure[] figures =
        [
            FanChart.Of(words, []), StageRibbon.Of(words, []), StageTimes.Of(words, []), EffectClocks.Of(words, []), TimingHeatMap.Of(words, []), ForestPlot.Of(words, []),
            SurvivalCurves.Of(words, []), SizeDistribution.Of(words, []), FamilyTree.Of(words, [], 40), RegionBars.Of(words, []), AdditionalityWaterfall.Of(words, []), PolicyTimeline.Of(words, [], 40),
            Tornado.Of(words, []), PrecisionPlot.Of(words, []), NeverFiredStrip.Of(words, []), CostEffectivenessPlane.Of(words, [], ""), AcceptabilityCurve.Of(words, []), PersistenceCurve.Of(words, []),
            IncidenceCurves.Of(words, null, null), BoxFigure.Of(words, []), TradeOffCurve.Of(words, [], 0, 0), SizeCurve.CriticalMass.Of(words, [], "", default), TimingContrasts.Of(words, []),
        ];
        Assert.That(figures.SelectMany(figure => (string[])[figure.Wide, figure.Narrow]).Select(svg => string.Join(' ', FigureParts.Texts(svg))), Has.All.StartsWith("Nothing to draw: no "));
    }

    [Test]
    public void Colours_OfPictures_AreAllInTheStyleSheet()
    {
        Figure figure = StageRibbon.Of(FigureParts.Words(), [new("no policy", [0, 1], [new("birth", [1, 0]), new("growth", [0, 0.5]), new("maturity", [0, 0.5])], [new("growth", 1)])]);
        IEnumerable<string> colours = FigureParts.Xml(figure.Wide).Descendants().SelectMany(element => element.Attributes())
            .Where(attribute => attribute.Name.LocalName is "fill" or "stroke" && attribute.Value.StartsWith('#')).Select(attribute => attribute.Value).Distinct();
        Assert.That(colours.Where(colour => !Palette.LightCss.Contains($"[fill=\"{colour}\"]", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Table_AsCsv_QuotesWordsAndBaresNumbers() =>
        Assert.That(new FigureTable(["arm", "jobs"], [["a, \"b\"", "1,234,567.5"], ["c\nd", "-1,000"], ["", "1,5"]]).ToCsv(),
            Is.EqualTo("arm,jobs\n\"a, \"\"b\"\"\",1234567.5\n\"c\nd\",-1000\n,15\n"));

    [Test]
    public void ForestPlot_OfAnArmWithoutEffect_GivesTheReason()
    {
        Figure figure = ForestPlot.Of(FigureParts.Words(), [new("grant", 0, 0, 0, 0, 100, "", NoEffectReason: "never started")]);
        Assert.That(FigureParts.Texts(figure.Wide), Does.Contain("no effect").And.Contain("never started").And.Contain("started in 0 of 100"));
        Assert.That(figure.Table.Rows[0], Does.Contain("no effect: never started"));
    }
}
