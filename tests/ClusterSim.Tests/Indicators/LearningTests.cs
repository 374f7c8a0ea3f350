using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class LearningTests
{
    [Test]
    public void Means_OverFirms_CountEveryLivingFirmOnce()
    {
        World world = Measures.World();
        Measures.AssertFocal(world, "competence", 0.3, 0.9, 0.5);
        AssertMean("effective-competence", world.Firms.Effective);
        AssertMean("misfit", world.Firms.Misfit);
        AssertMean("input-quality", world.Firms.InputQuality);

        void AssertMean(string name, Column<double> column)
        {
            (column[0], column[1], column[2], column[3]) = (1, 3, 8, 100);
            Measures.AssertFocal(world, name, 2, 8, 4);
        }
    }

    [Test]
    public void Means_AfterAFirmHasClosed_LeaveItOut()
    {
        World world = Measures.World();
        world.Firms.ClosedAt[1] = 0;
        world.RefreshFirms();
        Measures.AssertFocal(world, "competence", 0.1, 0.9, 0.5);
    }

    [Test]
    public void Contacts_OfAKnownWorld_AreTheMeanNumber()
    {
        World world = Measures.World();
        Worlds.AddContact(world, 0, 1);
        Worlds.AddContact(world, 0, 2);
        Worlds.AddContact(world, 2, 0);
        Measures.AssertFocal(world, "contacts", 1, 1, 1);
        Worlds.AddContact(world, 1, 2);
        Measures.AssertFocal(world, "contacts", 1.5, 1, 4 / 3.0);
    }

    [Test]
    public void Heterogeneity_OfTheCountry_WeighsByFirms()
    {
        World world = Measures.World();
        world.Clusters.Heterogeneity[world.Cluster(0, 0)] = 0.6;
        world.Clusters.Heterogeneity[world.Cluster(1, 0)] = 0.3;
        Measures.AssertFocal(world, "heterogeneity", 0.6, 0.3, 0.5);
    }

    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("innovations", world => world.Clusters.Innovations.Span);
        Measures.AssertCounter("learnt-by-proximity", world => world.Clusters.LearntByProximity.Span);
        Measures.AssertCounter("learnt-by-imitation", world => world.Clusters.LearntByImitation.Span);
        Measures.AssertCounter("learnt-from-suppliers", world => world.Clusters.LearntFromSuppliers.Span);
        Measures.AssertCounter("learnt-from-movers", world => world.Clusters.LearntFromMovers.Span);
        Measures.AssertCounter("laboratory-visits", world => world.Clusters.LaboratoryVisits.Span);
    }
}
