using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Builds up a laboratory that keeps abreast of the frontier and shows firms of the region the way to it. It takes
/// years to staff, and empties within a few when the money ends.</summary>
[Instrument("public-laboratory", Source = "Jaffe 1989; Comin et al. 2019 on Fraunhofer; B17, B45, B60", Summary = "A laboratory that brings firms near the frontier")]
public sealed class PublicLaboratory(PublicLaboratory.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 1_000, Unit = "GBP thousand a staff year", Low = 60, High = 130, Source = "assumption", Summary = "Cost of a member of staff")]
        public double UnitCost { get; init; } = 90;

        [Parameter(1, 240, Unit = "month", Low = 36, High = 60, Source = "assumption", Summary = "Time over which the staff is built up")]
        public double Delay { get; init; } = 36;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        double money = Treasury.Available(world, programme);
        if (money <= 0) return;
        double affordable = money * 12 / p.UnitCost / world.TickLength.Months;
        double staff = world.Programmes.Helped[programme]; // those helped by a laboratory are its staff
        double hired = (affordable - staff) / world.TickLength.Divisor(p.Delay);
        Treasury.Pay(world, programme, region, money, hired);
        world.Regions.LaboratoryStaff[region] += hired;
    }

    /// <summary>Half of the staff finds other funds and stays.</summary>
    public override void End(World world, int programme) =>
        world.Regions.LaboratoryStaff[world.Programmes.Region[programme]] -= 0.5 * world.Programmes.Helped[programme];
}
