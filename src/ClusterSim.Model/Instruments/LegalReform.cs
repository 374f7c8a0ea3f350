using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Moves a law of the region toward an aim, step by step, as long as its administration is paid for. What has been
/// reformed stays.</summary>
public abstract class LegalReform : Instrument
{
    /// <summary>A law this near its aim needs no further reform.</summary>
    private const double Done = 0.005;

    /// <summary>The law.</summary>
    protected abstract Column<double> Law(World world);

    /// <summary>Where it is to be.</summary>
    protected abstract double Aim { get; }

    /// <summary>Months in which the gap falls to 1/e.</summary>
    protected abstract double Months { get; }

    /// <summary>Cost of a month, GBP thousand.</summary>
    protected abstract double Cost { get; }

    /// <summary>1 = a reform that raises the law, -1 = one that lowers it; it is never moved the other way.</summary>
    protected abstract int Direction { get; }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme];
        ref double law = ref Law(world)[region];
        double gap = Aim - law, cost = Cost * world.TickLength.Months;
        if (gap * Direction < Done || Treasury.Available(world, programme) < cost) return;
        Treasury.Pay(world, programme, region, cost, 0);
        law += gap / world.TickLength.Divisor(Months);
    }
}
