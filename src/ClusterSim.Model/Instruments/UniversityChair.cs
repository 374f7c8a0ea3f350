using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Endows chairs at a university of the region. It takes years to fill them; each then teaches graduates, who wait in
/// the region for a post, and its staff does research that firms may visit.</summary>
[Instrument("university-chair", Source = "Jaffe 1989; B17, B23", Summary = "Chairs that teach graduates and do research")]
public sealed class UniversityChair(UniversityChair.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(1, 5000, Unit = "GBP thousand a year", Low = 150, High = 400, Source = "assumption", Summary = "Cost of a chair with its staff")]
        public double UnitCost { get; init; } = 250;

        [Parameter(0, 200, Unit = "person a year", Low = 5, High = 25, Source = "assumption", Summary = "Graduates of a chair who look for work in the activity")]
        public double Graduates { get; init; } = 12;

        [Parameter(0, 100, Unit = "person", Low = 2, High = 6, Source = "assumption", Summary = "Staff of a chair")]
        public double Researchers { get; init; } = 3;

        [Parameter(1, 240, Unit = "month", Low = 36, High = 72, Source = "assumption", Summary = "Time over which chairs are filled")]
        public double Delay { get; init; } = 48;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        double money = Treasury.Available(world, programme);
        if (money <= 0) return;
        ref double chairs = ref world.Programmes.Built[programme];
        double filled = (money * 12 / p.UnitCost / world.TickLength.Months - chairs) / world.TickLength.Divisor(p.Delay);
        Treasury.Pay(world, programme, region, money, filled);
        chairs += filled;
        world.Regions.LaboratoryStaff[region] += p.Researchers * filled;
        world.Regions.TrainedPool[region] += p.Graduates / 12 * chairs * world.TickLength.Months;
    }

    /// <summary>Half of the chairs find other funds and stay, without a part in teaching the trade.</summary>
    public override void End(World world, int programme)
    {
        ref double chairs = ref world.Programmes.Built[programme];
        world.Regions.LaboratoryStaff[world.Programmes.Region[programme]] -= 0.5 * p.Researchers * chairs;
        chairs *= 0.5;
    }
}
