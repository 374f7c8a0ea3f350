using System.Net;
using System.Text.Json.Nodes;
using ClusterSim.Reporting;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Sections;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

/// <summary>The sections that only some experiments have, made from small tables.</summary>
public sealed class AnalysisSectionTests
{
    private static readonly string[] Sections = ["contrasts", "next-stage", "persistence", "regret", "drivers", "conditions", "critical-mass"];

    private static FinishedReport Paper { get; } = ReportWriter.Write(ReportFolder.Data(added: AnalysisFiles.All), Audience.Paper);

    [Test]
    public void Sections_WithoutTheirFiles_AreSilent()
    {
        string bare = ReportWriter.Write(ReportFolder.Data((name, text) => AnalysisFiles.All.ContainsKey(name) ? text.Split('\n')[0] + "\n" : text), Audience.Paper).Html;
        foreach (string section in Sections)
        {
            Assert.That(bare, Does.Not.Contain($"<section id=\"{section}\""));
            Assert.That(Paper.Html, Does.Contain($"<section id=\"{section}\""));
        }
        Assert.That(bare, Does.Not.Contain("figure-acceptability"));
    }

    [TestCase("minister", Audience.Minister, "conditions never-started", "drivers regret contrasts persistence next-stage money critical-mass")]
    [TestCase("class", Audience.Class, "critical-mass never-started", "drivers regret contrasts conditions precision money")]
    public void Report_ForAReader_HasHisSectionsOnly(string reader, Audience audience, string has, string lacks)
    {
        string html = ReportWriter.Write(ReportFolder.Data(added: AnalysisFiles.All), audience).Html;
        Assert.That(has.Split(' ').Where(section => !html.Contains($"<section id=\"{section}\"", StringComparison.Ordinal)), Is.Empty, reader);
        Assert.That(lacks.Split(' ').Where(section => html.Contains($"<section id=\"{section}\"", StringComparison.Ordinal)), Is.Empty, reader);
        Assert.That(html, audience == Audience.Minister ? Does.Contain("Grant brings no gain when spin-offs.hazard is below 0.04").And.Not.Contain("figure-box") : Does.Contain("figure-critical-mass-grant"));
    }

    [TestCase("contrasts", "sham can be told apart from grant, pair by pair")]
    [TestCase("next-stage", "10 years after the start of grant, 50 % have come to the next stage with it and 25 % without")]
    [TestCase("persistence", "grant: 20 % of its change is left 10 years after its end; less than half from year 5.0 on")]
    [TestCase("acceptability", "grant is more likely than not worth its cost where a job-year is worth £50k or more")]
    [TestCase("drivers-sobol", "Of 2 parameters only spin-offs.hazard shows an influence on the change in jobs")]
    [TestCase("drivers-pawn", "Of 2 parameters only spin-offs.hazard shows an influence on the change in jobs")]
    [TestCase("box-grant", "Grant brings no gain when spin-offs.hazard is below 0.04 and seedbed.theory is heritage")]
    [TestCase("trade-off", "The box that is told holds 80 % of the cases; 90 % of its worlds are cases, against 35 % of all")]
    [TestCase("critical-mass-grant", "grant: 10 % succeed at the smallest sizes; half do from 5m on")]
    public void Title_OfAFigure_SaysTheFinding(string id, string title) => Assert.That(Of(id).Title, Is.EqualTo(title));

