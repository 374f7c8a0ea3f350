using System.Runtime.CompilerServices;
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

    private const int RecruitDraw = 1, Block = 256, Levels = 4096, LevelBits = 12, SourceBits = 16, SourceMask = (1 << SourceBits) - 1;

    /// <summary>The value of a match on 4,096 levels, each as likely: fine enough for a taste, and no logarithm a contact.</summary>
    private static readonly double[] MatchValue =
        [.. Enumerable.Range(0, Levels).Select(level => Reproducible.NormalQuantile((level + 0.5) / Levels))];

    /// <summary>A person finds a post within weeks: the labour market works month by month however long the tick is. Recruits of
    /// its earlier months take their posts off the list until they start work.</summary>
    public override void Step(World world, Draws draws)
    {
        int first = world.Recruits.Count, hired = first;
        for (int month = 0; month < world.TickLength.Months; month++)
        {
            Hold(world, hired, world.Recruits.Count, -1);
            hired = world.Recruits.Count;
            if (month > 0) Turn(world);
            Match(world, draws.InMonth(month));
        }
        Hold(world, first, hired, 1);
    }

    /// <summary>Counts the posts of the recruits in a part of the queue as open no more (-1) or again (1).</summary>
    private static void Hold(World world, int from, int to, int posts)
    {
        for (int recruit = from; recruit < to; recruit++)
        {
            int firm = world.Recruits.Firm[recruit];
            world.Firms.Payroll[firm].Vacancies += posts;
            world.Clusters.Vacancies[world.ClusterOf(firm)] += posts;
        }
    }

    /// <summary>A month has passed: posts have stood open for one month more, and firms do not look for people whom they no longer want,
    /// for posts that leavers opened beyond what sales call for.</summary>
    private static void Turn(World world)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], posts = firms.Payroll[firm].Vacancies;
            int kept = Math.Clamp(Staff.Wanted(firms.Sales[firm], firms.Offshored[firm]) - firms.Payroll[firm].Headcount, 0, Math.Max(0, posts));
            firms.VacancyAge[firm] = posts > 0 ? firms.VacancyAge[firm] + 1 : 0;
            firms.Payroll[firm].Vacancies = kept;
            world.Clusters.Vacancies[clusters[i]] += kept - posts;
        }
    }

    private void Match(World world, Draws draws)
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
        var limits = new Limits
        {
            Separation = Draws.Threshold(Reproducible.PerMonth(p.Separation)),
            Finding = Draws.Threshold(Reproducible.PerMonth(p.JobFinding)),
            Background = (ulong)Math.Ceiling(p.BackgroundShare * (1 << SourceBits)),
        };
        Span<ulong> something = stackalloc ulong[3 * contact.Length];
        Chances(contact, something);
        ReadOnlySpan<ulong> ids = world.Workers.Lineage.Span;
        ReadOnlySpan<Standing> standing = world.Workers.Standing.Span;
        ReadOnlySpan<short> home = world.Workers.Region.Span;
        Span<ulong> first = stackalloc ulong[Block], second = stackalloc ulong[Block];
        Span<int> hits = stackalloc int[Block], leaving = stackalloc int[Block], seeking = stackalloc int[Block];
        for (int from = 0; from < ids.Length; from += Block)
        {
            int size = Math.Min(Block, ids.Length - from);
            draws.Words(ids.Slice(from, size), first[..size], second[..size]);
            int count = Sieve(first[..size], standing.Slice(from, size), home.Slice(from, size), something, contact.Length, hits);
            (int left, int sought) = Sort(hits[..count], standing.Slice(from, size), first, second, limits, leaving, seeking);
            foreach (int i in leaving[..left]) Leave(world, from + i, first[i] >> 12, second[i], limits);
            Seek(world.Workers.Job.Span, from, seeking[..sought], home.Slice(from, size), second, in offers);
        }
    }

    /// <summary>What a worker's two words are compared with.</summary>
    private struct Limits
    {
        public ulong Separation, Finding, Background;
    }

    // The loops over all workers and over all hits are methods of their own, so that what they use stays in registers.

    /// <summary>Writes the positions in a block of those to whom something happens; returns how many.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Sieve(ReadOnlySpan<ulong> words, ReadOnlySpan<Standing> standing, ReadOnlySpan<short> home, ReadOnlySpan<ulong> something, int regions, Span<int> hits)
    {
        int count = 0;
        for (int i = 0; i < words.Length; i++)
        {
            // Written in any case, counted only if hit: a branch that cannot be foreseen would cost more.
            hits[count] = i;
            count += words[i] >> 12 < something[(int)standing[i] * regions + home[i]] ? 1 : 0;
        }
        return count;
    }

    /// <summary>Sorts those who leave their post or the activity from those who have an offer of a post.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Leaving, int Seeking) Sort(ReadOnlySpan<int> hits, ReadOnlySpan<Standing> standing, ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second,
        Limits limits, Span<int> leaving, Span<int> seeking)
    {
        int left = 0, sought = 0;
        foreach (int i in hits)
        {
            // 1 or 0 throughout, for the same reason.
            int employed = standing[i] == Standing.Employed ? 1 : 0, separated = first[i] >> 12 < limits.Separation ? 1 : 0,
                found = first[i] >> 12 < limits.Finding ? 1 : 0, local = (second[i] & SourceMask) >= limits.Background ? 1 : 0;
            int seeks = employed & (separated ^ 1) & local | (employed ^ 1) & found;
            leaving[left] = seeking[sought] = i;
            sought += seeks;
            left += seeks ^ 1;
        }
        return (left, sought);
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
        Span<int> region = world.Firms.Region.Span;
        Span<Payroll> payrolls = world.Firms.Payroll.Span;
        foreach (int firm in world.Living) start[region[firm] + 1] += payrolls[firm].Vacancies;
        for (int i = 1; i < start.Length; i++) start[i] += start[i - 1];
        return start[^1];
    }

    private static void ListPosts(World world, ReadOnlySpan<int> start, Span<int> posts)
    {
        Span<int> region = world.Firms.Region.Span, next = stackalloc int[start.Length];
        Span<Payroll> payrolls = world.Firms.Payroll.Span;
        start.CopyTo(next);
        foreach (int firm in world.Living)
        {
            int open = payrolls[firm].Vacancies;
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

    /// <summary>The unemployed give up; the employed lose their post, or hear from the background sector and quit if it pays
    /// better.</summary>
    /// <param name="event">Leading 52 bits of the worker's first word.</param>
    /// <param name="offer">The second word.</param>
    private void Leave(World world, int worker, ulong @event, ulong offer, Limits limits)
    {
        if (world.Workers.Standing[worker] == Standing.Unemployed) Staff.Leave(world, worker);
        else if (@event < limits.Separation) Vacate(world, worker);
        else if (world.Regions.BackgroundLogWage[world.Workers.Region[worker]] > Least(world.Firms.LogWage[world.Workers.Job[worker].Employer], offer)
            && Vacate(world, worker)) Staff.Leave(world, worker);
    }

    /// <summary>Opens the post again; false for a firm's last worker, who is the firm and stays.</summary>
    private static bool Vacate(World world, int worker)
    {
        int firm = world.Workers.Job[worker].Employer;
        if (world.Firms.Payroll[firm].Headcount == 1) return false;
        Staff.Separate(world, worker);
        world.Firms.Payroll[firm].Vacancies++;
        world.Clusters.Vacancies[world.ClusterOf(firm)]++;
        return true;
    }

    /// <summary>Offers of open posts in the region arrive, and may be taken: first all are weighed, without branches, then those
    /// that convince compete for their posts.</summary>
    /// <param name="jobs">Of all workers.</param>
    /// <param name="from">Row of the block's first worker.</param>
    /// <param name="seeking">Who has an offer, counted from there; holds who is convinced in the end.</param>
    /// <param name="home">Regions of the block's workers.</param>
    /// <param name="words">Random bits of the block's workers.</param>
    private void Seek(ReadOnlySpan<Job> jobs, int from, Span<int> seeking, ReadOnlySpan<short> home, ReadOnlySpan<ulong> words, in Offers offers)
    {
        Span<int> wanted = stackalloc int[Block];
        int convinced = Weigh(jobs.Slice(from, home.Length), seeking, home, words, offers.Start, offers.Posts, offers.LogWage, wanted);
        for (int k = 0; k < convinced; k++)
        {
            int post = wanted[k];
            ulong rank = Lineage.Mix(words[seeking[k]]);
            if (offers.Taker[post] >= 0 && offers.Priority[post] < rank) continue;
            offers.Taker[post] = from + seeking[k];
            offers.Priority[post] = rank;
        }
    }

    /// <summary>Keeps at the front those whom their offer convinces, with the post.</summary>
    /// <returns>How many.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Weigh(ReadOnlySpan<Job> jobs, Span<int> seeking, ReadOnlySpan<short> home, ReadOnlySpan<ulong> words,
        ReadOnlySpan<int> start, ReadOnlySpan<int> posts, ReadOnlySpan<double> wage, Span<int> wanted)
    {
        int convinced = 0;
        foreach (int i in seeking)
        {
            int begin = start[home[i]], choices = start[home[i] + 1] - begin, employer = jobs[i].Employer;
            if (choices == 0) continue;
            double own = employer < 0 ? double.NegativeInfinity : wage[employer];
            int post = begin + Draws.Slot(words[i] >> (SourceBits + LevelBits), choices), firm = posts[post];
            seeking[convinced] = i;
            wanted[convinced] = post;
            convinced += (firm != employer ? 1 : 0) & (wage[firm] > Least(own, words[i]) ? 1 : 0);
        }
        return convinced;
    }

    private void Move(World world, int worker, int firm)
    {
        Firms firms = world.Firms;
        ref Job job = ref world.Workers.Job[worker];
        int cluster = world.ClusterOf(firm);
        if (job.Employer >= 0)
        {
            int former = job.Employer;
            if (!Vacate(world, worker)) return;
            world.Clusters.JobMoves[cluster]++;
            firms.FormerEmployers[firm][firms.ColleagueTies[firm]++ % FormerEmployers.Capacity] = former + 1;
            firms.FormerEmployers[former][firms.ColleagueTies[former]++ % FormerEmployers.Capacity] = firm + 1;
        }
        if (job.Former >= 0)
        {
            double lead = Math.Max(0, job.Carried - firms.Competence[firm]);
            double gain = p.CarriedShare * lead / (firms.Payroll[firm].Headcount + 1);
            firms.Competence[firm] += gain;
            // What leads people travels with them too.
            firms.Managerial[firm] += p.CarriedShare * Math.Max(0, firms.Managerial[job.Former] - firms.Managerial[firm]) / (firms.Payroll[firm].Headcount + 1);
            world.Clusters.LearntFromMovers[cluster] += gain;
            if (gain > 0) LearningEvents.Learnt(world, KnowledgeChannel.Movers, job.Former, firm);
        }
        Staff.Hire(world, worker, firm);
        firms.Payroll[firm].Vacancies--;
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
        ReadOnlySpan<int> living = world.Living, clusters = world.LivingClusters;
        Span<double> luck = world.Scratch.Doubles(living.Length, 2);
        draws.Uniforms(world.LivingLineages, luck, RecruitDraw);
        Span<Payroll> payrolls = firms.Payroll.Span;
        Span<double> pool = regions.TrainedPool.Span;
        int activities = world.Activities.Count;
        for (int i = 0; i < living.Length; i++)
        {
            int firm = living[i], posts = payrolls[firm].Vacancies, region = clusters[i] / activities;
            if (posts <= 0) continue;
            int trained = (int)Math.Min(posts, pool[region]);
            int fromPool = trained == 0 ? 0 : draws.Binomial(trained, haste[region], firms.Lineage[firm], RecruitDraw + 1);
            int others = Draws.Binomial(posts - trained, rate[region], luck[i]);
            pool[region] -= fromPool;
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
