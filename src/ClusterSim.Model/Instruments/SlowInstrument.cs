using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>An instrument whose money takes effect later: what is begun is under way for a time and comes ready month by
/// month, also after the money has ended.</summary>
public abstract class SlowInstrument : Instrument
{
    /// <summary>Mean time from the money to the effect, months.</summary>
    protected abstract double Months { get; }

    /// <summary>Puts what has come ready to use.</summary>
    /// <param name="ready">In the instrument's unit.</param>
    protected abstract void Finish(World world, int programme, double ready);

    public override void Continue(World world, int programme)
    {
        ref double underWay = ref world.Programmes.UnderWay[programme];
        if (underWay <= 0) return;
        double ready = underWay / world.TickLength.Divisor(Months);
        underWay -= ready;
        world.Programmes.Built[programme] += ready;
        Finish(world, programme, ready);
    }
}
