using System.Net;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Reporting;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;
using ClusterSim.Reporting.Sections;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

public sealed class ReportTests
{
    [Test]
    public void Report_WrittenTwice_IsTheSame()
    {
        string first = ReportWriter.Write(ReportFolder.Data(), Audience.Paper).Html, second = ReportWriter.Write(ReportFolder.Data(), Audience.Paper).Html;
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Answer_OfAComparison_IsMadeOfItsNumbers()
    {
        ReportData data = ReportFolder.Data();
        ComparisonRow row = data.Row(data.Lead, "target")!;
        string answer = Between(ReportWriter.Write(data, Audience.Minister).Html, "class=\"answer\">", "</p>");
        Assert.That(answer, Does.Contain($"{Say.Rounded(Math.Abs(row.Difference), row.Low, row.High)} {(row.Difference < 0 ? "fewer" : "more")} jobs"));
        Assert.That(answer, Does.Contain(Say.Range(row.Low, row.High)).And.Contain(Say.Pounds(row.CostGbp)).And.Contain(Wording.Verdict(row)));
        double worse = data.Changes.Target(data.Lead).Where(pair => data.Changes.Started(data.Lead, pair.Key)).Count(pair => pair.Value < 0) / (double)row.Fired;
        Assert.That(answer, Does.Contain($"{Say.Percent(worse)} of histories came out worse"));
        Assert.That(answer, Does.Not.Contain("significant").And.Not.Contain(" will "));
    }

    /// <summary>Nothing is dressed up where nothing happened: with the sham and the policy that never starts alone, the answer is no.</summary>
    [Test]
    public void Answer_WhereNothingChanged_SaysWhy()
    {
        ReportData data = ReportFolder.Data(study: study => study with { Arms = [.. study.Arms.Skip(1)] });
        string answer = Between(ReportWriter.Write(data, Audience.Paper).Html, "class=\"answer\">", "</p>");
        Assert.That(answer, Is.EqualTo("Nothing changed, in any history: sham: no effect: it ran and left this measure untouched; never: no effect: the stage was never reached."));
    }

    [Test]
    public void Report_OfHistoriesThatDiffer_SaysSoUnderAssurance() =>
        Assert.That(ReportWriter.Write(ReportFolder.Data(study: study => study with { Seed = study.Seed + 1 }), Audience.Paper).Html, Does.Contain("DIFFER from the results folder"));

    [Test]
    public void Stories_OfAHistory_HaveTenEventsByDate()
    {
        ReportData data = ReportFolder.Data();
        foreach (ToldHistory told in data.Stories)
        {
            IReadOnlyList<EventRow> events = StorySection.Key(data.Relived.Of(0, told.Replication), data.History(data.Lead, told.Replication).FocalRegion);
            Assert.That(events, Has.Count.EqualTo(10));
            Assert.That(events.Select(row => row.Year), Is.Ordered);
            Assert.That(events.Select(row => row.Type), Does.Contain("policy-start"));
        }
    }

    [Test]
    public void Facts_AsCommitted_AreCutIntoTheirColumns()
    {
        (string summary, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows) = FactSection.Table();
        Assert.That(summary, Does.Contain("facts hold"));
        Assert.That(header, Is.EqualTo(new[] { "fact", "", "kind", "value", "95 % interval", "band", "n", "verdict", "source" }));
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(18).And.All.Count.EqualTo(header.Count));
        Assert.That(rows.Select(row => row[7]), Has.All.AnyOf("holds", "FAILS", "as its theory says", "NOT as its theory says", "not computed"));
        Assert.That(rows.Select(row => row[2]), Has.All.AnyOf("imposed", "targeted", "emergent", "discriminator"));
    }

    [TestCase("<b>&\"", "&lt;b&gt;&amp;&quot;")]
    [TestCase("**a** b", "<strong>a</strong> b")]
    [TestCase("2 ** 3", "2 ** 3")]
    public void Page_OfText_HoldsItAsText(string text, string markup)
    {
        var page = new Page();
        page.Paragraph(text);
        Assert.That(page.ToHtml("t", "u", "f"), Does.Contain($"<p>{markup}</p>"));
    }

    [TestCase(23.27, 15.8, 31.5, "+23 (16 to 32)")]
    [TestCase(6.3, -0.06, 12.3, "+6 (0 to 12)")]
    [TestCase(-0.412, -0.61, -0.22, "\u22120.41 (\u22120.61 to \u22120.22)")]
    public void Effects_InWords_HaveTheDigitsThatTheirIntervalBears(double value, double low, double high, string expected) =>
        Assert.That(Say.Effect(value, low, high), Is.EqualTo(expected));

    [TestCase(0, "£0")]
    [TestCase(376_910, "£377k")]
    [TestCase(999_600, "£1.0m")]
    [TestCase(-2.5e9, "\u2212£2.5bn")]
    public void Pounds_InWords_AreShort(double gbp, string expected) => Assert.That(Say.Pounds(gbp), Is.EqualTo(expected));

    private static string Between(string text, string before, string after)
    {
        int start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return WebUtility.HtmlDecode(text[start..text.IndexOf(after, start, StringComparison.Ordinal)].Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal));
    }
}
