using ClusterSim.Experiments.Discovery;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Discovery;

public sealed class PrimTests
{
    private static readonly PrimSettings Plain = new(Resamples: 0);

    [Test]
    public void Find_KnownBox_IsThatOfTheEmaWorkbench()
    {
        FoundBoxes found = Prim.Find(Tables.KnownBox, new PrimSettings(Resamples: 20));
        FoundBox box = found.Boxes.Single();
        Assert.That((found.Table.CaseCount, found.TradeOffs.Count), Is.EqualTo((318, 38)));
        Assert.That((box.Measures.Coverage, box.Measures.Density, box.Measures.Mass), Is.EqualTo((1.0, 318.0 / 324, 0.162)));
        Assert.That(box.Limits.Select(limit => limit.Factor.Name), Is.EqualTo(new[] { "x1", "x3" }));
        Assert.That(box.Limits[0].Limit.Low, Is.EqualTo(0.2972345209371128).Within(1e-6));
        Assert.That(box.Limits[0].Limit.High, Is.EqualTo(0.6996968933376043).Within(1e-6));
        Assert.That(box.Limits[1].Limit.Low, Is.EqualTo(0.5867489035344602).Within(1e-6));
        Assert.That(box.Limits[1].Limit.High, Is.EqualTo(double.PositiveInfinity));
        Assert.That(box.Limits.Select(limit => limit.PValue), Has.All.LessThan(1e-50));
        Assert.That(box.Reproducibility, Is.EqualTo(new double[] { 1, 0, 1, 0, 0 }), "no factor of noise");
        Assert.That(found.Notes, Is.Empty);
        Assert.That(BoxWords.Of("y", CaseRule.One, box),
            Is.EqualTo("y is 1 when x1 lies between 0.30 and 0.70 and x3 is above 0.59 (covers 100 % of the cases; 98 % of the rows inside are cases)"));
    }

    [Test]
    public void TradeOff_OfTheKnownBox_GivesUpMassStepByStepForDensity()
    {
        IReadOnlyList<TradeOff> curve = Prim.Find(Tables.KnownBox, Plain).TradeOffs;
        Assert.That((curve[0].Coverage, curve[0].Density, curve[0].Mass, curve[0].Restricted), Is.EqualTo((1.0, 0.159, 1.0, 0)));
        Assert.That(curve.Select(point => point.Density), Is.Ordered);
        Assert.That(curve.Select(point => point.Mass), Is.Ordered.Descending);
        Assert.That(curve.Select(point => point.Coverage), Is.Ordered.Descending);
        Assert.That(curve.Select(point => point.Mass), Has.All.GreaterThanOrEqualTo(0.05));
        Assert.That(curve.Select(point => point.Coverage * 318 - point.Density * point.Mass * 2000), Has.All.EqualTo(0).Within(1e-9), "cases inside, told two ways");
    }

    [Test]
    public void Find_IncreasingTransform_KeepsTheRowsInside()
    {
        CaseTable table = Tables.Uniform(600, 3, 5, x => x[0] > 0.5 && x[1] < 0.4), bent = table with { Factors = [.. table.Factors.Select(factor => factor with { Values = [.. factor.Values.Select(value => Math.Exp(5 * value) - 3)] })] };
        CaseTable stretched = table with { Factors = [.. table.Factors.Select(factor => factor with { Values = [.. factor.Values.Select(value => 4 * value - 1)] })] };
        FoundBox box = Only(table), other = Only(bent), linear = Only(stretched);
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        Assert.That(other.Inside.Box.Inside(bent, rows), Is.EqualTo(box.Inside.Box.Inside(table, rows)));
        Assert.That(linear.Limits.Select(limit => limit.Limit.High), Is.EqualTo(box.Limits.Select(limit => 4 * limit.Limit.High - 1)).Within(1e-12));
    }

    [Test]
    public void Find_ColumnsInAnotherOrder_IsTheSameBox()
    {
        CaseTable table = Tables.Uniform(500, 4, 8, x => x[1] > 0.5 && x[3] < 0.5);
        CaseTable turned = table with { Factors = [.. table.Factors.Reverse()] };
        Assert.That(Only(turned).Limits.Reverse().Select(limit => (limit.Factor.Name, limit.Limit.Low, limit.Limit.High)), Is.EqualTo(Only(table).Limits.Select(limit => (limit.Factor.Name, limit.Limit.Low, limit.Limit.High))));
    }

