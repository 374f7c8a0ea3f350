using ClusterSim.Reporting.Figures;
using CsCheck;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Figures;

/// <summary>Which firms a family tree shows, in which order, and that it can be read.</summary>
public sealed class FamilyTreeTests
{
    private static FirmLife Firm(int firm, int? parent, double founded, double peak = 1) => new(firm, parent, $"F{firm}", founded, double.NaN, peak);

    [Test]
    public void Order_OfAFamily_PutsLateChildrenNextToTheirParent()
    {
        FirmLife[] firms = [Firm(1, null, 0), Firm(2, 1, 5), Firm(3, 1, 9), Firm(4, 2, 7), Firm(5, null, 0), Firm(6, 5, 3)];
        Assert.That(FirmLineages.Order(firms, 60).Select(firm => firm.Firm), Is.EqualTo(new[] { 1, 3, 2, 4, 5, 6 }));
    }

    /// <summary>Between a parent and its child stand only firms founded later than the child: their lines begin right of its stem.</summary>
    [Test]
    public void Stems_OfAnyFamily_CrossNoLine() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 50]).Array[1, 80].Sample(draws =>
        {
            var firms = new List<FirmLife>();
            for (int i = 0; i < draws.Length; i++)
            {
                int? parent = i == 0 || draws[i].Item1 % 5 == 0 ? null : draws[i].Item1 % i;
                firms.Add(Firm(i, parent, (parent is int from ? firms[from].Founded : 0) + draws[i].Item2 / 7.0));
            }
            FirmLife[] order = [.. FirmLineages.Order(firms, 60)];
            Dictionary<int, int> places = order.Select((firm, row) => (firm.Firm, row)).ToDictionary(pair => pair.Firm, pair => pair.row);
            return order.Length <= 60 && order.All(child => child.Parent is not int parent || !places.TryGetValue(parent, out int top)
                || Enumerable.Range(top + 1, places[child.Firm] - top - 1).All(row => order[row].Founded >= child.Founded));
        }, seed: "0000KOIPe036");

    [Test]
    public void Tree_OfALargeLineage_KeepsTheBiggestWithTheirAncestorsAndSaysWhatIsLeftOut()
    {
        FirmLife[] firms = [.. Enumerable.Range(0, 200).Select(i => Firm(i, i == 0 ? null : (i - 1) / 2, i, peak: i == 199 ? 500 : 1))];
        Figure figure = FamilyTree.Of(FigureParts.Words(), firms, 300);
        int[] drawn = [.. figure.Table.Rows.Select(row => int.Parse(row[0][1..], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.That(drawn, Has.Length.EqualTo(60).And.SupersetOf(new[] { 199, 99, 49, 24, 11, 5, 2, 0 }));
        Assert.That(figure.Note, Does.Contain("140 smaller firms not drawn"));
        Assert.That(figure.Wide.Length + figure.Narrow.Length, Is.LessThan(120_000));
    }

    [Test]
    public void Tree_WithAFirmThatIsItsOwnAncestor_DoesNotHang() =>
        Assert.That(FirmLineages.Order([Firm(1, 2, 0), Firm(2, 1, 0), Firm(3, null, 0)], 60).Select(firm => firm.Firm), Is.EqualTo(new[] { 3 }));
}
