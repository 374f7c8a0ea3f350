using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms fail: the young, the small and the weak more often; for want of cash; for want of customers; or they
/// are bought by a neighbour, who takes over staff and customers.</summary>
/// <remarks>Monthly hazard = base (1 + youth exp(-age/24)) (size/8)^-0.22 exp(-clamp(A - mean A, -1, 1)).</remarks>
[Mechanism("exit", Id = "M11", Theory = "selection", Source = "Dunne, Roberts and Samuelson 1988; Knaup 2005; F01",
    Summary = "Firms fail, run out of cash or are bought")]
public sealed class FirmExit(FirmExit.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "1 a year", Source = "calibrated on F01", Summary = "Hazard of a mean firm of eight in the long run")]
        public double Hazard { get; init; } = 0.042;

        [Parameter(0, 20, Unit = "1", Source = "calibrated on F01", Summary = "How much more likely the newborn are to fail")]
        public double Youth { get; init; } = 4;

        [Parameter(0, 1, Unit = "1", Source = "calibrated", Summary = "How the hazard falls with size")]
        public double SizeExponent { get; init; } = 0.22;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Closures that are acquisitions")]
        public double AcquiredShare { get; init; } = 0.15;

        [Parameter(1, 60, Unit = "month", Source = "assumption", Summary = "Months in the red after which a firm must close")]
        public int Grace { get; init; } = 3;

        [Parameter(0, 1, Unit = "share of a year's sales", Source = "assumption", Summary = "What the buyer pays the owners; a fifth becomes local risk capital")]
        public double Price { get; init; } = 0.5;
    }

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        int living = world.LivingCount;
        Span<double> luck = world.Scratch.Doubles(living);
        draws.Uniforms(world.LivingLineages, luck);
        double most = world.TickLength.Share(Math.Min(1, Most()));
        for (int i = 0; i < living; i++)
        {
            int firm = world.Living[i];
            if (!firms.Alive(firm)) continue;
            if (firms.Sales[firm] < 1) Close(world, firm, Closure.TooSmall);
            else if (firms.Books[firm].MonthsInsolvent >= p.Grace) Close(world, firm, Closure.Insolvency);
            else if (luck[i] < most && luck[i] < world.TickLength.Share(Math.Min(1, Hazard(world, firm)))) Fail(world, draws, firm);
        }
    }

    private double Hazard(World world, int firm)
    {
        Firms firms = world.Firms;
        double age = world.Tick - firms.FoundedAt[firm];
        double lead = Math.Clamp(firms.Effective[firm] - world.Activities.MeanEffective[firms.Activity[firm]], -1, 1);
        double size = Reproducible.Log(Math.Max(1, firms.Payroll[firm].Headcount) / 8.0);
        return p.Hazard / 12 * (1 + p.Youth * Reproducible.Exp(-age / 24)) * Reproducible.Exp(-p.SizeExponent * size - lead);
    }

    /// <summary>The hazard of the youngest, smallest and weakest.</summary>
    private double Most() => p.Hazard / 12 * (1 + p.Youth) * Reproducible.Exp(p.SizeExponent * Reproducible.Log(8) + 1);

    private void Fail(World world, Draws draws, int firm)
    {
        ulong id = world.Firms.Lineage[firm];
        int buyer = draws.Chance(p.AcquiredShare, id, 1) ? Buyer(world, draws, firm) : -1;
        if (buyer < 0) Close(world, firm, Closure.Failure);
        else Acquire(world, buyer, firm);
    }

    /// <summary>A larger living firm of the cluster, by rendezvous.</summary>
    private static int Buyer(World world, Draws draws, int firm)
    {
        Firms firms = world.Firms;
        ulong key = draws.Bits(firms.Lineage[firm], 2), least = ulong.MaxValue;
        int buyer = -1;
        foreach (int candidate in world.FirmsOf(world.ClusterOf(firm)))
        {
            if (candidate == firm || !firms.Alive(candidate) || firms.Payroll[candidate].Headcount <= firms.Payroll[firm].Headcount) continue;
            ulong rank = Lineage.Mix(key ^ firms.Lineage[candidate]);
            if (rank >= least) continue;
            least = rank;
            buyer = candidate;
        }
        return buyer;
    }

    private void Acquire(World world, int buyer, int firm)
    {
        const double localShare = 0.2;
        Firms firms = world.Firms;
        world.Regions.RiskCapital[firms.Region[firm]] += localShare * p.Price * 12 * firms.Books[firm].Revenue / world.TickLength.Months;
        firms.Sales[buyer] += firms.Sales[firm];
        while (firms.Payroll[firm].FirstWorker >= 0)
        {
            int worker = firms.Payroll[firm].FirstWorker;
            Staff.Separate(world, worker);
            Staff.Hire(world, worker, buyer);
        }
        Shut(world, firm, Closure.Acquisition);
    }

    private static void Close(World world, int firm, Closure why)
    {
        Firms firms = world.Firms;
        world.Regions.Displaced[firms.Region[firm]] += firms.Payroll[firm].Headcount;
        while (firms.Payroll[firm].FirstWorker >= 0) Staff.Separate(world, firms.Payroll[firm].FirstWorker);
        Shut(world, firm, why);
    }

    private static void Shut(World world, int firm, Closure why)
    {
        Firms firms = world.Firms;
        int cluster = world.ClusterOf(firm);
        firms.ClosedAt[firm] = world.Tick;
        firms.Closure[firm] = why;
        firms.Sales[firm] = 0;
        world.Clusters.Vacancies[cluster] -= firms.Payroll[firm].Vacancies;
        firms.Payroll[firm].Vacancies = 0;
        world.Clusters.Firms[cluster]--;
        world.Clusters.Exits[cluster]++;
        if (world.Clusters.Firms[cluster] == 0) world.Clusters.PresentSince[cluster] = -1;
    }
}
