using System.Numerics;
using ClusterSim.Experiments.Designs;
using ClusterSim.Tests.Experiments.Sensitivity;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Designs;

/// <summary>Designs have the balance that they are chosen for.</summary>
public sealed class DesignTests
{
    [Test]
    public void LatinHypercube_InEveryDimension_HasOnePointInEachStratum()
    {
        double[][] points = LatinHypercube.Points(137, 9, 5);
        for (int dimension = 0; dimension < 9; dimension++)
            Assert.That(points.Select(point => (int)(point[dimension] * 137)).Order(), Is.EqualTo(Enumerable.Range(0, 137)));
        Assert.That(points.Select(point => point[0]), Is.Not.EqualTo(points.Select(point => point[1])));
    }

    [Test]
    public void Designs_OfASeed_AreTheSameAgainAndOthersForAnotherSeed()
    {
        IReadOnlyList<FactorGroup> groups = FactorGroup.Each(KnownModels.UnitFactors(4));
        Func<ulong, double[][]>[] designs =
        [
            seed => LatinHypercube.Points(20, 4, seed), seed => SobolSequence.Scrambled(16, 4, seed), seed => MorrisTrajectories.Points(5, groups, seed),
            seed => SaltelliBlocks.Points(8, groups, seed), seed => SearchCurves.Points(65, 4, seed),
        ];
        foreach (Func<ulong, double[][]> design in designs)
        {
            double[][] first = design(3), again = design(3), other = design(4);
            Assert.That(again, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
        }
    }

    [Test]
    public void SobolSequence_First64PointsInTenDimensions_AreThoseOfJoeAndKuo()
    {
        double[][] expected = [.. File.ReadLines(Path.Combine(KnownModels.Fixtures(), "sobol-sequence-64x10.txt")).Select(line => line.Split(' ').Select(word => int.Parse(word, null) / 64.0).ToArray())];
        Assert.That(SobolSequence.Points(64, 10), Is.EqualTo(expected));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void SobolSequence_InAllThousandDimensions_IsStratified(bool scrambled)
    {
        double[][] points = scrambled ? SobolSequence.Scrambled(64, SobolSequence.MostDimensions, 7) : SobolSequence.Points(64, SobolSequence.MostDimensions);
        for (int dimension = 0; dimension < SobolSequence.MostDimensions; dimension++)
            Assert.That(points.Select(point => (int)(point[dimension] * 64)).Order(), Is.EqualTo(Enumerable.Range(0, 64)));
    }

    [Test]
    public void SobolSequence_Scrambled_IsANetInItsFirstTwoDimensions()
    {
        double[][] points = SobolSequence.Scrambled(256, 2, 11);
        for (int bits = 0; bits <= 8; bits++)
            Assert.That(points.Select(point => ((int)(point[0] * (1 << bits)), (int)(point[1] * (1 << (8 - bits))))).Distinct().Count(), Is.EqualTo(256), $"2^-{bits} x 2^-{8 - bits}");
    }

    [Test]
    public void SobolSequence_ScrambledBySeeds_PutsAPointEverywhereEquallyOften()
    {
        double[] first = [.. Enumerable.Range(0, 400).Select(seed => SobolSequence.Scrambled(3, 1, (ulong)seed)[2][0])];
        Assert.That(first.Average(), Is.EqualTo(0.5).Within(4 * Math.Sqrt(1.0 / 12 / 400)));
        Assert.That(first.Count(x => x < 0.25), Is.EqualTo(100).Within(Worlds.FourErrors(100)));
    }

    /// <summary>Sobol's property A, which Joe and Kuo's numbers have in all 1,111 dimensions: of the first 2^d points each orthant of the
    /// d-dimensional cube holds one. A wrong digit would break it.</summary>
    [Test]
    public void DirectionNumbers_OfTheFirst200Dimensions_HavePropertyA()
    {
        const int dimensions = 200;
        using var reader = new StreamReader(typeof(SobolSequence).Assembly.GetManifestResourceStream("joe-kuo-d6.txt")!);
        int[][] lines = [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ').Select(word => int.Parse(word, null)).ToArray())];
        Assert.That(lines, Has.Length.EqualTo(SobolSequence.MostDimensions - 1));
        BigInteger[] leading = [.. lines.Take(dimensions - 1).Select(line => Leading(line, dimensions)).Prepend(BigInteger.One)];
        var pivots = new Dictionary<long, BigInteger>();
        foreach (BigInteger row in leading)
        {
            BigInteger rest = row;
            while (!rest.IsZero && pivots.TryGetValue(rest.GetBitLength(), out BigInteger pivot)) rest ^= pivot;
            Assert.That(rest.IsZero, Is.False);
            pivots.Add(rest.GetBitLength(), rest);
        }
    }

    /// <summary>First binary digits of so many direction numbers.</summary>
    private static BigInteger Leading(int[] line, int count)
    {
        List<BigInteger> m = [.. line.Skip(1).Select(each => new BigInteger(each))];
        int degree = m.Count;
        while (m.Count < count)
        {
            BigInteger next = m[^degree] ^ (m[^degree] << degree);
            for (int term = 1; term < degree; term++)
                if ((line[0] >> (degree - term) & 1) != 0) next ^= m[^term] << term;
            m.Add(next);
        }
        return m.Select((each, k) => (each >> k & 1) << k).Aggregate(BigInteger.Zero, (sum, bit) => sum | bit);
    }

    [Test]
    public void SobolSequence_OfTooManyDimensions_IsRefused() =>
        Assert.That(() => SobolSequence.Points(2, SobolSequence.MostDimensions + 1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void FullFactorial_OfLevels_HasEveryCombinationOnce()
    {
        double[][] points = FullFactorial.Points([2, 3, 1]);
        Assert.That(points, Is.EqualTo(new double[][] { [0, 0, 0], [0, 0.5, 0], [0, 1, 0], [1, 0, 0], [1, 0.5, 0], [1, 1, 0] }));
        Assert.That(() => FullFactorial.Points([10_000, 10_000]), Throws.ArgumentException);
    }

    [TestCase(7, 3, 8)]
    [TestCase(12, 4, 32)]
    [TestCase(16, 4, 32)]
    [TestCase(6, 5, 32)]
    [TestCase(8, 5, 64)]
    [TestCase(3, 5, 8)]
    public void FractionalFactorial_OfAResolution_HasTheFewestRunsAndNoShorterWord(int factors, int resolution, int runs)
    {
        double[][] signs = Signs(FractionalFactorial.OfResolution(factors, resolution));
        Assert.That(signs, Has.Length.EqualTo(runs));
        Assert.That(signs.Select(row => string.Join(' ', row)).Distinct().Count(), Is.EqualTo(Math.Min(runs, 1 << factors)));
        // A product of fewer than resolution factors must not be constant.
        foreach (int[] word in Words(factors, resolution - 1))
            Assert.That(signs.Sum(row => word.Aggregate(1.0, (product, factor) => product * row[factor])), Is.Zero, string.Join(' ', word));
    }

    [Test]
    public void FractionalFactorial_OfTwelveFactorsIn32Runs_GivesMainEffectsClearOfAPair()
    {
        double[][] signs = Signs(FractionalFactorial.OfResolution(12, 4));
        double[] y = [.. signs.Select(x => x[0] + 2 * x[1] + 3 * x[2] + 4 * x[6] * x[11])];
        Assert.That(Enumerable.Range(0, 12).Select(factor => signs.Select((row, i) => row[factor] * y[i]).Average()), Is.EqualTo(new double[] { 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));
    }

    [Test]
    public void FractionalFactorial_OfGenerators_MultipliesThem()
    {
        double[][] signs = Signs(FractionalFactorial.OfGenerators(3, "D=AB", "E=ABC"));
        Assert.That(signs, Has.Length.EqualTo(8));
        Assert.That(signs.Select(x => (x[3], x[4])), Is.EqualTo(signs.Select(x => (x[0] * x[1], x[0] * x[1] * x[2]))));
    }

    [TestCase("E=AB", "a generator of D is wanted")]
    [TestCase("D=AX", "X is not one of the 3 basic factors ABC")]
    [TestCase("D=A", "the product is constant, or another factor")]
    [TestCase("D=AA", "the product is constant, or another factor")]
    public void FractionalFactorial_OfAWrongGenerator_IsRefused(string generator, string words) =>
        Assert.That(() => FractionalFactorial.OfGenerators(3, generator), Throws.ArgumentException.With.Message.Contains(words));

    [Test]
    public void MorrisTrajectories_WithAGroup_MoveOneGroupAtATimeByTheStep()
    {
        FactorGroup[] groups = [new("a", [0, 2]), new("b", [1])];
        double[][] points = MorrisTrajectories.Points(200, groups, 3, levels: 6);
        Assert.That(points, Has.Length.EqualTo(600));
        for (int row = 0; row < points.Length; row++)
        {
            Assert.That(points[row].Select(x => x * 5), Has.All.Matches<double>(x => Math.Abs(x - Math.Round(x)) < 1e-12 && x is >= 0 and <= 5));
            if (row % 3 == 0) continue;
            int[] moved = [.. Enumerable.Range(0, 3).Where(factor => points[row][factor] != points[row - 1][factor])];
            Assert.That(moved, Is.AnyOf(new[] { 0, 2 }, new[] { 1 }));
            Assert.That(moved.Select(factor => Math.Abs(points[row][factor] - points[row - 1][factor])), Has.All.EqualTo(0.6).Within(1e-12));
        }
        Assert.That(points.Where((_, row) => row % 3 == 0).Select(point => Math.Round(point[1] * 5)).CountBy(level => level).Select(level => level.Value), Has.All.EqualTo(200 / 6.0).Within(Worlds.FourErrors(200 / 6.0)));
    }

    [Test]
    public void SaltelliBlocks_WithPairsAndAGroup_MixTwoPoints()
    {
        double[][] rows = SaltelliBlocks.Points(4, [new("a", [0, 2]), new("b", [1])], 1);
        Assert.That(rows, Has.Length.EqualTo(4 * 6));
        double[] a = rows[6], b = rows[11];
        Assert.That(rows[7..11], Is.EqualTo(new double[][] { [b[0], a[1], b[2]], [a[0], b[1], a[2]], [a[0], b[1], a[2]], [b[0], a[1], b[2]] }));
        Assert.That(SaltelliBlocks.Points(4, [new("a", [0]), new("b", [1])], 1, withPairs: false), Has.Length.EqualTo(4 * 4));
    }

    [TestCase(65, 3)]
    [TestCase(257, 12)]
    public void SearchCurves_OfAnyLength_SpendEqualTimeEverywhere(int points, int dimensions)
    {
        double[][] rows = SearchCurves.Points(points, dimensions, 2);
        Assert.That(rows, Has.Length.EqualTo(points * dimensions));
        for (int curve = 0; curve < dimensions; curve++)
        {
            double[] own = [.. rows[(curve * points)..((curve + 1) * points)].Select(row => row[curve])];
            Assert.That(own.Average(), Is.EqualTo(0.5).Within(0.02));
            Assert.That(own.Count(x => x < 0.25) / (double)points, Is.EqualTo(0.25).Within(0.04));
        }
    }

    private static double[][] Signs(double[][] points) => [.. points.Select(row => row.Select(level => 2 * level - 1).ToArray())];

    private static IEnumerable<int[]> Words(int factors, int longest) =>
        from mask in Enumerable.Range(1, (1 << factors) - 1)
        where BitOperations.PopCount((uint)mask) <= longest
        select Enumerable.Range(0, factors).Where(factor => (mask >> factor & 1) != 0).ToArray();
}
