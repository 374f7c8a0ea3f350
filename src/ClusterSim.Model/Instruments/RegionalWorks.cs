using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Builds up something that a region has as a whole and that every firm there meets, at a cost a unit, until it is
/// full or no longer wanted.</summary>
public abstract class RegionalWorks : SlowInstrument
{
    /// <summary>What is built up.</summary>
    protected abstract Column<double> Stock(World world);

    /// <summary>Cost of a unit, GBP thousand.</summary>
    protected abstract double CostOfOne(World world, int region);

    /// <summary>Stock beyond which nothing is built.</summary>
    protected virtual double Full => 1;

    /// <summary>False where there is enough of it already.</summary>
    protected virtual bool IsWanted(World world, int region) => true;

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        if (!IsWanted(world, region)) return;
        ref double underWay = ref world.Programmes.UnderWay[programme];
        double cost = CostOfOne(world, region), room = Full - Stock(world)[region] - underWay;
        double begun = Math.Min(Treasury.Available(world, programme) / cost, room);
        if (begun <= 0) return;
        Treasury.Pay(world, programme, region, begun * cost, begun);
        underWay += begun;
    }

    protected override void Finish(World world, int programme, double ready)
    {
        ref double stock = ref Stock(world)[world.Programmes.Region[programme]];
        stock = Math.Min(Math.Max(Full, stock), stock + ready);
    }
}
