using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>At the end of the year those who have turned 65 retire, and the rows of all who have left are dropped.
/// Their posts are open to newcomers.</summary>
[Mechanism("demography", Id = "5b.2", Theory = "bookkeeping", Source = "assumption: working life from 20 to 65",
    Summary = "Retirement; workers gone for good leave the table")]
public sealed class Demography : Mechanism
{
    private const int RetirementMonths = 65 * 12;

    public override Pace Pace => Pace.Year;

    public override void Step(World world, Draws draws)
    {
        Workers workers = world.Workers;
        for (int worker = 0; worker < workers.Count; worker++)
        {
            if (workers.Standing[worker] == Standing.Gone || world.Tick - workers.BornAt[worker] < RetirementMonths) continue;
            if (workers.Standing[worker] == Standing.Employed)
            {
                if (world.Firms.Payroll[workers.Job[worker].Employer].Headcount == 1) continue; // works on alone
                Staff.Separate(world, worker);
            }
            Staff.Leave(world, worker);
        }
        world.CompactWorkers();
    }
}
