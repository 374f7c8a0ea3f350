using System.Text.RegularExpressions;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;
using ClusterSim.Reporting;
using ClusterSim.Reporting.Facts;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Facts;

/// <summary>The page of every fact: it says what came out, and no failure is hidden.</summary>
public sealed class FactReportTests
{
    private static readonly Lazy<FinishedReport> Small = new(() =>
    {
        var country = new ModelConfiguration { Country = new CountrySetup { Regions = 3, Population = 24_000 }, Months = 12 * 30 };
        FactSample sample = FactCheck.Run(country, 2, 3, new SequentialExecutor(), _ => { }, CancellationToken.None);
        return FactReport.Write([.. Fact.All.Select(fact => new FactEvidence(sample.Judge(fact), sample))], 3);
    });

    private static Fact Made(string kind = "emergent", double low = 0.2, double high = 0.4) =>
        new("F99", "a made-up fact", kind, "full", "survival-5", "by hand", low, high, "nobody", "to verify");

    private static FactResult Result(Fact fact, double value, double half, bool pass) => new(fact, value, new Interval(value - half, value + half), pass, 10);

    [Test]
    public void Page_HasASectionAndAPictureForEveryFact()
    {
        string html = Small.Value.Html;
        foreach (Fact fact in Fact.All)
        {
            string section = Regex.Match(html, $"<section id=\"{fact.Id}\".*?</section>", RegexOptions.Singleline).Value;
            Assert.That(section, Does.Contain("<svg").And.Contain(System.Net.WebUtility.HtmlEncode(fact.Source)), fact.Id);
        }
        Assert.That(html, Does.Not.Contain("<script").And.Contain(FactReport.Maker));
        Assert.That(Small.Value.Figures.Select(figure => figure.Id), Is.Unique);
    }

    [Test]
    public void Page_LeadsWithTheEmergentFactsThatHold()
    {
        string html = Small.Value.Html;
        Match lead = Regex.Match(html, @"(\d+) of (\d+) emergent facts hold");
        Assert.That(lead.Success);
        Assert.That(int.Parse(lead.Groups[2].Value), Is.EqualTo(Fact.All.Count(fact => fact is { Kind: "emergent", IsJudged: true })));
        Assert.That(lead.Index, Is.LessThan(html.IndexOf("<section", StringComparison.Ordinal)), "before anything else");
    }

    [Test]
    public void Lead_OfMadeResults_CountsByKind() => Assert.That(FactWords.Lead([Result(Made(), 0.3, 0.1, true), Result(Made(), 0.5, 0.1, false), Result(Made("imposed"), 0.3, 0.1, true), Result(Made("discriminator"), 9, 0.1, false)]),
        Is.EqualTo("1 of 2 emergent facts hold; 2 of 3 in all"));

    [TestCase(0.3, 0.05, true, "**Holds.**", "in the band (0.2 to 0.4)")]
    [TestCase(0.39, 0.05, true, "**Holds.**", "though the interval reaches beyond it")]
    [TestCase(0.42, 0.05, false, "**Fails.**", "above the band (0.2 to 0.4), though the interval reaches into it")]
    [TestCase(0.1, 0.05, false, "**Fails.**", "below the band (0.2 to 0.4).")]
    public void Sentence_OfABand_SaysWhereTheValueLies(double value, double half, bool pass, string verdict, string where) =>
        Assert.That(FactWords.Sentence(Result(Made(), value, half, pass)), Does.StartWith(verdict).And.Contain(where));

    [TestCase(0.2, 0.1, "the whole interval lies above zero")]
    [TestCase(0.1, 0.2, "nothing can be said of the sign")]
    [TestCase(-0.2, 0.1, "the model has the opposite sign")]
    public void Sentence_OfASign_SaysWhatTheIntervalExcludes(double value, double half, string words) =>
        Assert.That(FactWords.Sentence(Result(Made(low: 0, high: double.PositiveInfinity), value, half, value - half > 0)), Does.Contain(words));

    [TestCase(0, double.PositiveInfinity, true)]
    [TestCase(double.NegativeInfinity, 0, true)]
    [TestCase(0.5, double.PositiveInfinity, false)]
    [TestCase(0, 1, false)]
    public void IsSign_IsABandThatEndsAtZeroAndIsOpen(double low, double high, bool sign) => Assert.That(Made(low: low, high: high).IsSign, Is.EqualTo(sign));
}
