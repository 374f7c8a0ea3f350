using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Sensitivity;
using ClusterSim.Model.Engine;
using NUnit.Framework;
using static ClusterSim.Tests.Experiments.Sensitivity.KnownModels;

namespace ClusterSim.Tests.Experiments.Sensitivity;

/// <summary>Every method on models whose sensitivities are known, and what must not matter to it.</summary>
public sealed class MethodTests
{
    private static readonly SensitivityOptions Options = new(Resamples: 200);

    [Test]
    public void Sobol_OfIshigami_FindsTheAnalyticIndices()
    {
        SensitivityResult result = Sobol(IshigamiFactors, 4096, Ishigami);
        Assert.That(Values(result, "S1"), Is.EqualTo(IshigamiFirst).Within(0.02));
        Assert.That(Values(result, "ST"), Is.EqualTo(IshigamiTotal).Within(0.02));
        Assert.That(result.Pairs[1].S2.Value, Is.EqualTo(IshigamiTotal[2]).Within(0.03));
        Assert.That(result.Factors[2]["S1"].IsNone && result.Pairs[0].S2.IsNone && result.Pairs[2].S2.IsNone && !result.Pairs[1].S2.IsNone, Is.True);
        Assert.That(result.Ranked.Select(factor => factor.Name), Is.EqualTo(new[] { "x1", "x2", "x3" }));
        Assert.That(result.Factors.Select(factor => SensitivityWords.Of(result, factor)), Is.EqualTo(new[]
        {
            $"x1 acts alone and together with others: S1 {Two(result, 0, "S1")}, ST {Two(result, 0, "ST")}", $"x2 acts mostly alone: S1 {Two(result, 1, "S1")}, ST {Two(result, 1, "ST")}",
            $"x3 acts only together with others: S1 indistinguishable from 0, ST {Two(result, 2, "ST")}",
        }));
    }

    [Test]
    public void Sobol_OfTheGFunction_FindsTheAnalyticIndices()
    {
        SensitivityResult result = Sobol(UnitFactors(8), 4096, G);
        Assert.That(Values(result, "S1"), Is.EqualTo(GFirst).Within(0.02));
        Assert.That(Values(result, "ST"), Is.EqualTo(GTotal).Within(0.02));
        Assert.That(SensitivityWords.Of(result, result.Factors[7]), Is.EqualTo("x8 hardly matters: ST below 0.01"));
    }

    [Test]
    public void Sobol_OfAFactorThatTheModelIgnores_SaysSo()
    {
        SensitivityResult result = Sobol(UnitFactors(3), 64, x => x[0] + x[1]);
        Assert.That((result.Factors[2]["ST"].Value, result.Factors[2]["ST"].IsNone), Is.EqualTo((0.0, true)));
        Assert.That(SensitivityWords.Of(result, result.Factors[2]), Is.EqualTo("x3 has no influence that shows: ST indistinguishable from 0"));
    }

    /// <summary>A model that is nothing but luck: what factors show is what chance was said to make.</summary>
    [Test]
    public void Chance_OfAModelThatIsNothingButLuck_IsWhatItsFactorsShow()
    {
        const double Error = 3;
        var luck = new Draws(Draws.RunKey(5, 0), "luck", 0);
        SensitivitySample Sample(double[][] places) => SensitivitySample.Of(UnitFactors(3), places, [.. places.Select((_, row) => Error * luck.Normal((ulong)row, 0))]) with { Errors = [.. places.Select(_ => Error)] };
        SensitivityResult morris = ElementaryEffects.Analyse(Sample(MorrisTrajectories.Points(2_000, FactorGroup.Each(UnitFactors(3)), 1)), Options);
        // An effect is normal with the errors of two rows over a step of 2/3; the mean size of a standard normal is the root of 2/pi.
        double size = Math.Sqrt(2 / Math.PI) * Error * Math.Sqrt(2) * 1.5, spread = Error * Math.Sqrt(2) * 1.5 * Math.Sqrt(1 - 2 / Math.PI) / Math.Sqrt(2_000);
        foreach (FactorSensitivity factor in morris.Factors)
        {
            Assert.That(factor.Chance, Is.EqualTo(size).Within(1e-9));
            Assert.That(factor["mu_star"].Value, Is.EqualTo(size).Within(4 * spread));
            if (factor["mu_star"].IsNone) Assert.That(SensitivityWords.Of(morris, factor), Does.Contain("cannot be told from chance").Or.Contain("pushes"));
        }
        Assert.That(morris.Factors.Count(factor => factor["mu_star"].IsNone), Is.GreaterThanOrEqualTo(2), "an interval of 95 % lies above by luck, one in forty");
        SensitivityResult sobol = SobolIndices.Analyse(Sample(SaltelliBlocks.Points(4_096, FactorGroup.Each(UnitFactors(3)), 1)), Options);
        foreach (FactorSensitivity factor in sobol.Factors)
        {
            Assert.That(factor.Chance, Is.EqualTo(1).Within(0.05));
            Assert.That(factor["ST"].Value, Is.EqualTo(1).Within(0.1));
            Assert.That(factor["ST"].IsNone, Is.True);
        }
        Assert.That(Sobol(UnitFactors(3), 64, x => x[0]).Factors[0].Chance, Is.Null, "a model without luck has no chance");
    }