    [Test]
    public void Find_FactorsOfNoise_AreNotLimitedInMostHalves()
    {
        int firm = 0, noise = 0;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            CaseTable table = Tables.Uniform(300, 5, seed, x => x[0] > 0.6);
            IReadOnlyList<double> again = Prim.Find(table, new PrimSettings(Resamples: 20, Seed: seed)).Boxes[0].Reproducibility!;
            firm += again[0] == 1 ? 1 : 0;
            noise += again.Skip(1).Count(share => share > 0.5);
        }
        Assert.That((firm, noise), Is.EqualTo((10, 0)));
    }

    [Test]
    public void Find_CasesAtRandom_SaysThatLimitsMayBeLuck()
    {
        CaseTable table = Tables.Uniform(200, 4, 3, x => x[3] * 997 % 1 < 0.3);
        CaseTable blind = table with { Factors = [.. table.Factors.Take(3)] };
        FoundBoxes found = Prim.Find(blind, new PrimSettings(Resamples: 40) { Choice = new BoxChoice(Density: 0.5) });
        Assert.That(found.Notes, Has.Some.Contains("may be luck"));
    }

    [Test]
    public void Find_WordsAndWholeNumbers_AreLimitedAsSuch()
    {
        string[] regions = ["north", "south", "east", "west"];
        string[] region = [.. Enumerable.Range(0, 400).Select(row => regions[row % 4])];
        double[] firms = [.. Enumerable.Range(0, 400).Select(row => (double)(row / 4 % 10))];
        var table = new CaseTable([FactorColumn.OfWords("region", region), new FactorColumn("firms", firms)], [.. region.Select((name, row) => name is "east" or "north" && firms[row] is >= 3 and <= 6)]);
        FoundBox box = Only(table);
        Assert.That((box.Measures.Coverage, box.Measures.Density), Is.EqualTo((1.0, 1.0)));
        Assert.That(box.Limits.Single(limit => limit.Factor.Name == "region").Words, Is.EqualTo(new[] { "east", "north" }));
        FactorLimit limit = box.Limits.Single(limit => limit.Factor.Name == "firms").Limit;
        Assert.That((limit.Low, limit.High), Is.EqualTo((3.0, 6.0)));
        Assert.That(BoxWords.Of("failed", CaseRule.One, box), Does.StartWith("failed is 1 when region is east or north and firms lies between 3 and 6 "));
    }

    [Test]
    public void Find_SlicesThatTakeTooMuch_GrowsAgainByPasting()
    {
        double[] values = [.. Enumerable.Range(1, 40).Select(value => value + 0.5)];
        var table = new CaseTable([new FactorColumn("x", values)], [.. values.Select(value => value < 19)]);
        FoundBox box = Prim.Find(table, new PrimSettings(Alpha: 0.45, Resamples: 0) { Choice = new BoxChoice(Density: 1) }).Boxes[0];
        Assert.That(box.Measures.Density, Is.EqualTo(1));
        Assert.That(box.Measures.Coverage, Is.GreaterThan(box.Peeled.Coverage + 0.2));
    }

    [Test]
    public void Find_TwoHeapsOfCases_TakesABoxEach()
    {
        CaseTable table = Tables.Uniform(1000, 2, 4, x => (x[0] < 0.25 && x[1] < 0.5) || (x[0] > 0.8 && x[1] > 0.5));
        FoundBoxes found = Prim.Find(table, Plain with { Boxes = 2 });
        Assert.That(found.Boxes, Has.Count.EqualTo(2));
        Assert.That(found.Boxes.Sum(box => box.Measures.Coverage), Is.InRange(0.9, 1.0));
        Assert.That(found.Boxes.Select(box => box.Measures.Density), Has.All.GreaterThan(0.85));
        Assert.That(found.TradeOffs.Select(point => point.Box).Distinct(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void Find_MoreBoxesThanCases_StopsAndSaysSo()
    {
        FoundBoxes found = Prim.Find(Tables.Uniform(300, 2, 6, x => x[0] > 0.7), Plain with { Boxes = 5 });
        Assert.That(found.Boxes, Has.Count.LessThan(5));
        Assert.That(found.Notes, Has.Some.Contains("no case is left").Or.Some.Contains("none of the boxes"));
    }

    [Test]
    public void Find_WithoutCases_IsRefused() =>
        Assert.That(() => Prim.Find(Tables.Uniform(50, 1, 1, _ => false), Plain), Throws.ArgumentException);

    private static FoundBox Only(CaseTable table) => Prim.Find(table, Plain).Boxes.Single();
}
