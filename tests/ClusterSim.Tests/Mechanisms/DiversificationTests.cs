using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class DiversificationTests
{
    private const int Parents = 200, Months = 100;

    [TestCase(1, 0.75)]
    [TestCase(0.5, 1.5)]
    public void Step_RelatedFirms_EnterTheFocalActivityAtTheirRate(double relatedness, double opportunity)
    {
        World world = Related(relatedness, opportunity, staff: 5);
        double expected = Parents * Months * (1 - Math.Exp(-0.5 * relatedness * (0.25 + opportunity) / 12));
        Assert.That(world.Foundings.Count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        Assert.That(world.Foundings.Activity.Span.ToArray(), Has.All.EqualTo(0));
        Assert.That(world.Foundings.Origin.Span.ToArray(), Has.All.EqualTo(Origin.Diversifier));

        // Parents lead their own activity by 0.6; the mean firm of the focal one has 0.1.
        double mean = 0.1 - 0.05 + 0.5 * relatedness * 0.6;
        Assert.That(world.Foundings.Competence.Span.ToArray().Average(), Is.EqualTo(mean).Within(4 * 0.2 / Math.Sqrt(world.Foundings.Count)));
    }

    [TestCase(0, 5)] // nothing carries over
    [TestCase(1, 4)] // too small to spare anyone
    public void Step_UnrelatedOrSmallFirms_StayOut(double relatedness, int staff) =>
        Assert.That(Related(relatedness, 1, staff).Foundings.Count, Is.Zero);

    [Test]
    public void Step_FocalFirms_DoNotDiversifyIntoTheirOwnActivity()
    {
        World world = Worlds.Empty();
        for (int i = 0; i < Parents; i++) Worlds.AddFirm(world);
        world.Activities.Opportunity[0] = 1.5;
        Worlds.Step(world, new Diversification(new() { Hazard = 0.5 }));
        Assert.That(world.Foundings.Count, Is.Zero);
    }

    [Test]
    public void Step_FirmsOfAnyActivity_BranchIntoWhatIsRelatedToIt()
    {
        World world = Worlds.Empty(Worlds.Level(1) with
        {
            Activities =
            [
                new ActivitySetup { Name = "focal" },
                new ActivitySetup { Name = "kin", Relatedness = 0.2, Related = new Dictionary<string, double> { ["cousin"] = 0.6 } },
                new ActivitySetup { Name = "cousin", Relatedness = 0 },
            ],
        });
        for (int i = 0; i < Parents; i++) Worlds.AddFirm(world, activity: 1, staff: 5);
        world.Activities.Opportunity.Span.Fill(0.75);
        var mechanism = new Diversification(new() { Hazard = 0.5 });
        for (world.Tick = 0; world.Tick < Months; world.Tick++) Worlds.Step(world, mechanism);
        double expected = Parents * Months * (1 - Math.Exp(-0.5 * 0.8 / 12));
        int[] targets = world.Foundings.Activity.Span.ToArray();
        Assert.That(targets, Has.Length.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        Assert.That(targets.Count(activity => activity == 2) / (double)targets.Length, Is.EqualTo(0.75).Within(4 * Math.Sqrt(0.75 * 0.25 / targets.Length)));
        Assert.That(targets, Has.None.EqualTo(1));
    }

    private static World Related(double relatedness, double opportunity, int staff)
    {
        World world = Worlds.Empty(Worlds.Level(1) with
        {
            Activities = [new ActivitySetup { Name = "focal" }, new ActivitySetup { Name = "kin", Relatedness = relatedness }],
        });
        for (int i = 0; i < Parents; i++) Worlds.AddFirm(world, activity: 1, competence: 0.8, staff: staff);
        world.Activities.Opportunity[0] = opportunity;
        world.Activities.MeanCompetence[0] = 0.1;
        world.Activities.MeanCompetence[1] = 0.2;
        var mechanism = new Diversification(new() { Hazard = 0.5, Transfer = 0.5 });
        for (world.Tick = 0; world.Tick < Months; world.Tick++) Worlds.Step(world, mechanism);
        return world;
    }
}
