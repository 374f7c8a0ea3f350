using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Venture funds form where exits have made money, pick what looks best among young firms within reach, give
/// money in stages and management with it, and sell after some years: most deals lose, a few pay for all. Part of
/// the proceeds stays with local angels, so that capital and cluster grow together.</summary>
/// <remarks>Perceived competence = q + N(0, (0.3/(1 + deals/10))^2); a fund backs the firm that looks best if it lies
/// one standard deviation, less where risk is tolerated, above the mean. Exit after five years in the mean: nothing with probability 0.65, else amount times a
/// Pareto(1.1) multiple, capped at 100.</remarks>
[Mechanism("venture-capital", Id = "M10b", Theory = "venture-led", Source = "Sorenson and Stuart 2001; Gompers and Lerner 2004; B27, B28, F28",
    Summary = "Funds form from exits, back young firms, manage and sell them")]
public sealed class VentureCapital(VentureCapital.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 100_000, Unit = "GBP thousand", Source = "assumption", Summary = "Local risk capital that starts a fund")]
        public double FundThreshold { get; init; } = 500;

        [Parameter(0, 100_000, Unit = "GBP thousand", Source = "assumption", Summary = "First round of a deal")]
        public double Round { get; init; } = 250;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "Noise with which a fund without a record sees competence")]
        public double Noise { get; init; } = 0.3;

        [Parameter(0, 0.5, Unit = "log point a year", Source = "Hellmann and Puri 2002 for the sign", Summary = "Competence that a fund's management adds to a firm it backs")]
        public double Management { get; init; } = 0.05;

        [Parameter(0, 2, Unit = "1 a year", Source = "assumption", Summary = "Exits of a backed firm")]
        public double ExitRate { get; init; } = 0.2;

        [Parameter(0, 1, Unit = "share", Source = "deal-return surveys (imposes F28)", Summary = "Deals that are written off")]
        public double WriteOffs { get; init; } = 0.65;

        [Parameter(1.01, 5, Unit = "1", Source = "exit-value data (imposes F28)", Summary = "Tail exponent of exit multiples")]
        public double ExitTail { get; init; } = 1.1;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Proceeds of an exit that become local angels' money")]
        public double LocalShare { get; init; } = 0.2;

        [Parameter(0, 1, Unit = "share a year", Source = "calibrated", Summary = "Risk capital that finds other uses")]
        public double Leakage { get; init; } = 0.15;
    }

    private const double PublicNoise = 1.5;

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Regions regions = world.Regions;
        double kept = Reproducible.Exp(-p.Leakage / 4);
        for (int region = 0; region < regions.Count; region++)
        {
            regions.RiskCapital[region] *= kept;
            if (regions.RiskCapital[region] >= p.FundThreshold && HasHighTech(world, region)) Form(world, region);
        }
        Manage(world);
        for (int investor = 0; investor < world.Investors.Count; investor++) Invest(world, draws, investor);
        Exit(world, draws);
    }

    /// <summary>Funds form where there is somebody whom they would back.</summary>
    private static bool HasHighTech(World world, int region)
    {
        for (int activity = 0; activity < world.Activities.Count; activity++)
            if (world.Configuration.Activities[activity].Regime == Regime.HighTech && world.Clusters.Firms[world.Cluster(region, activity)] > 0) return true;
        return false;
    }

    /// <summary>Half of what angels hold goes into a fund.</summary>
    private static void Form(World world, int region)
    {
        double size = world.Regions.RiskCapital[region] / 2;
        world.Regions.RiskCapital[region] -= size;
        Funds.Open(world, InvestorKind.VentureFund, region, size);
    }

    private void Manage(World world)
    {
        Firms firms = world.Firms;
        foreach (int firm in world.Living)
            if (firms.Backer[firm] >= 0)
            {
                firms.Competence[firm] += p.Management / 4;
                firms.Managerial[firm] += p.Management / 4;
            }
    }

    private void Invest(World world, Draws draws, int investor)
    {
        Investors investors = world.Investors;
        if (investors.Uninvested[investor] < p.Round) return;
        int home = investors.Region[investor];
        // Public funds know less of what the market wants, invest at home, and in every trade.
        bool isPublic = investors.Kind[investor] == InvestorKind.GovernmentFund;
        double noise = (isPublic ? PublicNoise : 1) * p.Noise / (1 + investors.Deals[investor] / 10.0);
        int best = -1;
        double most = double.NegativeInfinity;
        Firms firms = world.Firms;
        foreach (int firm in world.Living)
        {
            if (firms.Backer[firm] >= 0 || world.Tick - firms.FoundedAt[firm] > 120) continue;
            int activity = firms.Activity[firm];
            if (!isPublic && world.Configuration.Activities[activity].Regime == Regime.Traditional) continue;
            if (world.Distance(home, firms.Region[firm]) > investors.Reach[investor]) continue;
            double seen = (firms.Competence[firm] - firms.Misfit[firm] - world.Activities.MeanCompetence[activity]
                + noise * (1 - world.Regions.Information[firms.Region[firm]]) * draws.Normal(Lineage.Pair(investors.Lineage[investor], firms.Lineage[firm]))) / world.Activities.SpreadCompetence[activity];
            if (seen < 1 / (1 + world.Regions.RiskTolerance[home]) || seen <= most) continue;
            most = seen;
            best = firm;
        }
        if (best >= 0) Funds.Deal(world, investor, best, p.Round);
    }

    private void Exit(World world, Draws draws)
    {
        double exits = Reproducible.PerMonth(3 * p.ExitRate);
        Deals deals = world.Deals;
        Firms firms = world.Firms;
        for (int deal = 0; deal < deals.Count; deal++)
        {
            if (deals.ExitTick[deal] >= 0) continue;
            int firm = deals.Firm[deal];
            ulong id = Lineage.Pair(firms.Lineage[firm], (ulong)deals.Tick[deal]);
            bool closed = !firms.Alive(firm);
            if (!closed && !draws.Chance(exits, id, 1)) continue;
            double value = closed || draws.Chance(p.WriteOffs, id, 2)
                ? 0
                : deals.Amount[deal] * Math.Min(100, Reproducible.Pow(draws.Uniform(id, 3), -1 / p.ExitTail));
            deals.ExitTick[deal] = world.Tick;
            deals.ExitValue[deal] = value;
            int investor = deals.Investor[deal];
            world.Investors.Proceeds[investor] += value;
            // Successful funds raise more: half of the proceeds is invested again.
            world.Investors.Uninvested[investor] += value / 2;
            world.Regions.RiskCapital[firms.Region[firm]] += p.LocalShare * value;
            if (!closed) firms.Backer[firm] = -1;
        }
    }
}
