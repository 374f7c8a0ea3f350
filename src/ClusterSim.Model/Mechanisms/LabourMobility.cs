using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>People hear of better posts and change jobs, lose their posts and find new ones; whoever comes from a
/// better firm brings some of what it knows.</summary>
/// <remarks>On the job, offers arrive at contact * (1 + local term * ln(1 + V)/ln 50) * (1 - 0.35 n), part of them from the
/// background sector; an offer is taken if its log wage, with noise of matching, beats the own by more than a threshold.
/// A mover raises the new employer's competence by share * max(0, e - q) / staff. A post that a mover leaves is open
/// again in the same month. Rival takers of one post are ranked by a keyed priority.</remarks>
[Mechanism("labour-mobility", Id = "M06", Theory = "Saxenian; job search", Source = "Fallick, Fleischman and Rebitzer 2006; Burdett 1978; B12, B21, B24",
    Summary = "Workers change jobs, lose and find them, and carry knowledge")]
public sealed class LabourMobility(LabourMobility.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 12, Unit = "1 a year", Source = "calibrated on F17", Summary = "Offers that reach a worker on the job where no post is open nearby")]
        public double Contact { get; init; } = 0.6;

        [Parameter(0, 10, Unit = "1", Source = "calibrated on F17", Summary = "How much more offers come where many posts are open")]
        public double LocalTerm { get; init; } = 3;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Share of offers that come from the background sector")]
        public double BackgroundShare { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of the value of a match")]
        public double MatchNoise { get; init; } = 0.2;

        [Parameter(0, 1, Unit = "log point", Source = "calibrated", Summary = "Gain below which nobody moves")]
        public double Threshold { get; init; }

        [Parameter(0, 2, Unit = "1 a year", Source = "calibrated; about 1.2 % a month in US data", Summary = "Separations into unemployment")]
        public double Separation { get; init; } = 0.145;

        [Parameter(0, 12, Unit = "1 a year", Source = "calibrated; Shimer 2005 finds 0.45 a month in the US", Summary = "Offers that reach an unemployed person while posts are open")]
        public double JobFinding { get; init; } = 3.94;

        [Parameter(0, 12, Unit = "1 a year", Source = "assumption", Summary = "Unemployed who leave for the background sector")]
        public double GiveUp { get; init; } = 0.9;

        [Parameter(0, 12, Unit = "1 a year", Source = "calibrated", Summary = "Filling of an open post from the background sector")]
        public double Recruitment { get; init; } = 2.2;

        [Parameter(0.05, 1, Unit = "share", Source = "calibrated", Summary = "Share of a region's people at which nobody is left to recruit")]
        public double RecruitmentLimit { get; init; } = 0.6;

        [Parameter(0, 1, Unit = "1", Source = "Marx, Strumsky and Fleming 2009: inventors' mobility falls by 8 to 35 %", Summary = "Fall of contacts under full enforcement of non-competes")]
        public double NonCompeteEffect { get; init; } = 0.35;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of a mover's lead that the new firm takes over, per head of staff")]
        public double CarriedShare { get; init; } = 0.15;
    }

    private const int RecruitDraw = 1, Block = 256, Levels = 4096, LevelBits = 12, SourceBits = 16;

    /// <summary>The value of a match on 4,096 levels, each as likely: fine enough for a taste, and no logarithm a contact.</summary>
    private static readonly double[] MatchValue =
        [.. Enumerable.Range(0, Levels).Select(level => Reproducible.NormalQuantile((level + 0.5) / Levels))];

    public override void Step(World world, Draws draws)
    {
        int regions = world.Regions.Count;
        // Posts by region: start[r]..start[r + 1] in posts; each open post once.
        Span<int> start = world.Scratch.Ints(regions + 1, 0);
        int open = CountPosts(world, start);
        Span<int> posts = world.Scratch.Ints(open, 1);
        ListPosts(world, start, posts);
        Span<int> taker = world.Scratch.Ints(open, 2);
        taker.Fill(-1);
        Span<ulong> priority = world.Scratch.Ids(open, 0);
        Span<double> contact = world.Scratch.Doubles(regions);
        ContactRates(world, start, contact);
        Meet(world, draws, start, posts, taker, priority, contact);
        for (int post = 0; post < open; post++)
            if (taker[post] >= 0) Move(world, taker[post], posts[post]);
        Recruit(world, draws);
    }

    /// <summary>Finds by one keyed word per worker to whom something happens this month, and lets it happen.</summary>
    private void Meet(World world, Draws draws, ReadOnlySpan<int> start, ReadOnlySpan<int> posts, Span<int> taker, Span<ulong> priority, ReadOnlySpan<double> contact)
    {
        Workers workers = world.Workers;
        double separation = Reproducible.PerMonth(p.Separation), finding = Reproducible.PerMonth(p.JobFinding), giveUp = Reproducible.PerMonth(p.GiveUp);
        int regions = contact.Length;
        // Chance that anything happens, by standing and region, as a threshold on random bits; none for those who are gone.
        Span<ulong> something = stackalloc ulong[3 * regions];
        for (int region = 0; region < regions; region++)
        {
            something[(int)Standing.Employed * regions + region] = Draws.Threshold(separation + contact[region]);
            something[(int)Standing.Unemployed * regions + region] = Draws.Threshold(finding + giveUp);
            something[(int)Standing.Gone * regions + region] = 0;
        }
        ReadOnlySpan<ulong> ids = workers.Lineage.Span;
        ReadOnlySpan<Standing> standing = workers.Standing.Span;
        ReadOnlySpan<short> home = workers.Region.Span;
        Span<ulong> first = stackalloc ulong[Block], second = stackalloc ulong[Block];
        Span<int> hits = stackalloc int[Block];
        for (int from = 0; from < ids.Length; from += Block)
        {
            int size = Math.Min(Block, ids.Length - from), count = 0;
            draws.Words(ids.Slice(from, size), first[..size], second[..size]);
            for (int i = 0; i < size; i++)
            {
                hits[count] = i;
                count += first[i] >> 12 < something[(int)standing[from + i] * regions + home[from + i]] ? 1 : 0;
            }
            foreach (int i in hits[..count])
            {
                int worker = from + i;
                double u = Draws.ToUniform(first[i]);
                if (standing[worker] == Standing.Unemployed)
                {
                    if (u < finding) Seek(world, worker, second[i], start, posts, taker, priority, employed: false);
                    else Staff.Leave(world, worker);
                }
                else if (u < separation) Lose(world, worker);
                else Seek(world, worker, second[i], start, posts, taker, priority, employed: true);
            }
        }
    }

    private static int CountPosts(World world, Span<int> start)
    {
        start.Clear();
        foreach (int firm in world.Living) start[world.Firms.Region[firm] + 1] += world.Firms.Vacancies[firm];
        for (int region = 1; region < start.Length; region++) start[region] += start[region - 1];
        return start[^1];
    }

    private static void ListPosts(World world, ReadOnlySpan<int> start, Span<int> posts)
    {
        Span<int> next = stackalloc int[start.Length];
        start.CopyTo(next);
        foreach (int firm in world.Living)
        {
            int region = world.Firms.Region[firm];
            for (int post = 0; post < world.Firms.Vacancies[firm]; post++) posts[next[region]++] = firm;
        }
    }

    /// <summary>Monthly probability of an offer on the job, by region.</summary>
    private void ContactRates(World world, ReadOnlySpan<int> start, Span<double> contact)
    {
        double log50 = Reproducible.Log(50);
        for (int region = 0; region < contact.Length; region++)
        {
            double local = 1 + p.LocalTerm * Reproducible.Log1p(start[region + 1] - start[region]) / log50;
            double bound = 1 - p.NonCompeteEffect * world.Regions.NonCompete[region];
            contact[region] = Reproducible.PerMonth(p.Contact * local * bound);
        }
    }

    private static void Lose(World world, int worker)
    {
        int firm = world.Workers.Employer[worker];
        if (world.Firms.Headcount[firm] == 1) return; // the last one is the firm
        Staff.Separate(world, worker);
        world.Firms.Vacancies[firm]++;
        world.Clusters.Vacancies[world.ClusterOf(firm)]++;
    }

    /// <summary>An offer arrives: from the background sector, or from an open post in the region. Separate bits of one
    /// random word say where it comes from, what the match is worth, and which post it is.</summary>
    private void Seek(World world, int worker, ulong bits, ReadOnlySpan<int> start, ReadOnlySpan<int> posts, Span<int> taker, Span<ulong> priority, bool employed)
    {
        int region = world.Workers.Region[worker], employer = world.Workers.Employer[worker];
        double own = employed ? world.Firms.LogWage[employer] : double.NegativeInfinity;
        double least = own + p.Threshold - p.MatchNoise * MatchValue[(int)(bits >> SourceBits) & (Levels - 1)];
        if (employed && (bits & 0xFFFF) < p.BackgroundShare * 0x10000)
        {
            if (world.Regions.BackgroundLogWage[region] > least) Quit(world, worker);
            return;
        }
        int choices = start[region + 1] - start[region];
        if (choices == 0) return;
        int post = start[region] + Draws.Slot(bits >> (SourceBits + LevelBits), choices), firm = posts[post];
        if (firm == employer || world.Firms.LogWage[firm] <= least) return;
        ulong rank = Lineage.Mix(bits);
        if (taker[post] >= 0 && priority[post] < rank) return;
        taker[post] = worker;
        priority[post] = rank;
    }

    private static void Quit(World world, int worker)
    {
        int firm = world.Workers.Employer[worker];
        if (world.Firms.Headcount[firm] == 1) return;
        Staff.Separate(world, worker);
        Staff.Leave(world, worker);
        world.Firms.Vacancies[firm]++;
        world.Clusters.Vacancies[world.ClusterOf(firm)]++;
    }

    private void Move(World world, int worker, int firm)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        int old = workers.Employer[worker];
        if (old >= 0)
        {
            if (firms.Headcount[old] == 1) return;
            Staff.Separate(world, worker);
            firms.Vacancies[old]++;
            world.Clusters.Vacancies[world.ClusterOf(old)]++;
            world.Clusters.JobMoves[world.ClusterOf(firm)]++;
        }
        int cluster = world.ClusterOf(firm);
        if (workers.FormerEmployer[worker] >= 0)
        {
            double lead = Math.Max(0, workers.Carried[worker] - firms.Competence[firm]);
            double gain = p.CarriedShare * lead / (firms.Headcount[firm] + 1);
            firms.Competence[firm] += gain;
            world.Clusters.LearntFromMovers[cluster] += gain;
        }
        Staff.Hire(world, worker, firm);
        firms.Vacancies[firm]--;
        world.Clusters.Vacancies[cluster]--;
    }

    /// <summary>Posts still open are offered to people of the background sector; trained ones come first.</summary>
    private void Recruit(World world, Draws draws)
    {
        const double trainedSkill = 1.3, trainedHaste = 2;
        Firms firms = world.Firms;
        Regions regions = world.Regions;
        Span<double> rate = world.Scratch.Doubles(regions.Count), haste = world.Scratch.Doubles(regions.Count, 1);
        for (int region = 0; region < regions.Count; region++)
        {
            double left = Math.Max(0, 1 - (regions.Jobs[region] + regions.Unemployed[region]) / (p.RecruitmentLimit * regions.Population[region]));
            rate[region] = Reproducible.PerMonth(p.Recruitment * left);
            haste[region] = Reproducible.PerMonth(trainedHaste * p.Recruitment * left);
        }
        foreach (int firm in world.Living)
        {
            int posts = firms.Vacancies[firm], region = firms.Region[firm];
            if (posts <= 0) continue;
            int trained = (int)Math.Min(posts, regions.TrainedPool[region]);
            int fromPool = draws.Binomial(trained, haste[region], firms.Lineage[firm], RecruitDraw + 1);
            int others = draws.Binomial(posts - trained, rate[region], firms.Lineage[firm], RecruitDraw);
            regions.TrainedPool[region] -= fromPool;
            for (int k = 0; k < fromPool + others; k++)
            {
                int recruit = world.Recruits.Append();
                world.Recruits.Lineage[recruit] = Lineage.Child(firms.Lineage[firm], 1_000_000 + firms.Recruited[firm]++);
                world.Recruits.Firm[recruit] = firm;
                world.Recruits.Skill[recruit] = k < fromPool ? trainedSkill : 1;
            }
        }
    }
}
