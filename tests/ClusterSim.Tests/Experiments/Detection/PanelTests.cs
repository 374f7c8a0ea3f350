using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Detection;

/// <summary>Panels small enough to be checked by hand.</summary>
public sealed class PanelTests
{
    private static readonly StageThresholds Defaults = new();

    private static RealPanel Make(PanelSize size, params (string Region, string Industry, int Year, double Establishments, double Employment)[] rows) =>
        PanelMaker.Of([.. rows.Select(row => new PanelEntry(row.Region, row.Industry, row.Year, row.Establishments, row.Employment))], size);

    [Test]
    public void Quotient_OfTwoRegionsByHand_IsTheShareOverTheCountrys()
    {
        // a: 10 of 40; the country: 20 of 100.
        CellPanel panel = Make(PanelSize.Establishments, ("a", "x", 2000, 10, 1), ("a", "y", 2000, 30, 1), ("b", "x", 2000, 10, 1), ("b", "y", 2000, 50, 1)).Panel;
        Assert.That(new[] { panel.Quotient(0, 0), panel.Quotient(2, 0) }, Is.EqualTo(new[] { 0.25 / 0.2, 10 / 60.0 / 0.2 }).Within(1e-12));
    }

    [Test]
    public void Panel_WithSuppressedJobs_CountsEstablishmentsOrFillsIn()
    {
        (string, string, int, double, double)[] rows =
        [
            ("a", "x", 2000, 10, 100), ("a", "x", 2001, 10, 0), ("a", "x", 2002, 10, 400),
            ("b", "x", 2000, 5, double.NaN), ("b", "x", 2001, 5, double.NaN), ("b", "x", 2002, 5, double.NaN),
            ("a", "y", 2000, 1, 1), ("b", "y", 2001, 1, 1), ("b", "y", 2002, 1, 1),
        ];
        Assert.That(Make(PanelSize.Auto, rows).Panel.SizedByJobs, Is.False);
        CellPanel filled = Make(PanelSize.Employment, rows).Panel;
        Assert.That(filled.JobsAt(0, 1), Is.EqualTo(200).Within(1e-9), "evenly by rate between 100 and 400");
        Assert.That(filled.JobsAt(2, 0), Is.EqualTo(50).Within(1e-9), "five establishments of the country's ten jobs each");
        Assert.That(filled.JobsAt(1, 1), Is.Zero, "no row in a year that has rows: nothing there");
    }

    [Test]
    public void Panel_WithAYearMissing_IsFilledInBetween()
    {
        RealPanel real = Make(PanelSize.Establishments, ("a", "x", 2000, 10, 1), ("b", "y", 2000, 4, 1), ("a", "x", 2002, 20, 1), ("b", "y", 2002, 4, 1));
        Assert.That(real.Panel.FirmsAt(0, 1), Is.EqualTo(15));
        Assert.That(real.Notes, Has.Some.Contains("no rows for 2001"));
    }

    [Test]
    public void Density_OfThreeIndustriesByHand_WeighsByProximity()
    {
        // LQ >= 1: r1 {x, y}, r2 {x, y}, r3 {z}, r4 {x, z}. Proximity x-y = 2/3, x-z = 1/3, y-z = 0.
        CellPanel panel = new(["r1", "r2", "r3", "r4"], ["x", "y", "z"], 2000, 1, 1, false);
        double[] firms = [10, 10, 0, 10, 10, 0, 0, 0, 20, 10, 0, 10];
        firms.CopyTo(panel.Firms, 0);
        var density = new double[panel.Cells];
        new RelatedActivities(panel).Density(0, density);
        Assert.That(density[0], Is.EqualTo(2 / 3.0 / 1).Within(1e-12), "x in r1: y is there, z is not");
        Assert.That(density[9], Is.EqualTo(1 / 3.0).Within(1e-12), "x in r4: z is there");
        Assert.That(density[6], Is.EqualTo(1 / 3.0).Within(1e-12), "x in r3");
    }

    [Test]
    public void Signals_BetweenTwoYears_GrowByAnEvenRateAndAddUp()
    {
        CellPanel panel = Make(PanelSize.Employment, ("a", "x", 2000, 10, 100), ("a", "x", 2001, 14, 400), ("b", "y", 2000, 9, 9), ("b", "y", 2001, 9, 9)).Panel;
        StageSignals[] signals = PanelStages.Signals(panel, 0, 0, 1);
        Assert.That(signals.Select(signal => signal.Headcount), Is.EqualTo(new[] { 100, 100 * Math.Sqrt(2), 200, 200 * Math.Sqrt(2), 400 }).Within(1e-9));
        Assert.That(signals.Select(signal => signal.FirmCount), Is.EqualTo(new[] { 10, 11, 12, 13, 14 }));
        Assert.That((signals.Sum(signal => signal.Entries), signals.Sum(signal => signal.Exits)), Is.EqualTo((4, 0)));
    }

    /// <summary>Region a, industry x: from 4 establishments, ten more each year from 2005 on. Everything else stands still.</summary>
    internal static IEnumerable<PanelEntry> Rising()
    {
        for (int year = 2000; year <= 2020; year++)
            foreach (string region in new[] { "a", "b", "c", "d" })
                foreach (string industry in new[] { "x", "y", "z" })
                {
                    double firms = (region, industry) switch { ("a", "x") => 4 + 10 * Math.Clamp(year - 2004, 0, 8), ("d", "z") => 40, (_, "x") => 8, _ => 100 };
                    yield return new PanelEntry(region, industry, year, firms, 10 * firms);
                }
    }

