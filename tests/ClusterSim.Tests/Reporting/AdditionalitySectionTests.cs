using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Reporting;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Sections;
using ClusterSim.Tests.Reporting.Figures;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

/// <summary>additionality.csv on its way into the report.</summary>
public sealed class AdditionalitySectionTests
{
    [Test]
    public void Rows_ReadBack_AreTheFile() =>
        Assert.That(string.Concat(AdditionalityFile.Csv(ReportFolder.Data().Split)), Is.EqualTo(ReportFolder.Text(AdditionalityFile.Name)));

    [Test]
    public void Uplift_InTheFile_IsTheChangeInComparison()
    {
        ReportData data = ReportFolder.Data();
        AdditionalityRow[] uplifts = [.. data.Split.Where(row => row.Component == "uplift")];
        Assert.That(uplifts, Has.Length.EqualTo(3 * 2 * 3), "arms, horizons, places");
        foreach (AdditionalityRow row in uplifts)
        {
            ComparisonRow compared = data.Rows.Single(other => other.Arm == row.Arm && other.Clock == "start" && other.Horizon == row.Horizon && other.Region == row.Region && other.Metric == "jobs");
            Assert.That((row.Mean, row.Low, row.High, row.Pairs, row.Fired), Is.EqualTo((compared.Difference, compared.Low, compared.High, compared.Pairs, compared.Fired)));
        }
        Assert.That(uplifts.Any(row => row.Mean != 0));
    }

    [TestCase("-0.38,", -38, -21, 0, "Of 100 jobs at supported firms, 38 would have been there anyway and 21 came at neighbours' cost")]
    [TestCase("-0.38,", -38, 0, 12, "Of 100 jobs at supported firms, 38 would have been there anyway; 12 more came about at neighbours")]
    [TestCase("-1.1,", -110, -5, 5, "For 100 jobs at supported firms the same firms have 110 without the policy; neighbours neither gained nor lost")]
    [TestCase(",", -38, 0, 0, "How many of the jobs at supported firms are additional is too close to call")]
    public void Title_OfALedger_SaysTheFinding(string share, double deadweight, double displacement, double entrants, string title)
    {
        string Line(string component, double mean, string of) => FormattableString.Invariant($"baseline,grant,start,5,target,{component},8,8,{mean},,,{of},\n");
        string ledger = ReportFolder.Text(AdditionalityFile.Name).Split('\n')[0] + "\n" + Line("gross", 100, "1,") + Line("deadweight", deadweight, share) + Line("substitution", 0, ",")
            + Line("displacement", displacement, ",") + Line("entrants", entrants, ",") + Line("uplift", 100 + deadweight + displacement + entrants, ",");
        ReportData data = ReportFolder.Data((name, text) => name == AdditionalityFile.Name ? ledger : text);
        Assert.That((data.LeadName, data.Moment.Years), Is.EqualTo(("grant", 5)));
        Assert.That(AdditionalitySection.Title(data), Is.EqualTo(title));
    }

    [Test]
    public void Report_WithoutALedger_HasNoSection()
    {
        ReportData data = ReportFolder.Data((name, text) => name == AdditionalityFile.Name ? text.Split('\n')[0] + "\n" : text);
        Assert.That(ReportWriter.Write(data, Audience.Paper).Html, Does.Not.Contain("id=\"additionality\""));
        Assert.That(ReportWriter.Write(ReportFolder.Data(), Audience.Minister).Html, Does.Contain("id=\"additionality\"").And.Contain("figure-additionality"));
    }

    [Test]
    public void Waterfall_OfParts_BeginsEachWhereTheLastEnds()
    {
        Figure figure = AdditionalityWaterfall.Of(FigureParts.Words(), [new("here", "gross", 10, 10, 10), new("here", "deadweight", -4, -4, -4), new("here", "net", 6, 6, 6, IsSum: true)]);
        double[][] bars = [.. FigureParts.Xml(figure.Wide).Descendants().Where(element => element.Name.LocalName == "rect" && (string?)element.Attribute("height") == "14")
            .Select(bar => (double[])[(double)bar.Attribute("x")!, (double)bar.Attribute("x")! + (double)bar.Attribute("width")!])];
        Assert.That(bars, Has.Length.EqualTo(3));
        Assert.That(bars[1][1], Is.EqualTo(bars[0][1]).Within(0.11), "deadweight is taken from the end of gross");
        Assert.That(bars[2], Is.EqualTo(new[] { bars[0][0], bars[1][0] }).Within(0.11), "what is left stands on zero");
        Assert.That(figure.Table.Rows[1], Is.EqualTo(new[] { "here", "deadweight", "-4", "-4", "-4" }));
    }
}
