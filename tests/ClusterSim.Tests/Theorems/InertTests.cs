using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>What does nothing changes nothing: mechanisms whose rates are zero, institutions that neither teach nor research
/// nor buy, and two ways of saying the same.</summary>
public sealed class InertTests
{
    /// <summary>A world with a reason for every mechanism to act: a complex product, a college, wages abroad that fall.</summary>
    private static readonly ModelConfiguration Busy = new()
    {
        Country = new CountrySetup { Regions = 4, Population = 60_000 },
        Activities =
        [
            new ActivitySetup { Name = "focal", InitialDemand = 600, EntryPotential = 60, Complexity = 1 },
            new ActivitySetup { Name = "parts", SuppliesTo = "focal", InputShare = 0.2, EntryPotential = 10 },
        ],
        Institutions = [new InstitutionSetup { Name = "college", Region = "region-1", Researchers = 2_000 }],
        Shocks = [new ShockEvent { Kind = "wage-gap", Month = 6, Parameters = new WageGap.Parameters { Size = 1 } }],
    };

    private const int Months = 60;

    private static IEnumerable<TestCaseData> Mechanisms()
    {
        static TestCaseData Case(string name, object inert, object busy) => new TestCaseData(name, inert, busy).SetArgDisplayNames(name);
        yield return Case("norms", new NormsAndTrust.Parameters { Persistence = 0, Gain = 0, PoachingLoss = 0, DisputeCost = 0 }, new NormsAndTrust.Parameters());
        yield return Case("support-services", new SupportServices.Parameters { Speed = 0 }, new SupportServices.Parameters());
        yield return Case("complexity", new ProductComplexity.Parameters { Weight = 0 }, new ProductComplexity.Parameters());
        yield return Case("lock-in", new LockIn.Parameters { Most = 0 }, new LockIn.Parameters());
        yield return Case("submarkets", new Submarkets.Parameters { Opening = 0 }, new Submarkets.Parameters { Opening = 1, MostShare = 0.9 });
        yield return Case("communities", new Communities.Parameters { Forum = 0, Colleagues = 0 }, new Communities.Parameters { Colleagues = 0.1 });
        yield return Case("pipelines", new ExternalPipelines.Parameters { Opening = 0 }, new ExternalPipelines.Parameters { Opening = 0.5 });
        yield return Case("offshoring", new Offshoring.Parameters { Reconsideration = 0 }, new Offshoring.Parameters());
        yield return Case("institutions", new KnowledgeInstitutions.Parameters { Visits = 0, AcademicFounders = 0 }, new KnowledgeInstitutions.Parameters());
        yield return Case("inward-investment", new InwardInvestment.Parameters { Rate = 0 }, new InwardInvestment.Parameters { Rate = 5 });
        yield return Case("associations", new Associations.Parameters { FoundingRate = 0 }, new Associations.Parameters { FoundingRate = 5, LeastFirms = 3 });
        yield return Case("relocation", new Relocation.Parameters { Hazard = 0 }, new Relocation.Parameters { Hazard = 0.5 });
        yield return Case("culture", new CultureAndLaw.Parameters { RoleModels = 0 }, new CultureAndLaw.Parameters());
    }

    [TestCaseSource(nameof(Mechanisms))]
    public void History_WithAMechanismAtZero_IsTheHistoryWithoutIt(string name, object inert, object busy)
    {
        string without = Digest(name, null);
        Assert.That(Digest(name, inert), Is.EqualTo(without));
        Assert.That(Digest(name, busy), Is.Not.EqualTo(without), "otherwise the first comparison would prove nothing");
    }

    /// <summary>The state, but for what mechanisms keep as their own memory and what the scenario states.</summary>
    private static string Digest(string name, object? parameters)
    {
        History history = Worlds.Run(Busy with { Mechanisms = new Dictionary<string, object?> { [name] = parameters } }, 4, Months);
        World world = history.World;
        world.Clusters.JobMovesSeen.Span.Clear();
        world.Regions.FoundingsSeen.Span.Clear();
        world.Institutions.Clear();
        return history.Digest();
    }

    [Test]
    public void History_WithInstitutionsThatDoNothing_IsTheHistoryWithoutThem()
    {
        ModelConfiguration plain = Busy with { Institutions = [] };
        ModelConfiguration inert = Busy with
        {
            Institutions = [.. Enum.GetValues<InstitutionKind>().Select(kind => new InstitutionSetup { Name = $"{kind}", Kind = kind, Region = "region-2", Openness = 1, Opens = 12 })],
        };
        Assert.That(State(inert), Is.EqualTo(State(plain)));
        ModelConfiguration buyer = inert with { Institutions = [inert.Institutions[^1] with { Purchases = 50 }] };
        Assert.That(State(buyer), Is.Not.EqualTo(State(plain)), "one that buys changes something");
    }

    [Test]
    public void History_WithSuppliersStatedByTheBuyer_IsTheSameHistory()
    {
        ModelConfiguration other = Busy with
        {
            Activities =
            [
                Busy.Activities[0] with { Inputs = new Dictionary<string, double> { ["parts"] = 0.2 }, Related = new Dictionary<string, double> { ["parts"] = 0.4 } },
                Busy.Activities[1] with { SuppliesTo = "", InputShare = 0 },
            ],
        };
        ModelConfiguration usual = Busy with { Activities = [Busy.Activities[0], Busy.Activities[1] with { Relatedness = 0.4 }] };
        Assert.That(State(other), Is.EqualTo(State(usual)));
        Assert.That(State(Busy), Is.Not.EqualTo(State(usual)), "relatedness matters");
    }

    private static string State(ModelConfiguration configuration)
    {
        World world = Worlds.Run(configuration, 4, Months).World;
        var digest = new Digest();
        foreach (Table table in world.Tables.Where(table => table is not Institutions)) table.AddTo(ref digest);
        return digest.ToString();
    }
}
