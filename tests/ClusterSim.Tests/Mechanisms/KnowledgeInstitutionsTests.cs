using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class KnowledgeInstitutionsTests
{
    private static readonly KnowledgeInstitutions.Parameters Off = new() { Visits = 0, AcademicFounders = 0 };

    [Test]
    public void Step_Laboratory_ShowsFirmsOfItsRegionTheFrontier()
    {
        const int firms = 1_000;
        World world = Worlds.Empty(2);
        int outside = Worlds.AddFirm(world, region: 1, staff: 0);
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world, staff: 0);
        world.Regions.LaboratoryStaff[0] = 400;
        world.Activities.Frontier[0][2] = 1;
        world.Firms.Misfit.Span.Fill(0.7);
        Worlds.Step(world, new KnowledgeInstitutions(new() { Visits = 0.5, Convergence = 0.4 }));
        int visits = world.Clusters.LaboratoryVisits[0];
        double chance = 1 - Math.Exp(-2.0 / 12);
        Assert.That(visits, Is.EqualTo(firms * chance).Within(4 * Math.Sqrt(firms * chance * (1 - chance))));
        Assert.That(world.Firms.Knowledge.Span[1..].ToArray().Sum(k => k[2]), Is.EqualTo(0.4 * visits).Within(1e-9));
        Assert.That(world.Firms.Knowledge[outside][2], Is.Zero);
        Assert.That(world.Clusters.LearntFromInstitutions[0], Is.EqualTo(visits * 0.7 * (1 - 0.6 * 0.6)).Within(1e-9), "of the distance 0.6 is left, of its square 0.36");
    }

    [Test]
    public void Step_OpenStaffOfAUniversity_CountLikeThoseOfALaboratory()
    {
        World university = Country(new InstitutionSetup { Name = "college", Region = "place-1", Researchers = 800, Openness = 0.5 }), laboratory = Country();
        laboratory.Regions.LaboratoryStaff[0] = 400;
        foreach (World world in (World[])[university, laboratory])
        {
            for (int i = 0; i < 500; i++) Worlds.AddFirm(world, staff: 0);
            Worlds.Step(world, new KnowledgeInstitutions(Off with { Visits = 0.5 }));
        }
        Assert.That(university.Clusters.LaboratoryVisits[0], Is.Positive.And.EqualTo(laboratory.Clusters.LaboratoryVisits[0]));
    }

    [Test]
    public void Step_AcademicFounders_ComeAtTheirRateOnceItHasOpened()
    {
        const int closed = 60, open = 1_200;
        World world = Country(new InstitutionSetup { Name = "college", Region = "place-2", Researchers = 500, Openness = 0.6, Opens = closed });
        world.Activities.Opportunity[0] = 0.5;
        world.Activities.MeanCompetence[0] = 0.3;
        world.Activities.Frontier[0][1] = 2;
        (world.Regions.Culture[1], world.Regions.RiskTolerance[1]) = (0.5, 0.2);
        var mechanism = new KnowledgeInstitutions(Off with { AcademicFounders = 4, Gap = -0.05 });
        for (world.Tick = 0; world.Tick < closed; world.Tick++) Worlds.Step(world, mechanism);
        Assert.That(world.Foundings.Count, Is.Zero);
        for (; world.Tick < closed + open; world.Tick++) Worlds.Step(world, mechanism);

        Foundings queue = world.Foundings;
        double expected = open * 4.0 / 12 * 500 * 0.6 / 100 * 0.75 * 1.5 * 1.2;
        Assert.That(queue.Count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        Assert.That(queue.Region.Span.ToArray(), Has.All.EqualTo(1));
        Assert.That(queue.Origin.Span.ToArray(), Has.All.EqualTo(Origin.Academic));
        Assert.That(queue.Lineage.Span.ToArray(), Is.Unique);
        Assert.That(queue.Competence.Span.ToArray().Average(), Is.EqualTo(0.25).Within(4 * 0.22 / Math.Sqrt(queue.Count)));
        Assert.That(queue.Knowledge.Span.ToArray().Average(k => k[1]), Is.EqualTo(2).Within(4 * 0.1 / Math.Sqrt(queue.Count)), "they know the frontier");
    }

    [Test]
    public void Step_GraduatesOfTwoInstitutions_WaitAndMoveOnAtTheirRate()
    {
        World world = Country(
            new InstitutionSetup { Name = "college", Region = "place-1", Graduates = 24 },
            new InstitutionSetup { Name = "school", Kind = InstitutionKind.TrainingCentre, Region = "place-1", Graduates = 36 });
        var mechanism = new KnowledgeInstitutions(Off with { MovingOn = 0.5 });
        Worlds.Step(world, mechanism);
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(5).Within(1e-12));
        for (int month = 0; month < 1_000; month++) Worlds.Step(world, mechanism);
        Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(60 / 12.0 / (1 - Math.Exp(-0.5 / 12))).Within(1e-9), "as many come as go");
        Assert.That(world.Regions.TrainedPool[1], Is.Zero);
        world.Regions.TrainedPool[1] = 8; // from courses, where nobody teaches any more
        Worlds.Step(world, mechanism);
        Assert.That(world.Regions.TrainedPool[1], Is.EqualTo(8 * Math.Exp(-0.5 / 12)).Within(1e-12));
    }

    private static World Country(params InstitutionSetup[] institutions) => Worlds.Empty(Worlds.Level(2) with { Institutions = institutions });
}
