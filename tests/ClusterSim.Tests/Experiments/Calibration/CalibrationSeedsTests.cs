using ClusterSim.Experiments.Calibration;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Calibration;

/// <summary>No history that validates was ever searched.</summary>
public sealed class CalibrationSeedsTests
{
    [Test]
    public void Seeds_OfSearchAndValidation_AreDisjoint()
    {
        ulong first = CalibrationSeeds.Of(0, 0), last = CalibrationSeeds.Of(CalibrationSeeds.MostSeed, CalibrationSeeds.Stages - 1);
        ulong validation = CalibrationSeeds.Of(CalibrationSeeds.MostSeed, CalibrationSeeds.Validation);
        Assert.That(validation, Is.EqualTo(FactCheck.ValidationSeed).And.LessThan(first));
        Assert.That(last, Is.GreaterThan(first));
        Assert.That(CalibrationSeeds.Of(1, 0), Is.GreaterThan(CalibrationSeeds.Of(0, CalibrationSeeds.Stages - 1)), "two runs share no stage");
    }

    [Test]
    public void RunKeys_OfStagesAndReplications_NeverMeetThoseOfValidation()
    {
        int[] stages = [0, 1, 19, CalibrationSeeds.Search, CalibrationSeeds.Jacobian, CalibrationSeeds.Jacobian + 3];
        ulong[] keys = [.. from seed in new ulong[] { 0, 1, 2 } from stage in stages.Append(CalibrationSeeds.Validation).Where(stage => stage != CalibrationSeeds.Validation || seed == 0)
            from replication in Enumerable.Range(0, 200) select Draws.RunKey(CalibrationSeeds.Of(seed, stage), replication)];
        Assert.That(keys, Is.Unique);
    }

    [TestCase(CalibrationSeeds.MostSeed + 1, 0)]
    [TestCase(1UL, CalibrationSeeds.Stages)]
    [TestCase(1UL, -2)]
    public void Seeds_OutsideTheBlock_AreRefused(ulong seed, int stage) =>
        Assert.That(() => CalibrationSeeds.Of(seed, stage), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
