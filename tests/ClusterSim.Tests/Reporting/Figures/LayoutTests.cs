using ClusterSim.Reporting.Figures;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>The parts that make room for words and thin lines out.</summary>
public sealed class LayoutTests
{
    private const string Seed = "0000KOIPe036";

    [Test]
    public void Labels_MovedApart_NeverOverlapNorLeaveTheColumn() =>
        Gen.Select(Gen.Double[-50, 350], Gen.Double[5, 60]).Array[0, 8].Sample(labels =>
        {
            double[] heights = [.. labels.Select(label => label.Item2)];
            double[]? centres = LabelSpread.Apart([.. labels.Select(label => label.Item1)], heights, 0, 300);
            if (heights.Sum() > 300) return centres is null;
            (double Top, double Bottom)[] boxes = [.. centres!.Select((centre, i) => (Top: centre - heights[i] / 2, Bottom: centre + heights[i] / 2)).OrderBy(box => box.Top)];
            return boxes.All(box => box.Top > -1e-9 && box.Bottom < 300 + 1e-9) && boxes.Zip(boxes.Skip(1)).All(pair => pair.First.Bottom <= pair.Second.Top + 1e-9);
        }, seed: Seed);

    [Test]
    public void Labels_ThatDoNotMeet_StayWhereTheyBelong() =>
        Assert.That(LabelSpread.Apart([200, 20, 100], [10, 10, 10], 0, 300), Is.EqualTo(new double[] { 200, 20, 100 }));

    [Test]
    public void Decimation_OfALongLine_KeepsItsEndsExtremesAndGap()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => i * 37 % 101 * 1.0)];
        (values[1234], values[3456], values[2222]) = (999, -999, double.NaN);
        IReadOnlyList<int> kept = Decimation.Keep(values);
        Assert.That(kept, Has.Count.LessThanOrEqualTo(Decimation.Most));
        Assert.That(kept, Is.SupersetOf(new[] { 0, 1234, 2222, 3456, 4999 }));
        Assert.That(kept, Is.Ordered.Ascending);
    }

    [Test]
    public void Decimation_OfAShortLine_KeepsAll() => Assert.That(Decimation.Keep([3, 1, 2]), Is.EqualTo(new[] { 0, 1, 2 }));

    [Test]
    public void Wrap_OfAnyText_KeepsItsLettersAndTheWidth() =>
        Gen.String[Gen.Char["abcdefghij \u00e9W-"], 0, 60].Sample(text =>
        {
            IReadOnlyList<string> lines = TextWidths.Wrap(text, 12, 60);
            return lines.All(line => TextWidths.Of(line, 12) <= 60)
                && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
        }, seed: Seed);

    [Test]
    public void Cut_OfALongName_FitsAndShowsThatItIsCut()
    {
        string cut = TextWidths.Cut("Start-up grants in late growth", 12, 80);
        Assert.That(cut, Does.EndWith("\u2026").And.StartWith("Start-up"));
        Assert.That(TextWidths.Of(cut, 12), Is.LessThanOrEqualTo(80));
    }
}
