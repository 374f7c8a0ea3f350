using System.Globalization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Comparing;

/// <summary>Rows of additionality.csv from ledgers made by hand.</summary>
public sealed class AdditionalityTableTests
{
    private const int Pairs = 12;

    /// <summary>A ledger in which gross is 20 or 21, deadweight -8, displacement -3 to -5, and nothing happens elsewhere.</summary>
    private static ArmOutcome Outcome(int pair)
    {
        int[] here = new int[JobComponents.All.Count];
        here[(int)JobComponent.Gross] = 20 + pair % 2;
        here[(int)JobComponent.Deadweight] = -8;
        here[(int)JobComponent.Displacement] = -3 - pair % 3;
        here[(int)JobComponent.Uplift] = here[(int)JobComponent.HeldByRecruits] = here[(int)JobComponent.Total] = here.Take(3 + 1).Sum();
        double uplift = here[(int)JobComponent.Uplift];
        return Made.Outcome(100, 100 + uplift) with { Jobs = [.. here, .. new int[here.Length], .. here] };
    }

    private static Ledger Made12(Study study) => Made.Ledger(study, [.. Enumerable.Range(0, Pairs).Select(Outcome)]);

    private static Study Study => Made.Study(Made.Arm("grant", Made.Policy())) with { Horizons = [5], CalendarYears = [], Additionality = true };

    private static AdditionalityRow Row(IReadOnlyList<AdditionalityRow> rows, JobComponent component, string place = "target") =>
        rows.Single(row => row.Component == Catalogue.Kebab(component.ToString()) && row.Region == place);

    [Test]
    public void Of_TwelvePairs_GivesMeansSharesAndTheIntervalOfTheComparison()
    {
        Ledger ledger = Made12(Study);
        IReadOnlyList<AdditionalityRow> rows = AdditionalityTable.Of(ledger);
        Assert.That(rows, Has.Count.EqualTo(3 * JobComponents.All.Count));
        Assert.That(Row(rows, JobComponent.Gross).Mean, Is.EqualTo(20.5));
        Assert.That(Row(rows, JobComponent.Deadweight).ShareOfGross, Is.EqualTo(-8 / 20.5).Within(1e-15));
        Assert.That(Row(rows, JobComponent.Deadweight).ShareLow, Is.LessThan(-8 / 20.5).And.GreaterThan(-8 / 20.0));
        Assert.That(Row(rows, JobComponent.Displacement, "elsewhere").ShareOfGross, Is.Null, "nobody was supported there");
        ComparisonRow compared = ComparisonTable.Of(ledger).Single(row => row.Region == "target");
        AdditionalityRow uplift = Row(rows, JobComponent.Uplift);
        Assert.That((uplift.Mean, uplift.Low, uplift.High, uplift.Fired), Is.EqualTo((compared.Difference, compared.Low, compared.High, compared.Fired)));
    }

    [Test]
    public void Csv_OfAllRows_AddsUpAsPrinted()
    {
        string[][] cells = [.. AdditionalityFile.Csv(AdditionalityTable.Of(Made12(Study))).Skip(1).Select(line => line.TrimEnd('\n').Split(','))];
        foreach (var place in cells.GroupBy(row => row[4]))
        {
            double[] means = [.. place.Select(row => double.Parse(row[8], CultureInfo.InvariantCulture))];
            Assert.That(means[..(int)JobComponent.Uplift].Sum(), Is.EqualTo(means[(int)JobComponent.Uplift]).Within(1e-8));
            Assert.That(means[(int)JobComponent.HeldByResidents..].Sum(), Is.EqualTo(means[(int)JobComponent.Uplift]).Within(1e-8));
        }
    }

    [Test]
    public void Of_WhatWasNotAskedForOrHasNoPolicy_IsEmpty()
    {
        Assert.That(AdditionalityTable.Of(Made12(Study with { Additionality = false })), Is.Empty);
        Assert.That(AdditionalityTable.Of(Made12(Study with { Arms = [Made.Arm("event")] })), Is.Empty);
        Assert.That(AdditionalityTable.Of(new Ledger(Study)), Is.Empty);
    }
}
