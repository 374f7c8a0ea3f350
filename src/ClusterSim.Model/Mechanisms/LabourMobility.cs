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
        public double Contact { get; init; } = 1.6;

        [Parameter(0, 10, Unit = "1", Source = "calibrated on F17", Summary = "How much more offers come where many posts are open")]
        public double LocalTerm { get; init; } = 2.5;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Share of offers that come from the background sector")]
        public double BackgroundShare { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "log point", Source = "calibrated", Summary = "Standard deviation of the value of a match")]
        public double MatchNoise { get; init; } = 0.10;

        [Parameter(0, 1, Unit = "log point", Source = "calibrated", Summary = "Gain below which nobody moves")]
        public double Threshold { get; init; } = 0.04;

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

    private const int OfferDraw = 1, MatchDraw = 2, SourceDraw = 3;

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
        double most = ContactRates(world, start, contact);

        double separation = Reproducible.PerMonth(p.Separation), finding = Reproducible.PerMonth(p.JobFinding);
        double giveUp = Reproducible.PerMonth(p.GiveUp);
        Span<int> hits = world.Scratch.Ints(world.Workers.Count, 3);
        int count = draws.Hits(world.Workers.Lineage.Span, Math.Max(separation + most, finding + giveUp), hits);
        for (int i = 0; i < count; i++)
        {
            int worker = hits[i];
            Standing standing = world.Workers.Standing[worker];
            if (standing == Standing.Gone) continue;
            double u = draws.Uniform(world.Workers.Lineage[worker]);
            int region = world.Workers.Region[worker];
            if (standing == Standing.Unemployed)
            {
                if (u < finding) Seek(world, draws, worker, start, posts, taker, employed: false);
                else if (u < finding + giveUp) Staff.Leave(world, worker);
            }
            else if (u < separation) Lose(world, worker);
            else if (u < separation + contact[region]) Seek(world, draws, worker, start, posts, taker, employed: true);
        }
        for (int post = 0; post < open; post++)
            if (taker[post] >= 0) Move(world, taker[post], posts[post]);
        Recruit(world, draws);
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

    /// <summary>Monthly probability of an offer on the job, by region; returns the largest.</summary>
    private double ContactRates(World world, ReadOnlySpan<int> start, Span<double> contact)
    {
        double most = 0, log50 = Reproducible.Log(50);
        for (int region = 0; region < contact.Length; region++)
        {
            double local = 1 + p.LocalTerm * Reproducible.Log1p(start[region + 1] - start[region]) / log50;
            double bound = 1 - p.NonCompeteEffect * world.Regions.NonCompete[region];
            contact[region] = Reproducible.PerMonth(p.Contact * local * bound);
            most = Math.Max(most, contact[region]);
        }
        return most;
    }

    private static void Lose(World world, int worker)
    {
        int firm = world.Workers.Employer[worker];
        if (world.Firms.Headcount[firm] == 1) return; // the last one is the firm
        Staff.Separate(world, worker);
        world.Firms.Vacancies[firm]++;
        world.Clusters.Vacancies[world.ClusterOf(firm)]++;
    }

    /// <summary>An offer arrives: from the background sector, or from an open post in the region.</summary>
    private void Seek(World world, Draws draws, int worker, ReadOnlySpan<int> start, ReadOnlySpan<int> posts, Span<int> taker, bool employed)
    {
        Workers workers = world.Workers;
        ulong id = workers.Lineage[worker];
        int region = workers.Region[worker];
        double own = employed ? world.Firms.LogWage[workers.Employer[worker]] : double.NegativeInfinity;
        double least = own + p.Threshold - p.MatchNoise * draws.Normal(id, MatchDraw);
        if (employed && draws.Chance(p.BackgroundShare, id, SourceDraw))
        {
            if (world.Regions.BackgroundLogWage[region] > least) Quit(world, worker);
            return;
        }
        int choices = start[region + 1] - start[region];
        if (choices == 0) return;
        int post = start[region] + (int)(draws.Uniform(id, OfferDraw) * choices);
        int firm = posts[post];
        if (firm == workers.Employer[worker] || world.Firms.LogWage[firm] <= least) return;
        int rival = taker[post];
        if (rival < 0 || draws.Bits(id, OfferDraw) < draws.Bits(workers.Lineage[rival], OfferDraw)) taker[post] = worker;
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
        foreach (int firm in world.Living)
        {
            int posts = firms.Vacancies[firm];
            if (posts <= 0) continue;
            int region = firms.Region[firm];
            double left = 1 - (regions.Jobs[region] + regions.Unemployed[region]) / (p.RecruitmentLimit * regions.Population[region]);
            double rate = p.Recruitment * Math.Max(0, left);
            for (int post = 0; post < posts; post++)
            {
                bool trained = regions.TrainedPool[region] >= 1;
                ulong id = Lineage.Child(firms.Lineage[firm], 1_000_000 + firms.Recruited[firm]);
                if (!draws.Chance(Reproducible.PerMonth(trained ? trainedHaste * rate : rate), Lineage.Child(id, post))) continue;
                if (trained) regions.TrainedPool[region]--;
                firms.Recruited[firm]++;
                int recruit = world.Recruits.Append();
                world.Recruits.Lineage[recruit] = id;
                world.Recruits.Firm[recruit] = firm;
                world.Recruits.Skill[recruit] = trained ? trainedSkill : 1;
            }
        }
    }
}
