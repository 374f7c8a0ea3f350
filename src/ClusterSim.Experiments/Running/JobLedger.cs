using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>Splits the difference in jobs between a treated history and its twin at one date, person by person, so that the parts
/// add up exactly in every place, and target and elsewhere to the country.</summary>
internal sealed class JobLedger
{
    /// <summary>Components in a place.</summary>
    public static readonly int Components = JobComponents.All.Count;

    /// <summary>Places in a ledger, one a <see cref="Scope"/>.</summary>
    public static readonly int Scopes = Enum.GetValues<Scope>().Length;

    private readonly Dictionary<ulong, int> _twinFirms = [], _twinHomes = [], _treatedHomes = [];
    private readonly HashSet<ulong> _supported = [], _parents = [];
    private int _target;

    /// <summary>Fills <paramref name="jobs"/>, index = place * components + component.</summary>
    /// <param name="target">Row of the target region.</param>
    public void Fill(JobCensus twin, JobCensus treated, int target, Span<int> jobs)
    {
        _target = target;
        jobs.Clear();
        Index(twin, treated);
        SplitByFirm(twin, treated, jobs);
        SplitByPerson(twin, treated, jobs);
        for (int place = 0; place < (int)Scope.Country; place++)
        {
            Span<int> here = jobs.Slice(place * Components, Components);
            for (JobComponent part = JobComponent.Gross; part < JobComponent.Uplift; part++) here[(int)JobComponent.Uplift] += here[(int)part];
            here[(int)JobComponent.Total] = here[(int)JobComponent.Uplift] + here[(int)JobComponent.Multiplier];
            for (int part = 0; part < Components; part++) jobs[(int)Scope.Country * Components + part] += here[part];
        }
    }

    private void Index(JobCensus twin, JobCensus treated)
    {
        _twinFirms.Clear();
        _supported.Clear();
        _parents.Clear();
        for (int firm = 0; firm < twin.FirmCount; firm++) _twinFirms[twin.Firms.Lineage[firm]] = firm;
        for (int firm = 0; firm < treated.FirmCount; firm++)
        {
            if (!treated.IsSupported(firm)) continue;
            _supported.Add(treated.Firms.Lineage[firm]);
            if (treated.Firms.Parent[firm] is >= 0 and int parent) _parents.Add(treated.Firms.Lineage[parent]);
        }
    }

    private void SplitByFirm(JobCensus twin, JobCensus treated, Span<int> jobs)
    {
        for (int firm = 0; firm < treated.FirmCount; firm++)
        {
            int here = treated.Region(firm);
            bool known = _twinFirms.Remove(treated.Firms.Lineage[firm], out int same);
            int with = Focal(treated, firm, jobs, 1), without = known ? Focal(twin, same, jobs, -1) : 0;
            if (with == 0 && without == 0) continue;
            if (treated.IsSupported(firm))
            {
                Add(jobs, here, JobComponent.Gross, with);
                Add(jobs, here, JobComponent.Deadweight, -without);
            }
            else Add(jobs, here, !known ? JobComponent.Entrants : IsKin(treated.Firms, firm) ? JobComponent.Substitution : JobComponent.Displacement, with - without);
            if (without == 0) continue;
            Add(jobs, here, JobComponent.Moved, without);
            Add(jobs, twin.Region(same), JobComponent.Moved, -without);
        }
        // What is left exists in the twin alone.
        foreach (int firm in _twinFirms.Values)
            Add(jobs, twin.Region(firm), IsKin(twin.Firms, firm) ? JobComponent.Substitution : JobComponent.Displacement, -Focal(twin, firm, jobs, -1));
    }

    /// <summary>Jobs of the focal activity at a firm; those of a firm of another activity go to the multiplier with their sign.</summary>
    private int Focal(JobCensus census, int firm, Span<int> jobs, int sign)
    {
        if (census.Firms.Activity[firm] == JobCensus.Focal) return census.Staff[firm];
        Add(jobs, census.Region(firm), JobComponent.Multiplier, sign * census.Staff[firm]);
        return 0;
    }

    private bool IsKin(Firms firms, int firm) =>
        _parents.Contains(firms.Lineage[firm]) || (firms.Parent[firm] >= 0 && _supported.Contains(firms.Lineage[firms.Parent[firm]]));

    /// <summary>By where a person lives in the one history and in the other; whoever lives in the same place in both cancels out unless the job does not.</summary>
    private void SplitByPerson(JobCensus twin, JobCensus treated, Span<int> jobs)
    {
        Home(twin, _twinHomes);
        Home(treated, _treatedHomes);
        Count(treated, _twinHomes, jobs, 1);
        Count(twin, _treatedHomes, jobs, -1);
    }

    private static void Home(JobCensus census, Dictionary<ulong, int> homes)
    {
        homes.Clear();
        for (int person = 0; person < census.PersonCount; person++)
            if (census.Home(person) is >= 0 and int home) homes[census.Persons[person]] = home;
    }

    /// <param name="others">Where the same persons live in the other history.</param>
    private void Count(JobCensus census, Dictionary<ulong, int> others, Span<int> jobs, int sign)
    {
        for (int person = 0; person < census.PersonCount; person++)
        {
            if (!census.HasJob(person)) continue;
            int here = census.Home(person);
            Add(jobs, here, !others.TryGetValue(census.Persons[person], out int home) ? JobComponent.HeldByRecruits
                : Place(home) == Place(here) ? JobComponent.HeldByResidents : JobComponent.HeldByNonResidents, sign);
        }
    }

    private void Add(Span<int> jobs, int region, JobComponent part, int number) => jobs[Place(region) * Components + (int)part] += number;

    private int Place(int region) => (int)(region == _target ? Scope.Target : Scope.Elsewhere);
}
