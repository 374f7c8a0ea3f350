using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class InstitutionChangeTests
{
    [Test]
    public void Strike_Region_ChangesItsInstitutionsOfTheActivityAlone()
    {
        World world = World();
        Strike(world, new() { Staff = 0.7, Openness = 0.9, Purchases = 2, Skill = 1.5 });
        Assert.That(world.Institutions.Researchers.Span.ToArray(), Is.EqualTo(new[] { 70.0, 100, 100 }).Within(1e-9));
        Assert.That(world.Institutions.Openness.Span.ToArray(), Is.EqualTo(new[] { 0.9, 0.2, 0.2 }));
        Assert.That(world.Institutions.Purchases.Span.ToArray(), Is.EqualTo(new[] { 80.0, 40, 40 }));
        Assert.That(world.Regions.Displaced.Span.ToArray(), Is.EqualTo(new[] { 30.0, 0 }));
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Regions.Unemployed.Span.ToArray(), Is.EqualTo(new[] { 30, 0 }), "they look for work");
        Assert.That(world.Workers.Job.Span.ToArray(), Has.All.Matches<Job>(job => job.Skill == 1.5f));
        Assert.That(world.Workers.Lineage.Span.ToArray(), Is.Unique);
    }

    [Test]
    public void Strike_WithItsDefaults_ChangesNothing()
    {
        World world = World();
        Strike(world, new());
        Assert.That(world.Institutions.Researchers.Span.ToArray(), Has.All.EqualTo(100));
        Assert.That(world.Institutions.Openness.Span.ToArray(), Has.All.EqualTo(0.2));
        Assert.That(world.Institutions.Purchases.Span.ToArray(), Has.All.EqualTo(40));
        Assert.That(world.Recruits.Count, Is.Zero);
    }

    private static void Strike(World world, InstitutionChange.Parameters parameters) =>
        new InstitutionChange(parameters).Strike(world, 0, 0, 9, Worlds.DrawsOf("shocks", 0));

    /// <summary>Three alike: one in the region and activity that is struck, one elsewhere, one that serves another activity.</summary>
    private static World World()
    {
        InstitutionSetup college = new() { Name = "here", Region = "place-1", Researchers = 100, Openness = 0.2, Purchases = 40 };
        World world = Worlds.Empty(Worlds.Level(2, 2) with
        {
            Institutions = [college, college with { Name = "elsewhere", Region = "place-2" }, college with { Name = "other", Activity = "supplier" }],
        });
        return world;
    }
}
