using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>Every identity of the checked mode can be broken, and then says so.</summary>
public sealed class IdentityTests
{
    /// <summary>Does harm as if it were a mechanism's doing: right after one has acted and before the identities are checked.</summary>
    private sealed class Saboteur(string process, Action<World> harm) : IScheduleObserver<World>
    {
        private readonly Invariants _invariants = new();

        public void Before(Process<World> acting, World world) => _invariants.Before(acting, world);

        public void After(Process<World> acting, World world)
        {
            if (acting.Name == process) harm(world);
            _invariants.After(acting, world);
        }
    }

    private static int LargestFirm(World world) => world.Living.ToArray().MaxBy(firm => world.Firms.Payroll[firm].Headcount);

    private static int Buyer(World world) => world.Living.ToArray().First(firm => world.Firms.SupplierCount[firm] > 0);

    private static IEnumerable<TestCaseData> Harms()
    {
        static TestCaseData Harm(string name, string process, string message, Action<World> harm) => new TestCaseData(process, message, harm).SetArgDisplayNames(name);
        yield return Harm("money from nowhere", "staffing", "more cash than when the month's books were opened", world => world.Firms.Books[LargestFirm(world)].Cash += 0.5);
        yield return Harm("a sale that nobody ordered", "accounts", "its buyers ordered", world =>
        {
            int supplier = world.Firms.Suppliers[Buyer(world)][0].Supplier;
            world.Firms.Books[supplier].Orders += 0.5;
        });
        yield return Harm("wages for skills that nobody has", "training", "pays for skills", world => world.Firms.Payroll[LargestFirm(world)].SkillSum += 1);
        yield return Harm("a worker lost from the list", "labour-mobility", "staff list", world =>
        {
            ref int first = ref world.Firms.Payroll[LargestFirm(world)].FirstWorker;
            first = world.Workers.Job[first].Next;
        });
        yield return Harm("a contact that does not exist", "relationships", "a row that does not exist", world =>
        {
            int firm = world.Living.ToArray().First(row => world.Firms.ContactCount[row] > 0);
            world.Firms.Contacts[firm][0] = world.Firms.Count;
        });
        yield return Harm("a competence that is no number", "innovation", "no number", world => world.Firms.Competence[world.Living[0]] = double.NaN);
        yield return Harm("an open post less than none", "staffing", "open posts", world => world.Firms.Payroll[world.Living[0]].Vacancies = -1);
        yield return Harm("a job too many", "exit", "jobs, its firms", world => world.Clusters.Jobs[world.ClusterOf(LargestFirm(world))]++);
    }

    [TestCaseSource(nameof(Harms))]
    public void CheckedMode_WhenAMechanismDoesHarm_NamesMechanismAndMonth(string process, string message, Action<World> harm)
    {
        var history = new History(WithSuppliers);
        history.Begin(3, 0);
        history.RunTo(120);
        history.Observer = new Saboteur(process, harm);
        InvariantException broken = Assert.Throws<InvariantException>(() => history.RunTo(123))!;
        Assert.That(broken.Process, Is.EqualTo(process));
        Assert.That(broken.Tick, Is.InRange(120, 122));
        Assert.That(broken.Message, Does.Contain(message));
    }

    [Test]
    public void CheckedMode_LeftAlone_FindsNothing()
    {
        var history = new History(WithSuppliers) { Observer = new Saboteur("", _ => { }) };
        history.Begin(3, 0);
        Assert.That(() => history.RunTo(180), Throws.Nothing);
    }

    private static ModelConfiguration WithSuppliers => new()
    {
        Country = new CountrySetup { Regions = 4, Population = 20_000 },
        Activities =
        [
            new ActivitySetup { Name = "focal", PeakDemand = 1_500, Midpoint = 60, TimeScale = 20, EntryPotential = 10 },
            new ActivitySetup { Name = "parts", SuppliesTo = "focal", InputShare = 0.2, EntryPotential = 4 },
        ],
    };
}
