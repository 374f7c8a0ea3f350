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
    private const double Cent = 1e-5; // GBP thousand

    private int[] _staff = [];
    private int[] _jobs = [];
    private int[] _people = [];

    public void Before(Process<World> process, World world) { }

    /// <exception cref="InvariantException">An identity is broken; the message names mechanism, month and the two numbers.</exception>
    public void After(Process<World> process, World world)
    {
        string? broken = Workers(world) ?? Jobs(world) ?? Money(world) ?? Numbers(world);
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
            if (_staff[firm] != firms.Headcount[firm]) return $"firm {firm} counts {firms.Headcount[firm]} staff, {_staff[firm]} work there";
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
            _jobs[world.ClusterOf(firm)] += world.Firms.Headcount[firm];
            if (!world.Firms.Alive(firm) && world.Firms.Headcount[firm] != 0) return $"firm {firm} is closed and has {world.Firms.Headcount[firm]} staff";
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

    /// <summary>What programmes spent was received or went on delivery, and nobody spent more than the budget.</summary>
    private static string? Money(World world)
    {
        Programmes programmes = world.Programmes;
        for (int row = 0; row < programmes.Count; row++)
        {
            double spent = programmes.Spent[row], accounted = programmes.Received[row] + programmes.Delivery[row];
            double budget = world.Configuration.Policies[programmes.Intervention[row]].Budget;
            if (Math.Abs(spent - accounted) > Cent) return $"programme {row} spent {spent}, of which {accounted} is accounted for";
            if (spent > budget + Cent) return $"programme {row} spent {spent} of a budget of {budget}";
        }
        return null;
    }

    private static string? Numbers(World world)
    {
        foreach (int firm in world.Living)
        {
            if (!double.IsFinite(world.Firms.Competence[firm]) || !double.IsFinite(world.Firms.Books[firm].Cash) || !double.IsFinite(world.Firms.Sales[firm]))
                return $"firm {firm} has a competence, cash or sales that is no number";
            if (world.Firms.Vacancies[firm] < 0) return $"firm {firm} has {world.Firms.Vacancies[firm]} open posts";
        }
        return null;
    }

    private static void Clear(ref int[] counts, int length)
    {
        if (counts.Length < length) counts = new int[length * 2];
        Array.Clear(counts);
    }
}
