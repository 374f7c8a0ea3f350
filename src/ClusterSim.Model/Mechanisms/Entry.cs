using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>The month's new firms open and its new recruits start work. This is the only step that adds firms and
/// workers to the world.</summary>
[Mechanism("entry", Id = "5b.1", Theory = "bookkeeping", Source = "assumption",
    Summary = "Queued firms open, recruits start: the only place where rows are added")]
public sealed class Entry(Entry.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 12, Unit = "contact", Source = "calibrated", Summary = "Contacts that a firm keeps up")]
        public int Contacts { get; init; } = 6;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Cost of entry that is sunk; the rest is working capital")]
        public double SunkShare { get; init; } = 0.5;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Trust of a parent in the spin-off that becomes its supplier")]
        public double ParentTrust { get; init; } = 0.65;

        [Parameter(0, 1, Unit = "log point", Source = "assumption", Summary = "What a recruit from the background carries less than the firm's competence")]
        public double RecruitGap { get; init; } = 0.3;
    }

    public override void Start(World world, Draws draws) => Freeze(world, true);

    public override void Step(World world, Draws draws)
    {
        Freeze(world, false);
        for (int row = 0; row < world.Foundings.Count; row++)
            if (world.Foundings.Size[row] > 0) Open(world, draws, row);
        for (int row = 0; row < world.Recruits.Count; row++) StartWork(world, draws, row);
        world.Foundings.Clear();
        world.Recruits.Clear();
        world.RefreshFirms();
        Freeze(world, true);
    }

    private static void Freeze(World world, bool frozen)
    {
        world.Firms.Frozen = frozen;
        world.Workers.Frozen = frozen;
    }

    private void Open(World world, Draws draws, int row)
    {
        Foundings queue = world.Foundings;
        Firms firms = world.Firms;
        int firm = firms.Append(), parent = queue.Parent[row], region = queue.Region[row], activity = queue.Activity[row];
        firms.Lineage[firm] = queue.Lineage[row];
        firms.Region[firm] = firms.Birthplace[firm] = region;
        firms.Activity[firm] = activity;
        firms.FoundedAt[firm] = world.Tick;
        firms.ClosedAt[firm] = -1;
        firms.Origin[firm] = queue.Origin[row];
        firms.Parent[firm] = parent;
        firms.Root[firm] = parent < 0 ? firm : firms.Root[parent];
        firms.Generation[firm] = parent < 0 ? 0 : firms.Generation[parent] + 1;
        firms.FoundingRegion[firm] = queue.FoundingRegion[row];
        firms.Founder[firm] = queue.Founder[row] < 0 ? 0 : world.Workers.Lineage[queue.Founder[row]];
        firms.Managerial[firm] = queue.Managerial[row];
        double mean = world.Activities.MeanCompetence[activity];
        firms.Competence[firm] = firms.Payroll[firm].CarriedTrend = queue.Competence[row];
        firms.EntryCompetence[firm] = firms.Lead[firm] = queue.Competence[row] - mean;
        firms.ParentCompetence[firm] = parent < 0 ? 0 : firms.Competence[parent] - world.Activities.MeanCompetence[firms.Activity[parent]];
        firms.Knowledge[firm] = queue.Knowledge[row];
        ref Submarket submarket = ref world.Activities.Submarket[activity];
        bool fits = submarket.Exists && Knowledge.SquaredDistance(firms.Knowledge[firm], submarket.Frontier)
            < Knowledge.SquaredDistance(firms.Knowledge[firm], world.Activities.Frontier[activity]);
        firms.InSubmarket[firm] = (byte)(fits ? 1 : 0);
        firms.ContactTarget[firm] = p.Contacts;
        firms.Sales[firm] = queue.Size[row];
        firms.TrailingHeadcount[firm] = queue.Size[row];
        firms.Books[firm].ResearchShare = 0.05;
        firms.WageHabit[firm] = draws.Normal(queue.Lineage[row], 20);
        firms.LogWage[firm] = world.Regions.BackgroundLogWage[region];
        firms.Books[firm].Price = 1.5 * world.Configuration.Country.BackgroundWage / 12; // until its first books
        // Whoever opens has found the cost of entry; without the mechanism that looks for it, everybody has.
        firms.Books[firm].Cash = firms.Books[firm].OpeningCash = Math.Max(queue.Raised[row], queue.Cost[row]) - p.SunkShare * queue.Cost[row];
        firms.Books[firm].Debt = queue.Loan[row];
        firms.Backer[firm] = queue.Backer[row];
        firms.SupportedBy[firm] = queue.SupportedBy[row];
        firms.DisagreementUntil[firm] = queue.QuarrelUntil[row];
        firms.Payroll[firm].FirstWorker = -1;

        int cluster = world.Cluster(region, activity);
        world.Clusters.Firms[cluster]++;
        world.Clusters.Entries[cluster]++;
        if (queue.Origin[row] == Origin.SpinOff) world.Clusters.SpinOffsBorn[cluster]++;
        if (world.Clusters.PresentSince[cluster] < 0) world.Clusters.PresentSince[cluster] = world.Tick;
        if (parent >= 0)
        {
            firms.Children[parent]++;
            InheritContacts(firms, firm, parent);
            if (queue.Origin[row] == Origin.SpinOff && activity != firms.Activity[parent]) Supply(world, firm, parent);
            if (queue.Origin[row] == Origin.Diversifier) PayForDaughter(ref firms.Books[parent], Math.Min(queue.OwnMoney[row], queue.Cost[row]));
        }
        Man(world, draws, firm, row);
    }

    /// <summary>The own money of a diversifier's daughter is its parent's, up to half of its cash; its owners add the rest.</summary>
    private static void PayForDaughter(ref Books parent, double money)
    {
        double paid = Math.Min(money, Math.Max(0, parent.Cash / 2));
        parent.Cash -= paid;
        parent.InvestmentBill += paid;
    }

    /// <summary>A spin-off that makes what its parent buys becomes the parent's supplier: they know each other.</summary>
    private void Supply(World world, int firm, int parent)
    {
        Firms firms = world.Firms;
        ref SupplyLinks links = ref firms.Suppliers[parent];
        int slot = 0, count = firms.SupplierCount[parent];
        while (slot < count && firms.Activity[links[slot].Supplier] != firms.Activity[firm]) slot++;
        if (slot == SupplyLinks.Capacity || !firms.Alive(parent)) return;
        links[slot] = new SupplyLink { Supplier = firm, Trust = (float)p.ParentTrust };
        if (slot == count) firms.SupplierCount[parent] = count + 1;
    }

    /// <summary>The parent, if alive, and its contacts.</summary>
    private void InheritContacts(Firms firms, int firm, int parent)
    {
        ref Contacts own = ref firms.Contacts[firm];
        int count = 0;
        if (firms.Alive(parent)) own[count++] = parent;
        for (int i = 0; i < firms.ContactCount[parent] && count < p.Contacts; i++) own[count++] = firms.Contacts[parent][i];
        firms.ContactCount[firm] = count;
    }

    /// <summary>The founder, the colleagues who come along, and recruits for the rest.</summary>
    private void Man(World world, Draws draws, int firm, int row)
    {
        Foundings queue = world.Foundings;
        Workers workers = world.Workers;
        int size = queue.Size[row], hired = 0, founder = queue.Founder[row];
        if (founder >= 0 && Free(world, founder))
        {
            Staff.Hire(world, founder, firm);
            hired++;
            for (int i = 0; i < queue.Colleagues[row] && hired < size; i++)
            {
                int colleague = Colleague(world, queue.Parent[row], queue.Lineage[row]);
                if (colleague < 0 || !Free(world, colleague)) break;
                Staff.Hire(world, colleague, firm);
                hired++;
            }
        }
        for (; hired < size; hired++)
        {
            ulong id = Lineage.Child(queue.Lineage[row], 1_000_000 + world.Firms.Recruited[firm]++);
            int worker = Staff.Attach(world, id, queue.Region[row], queue.Activity[row], 1, queue.Competence[row] - p.RecruitGap, draws);
            Staff.Hire(world, worker, firm);
        }
    }

    /// <summary>Takes a worker out of the present post, unless that would empty it; false if not to be had.</summary>
    private static bool Free(World world, int worker)
    {
        Workers workers = world.Workers;
        if (workers.Standing[worker] == Standing.Gone) return false;
        if (workers.Standing[worker] == Standing.Unemployed) return true;
        int employer = workers.Job[worker].Employer;
        if (world.Firms.Payroll[employer].Headcount <= 1) return false;
        Staff.Separate(world, worker);
        return true;
    }

    private static int Colleague(World world, int parent, ulong founding)
    {
        if (parent < 0 || !world.Firms.Alive(parent)) return -1;
        int best = -1;
        ulong least = ulong.MaxValue;
        for (int worker = world.Firms.Payroll[parent].FirstWorker; worker >= 0; worker = world.Workers.Job[worker].Next)
        {
            ulong rank = Lineage.Pair(founding, world.Workers.Lineage[worker]);
            if (rank >= least) continue;
            least = rank;
            best = worker;
        }
        return best;
    }

    private void StartWork(World world, Draws draws, int row)
    {
        Recruits queue = world.Recruits;
        Firms firms = world.Firms;
        int firm = queue.Firm[row];
        if (firm < 0)
        {
            int trade = queue.Activity[row];
            Staff.Attach(world, queue.Lineage[row], queue.Region[row], trade, queue.Skill[row], world.Activities.MeanCompetence[trade], draws);
            return;
        }
        if (!firms.Alive(firm)) return;
        int region = firms.Region[firm], activity = firms.Activity[firm];
        int worker = Staff.Attach(world, queue.Lineage[row], region, activity, queue.Skill[row], firms.Competence[firm] - p.RecruitGap, draws);
        Staff.Hire(world, worker, firm);
        if (firms.Payroll[firm].Vacancies <= 0) return;
        firms.Payroll[firm].Vacancies--;
        world.Clusters.Vacancies[world.ClusterOf(firm)]--;
    }
}
