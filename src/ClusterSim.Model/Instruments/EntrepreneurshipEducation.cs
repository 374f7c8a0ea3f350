using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Teaches founding at schools and colleges. Those taught come of age years later and change what people of the
/// region take for granted; foundings follow culture, and culture follows what it inherits, over decades.</summary>
[Instrument("entrepreneurship-education", Source = "Martin, McNally and Kay 2013 find a small gain, Oosterbeek, van Praag and Ijsselstein 2010 none", Summary = "Teaches founding at schools and colleges")]
public sealed class EntrepreneurshipEducation(EntrepreneurshipEducation.Parameters p) : SlowInstrument
{
    public sealed record Parameters
    {
        [Parameter(0.01, 20, Unit = "GBP thousand a person", Low = 0.1, High = 1, Source = "assumption", Summary = "Cost of teaching one person")]
        public double UnitCost { get; init; } = 0.3;

        [Parameter(0.001, 3, Unit = "1", Low = 0.05, High = 0.4, Source = "assumption", Summary = "Rise of inherited culture if as many are taught as the region has people")]
        public double Effect { get; init; } = 0.2;

        [Parameter(-0.9, 3, Unit = "1", Low = 0.3, High = 0.8, Source = "assumption", Summary = "Inherited culture that teaching cannot surpass")]
        public double Most { get; init; } = 0.5;

        [Parameter(1, 240, Unit = "month", Low = 24, High = 72, Source = "assumption", Summary = "Mean time until those taught are old enough to found")]
        public double Delay { get; init; } = 36;
    }

    protected override double Months => p.Delay;

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        ref double underWay = ref world.Programmes.UnderWay[programme];
        double room = (p.Most - world.Regions.InheritedCulture[region]) / p.Effect * world.Regions.Population[region] - underWay;
        double persons = Math.Min(Treasury.Available(world, programme) / p.UnitCost, room);
        if (persons <= 0) return;
        Treasury.Pay(world, programme, region, persons * p.UnitCost, persons);
        underWay += persons;
    }

    protected override void Finish(World world, int programme, double ready)
    {
        int region = world.Programmes.Region[programme];
        ref double culture = ref world.Regions.InheritedCulture[region];
        culture = Math.Min(Math.Max(p.Most, culture), culture + p.Effect * ready / Math.Max(1, world.Regions.Population[region]));
    }
}
