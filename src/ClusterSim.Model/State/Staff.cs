using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Who works where. Every hire and every separation of the model goes through here, so that headcounts,
/// skills, staff lists and regional counts cannot drift apart.</summary>
public static class Staff
{
    private const int Levels = 4096;

    /// <summary>Entrepreneurial traits, lognormal with mean 1, on as many levels as likely.</summary>
    private static readonly float[] Traits = [.. Lognormal(1 / Reproducible.Exp(0.18), 0.6)];

    /// <summary>Wealth, GBP thousand, lognormal with median 20.</summary>
    private static readonly float[] Wealths = [.. Lognormal(20, 1)];

    /// <summary>Skill that long experience approaches; newcomers start near 1.</summary>
    public const double FullSkill = 1.6;

    /// <summary>Months over which what a worker carries forgets the former employer (e-folding).</summary>
    public const double CarryMonths = 36;

    /// <summary>Skill of a worker now.</summary>
    public static double Skill(World world, int worker)
    {
        Workers workers = world.Workers;
        int firm = workers.Employer[worker];
        double skill = workers.Skill[worker];
        if (firm < 0) return skill;
        double growth = world.Firms.TrainingMark[firm] - workers.TrainingMark[worker];
        return FullSkill - (FullSkill - skill) * Reproducible.Exp(-growth);
    }

    /// <summary>Competence that a worker carries now: it follows the employer's with a memory of three years.</summary>
    public static double Carried(World world, int worker)
    {
        Workers workers = world.Workers;
        int firm = workers.Employer[worker];
        if (firm < 0) return workers.Carried[worker];
        double months = world.Tick - workers.Since[worker];
        return world.Firms.CarriedTrend[firm] + workers.Carried[worker] * Reproducible.Exp(-months / CarryMonths);
    }

    /// <summary>Puts a worker without employer into a firm.</summary>
    public static void Hire(World world, int worker, int firm)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        if (workers.Standing[worker] == Standing.Unemployed) world.Regions.Unemployed[workers.Region[worker]]--;
        workers.Standing[worker] = Standing.Employed;
        workers.Carried[worker] = (float)(workers.Carried[worker] - firms.CarriedTrend[firm]);
        workers.TrainingMark[worker] = (float)firms.TrainingMark[firm];
        workers.Employer[worker] = firm;
        workers.Region[worker] = (short)firms.Region[firm];
        workers.Activity[worker] = (short)firms.Activity[firm];
        workers.Since[worker] = world.Tick;

        int first = firms.FirstWorker[firm];
        workers.Next[worker] = first;
        workers.Previous[worker] = -1;
        if (first >= 0) workers.Previous[first] = worker;
        firms.FirstWorker[firm] = worker;

        firms.Headcount[firm]++;
        firms.SkillSum[firm] += workers.Skill[worker];
        firms.PeakHeadcount[firm] = Math.Max(firms.PeakHeadcount[firm], firms.Headcount[firm]);
        int cluster = world.ClusterOf(firm);
        world.Clusters.Jobs[cluster]++;
        world.Clusters.Hires[cluster]++;
        world.Regions.Jobs[firms.Region[firm]]++;
        world.Activities.Jobs[firms.Activity[firm]]++;
    }

    /// <summary>Takes a worker out of the firm; the worker is unemployed until something else is said.</summary>
    public static void Separate(World world, int worker)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        int firm = workers.Employer[worker];
        double skill = Skill(world, worker), carried = Carried(world, worker);
        int next = workers.Next[worker], previous = workers.Previous[worker];
        if (previous >= 0) workers.Next[previous] = next;
        else firms.FirstWorker[firm] = next;
        if (next >= 0) workers.Previous[next] = previous;

        workers.Skill[worker] = (float)skill;
        workers.Carried[worker] = (float)carried;
        workers.Employer[worker] = -1;
        workers.FormerEmployer[worker] = firm;
        workers.Standing[worker] = Standing.Unemployed;
        workers.Since[worker] = world.Tick;
        workers.Next[worker] = -1;
        workers.Previous[worker] = -1;

        firms.Headcount[firm]--;
        firms.SkillSum[firm] = firms.Headcount[firm] == 0 ? 0 : firms.SkillSum[firm] - skill;
        int region = firms.Region[firm];
        world.Clusters.Jobs[world.ClusterOf(firm)]--;
        world.Regions.Jobs[region]--;
        world.Regions.Unemployed[region]++;
        world.Activities.Jobs[firms.Activity[firm]]--;
    }

    /// <summary>An unemployed worker leaves for the background sector or retires.</summary>
    public static void Leave(World world, int worker)
    {
        world.Regions.Unemployed[world.Workers.Region[worker]]--;
        world.Workers.Standing[worker] = Standing.Gone;
    }

    /// <summary>Adds a person to the table, unemployed in the region; growth happens at the commit point only.</summary>
    /// <returns>The new row.</returns>
    public static int Attach(World world, ulong lineage, int region, int activity, double skill, double carried, Draws draws)
    {
        Workers workers = world.Workers;
        int worker = workers.Append();
        workers.Lineage[worker] = lineage;
        workers.Standing[worker] = Standing.Unemployed;
        workers.Region[worker] = (short)region;
        workers.Activity[worker] = (short)activity;
        workers.Employer[worker] = -1;
        workers.FormerEmployer[worker] = -1;
        workers.Since[worker] = world.Tick;
        workers.AttachedAt[worker] = world.Tick;
        // One random word for three things that no one compares across people: age, trait and wealth.
        ulong bits = draws.Bits(lineage);
        workers.BornAt[worker] = world.Tick - 12 * 20 - (int)((bits >> 40) * (12 * 35) >> 24);
        workers.Skill[worker] = (float)skill;
        workers.Carried[worker] = (float)carried;
        workers.Trait[worker] = Traits[(int)bits & (Levels - 1)];
        workers.Wealth[worker] = Wealths[(int)(bits >> 20) & (Levels - 1)];
        workers.Next[worker] = -1;
        workers.Previous[worker] = -1;
        world.Regions.Unemployed[region]++;
        return worker;
    }

    private static IEnumerable<float> Lognormal(double median, double spread) =>
        Enumerable.Range(0, Levels).Select(level => (float)(median * Reproducible.Exp(spread * Reproducible.NormalQuantile((level + 0.5) / Levels))));
}
