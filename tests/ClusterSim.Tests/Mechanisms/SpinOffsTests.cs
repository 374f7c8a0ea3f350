using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class SpinOffsTests
{
    [Test]
    public void Rate_OfAGoodLargeParentInAFreeRegion_IsTheProductOfItsFactors()
    {
        World world = Worlds.Empty();
        int parent = Worlds.AddFirm(world, competence: 0.5, staff: 40);
        world.Activities.MeanCompetence[0] = 0.2;
        world.Activities.SpreadCompetence[0] = 0.15;
        world.Activities.Opportunity[0] = 0.55;
        world.Regions.Culture[0] = 0.2;
        world.Regions.NonCompete[0] = 0.5;
        var mechanism = new SpinOffs(new() { Hazard = 0.05, QualitySlope = 0.4, NonCompeteEffect = 0.3 });
        double calm = 0.05 * Math.Exp(0.4 * 2) * 2 * 0.8 * 1.2 * 0.85;
        Assert.That(mechanism.Rate(world, parent), Is.EqualTo(calm).Within(1e-12));
        world.Firms.DisagreementUntil[parent] = 1;
        Assert.That(mechanism.Rate(world, parent), Is.EqualTo(4 * calm).Within(1e-12));
        world.Tick = 1;
        Assert.That(mechanism.Rate(world, parent), Is.EqualTo(calm).Within(1e-12), "the quarrel is over");
    }

    [Test]
    public void Step_Disagreements_BreakOutAtTheirRateAndLastAYear()
    {
        const int firms = 300, months = 40;
        World world = Worlds.Empty();
        for (int i = 0; i < firms; i++) Worlds.AddFirm(world, staff: 0);
        var mechanism = new SpinOffs(new() { Hazard = 0, Disagreement = 0.3 });
        int quarrels = 0;
        for (world.Tick = 1; world.Tick <= months; world.Tick++)
        {
            Worlds.Step(world, mechanism);
            quarrels += world.Firms.DisagreementUntil.Span.ToArray().Count(until => until == world.Tick + 12);
        }
        double expected = firms * months * (1 - Math.Exp(-0.3 / 12));
        Assert.That(quarrels, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [Test]
    public void Step_WouldBeFounders_ComeAtTheRateAndInheritPartOfTheLead()
    {
        const int parents = 150, months = 40;
        World world = Worlds.Empty(2);
        for (int i = 0; i < parents; i++) Worlds.AddFirm(world, competence: 0.6, staff: 10);
        world.Activities.MeanCompetence[0] = 0.2;
        world.Activities.SpreadCompetence[0] = 0.4;
        world.Activities.Opportunity[0] = 0.75;
        var mechanism = new SpinOffs(new()
        {
            Hazard = 0.2, QualitySlope = 0.45, Disagreement = 0, Heritage = 0.75, Premium = 0.06, Spread = 0.2, Stay = 0.85,
        });
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, mechanism);

        Foundings queue = world.Foundings;
        double expected = parents * months * (1 - Math.Exp(-0.2 * Math.Exp(0.45) / 12));
        Assert.That(queue.Count, Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
        double[] competence = queue.Competence.Span.ToArray();
        Assert.That(competence.Average(), Is.EqualTo(0.2 + 0.06 + 0.75 * 0.4).Within(4 * 0.2 / Math.Sqrt(queue.Count)));
        double stayed = queue.Region.Span.ToArray().Count(region => region == 0) / (double)queue.Count;
        Assert.That(stayed, Is.EqualTo(0.85).Within(4 * Math.Sqrt(0.85 * 0.15 / queue.Count)));
        Assert.That(queue.Lineage.Span.ToArray().Distinct().Count(), Is.EqualTo(queue.Count), "every child has its own identity");
        for (int row = 0; row < queue.Count; row++)
            Assert.That(world.Workers.Job[queue.Founder[row]].Employer, Is.EqualTo(queue.Parent[row]));
    }

    [TestCase(11, 60)] // a firm in its first year
    [TestCase(120, 11)] // staff in their first year
    public void Step_WithoutAYearOfAgeAndTenure_SendsNobodyOut(int age, int tenure)
    {
        World world = Worlds.Empty();
        for (int i = 0; i < 200; i++) Worlds.AddFirm(world, age: age);
        foreach (ref Job job in world.Workers.Job.Span) job.Since = -tenure;
        world.Activities.Opportunity[0] = 1.5;
        Worlds.Step(world, new SpinOffs(new() { Hazard = 0.5 }));
        Assert.That(world.Foundings.Count, Is.Zero);
    }

    [Test]
    public void Rate_WhereRiskIsTolerated_IsHigher()
    {
        World world = Worlds.Empty();
        int parent = Worlds.AddFirm(world);
        var mechanism = new SpinOffs(new());
        double usual = mechanism.Rate(world, parent);
        world.Regions.RiskTolerance[0] = 0.4;
        Assert.That(mechanism.Rate(world, parent), Is.EqualTo(1.4 * usual).Within(1e-12));
    }

    [Test]
    public void Step_SpinOffsThatMakeWhatTheParentBuys_StandToTheirMarketAsTheParentDoes()
    {
        const int parents = 150, months = 40;
        World world = Worlds.Empty(Worlds.Level(1) with
        {
            Activities = [new ActivitySetup { Name = "focal", Inputs = new Dictionary<string, double> { ["parts"] = 0.3, ["tools"] = 0.1 } }, new ActivitySetup { Name = "parts" }, new ActivitySetup { Name = "tools" }],
        });
        for (int i = 0; i < parents; i++) Worlds.AddFirm(world, competence: 0.6, knowledge: 0.2);
        world.Activities.MeanCompetence[0] = 0.2;
        world.Activities.MeanCompetence[1] = world.Activities.MeanCompetence[2] = 1;
        world.Activities.Opportunity[0] = 0.75;
        world.Activities.Frontier[1][0] = world.Activities.Frontier[2][0] = 5;
        var mechanism = new SpinOffs(new() { Hazard = 0.4, QualitySlope = 0, Disagreement = 0, Heritage = 0.5, Premium = 0, Spread = 0, Stay = 1, SupplyParent = 0.4 });
        for (world.Tick = 0; world.Tick < months; world.Tick++) Worlds.Step(world, mechanism);
        Foundings queue = world.Foundings;
        AssertShare(0, 0.6);
        AssertShare(1, 0.4 * 0.75);
        AssertShare(2, 0.4 * 0.25);
        for (int row = 0; row < queue.Count; row++)
        {
            bool own = queue.Activity[row] == 0;
            Assert.That(queue.Competence[row], Is.EqualTo((own ? 0.2 : 1) + 0.5 * 0.4).Within(1e-12));
            Assert.That(queue.Knowledge[row][0], Is.EqualTo(own ? 0.2 : 5.2).Within(1e-12));
        }

        void AssertShare(int activity, double share) =>
            Assert.That(queue.Activity.Span.ToArray().Count(row => row == activity), Is.EqualTo(queue.Count * share).Within(4 * Math.Sqrt(queue.Count * share * (1 - share))));
    }
}
