using ClusterSim.Experiments.Theories;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Theories;

public sealed class NearestNeighboursTests
{
    [Test]
    public void LeaveOneOut_TwoClumps_PutsEachToItsOwnAndAStrayToItsNeighbours()
    {
        // Five of each class around 0 and around 10; the last of the second class lies among the first.
        double[] places = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 10, 10.1, 10.2, 10.3, 10.4, 10.5, 0.25];
        int[] classes = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];
        int[] found = NearestNeighbours.LeaveOneOut([.. places.Select(place => new[] { place, 7 })], classes);
        Assert.That(found, Is.EqualTo(new[] { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0 }));
    }

    /// <summary>One observable in thousands must not drown another that tells more.</summary>
    [Test]
    public void LeaveOneOut_OtherUnits_FindsTheSame()
    {
        double[][] cases = [.. Enumerable.Range(0, 20).Select(i => new[] { i % 2 + 0.01 * i, (i * 7 % 20) / 20.0 })];
        int[] classes = [.. Enumerable.Range(0, 20).Select(i => i % 2)];
        int[] plain = NearestNeighbours.LeaveOneOut(cases, classes);
        Assert.That(plain, Is.EqualTo(classes));
        Assert.That(NearestNeighbours.LeaveOneOut([.. cases.Select(row => new[] { row[0], 1e6 * row[1] })], classes), Is.EqualTo(plain));
    }

    [Test]
    public void Table_OfTwoTheories_CountsNamesAndSeparates()
    {
        var table = new TheoryTable { Theories = ["one", "other"] };
        for (int i = 0; i < 6; i++)
        {
            double[] one = new double[TheoryObservables.All.Count], other = new double[TheoryObservables.All.Count];
            (one[3], other[3]) = (0.01 * i, 5 + 0.01 * i);
            (one[0], other[0]) = (i, i + 1);
            table.Take(0, one);
            table.Take(1, other);
        }
        Assert.That(table.Confusion(), Is.EqualTo(new[,] { { 6, 0 }, { 0, 6 } }));
        TheoryPair pair = table.Pairs().Single();
        Assert.That((pair.Right, pair.Observable), Is.EqualTo((1.0, TheoryObservables.All[3].Name)));
        double spread = Math.Sqrt(3.5) * 0.01; // of 0, 0.01, ..., 0.05
        Assert.That(pair.Distance, Is.EqualTo(5 / spread).Within(1e-9));
    }
}
