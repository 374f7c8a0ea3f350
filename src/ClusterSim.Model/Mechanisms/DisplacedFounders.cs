using System.Runtime.InteropServices;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>People who lost their posts found firms of their own; for a year and a half after a lay-off they do so
/// several times as often as others.</summary>
/// <remarks>Would-be founders a year = hazard * displaced persons of the last 18 months * opportunity * (1 + c). The founder
/// is an unemployed worker of the region, drawn by trait.</remarks>
[Mechanism("displaced-founders", Id = "M09c", Theory = "necessity entrepreneurship", Source = "von Greiff 2009 for the sign; B18",
    Summary = "Displaced workers found firms")]
public sealed class DisplacedFounders(DisplacedFounders.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year", Source = "calibrated on the Modena case", Summary = "Would-be founders per displaced person at opportunity 1")]
        public double Hazard { get; init; } = 0.02;

        [Parameter(-2, 2, Unit = "log point", Source = "assumption", Summary = "Mean competence less that of living firms, beside what the founder carries")]
        public double Gap { get; init; } = -0.08;
    }

    public override void Step(World world, Draws draws)
    {
        Regions regions = world.Regions;
        for (int region = 0; region < regions.Count; region++)
        {
            regions.Displaced[region] *= 1 - 1.0 / 18;
            if (regions.Displaced[region] <= 0) continue;
            for (int activity = 0; activity < world.Activities.Count; activity++)
            {
                double share = world.Activities.Jobs[activity] == 0 ? (activity == 0 ? 1 : 0) : Share(world, activity);
                double mean = p.Hazard / 12 * regions.Displaced[region] * share * world.Activities.Opportunity[activity] * (1 + regions.Culture[region]);
                int count = mean <= 0 ? 0 : draws.Poisson(Math.Min(20, mean), (ulong)world.Cluster(region, activity));
                for (int k = 0; k < count; k++) Found(world, draws, region, activity, k);
            }
        }
    }

    private static double Share(World world, int activity)
    {
        double all = 0;
        for (int other = 0; other < world.Activities.Count; other++) all += world.Activities.Jobs[other];
        return world.Activities.Jobs[activity] / all;
    }

    private void Found(World world, Draws draws, int region, int activity, int k)
    {
        ulong id = Lineage.Arrival(Name, region, activity, world.Tick, k);
        int founder = Founder(world, draws, region, id);
        if (founder < 0) return;
        Knowledge knowledge = world.Activities.Frontier[activity];
        for (int i = 0; i < Knowledge.Dimensions; i++) knowledge[i] += 0.15 * draws.Normal(id, 10 + i);
        double mean = world.Activities.MeanCompetence[activity];
        double carried = Math.Clamp(Staff.Carried(world, founder) - mean, -0.5, 0.5);
        Founding.Queue(world, draws, new Founding
        {
            Lineage = id,
            Origin = Origin.DisplacedFounder,
            Region = region,
            FoundingRegion = region,
            Activity = activity,
            Parent = -1,
            Founder = founder,
            Competence = mean + p.Gap + 0.5 * carried + 0.22 * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = world.Workers.Wealth[founder],
        });
    }

    private static int Founder(World world, Draws draws, int region, ulong id)
    {
        Workers workers = world.Workers;
        ReadOnlySpan<Standing> standing = workers.Standing.Span;
        ReadOnlySpan<int> taken = world.Foundings.Founder.Span;
        var race = new Race();
        for (int worker = -1; NextUnemployed(standing, ref worker);)
        {
            if (workers.Region[worker] != region || taken.Contains(worker)) continue;
            race.Enter(worker, draws.Uniform(Lineage.Pair(id, workers.Lineage[worker])), workers.Trait[worker]);
        }
        return race.Winner;
    }

    /// <summary>Moves on to the next unemployed worker; false after the last.</summary>
    private static bool NextUnemployed(ReadOnlySpan<Standing> standing, ref int worker)
    {
        int ahead = MemoryMarshal.AsBytes(standing[(worker + 1)..]).IndexOf((byte)Standing.Unemployed);
        worker += ahead + 1;
        return ahead >= 0;
    }
}
