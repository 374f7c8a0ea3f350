using ClusterSim.Model.Engine;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;

namespace ClusterSim.Tests.Instruments;

/// <summary>Worlds in which one intervention is under way in the first region and the first activity.</summary>
internal static class Aid
{
    /// <summary>A tenth of what is spent goes on delivery, so that a purse of 100 has 90 to hand out.</summary>
    public static World World(double purse, int regions = 1, int activities = 1, Pace tick = Pace.Month)
    {
        World world = Worlds.Empty(Worlds.Level(regions, activities) with
        {
            Tick = tick,
            Policies = [new Intervention { Name = "arm", InstrumentName = "sham", Start = new StartRule(), Budget = 1_000_000, DeliveryShare = 0.1 }],
        });
        world.Programmes.Append();
        world.Programmes.EndedAt[0] = -1;
        world.Programmes.Purse[0] = purse;
        return world;
    }

    public static void Apply(World world, Instrument instrument) =>
        instrument.Apply(world, 0, Worlds.DrawsOf("policy-delivery", world.Tick).Of(Lineage.Hash("arm")));

    /// <summary>A month of a programme under way: what was begun goes on, then the purse is filled to so much and the instrument acts.</summary>
    public static void Month(World world, Instrument instrument, double purse)
    {
        world.Tick++;
        world.Programmes.Purse[0] = purse;
        instrument.Continue(world, 0);
        Apply(world, instrument);
    }
}