    [Test]
    public void Sobol_OfGroups_JudgesThemAsOne()
    {
        FactorGroup[] groups = [new("outer", [0, 2]), new("inner", [1])];
        double[][] places = SaltelliBlocks.Points(4096, groups, 1);
        SensitivityResult result = SobolIndices.Analyse(Run(IshigamiFactors, places, Ishigami) with { Groups = groups }, Options);
        double outer = 1 - IshigamiFirst[1];
        Assert.That(Values(result, "S1"), Is.EqualTo(new[] { outer, IshigamiFirst[1] }).Within(0.02));
        Assert.That(Values(result, "ST"), Is.EqualTo(new[] { outer, IshigamiFirst[1] }).Within(0.02));
    }

    [Test]
    public void Sobol_OfCategoriesAndWholeNumbers_FindsTheirShares()
    {
        Factor[] factors = [new LevelFactor("rule", ["a", "b", "c"]), new WholeFactor("count", 1, 5)];
        double[][] places = [.. SaltelliBlocks.Points(2048, FactorGroup.Each(factors), 1).Select(row => factors.Select((factor, i) => factor.TryPlace(factor.TextAt(row[i]), out double place) ? place : -1).ToArray())];
        double[] effect = [4, 0, 1]; // no order: b is least
        SensitivityResult result = SobolIndices.Analyse(Run(factors, places, x => effect[(int)Math.Round(2 * x[0])] + 4 * x[1]), Options);
        double rule = 26 / 9.0, count = 2;
        Assert.That(Values(result, "S1"), Is.EqualTo(new[] { rule / (rule + count), count / (rule + count) }).Within(0.03));
    }

    [Test]
    public void Sobol_WithoutPairs_GivesTheSameFactors()
    {
        SensitivitySample with = Run(IshigamiFactors, SaltelliBlocks.Points(256, FactorGroup.Each(IshigamiFactors), 4), Ishigami);
        SensitivitySample without = Run(IshigamiFactors, SaltelliBlocks.Points(256, FactorGroup.Each(IshigamiFactors), 4, withPairs: false), Ishigami);
        SensitivityResult a = SobolIndices.Analyse(with, Options), b = SobolIndices.Analyse(without, Options);
        // The mean over all rows centres the output, so that the rows left out move S1 a little.
        Assert.That(Values(b, "ST"), Is.EqualTo(Values(a, "ST")).Within(1e-12));
        Assert.That(Values(b, "S1"), Is.EqualTo(Values(a, "S1")).Within(0.02));
        Assert.That((b.Pairs.Count, b.Notes[^1]), Is.EqualTo((0, "no indices of pairs: the sample has no BA rows")));
    }

