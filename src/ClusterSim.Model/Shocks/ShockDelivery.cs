using System.Reflection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Shocks;

/// <summary>Lets the scenario's shocks happen on their date, or at random by their hazard.</summary>
[Mechanism("shocks", Id = "M20", Theory = "contingency", Source = "B16-B18", Summary = "Shocks of the scenario happen")]
public sealed class ShockDelivery : Mechanism
{
    private ModelConfiguration? _read;
    private (ShockEvent Event, Shock Shock, int Region, int Activity)[] _shocks = [];

    public override void Start(World world, Draws draws) => Read(world);

    public override void Step(World world, Draws draws)
    {
        if (!ReferenceEquals(_read, world.Configuration)) Read(world);
        for (int i = 0; i < _shocks.Length; i++)
        {
            (ShockEvent shock, Shock kind, int region, int activity) = _shocks[i];
            bool now = shock.Month >= 0
                ? shock.Month >= world.Tick && shock.Month < world.Tick + world.TickLength.Months
                : draws.Chance(world.TickLength.Chance(shock.Hazard), (ulong)i);
            if (now) kind.Strike(world, region, activity, Lineage.Arrival(shock.Kind, region, activity, world.Tick, i), draws);
        }
    }

    private void Read(World world)
    {
        _read = world.Configuration;
        var kinds = new Catalogue(Assembly.GetExecutingAssembly());
        _shocks = [.. world.Configuration.Shocks.Select(shock => (shock,
            (Shock)kinds.Find("shock", shock.Kind)!.Create(shock.Parameters),
            shock.Region.Length == 0 ? -1 : Math.Max(0, world.RegionRow(shock.Region)),
            world.Configuration.ActivityRow(shock.Activity)))];
    }
}
