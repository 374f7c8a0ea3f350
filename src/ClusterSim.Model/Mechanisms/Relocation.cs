using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Now and then a firm moves to another region for what it would gain there, less the ties that it would lose;
/// half of its people follow.</summary>
/// <remarks>Rate = hazard a year; a mover weighs regions by logit on weight * (externality + nu difference) + ln(1 + N) *
/// pull - loss * share of its contacts that stay behind - distance/decay, staying put included. Rows of the firm and its
/// people keep their identity.</remarks>
[Mechanism("relocation", Id = "M23", Theory = "firm migration", Source = "Pellenbarg, van Wissen and van Dijk 2002; B54",
    Summary = "A few firms move to another region")]
public sealed class Relocation(Relocation.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year", Source = "assumption: long moves of firms are rare, well below 1 % a year", Summary = "How often a firm thinks of another region")]
        public double Hazard { get; init; } = 0.02;

        [Parameter(0, 50, Unit = "1 per log point", Source = "assumption", Summary = "Weight of what a place gives its firms")]
        public double PlaceWeight { get; init; } = 10;

        [Parameter(0, 5, Unit = "1", Source = "assumption", Summary = "Pull of firms of the activity already there")]
        public double Pull { get; init; } = 0.5;

        [Parameter(0, 10, Unit = "1", Source = "assumption", Summary = "Loss where all contacts stay behind")]
        public double TiesLost { get; init; } = 2;

        [Parameter(10, 10_000, Unit = "km", Source = "assumption", Summary = "Distance that costs one unit of utility")]
        public double DistanceDecay { get; init; } = 150;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "People who follow their firm")]
        public double Followers { get; init; } = 0.5;
    }

    public override void Step(World world, Draws draws)
    {
        if (world.Regions.Count < 2) return;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int count = draws.Hits(world.LivingLineages, world.TickLength.Chance(p.Hazard), hits);
        Span<double> rate = world.Scratch.Doubles(world.Regions.Count);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]];
            if (!world.Firms.Alive(firm)) continue;
            Weigh(world, firm, rate);
            int home = world.Firms.Region[firm], region = draws.Choose(world.Firms.Lineage[firm], world.Regions.Lineage.Span, rate);
            if (region >= 0 && region != home) Move(world, draws, firm, region);
        }
    }

    private void Weigh(World world, int firm, Span<double> rate)
    {
        Firms firms = world.Firms;
        int home = firms.Region[firm], activity = firms.Activity[firm], contacts = firms.ContactCount[firm];
        for (int region = 0; region < rate.Length; region++)
        {
            int cluster = world.Cluster(region, activity), stay = 0;
            for (int i = 0; i < contacts; i++)
                if (firms.Region[firms.Contacts[firm][i]] != region) stay++;
            double lost = contacts == 0 ? 0 : (double)stay / contacts;
            double place = world.Clusters.Externality[cluster] + world.Clusters.Advantage[cluster] + world.Clusters.Association[cluster].Goodwill;
            rate[region] = p.PlaceWeight * place + p.Pull * Reproducible.Log1p(world.Clusters.Firms[cluster])
                - p.TiesLost * lost - world.Distance(home, region) / p.DistanceDecay;
        }
        Reproducible.Exp(rate, rate);
    }

    private void Move(World world, Draws draws, int firm, int region)
    {
        Firms firms = world.Firms;
        int activity = firms.Activity[firm], from = world.Cluster(firms.Region[firm], activity), to = world.Cluster(region, activity);
        LeaveBehind(world, draws, firm);
        int movers = firms.Payroll[firm].Headcount;
        Clusters clusters = world.Clusters;
        clusters.Firms[from]--;
        clusters.Firms[to]++;
        clusters.Jobs[from] -= movers;
        clusters.Jobs[to] += movers;
        world.Regions.Jobs[firms.Region[firm]] -= movers;
        world.Regions.Jobs[region] += movers;
        clusters.Vacancies[from] -= firms.Payroll[firm].Vacancies;
        clusters.Vacancies[to] += firms.Payroll[firm].Vacancies;
        clusters.MovedAway[from]++;
        clusters.MovedIn[to]++;
        clusters.Arrivals[to] += movers;
        if (clusters.Firms[from] == 0) clusters.PresentSince[from] = -1;
        if (clusters.PresentSince[to] < 0) clusters.PresentSince[to] = world.Tick;
        firms.Region[firm] = region;
        firms.Member[firm] = 0;
        for (int worker = firms.Payroll[firm].FirstWorker; worker >= 0; worker = world.Workers.Job[worker].Next)
            world.Workers.Region[worker] = (short)region;
    }

    /// <summary>Those who do not follow lose their posts; the last one goes with the firm.</summary>
    private void LeaveBehind(World world, Draws draws, int firm)
    {
        Workers workers = world.Workers;
        int next;
        for (int worker = world.Firms.Payroll[firm].FirstWorker; worker >= 0; worker = next)
        {
            next = workers.Job[worker].Next;
            if (world.Firms.Payroll[firm].Headcount == 1 || draws.Chance(p.Followers, workers.Lineage[worker], 1)) continue;
            world.Regions.Displaced[world.Firms.Region[firm]]++;
            Staff.Separate(world, worker);
        }
    }
}
