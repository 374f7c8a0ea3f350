using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class KnowledgeInstitutionsTests
{
    [Test]
    public void Step_Laboratory_ShowsFirmsOfItsRegionTheFrontier()
    {
        const int firms = 1_000;
        World world = Worlds.Empty(2);
        int outside = Worlds.AddFirm(world, region: 1, staff: 0);
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world, staff: 0);
        world.Regions.LaboratoryStaff[0] = 400;
        world.Activities.Frontier[0][2] = 1;
        Worlds.Step(world, new KnowledgeInstitutions(new() { Visits = 0.5, Convergence = 0.4 }));
        int visits = world.Clusters.LaboratoryVisits[0];
        double chance = 1 - Math.Exp(-2.0 / 12);
        Assert.That(visits, Is.EqualTo(firms * chance).Within(4 * Math.Sqrt(firms * chance * (1 - chance))));
        Assert.That(world.Firms.Knowledge.Span[1..].ToArray().Sum(k => k[2]), Is.EqualTo(0.4 * visits).Within(1e-9));
        Assert.That(world.Firms.Knowledge[outside][2], Is.Zero);
    }
}
