using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Advertises what the firms of the place make, all of them at once.</summary>
/// <remarks>Goodwill rises by gain * money / yearly sales of the cluster, up to a most; associations let it decay.</remarks>
[Instrument("joint-marketing", Source = "Nerlove and Arrow 1962 for the form; Sethuraman, Tellis and Briesch 2011 for the sign", Summary = "Advertises what the firms of a place make")]
public sealed class JointMarketing(JointMarketing.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 50, Unit = "log point", Low = 1, High = 10, Source = "assumption: below the 10 that an association gains by its own marketing", Summary = "Goodwill from spending as much as the cluster sells in a year")]
        public double Gain { get; init; } = 3;

        [Parameter(0, 2, Unit = "log point", Low = 0.1, High = 0.5, Source = "assumption", Summary = "Goodwill that public advertising cannot surpass")]
        public double Most { get; init; } = 0.3;
    }

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        int cluster = world.Cluster(region, activity);
        double sales = 0;
        foreach (int firm in world.FirmsOf(cluster)) sales += 12 * world.Firms.Books[firm].Revenue / world.TickLength.Months;
        ref double goodwill = ref world.Clusters.Association[cluster].Goodwill;
        if (sales <= 0 || p.Gain == 0) return; // nothing to advertise
        double money = Math.Min(Treasury.Available(world, programme), (p.Most - goodwill) * sales / p.Gain);
        if (money <= 0) return;
        Treasury.Pay(world, programme, region, money, world.Clusters.Firms[cluster]);
        goodwill += p.Gain * money / sales;
    }
}
