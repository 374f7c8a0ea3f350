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

    /// <summary>Share of a gap in carried competence that is left after so many months; a working life at most.</summary>
    private static readonly double[] Remembered = [.. Enumerable.Range(0, 12 * 60).Select(months => Reproducible.Exp(-months / CarryMonths))];

    /// <summary>Staff at home that a firm's sales call for, at least its founder.</summary>
    public static int Wanted(double sales, double abroad) => Math.Max(1, (int)Math.Ceiling(sales * (1 - abroad) - 0.5));

    /// <summary>Skill of a worker now.</summary>
    public static double Skill(World world, int worker) => Skill(world, in world.Workers.Job[worker]);

    /// <summary>Competence that a worker carries now: it follows the employer's with a memory of three years.</summary>
    public static double Carried(World world, int worker) => Carried(world, in world.Workers.Job[worker]);

    /// <summary>Puts a worker without employer into a firm.</summary>
    public static void Hire(World world, int worker, int firm)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        ref Job job = ref workers.Job[worker];
        ref Payroll payroll = ref firms.Payroll[firm];
        int region = firms.Region[firm], activity = firms.Activity[firm], cluster = world.Cluster(region, activity);
        if (workers.Standing[worker] == Standing.Unemployed) world.Regions.Unemployed[workers.Region[worker]]--;
        workers.Standing[worker] = Standing.Employed;
        workers.Region[worker] = (short)region;
        workers.Activity[worker] = (short)activity;
        job.Carried = (float)(job.Carried - payroll.CarriedTrend);
        job.TrainingMark = (float)payroll.TrainingMark;
        job.Employer = firm;
        job.Since = world.Tick;

        job.Next = payroll.FirstWorker;
        job.Previous = -1;
        if (job.Next >= 0) workers.Job[job.Next].Previous = worker;
        payroll.FirstWorker = worker;

        payroll.Headcount++;
        payroll.SkillSum += job.Skill;
        payroll.PeakHeadcount = Math.Max(payroll.PeakHeadcount, payroll.Headcount);
        world.Clusters.Jobs[cluster]++;
        world.Clusters.Hires[cluster]++;
        world.Regions.Jobs[region]++;
        world.Activities.Jobs[activity]++;
    }

    /// <summary>Takes a worker out of the firm; the worker is unemployed until something else is said.</summary>
    public static void Separate(World world, int worker)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        ref Job job = ref workers.Job[worker];
        int firm = job.Employer, region = firms.Region[firm], activity = firms.Activity[firm];
        ref Payroll payroll = ref firms.Payroll[firm];
        double skill = Skill(world, in job), carried = Carried(world, in job);
        if (job.Previous >= 0) workers.Job[job.Previous].Next = job.Next;
        else payroll.FirstWorker = job.Next;
        if (job.Next >= 0) workers.Job[job.Next].Previous = job.Previous;

        job.Skill = (float)skill;
        job.Carried = (float)carried;
        job.Employer = -1;
        job.Former = firm;
        job.Since = world.Tick;
        job.Next = -1;
        job.Previous = -1;
        workers.Standing[worker] = Standing.Unemployed;

        payroll.Headcount--;
        payroll.SkillSum = payroll.Headcount == 0 ? 0 : payroll.SkillSum - skill;
        world.Clusters.Jobs[world.Cluster(region, activity)]--;
        world.Regions.Jobs[region]--;
        world.Regions.Unemployed[region]++;
        world.Activities.Jobs[activity]--;
    }

    private static double Skill(World world, in Job job)
    {
        if (job.Employer < 0) return job.Skill;
        double growth = world.Firms.Payroll[job.Employer].TrainingMark - job.TrainingMark;
        return FullSkill - (FullSkill - job.Skill) * Reproducible.Exp(-growth);
    }

    private static double Carried(World world, in Job job)
    {
        if (job.Employer < 0) return job.Carried;
        int months = world.Tick - job.Since;
        double left = months < Remembered.Length ? Remembered[months] : Reproducible.Exp(-months / CarryMonths);
        return world.Firms.Payroll[job.Employer].CarriedTrend + job.Carried * left;
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
        workers.AttachedAt[worker] = world.Tick;
        // One random word for three things that no one compares across people: age, trait and wealth.
        ulong bits = draws.Bits(lineage);
        workers.BornAt[worker] = world.Tick - 12 * 20 - (int)((bits >> 40) * (12 * 35) >> 24);
        workers.Job[worker] = new Job
        {
            Employer = -1,
            Former = -1,
            Since = world.Tick,
            Next = -1,
            Previous = -1,
            Skill = (float)skill,
            Carried = (float)carried,
        };
        workers.Trait[worker] = Traits[(int)bits & (Levels - 1)];
        workers.Wealth[worker] = Wealths[(int)(bits >> 20) & (Levels - 1)];
        world.Regions.Unemployed[region]++;
        return worker;
    }

    private static IEnumerable<float> Lognormal(double median, double spread) =>
        Enumerable.Range(0, Levels).Select(level => (float)(median * Reproducible.Exp(spread * Reproducible.NormalQuantile((level + 0.5) / Levels))));
}
