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
        Span<double> contact = world.Scratch.Doubles(regions);
        ContactRates(world, start, contact);
        Meet(world, draws, contact, new Offers
        {
            Start = start,
            Posts = posts,
            Taker = taker,
            Priority = world.Scratch.Ids(open, 0),
            LogWage = world.Firms.LogWage.Span,
        });
        for (int post = 0; post < open; post++)
            if (taker[post] >= 0) Move(world, taker[post], posts[post]);
        Recruit(world, draws);
    }

    /// <summary>The open posts of the month, and who of those who ask for one goes first.</summary>
    private ref struct Offers
    {
        /// <summary>First post of each region, and the end; length = regions + 1.</summary>
        public ReadOnlySpan<int> Start;

        /// <summary>Firm of each post.</summary>
        public ReadOnlySpan<int> Posts;

        /// <summary>Worker who takes each post so far, -1 = none.</summary>
        public Span<int> Taker;

        /// <summary>Rank of that worker; the lowest goes first.</summary>
        public Span<ulong> Priority;

        /// <summary>Log wage of each firm.</summary>
        public ReadOnlySpan<double> LogWage;
    }

    /// <summary>Finds by one keyed word per worker to whom something happens this month, and lets it happen. Wages stand
    /// still meanwhile and posts are taken afterwards, so that those who lose or quit their post and those who look
    /// for another are dealt with block by block, one kind after the other.</summary>
    private void Meet(World world, Draws draws, ReadOnlySpan<double> contact, Offers offers)
    {
        const ulong sourceMask = (1 << SourceBits) - 1;
        ulong separation = Draws.Threshold(Reproducible.PerMonth(p.Separation)), finding = Draws.Threshold(Reproducible.PerMonth(p.JobFinding));
        var background = (ulong)Math.Ceiling(p.BackgroundShare * (1 << SourceBits));
        int regions = contact.Length;
        Span<ulong> something = stackalloc ulong[3 * regions];
        Chances(contact, something);
        ReadOnlySpan<ulong> ids = world.Workers.Lineage.Span;
        ReadOnlySpan<Standing> standing = world.Workers.Standing.Span;
        ReadOnlySpan<short> home = world.Workers.Region.Span;
        Span<ulong> first = stackalloc ulong[Block], second = stackalloc ulong[Block];
        Span<int> hits = stackalloc int[Block], leaving = stackalloc int[Block], seeking = stackalloc int[Block];
        for (int from = 0; from < ids.Length; from += Block)
        {
            int size = Math.Min(Block, ids.Length - from), count = 0;
            draws.Words(ids.Slice(from, size), first[..size], second[..size]);
            ReadOnlySpan<Standing> standingHere = standing.Slice(from, size);
            ReadOnlySpan<short> homeHere = home.Slice(from, size);
            for (int i = 0; i < homeHere.Length; i++)
            {
                hits[count] = i;
                count += first[i] >> 12 < something[(int)standingHere[i] * regions + homeHere[i]] ? 1 : 0;
            }
            int left = 0, sought = 0;
            foreach (int i in hits[..count])
            {
                bool employed = standingHere[i] == Standing.Employed, first52 = first[i] >> 12 < (employed ? separation : finding);
                bool seeks = employed ? !first52 & (second[i] & sourceMask) >= background : first52;
                // Written to both lists, counted in one.
                leaving[left] = seeking[sought] = i;
                sought += seeks ? 1 : 0;
                left += seeks ? 0 : 1;
            }
            foreach (int i in leaving[..left])
            {
                if (standingHere[i] == Standing.Unemployed) Staff.Leave(world, from + i);
                else if (first[i] >> 12 < separation || BackgroundPays(world, from + i, second[i])) LeavePost(world, from + i, quits: first[i] >> 12 >= separation);
            }
            foreach (int i in seeking[..sought]) Seek(in world.Workers.Job[from + i], from + i, homeHere[i], second[i], offers);
        }
    }

    /// <summary>Chance that anything happens, by standing and region, as a threshold on random bits; none for those who are gone.</summary>
    private void Chances(ReadOnlySpan<double> contact, Span<ulong> something)
    {
        double separation = Reproducible.PerMonth(p.Separation), search = Reproducible.PerMonth(p.JobFinding) + Reproducible.PerMonth(p.GiveUp);
        int regions = contact.Length;
        for (int region = 0; region < regions; region++)
        {
            something[(int)Standing.Employed * regions + region] = Draws.Threshold(separation + contact[region]);
            something[(int)Standing.Unemployed * regions + region] = Draws.Threshold(search);
            something[(int)Standing.Gone * regions + region] = 0;
        }
    }

    private static int CountPosts(World world, Span<int> start)
    {
        start.Clear();
        Span<int> region = world.Firms.Region.Span, vacancies = world.Firms.Vacancies.Span;
        foreach (int firm in world.Living) start[region[firm] + 1] += vacancies[firm];
        for (int i = 1; i < start.Length; i++) start[i] += start[i - 1];
        return start[^1];
    }

    private static void ListPosts(World world, ReadOnlySpan<int> start, Span<int> posts)
    {
        Span<int> region = world.Firms.Region.Span, vacancies = world.Firms.Vacancies.Span, next = stackalloc int[start.Length];
        start.CopyTo(next);
        foreach (int firm in world.Living)
        {
            int open = vacancies[firm];
            if (open <= 0) continue;
            ref int at = ref next[region[firm]];
            posts.Slice(at, open).Fill(firm);
            at += open;
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

    /// <summary>The least log wage for which an offer is taken: separate bits of one random word say what the match is worth, where
    /// the offer comes from, and which post it is.</summary>
    private double Least(double own, ulong bits) => own + p.Threshold - p.MatchNoise * MatchValue[(int)(bits >> SourceBits) & (Levels - 1)];

    private bool BackgroundPays(World world, int worker, ulong bits) =>
        world.Regions.BackgroundLogWage[world.Workers.Region[worker]] > Least(world.Firms.LogWage[world.Workers.Job[worker].Employer], bits);

    /// <summary>Opens the post again; whoever quits is gone to the background sector, whoever loses it is unemployed. The
    /// last worker is the firm and stays.</summary>
    private static void LeavePost(World world, int worker, bool quits)
    {
        int firm = world.Workers.Job[worker].Employer;
        if (world.Firms.Headcount[firm] == 1) return;
        Staff.Separate(world, worker);
        if (quits) Staff.Leave(world, worker);
        world.Firms.Vacancies[firm]++;
        world.Clusters.Vacancies[world.ClusterOf(firm)]++;
    }

    /// <summary>An offer of an open post in the region arrives, and may be taken.</summary>
    private void Seek(in Job job, int worker, int region, ulong bits, Offers offers)
    {
        int begin = offers.Start[region], choices = offers.Start[region + 1] - begin;
        if (choices == 0) return;
        double own = job.Employer < 0 ? double.NegativeInfinity : offers.LogWage[job.Employer];
        int post = begin + Draws.Slot(bits >> (SourceBits + LevelBits), choices), firm = offers.Posts[post];
        if (firm == job.Employer || offers.LogWage[firm] <= Least(own, bits)) return;
        ulong rank = Lineage.Mix(bits);
        if (offers.Taker[post] >= 0 && offers.Priority[post] < rank) return;
        offers.Taker[post] = worker;
        offers.Priority[post] = rank;
    }

    private void Move(World world, int worker, int firm)
    {
        Firms firms = world.Firms;
        ref Job job = ref world.Workers.Job[worker];
        int old = job.Employer, cluster = world.ClusterOf(firm);
        if (old >= 0)
        {
            if (firms.Headcount[old] == 1) return;
            Staff.Separate(world, worker);
            firms.Vacancies[old]++;
            world.Clusters.Vacancies[world.ClusterOf(old)]++;
            world.Clusters.JobMoves[cluster]++;
        }
        if (job.Former >= 0)
        {
            double lead = Math.Max(0, job.Carried - firms.Competence[firm]);
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
        Span<int> vacancies = firms.Vacancies.Span;
        foreach (int firm in world.Living)
        {
            int posts = vacancies[firm];
            if (posts <= 0) continue;
            int region = firms.Region[firm];
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
