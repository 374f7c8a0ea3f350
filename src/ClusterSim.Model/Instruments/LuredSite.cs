using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>A site of a firm from elsewhere that public money brings to a region.</summary>
internal struct LuredSite
{
    public int Staff;

    /// <summary>Competence over the mean firm's, log points.</summary>
    public double Lead;

    /// <summary>What its owners put in beyond the cost of entry, GBP thousand.</summary>
    public double Capital;

    /// <summary>What the public puts in beyond it, GBP thousand.</summary>
    public double Grant;

    /// <summary>Adds it to the queue of foundings of the programme's region and activity.</summary>
    public static void Queue(World world, Draws draws, int programme, ulong id, in LuredSite site)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        Knowledge knowledge = world.Activities.Frontier[activity];
        knowledge.Shake(draws, id, 0.15);
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.Inward,
            Region = region,
            FoundingRegion = region,
            Activity = activity,
            Parent = -1,
            Founder = -1,
            Competence = world.Activities.MeanCompetence[activity] + site.Lead + 0.2 * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = site.Capital,
        });
        int row = world.Foundings.Count - 1;
        world.Foundings.Size[row] = site.Staff;
        world.Foundings.Raised[row] = world.Foundings.Cost[row] + site.Capital + site.Grant;
        world.Foundings.Grant[row] = site.Grant;
        world.Foundings.SupportedBy[row] = programme;
    }
}