    /// <summary>Every pair stands in the file once, from whichever side: what is shown is always the other arm less the leading one.</summary>
    [Test]
    public void Contrasts_AgainstTheLeadingArm_AreTurnedTheRightWay()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = Of("contrasts").Table.Rows;
        Assert.That(rows, Is.EqualTo(new[] { new[] { "never", "-3", "-8", "2", "0", "8", "too close to call", "yes" }, ["sham", "-12", "-20", "-4", "8", "8", "lower", "no"] }));
        Assert.That(Paper.Html, Does.Not.Contain("grant against each other alternative"), "the table gives way to the figure");
    }

    [Test]
    public void NegativeIndex_IsNeverWritten()
    {
        string picture = WebUtility.HtmlDecode(Of("drivers-sobol").Wide);
        Assert.That(picture, Does.Contain("indistinguishable from 0").And.Contain("0.56 (0.5 to 0.6)"));
        Assert.That(picture, Does.Not.Contain("0.01").And.Not.Contain("0.07"));
        Assert.That(Of("drivers-pawn").Table.Rows[2], Does.Contain("indistinguishable from 0"), "0.09 is less than what chance makes, 0.1");
    }

    [Test]
    public void Box_OfWordsAndNumbers_StandsInTheRangesOfTheWorlds()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = Of("box-grant").Table.Rows;
        Assert.That(rows[0], Is.EqualTo(new[] { "spin-offs.hazard", "", "0.04", "", "0.02", "0.08", "limited in 90 % of half samples" }));
        Assert.That(rows[1], Is.EqualTo(new[] { "seedbed.theory", "", "", "heritage", "", "", "limited in 60 % of half samples" }));
        Assert.That(rows, Has.Count.EqualTo(2), "the first box only");
    }

    [TestCase("grant", "the best choice in most worlds, best on average, least regret at worst and does harm in some world")]
    [TestCase("baseline", "never the best choice and best in its worst world")]
    public void Regret_InWords_FollowsItsNumbers(string arm, string words)
    {
        RobustnessRow[] rows = [.. RobustnessRow.Read(ReportFolder.Data(added: AnalysisFiles.All).Files).Where(row => row.Region == "all")];
        Assert.That(RegretSection.Words(rows.Single(row => row.Arm == arm), rows), Is.EqualTo(words));
    }

    [Test]
    public void NeverStarted_CountsTheHistoriesOfTheFolder()
    {
        IReadOnlyList<string> row = Of("never-started").Table.Rows.Single(row => row[0] == "never");
        Assert.That(row, Is.EqualTo(new[] { "never", "8", "0", "0", "0", "0.3244", "", "", "" }), "Wilson: 0 of 8");
        Assert.That(Paper.Html, Does.Contain("+20 (8 to 32)"), "the effect where it started");
    }

    /// <summary>The last half width is that of all pairs, and the rule of the experiment is judged.</summary>
    [TestCase(0.2, 1e6, "1,000,000 was asked for and is reached")]
    [TestCase(0, 1e-6, "was asked for and is not reached")]
    public void Precision_OfARule_SaysWhetherItIsReached(double relative, double floor, string words)
    {
        ReportData data = ReportFolder.Data((name, text) => name == "pairs.csv" ? Twice(text) : text);
        data.Manifest["design"]!["stopping"] = new JsonObject { ["relative"] = relative, ["floor"] = floor };
        FinishedReport report = ReportWriter.Write(data, Audience.Paper);
        FigureTable table = report.Figures.Single(figure => figure.Id == "precision").Table;
        Assert.That(table.Rows[0][1], Is.EqualTo("10"));
        Assert.That(table.Rows[^1][1], Is.EqualTo("16"));
        Assert.That(WebUtility.HtmlDecode(report.Html), Does.Contain(words).And.Contain("takes about 64 pairs"));
        Assert.That(ReportWriter.Write(data, Audience.Minister).Html, Does.Contain("<section id=\"precision\"").And.Not.Contain("figure-precision"));
    }

    [Test]
    public void Money_OfResampledHistories_StandsAboutTheMean()
    {
        FigureTable table = Of("cost-effectiveness").Table;
        Assert.That(table.Rows, Has.Count.EqualTo(201), "one mean and 200 resamples");
        Assert.That(Number(table.Rows[0][3]), Is.GreaterThan(0));
        Assert.That(table.Rows.Skip(1).Average(row => Number(row[3])), Is.EqualTo(Number(table.Rows[0][3])).Within(5).Percent);
        Assert.That(WebUtility.HtmlDecode(Paper.Html), Does.Contain("£20k (£11k to £80k)").And.Contain("not estimable"));
    }

    private static double Number(string cell) => double.Parse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);

    private static Figure Of(string id) => Paper.Figures.Single(figure => figure.Id == id);

    /// <summary>The same pairs a second time, as replications 8 to 15.</summary>
    private static string Twice(string pairs)
    {
        string[] lines = pairs.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Concat(lines.Skip(1).Select(line => line.Split(',')).Select(cells => string.Join(',', [cells[0], $"{8 + int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture)}", .. cells.Skip(2)])))) + "\n";
    }
}
