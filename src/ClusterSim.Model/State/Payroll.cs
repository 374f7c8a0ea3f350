namespace ClusterSim.Model.State;

/// <summary>A firm's people: one place in memory, since every hire and separation reads and writes most of it.</summary>
public struct Payroll
{
    /// <summary>Staff; 0 after exit.</summary>
    public int Headcount;

    /// <summary>Most staff ever.</summary>
    public int PeakHeadcount;

    /// <summary>Open posts.</summary>
    public int Vacancies;

    /// <summary>Row of the first worker of the staff list, -1 = none.</summary>
    public int FirstWorker;

    /// <summary>Sum of the skills of the staff.</summary>
    public double SkillSum;

    /// <summary>Skill growth accumulated since founding, log points.</summary>
    public double TrainingMark;

    /// <summary>What a worker who stayed would carry: moving average of competence, log points.</summary>
    public double CarriedTrend;
}