    [Test]
    public void Sobol_IntervalsOverManySamples_HoldTheTruth()
    {
        int held = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            SensitivitySample sample = Run(IshigamiFactors, SaltelliBlocks.Points(256, FactorGroup.Each(IshigamiFactors), seed, withPairs: false), Ishigami);
            SensitivityResult result = SobolIndices.Analyse(sample, new SensitivityOptions(seed, 200));
            for (int i = 0; i < 3; i++) held += (result.Factors[i]["S1"].Interval!.Value.Holds(IshigamiFirst[i]) ? 1 : 0) + (result.Factors[i]["ST"].Interval!.Value.Holds(IshigamiTotal[i]) ? 1 : 0);
        }
        Assert.That(held / 360.0, Is.GreaterThan(0.9));
    }

    [Test]
    public void Morris_OfALine_FindsItsSlopes()
    {
        SensitivityResult result = Morris(UnitFactors(3), FactorGroup.Each(UnitFactors(3)), 20, x => 3 * x[0] - 2 * x[1]);
        Assert.That(Values(result, "mu"), Is.EqualTo(new double[] { 3, -2, 0 }).Within(1e-12));
        Assert.That(Values(result, "mu_star"), Is.EqualTo(new double[] { 3, 2, 0 }).Within(1e-12));
        Assert.That(Values(result, "sigma"), Is.EqualTo(new double[] { 0, 0, 0 }).Within(1e-12));
        Assert.That(result.Factors.Select(factor => SensitivityWords.Of(result, factor)), Is.EqualTo(new[]
        {
            "x1 acts upwards, in a straight line: sigma/mu_star 0", "x2 acts downwards, in a straight line: sigma/mu_star 0", "x3 has no influence that shows: mu_star indistinguishable from 0",
        }));
    }

    [Test]
    public void Morris_OfAGroup_HasItsSizeAlone()
    {
        FactorGroup[] groups = [new("both", [0, 1]), new("x3", [2])];
        SensitivityResult result = Morris(UnitFactors(3), groups, 50, x => 3 * x[0] + 3 * x[1] + x[2]);
        Assert.That(result.Factors[0].Indices.Select(index => index.Name), Is.EqualTo(new[] { "mu_star" }));
        Assert.That(result.Factors[0]["mu_star"].Value, Is.InRange(1.5, 4.5), "6 where both move the same way, 0 where they do not");
    }

    [Test]
    public void Pawn_OfDummies_NamesThem()
    {
        SensitivityResult result = Pawn.Analyse(Run(UnitFactors(5), LatinHypercube.Points(1000, 5, 2), x => Ishigami(x[..3])), Options);
        Assert.That(result.Factors.Select(factor => factor["median"].IsNone), Is.EqualTo(new[] { false, false, false, true, true }));
        Assert.That(SensitivityWords.Of(result, result.Factors[4]), Is.EqualTo("x5 cannot be told from a factor without influence"));
        Assert.That(result.Factors.Select(factor => factor["median"].Interval!.Value.Holds(factor["median"].Value)), Has.All.True);
    }

    [Test]
    public void Pawn_OfCategories_NeedsNoOrder()
    {
        Factor[] factors = [new LevelFactor("rule", ["a", "b", "c"]), new ContinuousFactor("x", 0, 1)];
        double[][] places = [.. LatinHypercube.Points(600, 2, 2).Select(row => new[] { Math.Floor(3 * row[0]) / 2, row[1] })];
        SensitivityResult result = Pawn.Analyse(Run(factors, places, x => x[0] == 0.5 ? 10 : x[1]), Options);
        Assert.That(result.Factors[0]["maximum"].Value, Is.EqualTo(2 / 3.0).Within(0.01), "b moves everything above all else");
    }

    [Test]
    public void Pawn_OfEqualOutputs_TakesThemTogether()
    {
        SensitivitySample sample = Run(UnitFactors(1), [.. Enumerable.Range(0, 200).Select(i => new[] { i / 199.0 })], x => x[0] < 0.5 ? 0 : 1);
        Assert.That(Values(Pawn.Analyse(sample, Options with { Slices = 2 }), "median"), Is.EqualTo(new[] { 0.5 }).Within(0.01));
    }

    [Test]
    public void RandomBalance_OfIshigami_FindsFirstOrderIndices() =>
        Assert.That(Values(RandomBalance.Analyse(Run(IshigamiFactors, LatinHypercube.Points(4000, 3, 1), Ishigami), Options), "S1"), Is.EqualTo(IshigamiFirst).Within(0.02));

    [TestCase(1025)]
    [TestCase(1000)]
    public void ExtendedFast_OfIshigami_FindsTheAnalyticIndices(int points)
    {
        SensitivityResult result = ExtendedFast.Analyse(Run(IshigamiFactors, SearchCurves.Points(points, 3, 1), Ishigami), Options);
        Assert.That(Values(result, "S1"), Is.EqualTo(IshigamiFirst).Within(0.025));
        Assert.That(Values(result, "ST"), Is.EqualTo(IshigamiTotal).Within(0.05));
    }

    [Test]
    public void ExtendedFast_OfTheGFunction_FindsTheAnalyticIndices()
    {
        SensitivityResult result = ExtendedFast.Analyse(Run(UnitFactors(8), SearchCurves.Points(2049, 8, 1), G), Options);
        Assert.That(Values(result, "S1"), Is.EqualTo(GFirst).Within(0.02));
        Assert.That(Values(result, "ST"), Is.EqualTo(GTotal).Within(0.04));
    }

    /// <summary>The rows that each method wants.</summary>
    private static SensitivitySample SampleFor(string method) => method switch
    {
        "sobol" => Run(IshigamiFactors, SaltelliBlocks.Points(64, FactorGroup.Each(IshigamiFactors), 1), Ishigami),
        "morris" => Run(IshigamiFactors, MorrisTrajectories.Points(20, FactorGroup.Each(IshigamiFactors), 1), Ishigami),
        "efast" => Run(IshigamiFactors, SearchCurves.Points(129, 3, 1), Ishigami),
        _ => Run(IshigamiFactors, LatinHypercube.Points(300, 3, 1), Ishigami),
    };

    [TestCase("sobol")]
    [TestCase("pawn")]
    [TestCase("rbd-fast")]
    [TestCase("efast")]
    public void Shares_OfAnOutputMovedAndScaled_StayTheSame(string method)
    {
        SensitivitySample sample = SampleFor(method);
        SensitivityMethod of = SensitivityMethod.All.Single(each => each.Name == method);
        double[] plain = All(of.Analyse(sample, Options)), moved = All(of.Analyse(sample with { Outputs = [.. sample.Outputs.Select(y => 1000 + 8 * y)] }, Options));
        Assert.That(moved, Is.EqualTo(plain).Within(1e-9));
    }

    [TestCase("pawn")]
    [TestCase("rbd-fast")]
    public void Indices_OfFactorsInAnotherOrder_ChangePlacesOnly(string method)
    {
        SensitivitySample sample = SampleFor(method);
        SensitivityMethod of = SensitivityMethod.All.Single(each => each.Name == method);
        int[] order = [2, 0, 1];
        SensitivitySample other = SensitivitySample.Of([.. order.Select(i => sample.Factors[i])], [.. sample.Places.Select(row => order.Select(i => row[i]).ToArray())], sample.Outputs);
        FactorSensitivity[] plain = [.. of.Analyse(sample, Options).Factors], moved = [.. of.Analyse(other, Options).Factors];
        for (int i = 0; i < 3; i++) Assert.That(moved[i].Indices, Is.EqualTo(plain[order[i]].Indices));
    }

    [Test]
    public void Sobol_OfFactorsInAnotherOrder_ChangesPlacesOnly()
    {
        SensitivitySample sample = SampleFor("sobol");
        int[] order = [2, 0, 1];
        int[] rows = [0, .. order.Select(i => 1 + i), .. order.Select(i => 4 + i), 7];
        int[] source = [.. Enumerable.Range(0, sample.Rows).Select(row => row / 8 * 8 + rows[row % 8])];
        SensitivitySample other = SensitivitySample.Of([.. order.Select(i => sample.Factors[i])], [.. source.Select(row => order.Select(i => sample.Places[row][i]).ToArray())], [.. source.Select(row => sample.Outputs[row])]);
        SensitivityResult plain = SobolIndices.Analyse(sample, Options), moved = SobolIndices.Analyse(other, Options);
        Assert.That(Values(moved, "ST"), Is.EqualTo(order.Select(i => plain.Factors[i]["ST"].Value)).Within(1e-12));
        Assert.That(Values(moved, "S1"), Is.EqualTo(order.Select(i => plain.Factors[i]["S1"].Value)).Within(1e-12));
    }

    [Test]
    public void Analysis_OfASeed_IsTheSameAgain()
    {
        foreach (SensitivityMethod method in SensitivityMethod.All)
        {
            double[] first = All(method.Analyse(SampleFor(method.Name), Options)), again = All(method.Analyse(SampleFor(method.Name), Options));
            Assert.That(again, Is.EqualTo(first), method.Name);
        }
    }

    private static SensitivityResult Sobol(Factor[] factors, int blocks, Func<double[], double> model) =>
        SobolIndices.Analyse(Run(factors, SaltelliBlocks.Points(blocks, FactorGroup.Each(factors), 1), model), Options);

    private static SensitivityResult Morris(Factor[] factors, IReadOnlyList<FactorGroup> groups, int trajectories, Func<double[], double> model) =>
        ElementaryEffects.Analyse(Run(factors, MorrisTrajectories.Points(trajectories, groups, 1), model) with { Groups = groups }, Options);

    private static double[] All(SensitivityResult result) =>
        [.. result.Factors.SelectMany(factor => factor.Indices).SelectMany(index => new[] { index.Value, index.Interval?.Low ?? 0, index.Interval?.High ?? 0 })];

    private static string Two(SensitivityResult result, int factor, string index) => SensitivityWords.Number(result.Factors[factor][index].Value);
}
