using ClusterSim.Experiments.Effects;
using ClusterSim.Model;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Effects;

public sealed class EffectClaimTests
{
    private static readonly string[] Parts =
        [.. ClusterModel.Mechanisms.Concat(ClusterModel.Catalogue.OfKind("instrument")).Select(part => part.Name)];

    [Test]
    public void Claims_OfTheFile_CoverEveryMechanismAndInstrument() =>
        Assert.That(EffectClaim.All.Select(claim => claim.Part).Distinct(), Is.EquivalentTo(Parts));

    [Test]
    public void Claims_OfTheFile_NameIndicatorsThatExist() =>
        Assert.That(EffectClaim.All.Select(claim => claim.Indicator).Distinct(), Is.SubsetOf(ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name)));

    [TestCase(0, 0, true)]
    [TestCase(1e-9, 0, false)]
    [TestCase(0, 1e-9, false)] // it moved something, up here and down there
    public void ZeroClaim_OfADifference_HoldsToTheLastBit(double difference, double error, bool holds)
    {
        var claim = new EffectClaim("sham", "jobs", "starter/default.yaml", 5, "target", "it does nothing");
        Assert.That(new EffectResult(claim, "instrument", difference, error, 0, 50, 34).Pass, Is.EqualTo(holds));
    }

    [Test]
    public void ZeroClaim_OfAnInstrumentThatNeverStarted_ShowsNothing()
    {
        var claim = new EffectClaim("sham", "jobs", "starter/default.yaml", 5, "target", "it does nothing");
        Assert.That(new EffectResult(claim, "instrument", 0, 0, 0, 50, 0).Pass, Is.False);
    }

    [Test]
    public void Claims_OfTheFile_ShowEveryInstrumentAtWorkAndWithNothingToDo()
    {
        foreach (var claims in EffectClaim.All.Where(claim => ClusterModel.Catalogue.Find("instrument", claim.Part) is not null).GroupBy(claim => claim.Part))
        {
            Assert.That(claims.Any(claim => claim.IsZero), claims.Key);
            if (claims.Key is not ("sham" or "none")) Assert.That(claims.Any(claim => !claim.IsZero), claims.Key);
        }
    }
}
