using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>The accounts of the world do not add up: a defect of the mechanism that acted last.</summary>
public sealed class InvariantException(string process, int tick, string what)
    : Exception($"after {process} in month {tick}: {what}")
{
    /// <summary>Name of the mechanism.</summary>
    public string Process { get; } = process;

    public int Tick { get; } = tick;
}

/// <summary>Checked mode: after every step, what is counted in two places must agree, and money must be where it was
/// said to go.</summary>
public sealed class Invariants : IScheduleObserver<World>
{
    private int[] _staff = [];
    private int[] _jobs = [];
    private int[] _people = [];
    private double[] _sums = [];

    public void Before(Process<World> process, World world) { }

    /// <exception cref="InvariantException">An identity is broken; the message names mechanism, month and the two numbers.</exception>
    public void After(Process<World> process, World world)
    {
        string? broken = Workers(world) ?? StaffLists(world) ?? Jobs(world) ?? Links(world) ?? Numbers(world)
            ?? AccountingIdentities.Cash(world) ?? AccountingIdentities.Skills(world, ref _sums) ?? AccountingIdentities.Programmes(world)
            ?? (process.Name == "accounts" ? AccountingIdentities.Orders(world, ref _sums) : null);
        if (broken is not null) throw new InvariantException(process.Name, world.Tick, broken);
    }

    /// <summary>Every employed worker works for a living firm of the own region; staff and unemployed are as many as counted.</summary>
    private string? Workers(World world)
    {
        Workers workers = world.Workers;
        Firms firms = world.Firms;
        Clear(ref _staff, firms.Count);
        Clear(ref _people, world.Regions.Count);
        for (int worker = 0; worker < workers.Count; worker++)
        {
            int employer = workers.Job[worker].Employer;
            if (workers.Standing[worker] == Standing.Unemployed) _people[workers.Region[worker]]++;
            if (workers.Standing[worker] != Standing.Employed) continue;
            if (employer < 0 || !firms.Alive(employer)) return $"worker {worker} is employed by firm {employer}, which does not live";
            if (workers.Region[worker] != firms.Region[employer]) return $"worker {worker} lives in region {workers.Region[worker]} and works in {firms.Region[employer]}";
            _staff[employer]++;
        }
        for (int firm = 0; firm < firms.Count; firm++)
            if (_staff[firm] != firms.Payroll[firm].Headcount) return $"firm {firm} counts {firms.Payroll[firm].Headcount} staff, {_staff[firm]} work there";
        for (int region = 0; region < world.Regions.Count; region++)
            if (_people[region] != world.Regions.Unemployed[region]) return $"region {region} counts {world.Regions.Unemployed[region]} unemployed, {_people[region]} are";
        return null;
    }

    /// <summary>Jobs of clusters, regions and activities are the staff of their firms.</summary>
    private string? Jobs(World world)
    {
        Clear(ref _jobs, world.Clusters.Count);
        for (int firm = 0; firm < world.Firms.Count; firm++)
        {
            _jobs[world.ClusterOf(firm)] += world.Firms.Payroll[firm].Headcount;
            if (!world.Firms.Alive(firm) && world.Firms.Payroll[firm].Headcount != 0) return $"firm {firm} is closed and has {world.Firms.Payroll[firm].Headcount} staff";
        }
        Clear(ref _people, world.Regions.Count);
        for (int cluster = 0; cluster < world.Clusters.Count; cluster++)
        {
            if (_jobs[cluster] != world.Clusters.Jobs[cluster]) return $"cluster {cluster} counts {world.Clusters.Jobs[cluster]} jobs, its firms {_jobs[cluster]}";
            _people[cluster / world.Activities.Count] += _jobs[cluster];
        }
        for (int region = 0; region < world.Regions.Count; region++)
            if (_people[region] != world.Regions.Jobs[region]) return $"region {region} counts {world.Regions.Jobs[region]} jobs, its clusters {_people[region]}";
        return null;
    }

    /// <summary>A firm's staff list holds its staff, each once.</summary>
    private static string? StaffLists(World world)
    {
        Workers workers = world.Workers;
        foreach (int firm in world.Living)
        {
            int listed = 0, before = -1;
            for (int worker = world.Firms.Payroll[firm].FirstWorker; worker >= 0; (before, worker) = (worker, workers.Job[worker].Next))
            {
                if (worker >= workers.Count || workers.Job[worker].Employer != firm || workers.Job[worker].Previous != before || ++listed > world.Firms.Payroll[firm].Headcount)
                    return $"the staff list of firm {firm} goes astray at worker {worker}";
            }
            if (listed != world.Firms.Payroll[firm].Headcount) return $"firm {firm} counts {world.Firms.Payroll[firm].Headcount} staff, its list {listed}";
        }
        return null;
    }

    /// <summary>Every link names a row that exists. The dead stay rows, and contacts and suppliers are mended once a quarter.</summary>
    private static string? Links(World world)
    {
        Firms firms = world.Firms;
        foreach (int firm in world.Living)
        {
            bool good = Exists(firms.Parent[firm], firms) && Exists(firms.Root[firm], firms) && Exists(firms.Backer[firm], world.Investors)
                && Exists(firms.SupportedBy[firm], world.Programmes);
            for (int i = 0; i < firms.ContactCount[firm]; i++) good &= firms.Contacts[firm][i] >= 0 && Exists(firms.Contacts[firm][i], firms);
            for (int i = 0; i < firms.SupplierCount[firm]; i++) good &= firms.Suppliers[firm][i].Supplier >= 0 && Exists(firms.Suppliers[firm][i].Supplier, firms);
            if (!good) return $"firm {firm} has a link to a row that does not exist";
        }
        return null;

        static bool Exists(int row, Engine.Table table) => row >= -1 && row < table.Count;
    }

    private static string? Numbers(World world)
    {
        foreach (int firm in world.Living)
        {
            if (!double.IsFinite(world.Firms.Competence[firm]) || !double.IsFinite(world.Firms.Books[firm].Cash) || !double.IsFinite(world.Firms.Sales[firm]))
                return $"firm {firm} has a competence, cash or sales that is no number";
            if (world.Firms.Payroll[firm].Vacancies < 0) return $"firm {firm} has {world.Firms.Payroll[firm].Vacancies} open posts";
        }
        return null;
    }

    private static void Clear(ref int[] counts, int length)
    {
        if (counts.Length < length) counts = new int[length * 2];
        Array.Clear(counts);
    }
}
