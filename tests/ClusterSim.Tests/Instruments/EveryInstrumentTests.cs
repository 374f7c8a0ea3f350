using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

/// <summary>What holds for each instrument, whatever it does.</summary>
public sealed class EveryInstrumentTests
{
    private const int Start = 60, Duration = 24, Seed = 3;

    private static IEnumerable<string> Names => ClusterModel.Catalogue.OfKind("instrument").Select(part => part.Name);

    [TestCaseSource(nameof(Names))]
    public void Spending_OfABudget_IsWhatIsReceivedAndDeliveredAndNeverMore(string name)
    {
        var history = new History(Country(name, 500));
        history.Begin(Seed, 0);
        Programmes programmes = history.World.Programmes;
        while (history.World.Tick < Start + Duration + 3)
        {
            history.Advance();
            Assert.That(programmes.Received[0] + programmes.Delivery[0], Is.EqualTo(programmes.Spent[0]).Within(1e-9));
            Assert.That(programmes.Spent[0], Is.InRange(0, 500 + 1e-9));
            Assert.That(programmes.Purse[0], Is.GreaterThanOrEqualTo(-1e-9));
            if (history.World.Tick <= Start) Assert.That(programmes.Spent[0], Is.Zero);
        }
        if (Idle.Contains(name)) return;
        Assert.That(programmes.Spent[0], Is.GreaterThan(0), "somebody must have been helped for the test to say anything");
        Assert.That(programmes.Delivery[0], Is.EqualTo(0.1 * programmes.Spent[0]).Within(1e-9));
        Assert.That(programmes.SpentDiscounted[0], Is.InRange(programmes.Spent[0] * Math.Pow(1.035, -8), programmes.Spent[0]));
        Assert.That(history.World.Clusters.PolicySpending.Span.ToArray().Sum(), Is.EqualTo(programmes.Spent[0]).Within(1e-9));
        Assert.That(programmes.EndedAt[0], Is.EqualTo(Start + Duration));
    }

    [TestCaseSource(nameof(Names))]
    public void History_WithABudgetOfNothing_IsTheHistoryWithoutTheIntervention(string name) =>
        Assert.That(Digest(Country(name, 0)), Is.EqualTo(Without.Value));

    [Test]
    public void History_WithASham_IsTheHistoryWithoutAnyIntervention() => Assert.That(Digest(Country("sham", 500)), Is.EqualTo(Without.Value));

    [TestCase("start-up-grant")]
    [TestCase("skills-training")]
    [TestCase("network-broker")]
    [TestCase("from-scratch-package")]
    public void History_WithARealInstrument_IsAnother(string name) => Assert.That(Digest(Country(name, 5_000)), Is.Not.EqualTo(Without.Value));

    private static readonly Lazy<string> Without = new(() => Digest(Country("sham", 0) with { Policies = [] }));

    private static ModelConfiguration Country(string instrument, double budget) => new()
    {
        Activities = [new ActivitySetup { Name = "focal", InitialDemand = 600 }],
        Policies = [new Intervention
        {
            Name = "arm", InstrumentName = instrument, Region = "region-1", Start = new StartRule { Month = Start }, Duration = Duration,
            Budget = budget, Parameters = Small(instrument),
        }],
    };

    /// <summary>Firms that a small budget can lure.</summary>
    private static object? Small(string instrument) => instrument switch
    {
        "from-scratch-package" => new Model.Instruments.FromScratchPackage.Parameters { Premium = 150 },
        "anchor-firm" => new Model.Instruments.AnchorFirm.Parameters { Price = 300 },
        _ => null,
    };

    /// <summary>Instruments that find nobody to help in that country: it has one trade, no production abroad and hardly any angels.</summary>
    private static readonly string[] Idle = ["none", "offshoring-coordination", "related-branching-grant", "angel-tax-credit", "association-match-fund"];

    /// <summary>Of everything but the records of policy itself.</summary>
    private static string Digest(ModelConfiguration configuration)
    {
        World world = Worlds.Run(configuration, Seed, Start + Duration + 12).World;
        world.Clusters.PolicySpending.Span.Clear();
        world.Clusters.GrantProgramme.Span.Clear();
        var digest = new Digest();
        foreach (Table table in world.Tables)
            if (table is not (Programmes or PublicRecord)) table.AddTo(ref digest);
        return digest.ToString();
    }
}
