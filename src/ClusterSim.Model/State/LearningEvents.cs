namespace ClusterSim.Model.State;

/// <summary>Tells those who count flows of knowledge, if anybody does, that something was learnt or found out.</summary>
public static class LearningEvents
{
    /// <summary>A firm has learnt from another; what a person brings back to a former employer is none of it.</summary>
    public static void Learnt(World world, KnowledgeChannel channel, int teacher, int firm)
    {
        if (world.FlowCount is not { } flows || teacher == firm) return;
        Firms firms = world.Firms;
        flows.Count(world.Tick, channel, teacher, firms.FoundedAt[teacher], firms.Region[teacher], world.ClusterOf(firm));
    }

    /// <summary>A firm has innovated.</summary>
    public static void Innovated(World world, int firm) => world.FlowCount?.Renew(firm, world.Tick);
}
