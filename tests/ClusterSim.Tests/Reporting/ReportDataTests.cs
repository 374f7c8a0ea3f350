using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Data;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

public sealed class ReportDataTests
{
    [Test]
    public void Comparison_ReadBack_GivesTheSameFile() =>
        Assert.That(string.Concat(ComparisonFiles.Csv(ReportFolder.Data().Rows)), Is.EqualTo(ReportFolder.Text("comparison.csv")));

    /// <summary>What a stranger would do: every line of comparison.csv from the pairs alone.</summary>
    [Test]
    public void Pairs_AddedUpByAStranger_GiveEveryLineOfTheComparison()
    {
        string[][] pairs = [.. ReportFolder.Text("pairs.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))];
        IReadOnlyList<ComparisonRow> rows = ReportFolder.Data().Rows;
        Assert.That(rows, Has.Count.EqualTo(3 * 4 * 3 * 2));
        foreach (ComparisonRow row in rows)
        {
            string[][] own = [.. pairs.Where(pair => pair[0] == row.Arm && pair[3] == row.Clock && pair[4] == row.Horizon.ToString(CultureInfo.InvariantCulture) && pair[5] == row.Region && pair[7] == row.Metric)];
            double[] changes = [.. own.Select(pair => Number(pair[9]) - Number(pair[8]))];
            double mean = changes.Sum() / row.Pairs, variance = (changes.Sum(change => change * change) - row.Pairs * mean * mean) / (row.Pairs - 1);
            Assert.That(row.Difference, Is.EqualTo(mean).Within(1e-6 * (1 + Math.Abs(mean))), $"{row.Arm} {row.Clock} {row.Horizon} {row.Region} {row.Metric}");
            Assert.That(row.DifferenceSd, Is.EqualTo(Math.Sqrt(Math.Max(0, variance))).Within(1e-4 * (1 + Math.Abs(mean))));
            Assert.That(row.Fired, Is.EqualTo(own.Where(pair => pair[2] == "1").Select(pair => pair[1]).Distinct().Count()));
        }
    }

    /// <summary>Until its policy starts, a history is its twin: the fan of an arm must not begin with those that started early.</summary>
    [Test]
    public void Timeline_BeforeThePolicyStarts_IsTheBaseline()
    {
        ReportData data = ReportFolder.Data();
        Assert.That(data.LeadName, Is.EqualTo("grant"));
        int first = (int)data.Histories.Where(history => history.Arm == data.Lead && double.IsFinite(history.StartYear)).Min(history => history.StartYear);
        Assert.That(first, Is.InRange(5, 24));
        double[] without = data.Timeline.Quantiles(-1, 0, [0.5])[0], with = data.Timeline.Quantiles(data.Lead, 0, [0.5])[0];
        Assert.That(with[..(first - 1)], Is.EqualTo(without[..(first - 1)]));
        Assert.That(with, Is.Not.EqualTo(without));
        double[] all = [.. Enumerable.Range(0, data.Timeline.Years).Select(year => Enum.GetValues<Stage>().Sum(stage => data.Timeline.Shares(data.Lead, stage)[year]))];
        Assert.That(all, Has.All.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void Histories_LivedAgain_AreThoseOfTheFolder()
    {
        Assert.That(ReportFolder.Data().Relived.Faithful, Is.True);
        Assert.That(ReportFolder.Data(study: study => study with { Seed = study.Seed + 1 }).Relived.Faithful, Is.False, "another seed lives other histories");
    }

    [TestCase(false, new[] { 2, 3, 0 })]
    [TestCase(true, new[] { 2, 0, 3 })]
    public void Stories_OfRankedHistories_AreTheMedianBestAndWorst(bool lower, int[] expected)
    {
        (int, double)[] histories = [(0, -5), (1, 4), (2, 1), (3, 9), (4, -2)];
        Assert.That(StoryPicker.Of(histories, lower).Select(story => story.Replication), Is.EqualTo(expected));
    }

    [Test]
    public void Stories_OfOneHistory_TellItOnce() => Assert.That(StoryPicker.Of([(7, 0)], lower: false).Select(story => story.Replication), Is.EqualTo(new[] { 7 }));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
