using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>The early-warning score of a region-activity that is no cluster yet; in the country the expected number of those that
/// will be.</summary>
[Indicator("early-warning", Unit = "share", Additive = true, Source = "trained on simulated histories; Hidalgo et al. 2007 for relatedness", Summary = "Probability that what is no cluster yet reaches lasting growth within ten years, as a score sees it from published counts; 0 from growth on")]
public sealed class WarningOfGrowth : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        if (region >= 0) return world.EarlyWarning(world.Cluster(region, activity));
        double sum = 0;
        for (int r = 0; r < world.Regions.Count; r++) sum += world.EarlyWarning(world.Cluster(r, activity));
        return sum;
    }
}
