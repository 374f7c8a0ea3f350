using System.Xml.Linq;
using ClusterSim.Reporting.Figures;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>Shared by the tests of figures: words for one, and its picture as XML.</summary>
internal static class FigureParts
{
    public static FigureText Words(string id = "some-figure", string title = "A finding") =>
        new(id, title, "persons employed", "100 pairs of histories", "timeseries.csv", "What is drawn.");

    public static XDocument Xml(string svg) => XDocument.Parse(svg);

    public static string[] Texts(string svg) => [.. Xml(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    public static Fan Flat(string name, bool baseline, params double[] median)
    {
        double[] years = [.. Enumerable.Range(0, median.Length).Select(year => (double)year)];
        return new Fan(name, baseline, years, median, median, median, median, median);
    }
}
