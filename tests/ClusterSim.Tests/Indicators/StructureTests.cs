using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class StructureTests
{
    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("moved-in", world => world.Clusters.MovedIn.Span);
        Measures.AssertCounter("moved-away", world => world.Clusters.MovedAway.Span);
        Measures.AssertCounter("public-demand", world => world.Clusters.PublicDemand.Span);
    }

    [Test]
    public void Clusters_OfTheCountry_WeighByTheirFirms()
    {
        World world = Measures.World();
        AssertMean("services", world.Clusters.Services.Span);
        AssertMean("related-variety", world.Clusters.RelatedVariety.Span);

        void AssertMean(string name, Span<double> column)
        {
            column.Fill(90);
            (column[world.Cluster(0, 0)], column[world.Cluster(1, 0)]) = (0.5, 2);
            Measures.AssertFocal(world, name, 0.5, 2, 1);
        }
    }

    [Test]
    public void Firms_AbroadOrInASubmarket_AreCountedByHand()
    {
        World world = Measures.World();
        (world.Firms.Offshored[0], world.Firms.Offshored[1], world.Firms.Offshored[2], world.Firms.Offshored[3]) = (0.2, 0.4, 0.9, 0.9);
        Measures.AssertFocal(world, "offshored", 0.3, 0.9, 0.5);
        (world.Firms.InSubmarket[1], world.Firms.InSubmarket[3]) = (1, 1);
        Measures.AssertFocal(world, "submarket-share", 0.5, 0, 1 / 3.0);
    }

    /// <summary>Firm 0 knows 1, 2 and the supplier 3; firm 2 knows nobody who lives.</summary>
    [Test]
    public void Ties_OfAKnownWorld_AreCountedLayerByLayer()
    {
        World world = Measures.World();
        int dead = Worlds.AddFirm(world);
        world.Firms.ClosedAt[dead] = 0;
        world.Clusters.Firms[0]--;
        world.RefreshFirms();
        foreach (int contact in (int[])[1, 2, 3]) Worlds.AddContact(world, 0, contact);
        Worlds.AddContact(world, 1, 0);
        Worlds.AddContact(world, 2, dead);
        Measures.AssertFocal(world, "isolated-share", 0, 1, 1 / 3.0);

        // Once with each of 1 and 2 though people moved twice; the dead and the firm itself are no ties.
        new[] { 2, 2, 3, dead + 1, 1 }.CopyTo(((Span<int>)world.Firms.FormerEmployers[0])[..5]);
        Measures.AssertFocal(world, "colleague-ties", 1, 0, 2 / 3.0);

        // Of firm 0's contacts 1 and 2 are colleagues and 3 is a supplier; firm 1's contact 0 is neither.
        Worlds.AddSupplier(world, 0, 3, 0.5f);
        Measures.AssertFocal(world, "tie-overlap", 0.5, 0, 1 / 3.0);
        world.Firms.FormerEmployers[0] = default;
        Measures.AssertFocal(world, "tie-overlap", 1 / 6.0, 0, 1 / 9.0);
    }

    [Test]
    public void VacancyDuration_OfAKnownWorld_IsTheMeanOverFirmsWithPosts()
    {
        World world = Measures.World();
        Measures.AssertFocal(world, "vacancy-duration", 0, 0, 0);
        world.Firms.VacancyAge.Span.Fill(40);
        (world.Firms.Payroll[1].Vacancies, world.Firms.VacancyAge[1]) = (5, 6);
        (world.Firms.Payroll[2].Vacancies, world.Firms.VacancyAge[2]) = (1, 9);
        Measures.AssertFocal(world, "vacancy-duration", 6, 9, 7.5);
    }

    [Test]
    public void FirmConcentration_OfAKnownWorld_IsTheSumOfSquaredShares() =>
        Measures.AssertFocal(Measures.World(), "firm-concentration", (16 + 144) / 256.0, 1, (16 + 144 + 64) / 576.0);
}
