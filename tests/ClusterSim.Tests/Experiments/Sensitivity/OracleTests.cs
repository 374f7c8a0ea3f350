using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Sensitivity;
using NUnit.Framework;
using static ClusterSim.Tests.Experiments.Sensitivity.KnownModels;

namespace ClusterSim.Tests.Experiments.Sensitivity;

/// <summary>SALib's numbers on SALib's rows.</summary>
public sealed class OracleTests
{
    private static readonly SensitivityOptions Quick = new(Resamples: 100);

    [Test]
    public void Sobol_OnSalibsRows_GivesItsNumbers()
    {
        SensitivityResult result = SobolIndices.Analyse(SaltelliOracle(), Quick);
        AreEqual(Values(result, "S1"), [0.316831537711012, 0.4437630610037706, 0.012203124737570726]);
        AreEqual(Values(result, "ST"), [0.5558600851355467, 0.44189807119576735, 0.24467538653635174]);
        Assert.That(result.Pairs.Select(pair => (pair.First, pair.Second)), Is.EqualTo(new[] { ("x1", "x2"), ("x1", "x3"), ("x2", "x3") }));
        AreEqual([.. result.Pairs.Select(pair => pair.S2.Value)], [0.009254293034904326, 0.23817210956851104, -0.0048877046334672054]);
    }

    [Test]
    public void Sobol_OnSalibsRows_HasIntervalsOfItsWidth()
    {
        SensitivityResult result = SobolIndices.Analyse(SaltelliOracle(), new SensitivityOptions());
        double[] first = [0.0586, 0.0468, 0.0557], total = [0.0827, 0.0364, 0.0268]; // SALib's, from 100 resamples
        for (int i = 0; i < 3; i++)
        {
            Assert.That(result.Factors[i]["S1"].Interval!.Value.HalfWidth, Is.EqualTo(first[i]).Within(25).Percent);
            Assert.That(result.Factors[i]["ST"].Interval!.Value.HalfWidth, Is.EqualTo(total[i]).Within(25).Percent);
        }
    }

    [Test]
    public void Morris_OnSalibsRows_GivesItsNumbers()
    {
        SensitivityResult result = ElementaryEffects.Analyse(Run(IshigamiFactors, Levels("ishigami-morris-r100-p4.txt"), Ishigami), Quick);
        AreEqual(Values(result, "mu"), [7.079174501259796, 0.6299999999999994, 1.4997110647999483]);
        AreEqual(Values(result, "mu_star"), [7.079174501259796, 7.874999999999999, 4.499133194399846]);
        AreEqual(Values(result, "sigma"), [6.248796103333113, 7.889305188902022, 7.3840668401771286]);
    }

    [Test]
    public void Morris_OfHisOwnFunction_GivesSalibsNumbers()
    {
        SensitivityResult result = ElementaryEffects.Analyse(Run(UnitFactors(20), Levels("morris1991-r30-p4.txt"), Morris), Quick);
        AreEqual(Values(result, "mu"),
        [
            7.597774819819283, 24.66906551298001, 55.81145276774184, 23.217213661128167, 43.69055528834502, 15.063545150501628, 42.55663210329489, 36.571237458193984, 42.658491267186925, 37.50620587142327,
            -0.39345968041620044, 0.3035302861389821, 0.9556298773690097, -0.3952434039390525, 0.32448903753251945, -0.39212188777406426, 0.7820141211445547, -0.4428093645484966, -0.06971386101821532, 1.2023782980304862,
        ]);
        AreEqual(Values(result, "mu_star"),
        [
            68.93253824735577, 59.53576540489439, 64.82634571574516, 69.53958059131828, 74.65273841083057, 41.26733556298772, 42.55663210329489, 36.571237458193984, 42.658491267186925, 37.50620587142327,
            5.30672612411743, 5.309253065774805, 5.235079895949466, 5.267484206614637, 4.946413972500934, 5.184986993682647, 5.215161649944256, 5.331995540691188, 5.778818283166118, 3.8577480490524017,
        ]);
        AreEqual(Values(result, "sigma"),
        [
            82.78163116600412, 63.8291808677199, 65.7650318012783, 74.52942074758255, 88.18388861772054, 48.53440656459027, 26.09847013072269, 6.582684288025237, 7.263773854399826, 6.385945069973776,
            6.392660959714212, 6.50946181322617, 6.82791772743904, 7.127732776680134, 6.450563256912083, 6.933229176650999, 6.432047639387133, 6.520916507590759, 6.9447492649996025, 5.086410744947895,
        ]);
    }

    [Test]
    public void Pawn_OnSalibsRows_GivesItsNumbers()
    {
        SensitivityResult result = Pawn.Analyse(HypercubeOracle(), Quick);
        AreEqual(Values(result, "minimum"), [0.16097487437185928, 0.2125, 0.0575]);
        AreEqual(Values(result, "mean"), [0.23374748743718593, 0.353779648241206, 0.10379824120603016]);
        AreEqual(Values(result, "median"), [0.23925000000000002, 0.37375, 0.08524999999999999]);
        AreEqual(Values(result, "maximum"), [0.3015, 0.5275, 0.2019824120603015]);
        AreEqual(Values(result, "CV"), [0.23228967648631227, 0.31820616882541697, 0.4784813953495306]);
    }

    [Test]
    public void RandomBalance_OnSalibsRows_GivesItsNumbersAndNamesTheNegativeOne()
    {
        SensitivityResult result = RandomBalance.Analyse(HypercubeOracle(), Quick);
        AreEqual(Values(result, "S1"), [0.3193087894042401, 0.4527835683436168, -0.004412051291346993]);
        Assert.That(result.Factors.Select(factor => factor["S1"].IsNone), Is.EqualTo(new[] { false, false, true }));
        Assert.That(SensitivityWords.Of(result, result.Factors[2]), Does.Contain("x3 does nothing alone that shows: S1 indistinguishable from 0"));
    }

    private static void AreEqual(double[] values, double[] expected) => Assert.That(values, Is.EqualTo(expected).Within(1e-10));
}
