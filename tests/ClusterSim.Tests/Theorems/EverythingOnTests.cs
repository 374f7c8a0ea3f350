using ClusterSim.Model;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>A small country in which everything happens: its books balance, and its state is all that its future needs.</summary>
public sealed class EverythingOnTests
{
    private const int Months = 240;

    private static readonly ModelConfiguration Busy = new()
    {
        Country = new CountrySetup { Regions = 3, Population = 12_000, ReferenceShare = 0.02 },
        Activities =
        [
            new ActivitySetup { Name = "focal", PeakDemand = 500, Midpoint = 60, TimeScale = 20, InitialDemand = 150, EntryPotential = 20, Complexity = 0.5, ComplexityGrowth = 0.1, Inputs = new Dictionary<string, double> { ["tools"] = 0.05 } },
            new ActivitySetup { Name = "parts", SuppliesTo = "focal", InputShare = 0.2, EntryPotential = 4 },
            new ActivitySetup { Name = "tools", Inputs = new Dictionary<string, double> { ["parts"] = 0.1 }, Related = new Dictionary<string, double> { ["parts"] = 0.5 }, EntryPotential = 4 },
        ],
        Institutions =
        [
            new InstitutionSetup { Name = "college", Region = "region-1", Researchers = 800, Graduates = 30 },
            new InstitutionSetup { Name = "arsenal", Kind = InstitutionKind.ProcurementSite, Region = "region-2", Purchases = 60, Opens = 24 },
        ],
        Shocks =
        [
            new ShockEvent { Kind = "wage-gap", Month = 72, Parameters = new WageGap.Parameters { Size = 0.8 } },
            new ShockEvent { Kind = "submarket-opens", Month = 100 },
            new ShockEvent { Kind = "institution-change", Month = 130, Region = "region-1", Parameters = new InstitutionChange.Parameters { Staff = 0.5, Openness = 1 } },
            new ShockEvent { Kind = "wage-gap", Month = 190, Parameters = new WageGap.Parameters { Size = -0.8 } },
        ],
        Mechanisms = new Dictionary<string, object?>
        {
            ["relocation"] = new Relocation.Parameters { Hazard = 0.3 },
            ["associations"] = new Associations.Parameters { FoundingRate = 2, LeastFirms = 4, LeastTrust = 0.2 },
            ["communities"] = new Communities.Parameters { Forum = 0.2 },
            ["pipelines"] = new ExternalPipelines.Parameters { Opening = 0.2 },
            ["inward-investment"] = new InwardInvestment.Parameters { Rate = 1 },
            ["spin-offs"] = new SpinOffs.Parameters { SupplyParent = 0.5 },
        },
    };

    [Test]
    public void CheckedMode_OverTwentyYearsInWhichEverythingHappens_FindsNothing()
    {
        var history = new History(Busy) { Observer = new Invariants() };
        history.Begin(2, 0);
        World world = history.World;
        double abroad = 0, foreign = 0, dues = 0, disputes = 0;
        int members = 0, inSubmarket = 0;
        Assert.That(() =>
        {
            while (world.Tick < Months)
            {
                history.Advance();
                foreach (int firm in world.Living)
                {
                    abroad = Math.Max(abroad, world.Firms.Offshored[firm]);
                    foreign += world.Firms.Books[firm].ForeignBill;
                    dues += world.Firms.Books[firm].Dues;
                    disputes += world.Firms.Books[firm].DisputeBill;
                    inSubmarket += world.Firms.InSubmarket[firm];
                    members += world.Firms.Member[firm];
                }
            }
        }, Throws.Nothing);
        Clusters clusters = world.Clusters;
        Assert.That(abroad, Is.EqualTo(0.6).Within(1e-12));
        Assert.That(new[] { foreign, dues, disputes, members, inSubmarket }, Has.All.Positive, "they were billed, joined and went over");
        Assert.That(world.Firms.Offshored.Span.ToArray().Where((_, firm) => world.Firms.Alive(firm)).Average(), Is.LessThan(0.1), "and came back");
        Assert.That(new[] { clusters.MovedIn, clusters.MovedAway, clusters.JointDevelopments, clusters.PipelineVisits, clusters.LaboratoryVisits }
            .Select(column => column.Span.ToArray().Sum()), Has.All.Positive);
        Assert.That(clusters.MovedIn.Span.ToArray().Sum(), Is.EqualTo(clusters.MovedAway.Span.ToArray().Sum()), "nobody is lost on the way");
        Assert.That(world.Firms.Origin.Span.ToArray(), Has.Some.EqualTo(Origin.Academic).And.Some.EqualTo(Origin.Inward));
        Assert.That(world.Activities.PublicVolume[0], Is.EqualTo(60));
        Assert.That(world.Firms.PublicOrders.Span.ToArray().Where((_, firm) => world.Firms.Alive(firm)).Sum(), Is.GreaterThan(50).And.LessThanOrEqualTo(60 + 1e-9), "less what firms that closed this month had");
    }

    [Test]
    public void Checkpoint_InTheMidstOfEverything_ContinuesToTheSameBits()
    {
        History whole = new(Busy), first = new(Busy), second = new(Busy);
        whole.Begin(5, 1);
        whole.RunTo(180);
        first.Begin(5, 1);
        first.RunTo(127);
        var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        second.Load(stream);
        second.RunTo(180);
        Assert.That(second.Digest(), Is.EqualTo(whole.Digest()));
    }
}