    [Test]
    public void Stages_OfARisingCell_AreTheOnesThatItPassesThrough()
    {
        RealPanel real = PanelMaker.Of([.. Rising()], PanelSize.Auto);
        var stages = new PanelStages(real, Defaults);
        Stage[] life = stages.Of(0).ToArray();
        Assert.That(life.Distinct(), Is.EqualTo(new[] { Stage.None, Stage.Embryonic, Stage.Growth, Stage.Maturity }));
        Assert.That(real.Panel.YearOf(Array.IndexOf(life, Stage.Growth)), Is.InRange(2007, 2009));
        Assert.That((stages.IsSeen(0, 0), stages.IsSeen(1, 0)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Stages_OfWhatWasThereBefore_AreAssumedUntilSomethingHappens()
    {
        RealPanel real = Make(PanelSize.Establishments, [.. Enumerable.Range(2000, 6).SelectMany(year => new (string, string, int, double, double)[] { ("a", "x", year, 50, 1), ("a", "y", year, 10, 1), ("b", "x", year, 10, 1), ("b", "y", year, 50, 1) })]);
        var stages = new PanelStages(real, Defaults);
        Assert.That((stages.At(0, 5), stages.IsSeen(0, 5)), Is.EqualTo((Stage.Maturity, false)));
        Assert.That((stages.At(1, 5), stages.IsSeen(1, 5)), Is.EqualTo((Stage.None, true)));
    }

    [Test]
    public void Outcomes_OfARisingCell_AreItsYearsAndNobodyElses()
    {
        RealPanel real = PanelMaker.Of([.. Rising()], PanelSize.Auto);
        var stages = new PanelStages(real, Defaults);
        WarningFile file = WarningFile.Shipped;
        var test = new PanelTest(real, stages, file.Models[WarningKind.Panel], file.Models[WarningKind.Plain]);
        IReadOnlyList<CellOutcome> outcomes = test.Outcomes(date: 5, until: 15);
        CellOutcome risen = outcomes.Single(outcome => outcome.GrowthYear > 0);
        Assert.That((risen.Cell, risen.GrowthYear, risen.ThirtyYear), Is.EqualTo((0, 2008, 2006)));
        JudgedEvent growth = test.Judge(outcomes, 5, 1, 1, 50)[0];
        Assert.That((growth.Test.Events, growth.Test.Rows), Is.EqualTo((1, outcomes.Count)));
        CellScore[] ahead = [.. new PanelScores(real, stages, file.Models[WarningKind.Panel]).At(5).Where(score => score.IsAhead && outcomes.Any(outcome => outcome.Cell == score.Cell))];
        double own = ahead.Single(score => score.Cell == 0).Logit, above = ahead.Where(score => score.Cell != 0).Average(score => own > score.Logit ? 1 : own == score.Logit ? 0.5 : 0);
        Assert.That(growth.Test.Of("score", "roc-auc")!.Value, Is.EqualTo(above).Within(1e-12).And.GreaterThan(0.5), "the share of the others above which it stands");
        Assert.That(test.Outcomes(date: 5, until: 7).Count(outcome => outcome.GrowthYear > 0), Is.Zero, "too soon");
    }

    [Test]
    public void ReachedAt_GrowthThatDoesNotHold_IsNoEvent()
    {
        Stage[] stages = [Stage.Embryonic, Stage.Growth, Stage.Growth, Stage.Growth, Stage.Maturity];
        double[] enough = [2, 2, 2, 2, 2], dip = [2, 2, 2, 1, 2], firms = [40, 40, 40, 40, 40];
        Assert.That(LastingGrowth.ReachedAt(stages, enough, firms, 0, 4, 1), Is.EqualTo(1));
        Assert.That(LastingGrowth.ReachedAt(stages, dip, firms, 0, 4, 1), Is.EqualTo(-1));
        Assert.That(LastingGrowth.ReachedAt(stages, enough, firms, 1, 4, 1), Is.EqualTo(2), "after the date");
        Assert.That(LastingGrowth.ReachedAt(stages, enough, firms, 2, 4, 1), Is.EqualTo(-1), "three years cannot be seen");
        Assert.That(LastingGrowth.ReachedAt(stages, enough, [40, 29, 40, 40, 40], 0, 4, 1), Is.EqualTo(2));
    }

    [Test]
    public void Reasons_OfACell_SayFactsAndWhatCountsForAndAgainst()
    {
        RealPanel real = PanelMaker.Of([.. Rising()], PanelSize.Auto);
        CellScore score = new PanelScores(real, new PanelStages(real, Defaults), WarningFile.Shipped.Models[WarningKind.Panel]).At(8).Single(each => each.Cell == 0);
        Assert.That(score.Reasons, Does.Match(@"^LQ \d\.\d, up \d\.\d in five years, 44 establishments: for it high (LQ|[a-z -]+)"));
        Assert.That(score.Score, Is.InRange(0, 1));
    }
}
