using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Tries to build a cluster where there is none: lures branch plants with a premium, improves the infrastructure,
/// and trains people for them. Where nothing else speaks for the place, it should not last.</summary>
[Instrument("from-scratch-package", Source = "growth-pole policies of southern Italy; B20, B41", Summary = "Lured plants, infrastructure and courses all at once")]
public sealed class FromScratchPackage(FromScratchPackage.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 10_000, Unit = "GBP thousand a plant", Low = 200, High = 800, Source = "assumption", Summary = "Premium that lures a plant")]
        public double Premium { get; init; } = 400;

        [Parameter(1, 1_000, Unit = "person", Low = 5, High = 40, Source = "assumption", Summary = "Staff of a lured plant")]
        public int Staff { get; init; } = 12;

        [Parameter(-2, 2, Unit = "log point", Low = -0.2, High = 0.1, Source = "assumption: branch plants are average", Summary = "Competence of a lured plant less the mean firm's")]
        public double Gap { get; init; } = -0.05;

        [Parameter(0, 1, Unit = "share", Low = 0.1, High = 0.4, Source = "assumption", Summary = "Part of the money for infrastructure")]
        public double InfrastructureShare { get; init; } = 0.2;

        [Parameter(1, 1_000_000, Unit = "GBP thousand", Low = 10_000, High = 40_000, Source = "assumption", Summary = "Cost of raising infrastructure from none to full")]
        public double InfrastructureCost { get; init; } = 20_000;

        [Parameter(0, 1, Unit = "share", Low = 0.05, High = 0.3, Source = "assumption", Summary = "Part of the money for courses, at 5 a place")]
        public double TrainingShare { get; init; } = 0.1;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        double money = Treasury.Available(world, programme);
        // A plant is lured as soon as its part of the money is there; the rest goes along with it.
        double plantShare = 1 - p.InfrastructureShare - p.TrainingShare, whole = p.Premium / Math.Max(0.1, plantShare);
        for (int k = 0; money >= whole; k++, money -= whole)
        {
            Treasury.Pay(world, programme, region, whole, 1);
            ref double infrastructure = ref world.Regions.Infrastructure[region];
            infrastructure = Math.Min(1, infrastructure + p.InfrastructureShare * whole / p.InfrastructureCost);
            world.Regions.TrainedPool[region] += p.TrainingShare * whole / 5;
            ulong id = Lineage.Arrival("from-scratch-package", region, activity, world.Tick, 1000 * programme + k);
            LuredSite.Queue(world, draws, programme, id, new LuredSite { Staff = p.Staff, Lead = p.Gap, Capital = 0, Grant = p.Premium / 2 });
        }
    }
}
