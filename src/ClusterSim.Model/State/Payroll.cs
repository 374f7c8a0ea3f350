using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>A firm's people: one place in memory, since every hire and separation reads and writes most of it.</summary>
public struct Payroll
{
    [State("Staff; 0 after exit", Unit = "person")] public int Headcount;
    [State("Most staff ever", Unit = "person")] public int PeakHeadcount;
    [State("Open posts", Unit = "post")] public int Vacancies;
    [State("First worker of the staff list, -1 = none", Unit = "row", Link = "Workers")] public int FirstWorker;
    [State("Sum of the skills of the staff", Unit = "skill")] public double SkillSum;
    [State("Skill growth accumulated since founding", Unit = "log point")] public double TrainingMark;
    [State("What a worker who stayed would carry: moving average of competence", Unit = "log point")] public double CarriedTrend;
}
