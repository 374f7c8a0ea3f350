using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

/// <summary>Entries by origin and exits by reason.</summary>
public sealed class OriginsTests
{
    [TestCase("entries-de-novo", Origin.DeNovo)]
    [TestCase("entries-diversifier", Origin.Diversifier)]
    [TestCase("entries-displaced", Origin.DisplacedFounder)]
    [TestCase("entries-inward", Origin.Inward)]
    [TestCase("entries-academic", Origin.Academic)]
    public void Entries_ByOrigin_CountEveryFirmEvenIfClosed(string name, Origin origin)
    {
        World world = Measures.World();
        world.Firms.Origin.Span[..4].Fill(Origin.SpinOff);
        Measures.AssertFocal(world, name, 0, 0, 0);
        world.Firms.Origin.Span[..4].Fill(origin);
        world.Firms.ClosedAt[0] = 3;
        Measures.AssertFocal(world, name, 2, 1, 3);
        Assert.That(Measures.Find(name).Measure(world, -1, 1), Is.EqualTo(1));
    }

    [TestCase("exits-failed", Closure.Failure)]
    [TestCase("exits-insolvent", Closure.Insolvency)]
    [TestCase("exits-shrunk", Closure.TooSmall)]
    [TestCase("exits-acquired", Closure.Acquisition)]
    public void Exits_ByReason_CountTheClosedOfThatReason(string name, Closure closure)
    {
        World world = Measures.World();
        Measures.AssertFocal(world, name, 0, 0, 0);
        (world.Firms.Closure[1], world.Firms.Closure[2], world.Firms.Closure[3]) = (closure, closure, closure);
        Measures.AssertFocal(world, name, 1, 1, 2);
    }

    /// <summary>Nobody is counted twice or left out: the parts add up to what the counters of clusters hold.</summary>
    [Test]
    public void Parts_OfAGrownWorld_AddUpToEntriesAndExits()
    {
        World world = Worlds.Run(new ModelConfiguration(), 3, 120).World;
        string[] entries = ["entries-de-novo", "spin-off-count", "entries-diversifier", "entries-displaced", "entries-inward", "entries-academic"];
        string[] exits = ["exits-failed", "exits-insolvent", "exits-shrunk", "exits-acquired"];
        for (int region = -1; region < world.Regions.Count; region++)
        {
            double Of(string name) => Measures.Find(name).Measure(world, region, 0);
            Assert.That(entries.Sum(Of), Is.EqualTo(Of("entries")));
            Assert.That(exits.Sum(Of), Is.EqualTo(Of("exits")));
        }
        Assert.That(Measures.Find("exits").Measure(world, -1, 0), Is.Positive);
    }
}
