using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Indicators;

public sealed class SourcesTests
{
    [Test]
    public void Counters_OfClusters_AreReadByActivity()
    {
        Measures.AssertCounter("learnt-from-institutions", world => world.Clusters.LearntFromInstitutions.Span);
        Measures.AssertCounter("pipeline-visits", world => world.Clusters.PipelineVisits.Span);
    }

    [Test]
    public void Means_OverFirms_CountEveryLivingFirmOnce()
    {
        World world = Measures.World();
        AssertMean("rigidity", world.Firms.Rigidity);
        AssertMean("managerial-competence", world.Firms.Managerial);
        AssertMean("complexity-loss", world.Firms.ComplexityLoss);
        new byte[] { 1, 3, 4, 100 }.CopyTo(world.Firms.Pipelines.Span);
        Measures.AssertFocal(world, "lines-abroad", 2, 4, 8 / 3.0);

        void AssertMean(string name, Column<double> column)
        {
            (column[0], column[1], column[2], column[3]) = (0.1, 0.3, 0.8, 10);
            Measures.AssertFocal(world, name, 0.2, 0.8, 0.4);
        }
    }
}
