using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Tests.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class LifeCycleStagesTests
{
    [TestCase(0, 1.6, 0.4)]     // 40 and 10 of 50 jobs in regions of equal size
    [TestCase(0.02, 2, 0.5)]    // 4 and 1 per cent of the people over a stated share
    public void Step_LocationQuotient_IsTheRegionsShareOverTheCountrys(double stated, double first, double second)
    {
        ModelConfiguration level = Worlds.Level(2);
        World world = Worlds.Empty(level with { Country = level.Country with { ReferenceShare = stated } });
        Worlds.AddFirm(world, 0, staff: 40);
        Worlds.AddFirm(world, 1, staff: 10);
        Worlds.Step(world, new LifeCycleStages(new()));
        Assert.That(world.Clusters.LocationQuotient[0], Is.EqualTo(first).Within(1e-12));
        Assert.That(world.Clusters.LocationQuotient[1], Is.EqualTo(second).Within(1e-12));
    }

    [Test]
    public void Step_Heterogeneity_OfTwoFirmsIsTheirDistance()
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, knowledge: 0.1);
        Worlds.AddFirm(world, knowledge: 0.8);
        Worlds.AddFirm(world, region: 1, knowledge: 5);
        Worlds.Step(world, new LifeCycleStages(new()));
        Assert.That(world.Clusters.Heterogeneity[0], Is.EqualTo(0.7).Within(1e-12));
        Assert.That(world.Clusters.Heterogeneity[1], Is.Zero, "one firm cannot differ from itself");
    }

    [Test]
    public void Step_RegionThatGathersFirms_BecomesEmbryonicAndComesIntoFocus()
    {
        World world = Worlds.Empty(3);
        for (int i = 0; i < 6; i++) Worlds.AddFirm(world, region: 1);
        Worlds.AddFirm(world, region: 0);
        var mechanism = new LifeCycleStages(new());
        for (world.Tick = 2; world.Tick < 60 && world.Country.FocalRegion[0] < 0; world.Tick += 3)
        {
            world.Clusters.Entries[1]++;
            Worlds.Step(world, mechanism);
        }
        Assert.That(world.Country.FocalRegion[0], Is.EqualTo(1));
        Assert.That(world.Clusters.Stage.Span.ToArray(), Is.EqualTo(new[] { Stage.None, Stage.Embryonic, Stage.None }));
        Assert.That(world.Clusters.EmbryonicAt[1], Is.EqualTo(world.Country.FocalSince[0]));
        Assert.That(world.StageChanges.Count, Is.EqualTo(1));
        Assert.That(world.StageChanges.Cluster[0], Is.EqualTo(1));
        Assert.That(world.StageChanges.From[0], Is.EqualTo(Stage.None));
        Assert.That(world.StageChanges.To[0], Is.EqualTo(Stage.Embryonic));
    }

    [TestCase(0, 30, true)]
    [TestCase(0, 1, false)]   // a curiosity
    [TestCase(121, 30, false)] // new no more
    public void Step_GrowthInAYoungSubmarket_IsSeenAsRenewal(int age, double sales, bool renewal)
    {
        ModelConfiguration level = Worlds.Level(1);
        World world = Worlds.Empty(level with { Country = level.Country with { ReferenceShare = 0.02 } });
        int old = Worlds.AddFirm(world), niche = Worlds.AddFirm(world, knowledge: 1);
        (world.Firms.Sales[old], world.Firms.Sales[niche], world.Firms.InSubmarket[niche]) = (100 - sales, sales, 1);
        var mechanism = new LifeCycleStages(new());
        List<StageSignals> mature = Life.Mature().Quarters, life = Life.Mature().For(12, growth: 0.08).Quarters;
        for (int quarter = 0; quarter < life.Count; quarter++)
        {
            world.Tick = 3 * quarter + 2;
            if (quarter == mature.Count) world.Activities.Submarket[0] = new Submarket { OpenedAt = world.Tick - age, Share = 0.3, Potential = 0.4 };
            world.Clusters.Jobs[0] = (int)(10 * life[quarter].Headcount);
            world.Clusters.Firms[0] = life[quarter].FirmCount;
            world.Clusters.Entries[0] += life[quarter].Entries;
            world.Regions.Population[0] = world.Clusters.Jobs[0] / life[quarter].LocationQuotient / 0.02;
            Worlds.Step(world, mechanism);
        }
        Assert.That(world.StageChanges.To.Span.ToArray(), Has.Some.EqualTo(Stage.Maturity), "it was mature before");
        Assert.That(world.Clusters.Stage[0] == Stage.Renewal, Is.EqualTo(renewal));
    }

    [Test]
    public void History_WithoutTheDetector_HasTheSameFirmsAndPeople()
    {
        World with = Worlds.Run(new ModelConfiguration(), 4, 150).World, without = Worlds.Run(Worlds.With(("life-cycle", null)), 4, 150).World;
        Assert.That(with.Firms.Count, Is.GreaterThan(20));
        Assert.That(without.Firms.Competence.Span.ToArray(), Is.EqualTo(with.Firms.Competence.Span.ToArray()));
        Assert.That(without.Firms.Books.Span.ToArray(), Is.EqualTo(with.Firms.Books.Span.ToArray()));
        Assert.That(without.Workers.Lineage.Span.ToArray(), Is.EqualTo(with.Workers.Lineage.Span.ToArray()));
    }
}
