using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class LayOffWaveTests
{
    [Test]
    public void Strike_Region_HasThatManySkilledJoblessAtTheEndOfTheMonth()
    {
        World world = Worlds.Empty(2);
        new LayOffWave(new() { Persons = 40, Skill = 1.25 }).Strike(world, 1, 0, 7, Worlds.DrawsOf("shocks", 0));
        Assert.That(world.Regions.Displaced[1], Is.EqualTo(40));
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Regions.Unemployed[0], Is.Zero);
        Assert.That(world.Regions.Unemployed[1], Is.EqualTo(40));
        Assert.That(world.Workers.Job.Span.ToArray(), Has.All.Matches<Job>(job => job.Skill == 1.25f));
        Assert.That(world.Workers.Lineage.Span.ToArray(), Is.Unique);
        Assert.That(world.Clusters.LayOffs.Span.ToArray(), Has.All.Zero, "the employer lies outside the modelled activities");
    }
}
