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
        Activities activities = world.Activities;
        // What is left when the tick has passed, and how many months of it the months before it come to.
        double jobs = 0, kept = world.TickLength.Kept(1 - 1.0 / 18), months = world.TickLength.Sum(1 / (1 - 1.0 / 18));
        foreach (int here in activities.Jobs.Span) jobs += here;
        Pool pool = default; // nobody looks for the unemployed in a month without founders
        for (int region = 0; region < regions.Count; region++)
        {
            regions.Displaced[region] *= kept;
            if (regions.Displaced[region] <= 0) continue;
            for (int activity = 0; activity < activities.Count; activity++)
            {
                double share = activities.Jobs[activity] == 0 ? (activity == 0 ? 1 : 0) : activities.Jobs[activity] / jobs;
                double mean = p.Hazard / 12 * months * regions.Displaced[region] * share * activities.Opportunity[activity] * (1 + regions.Culture[region]);
                int count = mean <= 0 ? 0 : draws.Poisson(Math.Min(20, mean), (ulong)world.Cluster(region, activity));
                if (count > 0 && pool.Start.IsEmpty) pool = Pool.Of(world);
                for (int k = 0; k < count; k++) Found(world, draws, region, activity, k, pool);
            }
        }
    }

    /// <summary>The unemployed, region by region.</summary>
    private ref struct Pool
    {
        /// <summary>Where each region's begin; length = regions + 1.</summary>
        public Span<int> Start;

        /// <summary>Their rows, ascending in each region; -1 once they found a firm.</summary>
        public Span<int> Workers;

        public static Pool Of(World world)
        {
            Span<int> unemployed = world.Regions.Unemployed.Span, start = world.Scratch.Ints(unemployed.Length + 1, 0), next = world.Scratch.Ints(unemployed.Length, 2);
            start[0] = 0;
            for (int region = 0; region < unemployed.Length; region++) start[region + 1] = start[region] + unemployed[region];
            start[..^1].CopyTo(next);
            Span<int> workers = world.Scratch.Ints(start[^1], 1);
            ReadOnlySpan<short> home = world.Workers.Region.Span;
            ReadOnlySpan<byte> standing = MemoryMarshal.AsBytes(world.Workers.Standing.Span);
            for (int worker = 0, ahead; (ahead = standing[worker..].IndexOf((byte)Standing.Unemployed)) >= 0; worker++)
            {
                worker += ahead;
                workers[next[home[worker]]++] = worker;
            }
            return new Pool { Start = start, Workers = workers };
        }
    }

    private void Found(World world, Draws draws, int region, int activity, int k, Pool pool)
    {
        ulong id = Lineage.Arrival(Name, region, activity, world.Tick, k);
        int founder = Founder(world, draws, pool.Workers[pool.Start[region]..pool.Start[region + 1]], id);
        if (founder < 0) return;
        Knowledge knowledge = world.Activities.Frontier[activity];
        knowledge.Shake(draws, id, 0.15);
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

    /// <summary>Drawn by trait among the unemployed of the region; -1 = there is nobody.</summary>
    private static int Founder(World world, Draws draws, Span<int> unemployed, ulong id)
    {
        Workers workers = world.Workers;
        var race = new Race();
        for (int i = 0; i < unemployed.Length; i++)
        {
            int worker = unemployed[i];
            if (worker >= 0) race.Enter(i, draws.Uniform(Lineage.Pair(id, workers.Lineage[worker])), workers.Trait[worker]);
        }
        if (race.Winner < 0) return -1;
        int founder = unemployed[race.Winner];
        unemployed[race.Winner] = -1;
        return founder;
    }
}
