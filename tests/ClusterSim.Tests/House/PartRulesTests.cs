using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The house rules, tried on parts that break them.</summary>
public sealed class PartRulesTests
{
    [Mechanism("good-gossip", Id = "M98", Theory = "folklore", Source = "assumption", Summary = "People talk")]
    private sealed class GoodGossip(GoodGossip.Parameters p)
    {
        public Parameters Given { get; } = p;

        public sealed record Parameters
        {
            [Parameter(0, 1, Unit = "1 a year", Source = "assumption", Summary = "How often")]
            public double Rate { get; init; } = 0.5;

            [Parameter(1, 9, Unit = "person", Source = "assumption", Summary = "How many listen")]
            public int Listeners { get; init; } = 3;
        }
    }

    [Mechanism("Bad_Gossip", Id = "", Theory = "folklore", Source = " ", Summary = "")]
    public class BadGossip(BadGossip.Parameters p) // not sealed, and for all to see, as the rule forbids
    {
        public Parameters Given { get; } = p;

        public sealed record Parameters
        {
            [Parameter(0, 1, Unit = "", Source = "", Summary = "")]
            public double Rate { get; init; } = 5;

            [Parameter(2, 1, Unit = "1", Source = "assumption", Summary = "Bounds the wrong way round")]
            public int Backwards { get; init; } = 1;

            [Parameter(0, 9, Low = 3, High = 5, Unit = "1", Source = "assumption", Summary = "A default beyond what it calls plausible")]
            public int Loudness { get; init; } = 2;

            public double Undeclared { get; init; }
        }
    }

    [Indicator("good-gossip", Unit = "", Source = "assumption", Summary = "Rumours heard")]
    private sealed class Rumours;

    private sealed class GoodTable : Table
    {
        [State("Who told it, -1 = nobody", Unit = "row", Link = "GoodTable")] public Column<int> Teller { get; } = new();
        [State("When", Unit = "month")] public Column<int> At { get; } = new();
        [State("What was said", Unit = StateAttribute.Record)] public Column<GoodRecord> Words { get; } = new();
    }

#pragma warning disable CS0649 // Only what the fields say of themselves is read.
    private struct GoodRecord
    {
        [State("Whom it was about, -1 = nobody", Unit = "row", Link = "GoodTable")] public int About;
        [State("How loud", Unit = "dB")] public float Loudness;
    }

    private struct BadRecord
    {
        public int Silent;
        [State("Whom it was about", Unit = "row")] public int Unlinked;
    }
#pragma warning restore CS0649

    // Never made: the constructor of Table refuses a column without [State].
    private abstract class BadTable : Table
    {
        public Column<int> Silent { get; } = new();
        [State("", Unit = " ")] public Column<int> Empty { get; } = new();
        [State("Listener", Unit = "row", Link = "Nowhere")] public Column<int> Lost { get; } = new();
        [State("Listener", Unit = "row")] public Column<int> Unlinked { get; } = new();
        [State("What was said", Unit = StateAttribute.Record)] public Column<BadRecord> Words { get; } = new();
    }

    private static readonly IReadOnlyList<Part> Planted = new Catalogue(typeof(PartRulesTests).Assembly).Parts;
    private static readonly Part Good = Find<GoodGossip>(), Bad = Find<BadGossip>(), Indicator = Find<Rumours>();

    private static Part Find<T>() => Planted.Single(part => part.Type == typeof(T));

    [Test]
    public void Names_PartsWithDistinctKebabNames_Pass() => Assert.That(PartRules.Names([Good]), Is.Empty);

    [Test]
    public void Names_CapitalsOrTwins_AreReported() => Assert.That(PartRules.Names([Good, Bad, Indicator]), Is.EqualTo(new[]
    {
        "\"good-gossip\" names GoodGossip (mechanism) and Rumours (indicator)",
        "BadGossip: name \"Bad_Gossip\" is not kebab-case",
    }));

    [Test]
    public void Statement_Complete_Passes() => Assert.That(PartRules.Statement(Good), Is.Empty);

    [Test]
    public void Statement_WithGaps_IsReported()
    {
        Assert.That(PartRules.Statement(Bad), Is.EqualTo(new[]
        {
            "BadGossip is not sealed", "BadGossip has no summary", "BadGossip has no source", "BadGossip lacks its number or its theory",
        }));
        Assert.That(PartRules.Statement(Indicator), Is.EqualTo(new[] { "Rumours has no unit" }));
    }

    [TestCase("src/ClusterSim.Model/Mechanisms/GoodGossip.cs", ExpectedResult = "")]
    [TestCase("src/ClusterSim.Model/Instruments/GoodGossip.cs", ExpectedResult = "")]
    [TestCase("src/ClusterSim.Model/Mechanisms/Other.cs",
        ExpectedResult = "GoodGossip stands in src/ClusterSim.Model/Mechanisms/Other.cs, not in a file of its own name")]
    [TestCase("src/ClusterSim.Model/State/GoodGossip.cs", ExpectedResult = "GoodGossip (mechanism) is not in Mechanisms or Instruments or Shocks")]
    public string Home_OfAMechanism_IsItsOwnFileInTheFolder(string path) =>
        string.Concat(PartRules.Home(Good, [new SourceFile(path, "sealed class GoodGossip;")]));

    [Test]
    public void Parameters_DeclaredWithinBounds_Pass()
    {
        Assert.That(Good.Parameters, Has.Count.EqualTo(2));
        Assert.That(PartRules.Parameters(Good), Is.Empty);
    }

    [Test]
    public void Parameters_UndeclaredOrOutOfBounds_AreReported() => Assert.That(PartRules.Parameters(Bad), Is.EqualTo(new[]
    {
        "BadGossip.Undeclared has no [Parameter]",
        "BadGossip.Rate has no unit", "BadGossip.Rate has no source", "BadGossip.Rate has no summary", "BadGossip.Rate = 5: allowed 0..1",
        "BadGossip.Backwards: 2 is not below 1", "BadGossip.Backwards = 1: allowed 2..1",
        "BadGossip.Loudness: low 3 and high 5 do not enclose the default within what is allowed",
    }));

    [Test]
    public void Columns_WithUnitAndTable_Pass() => Assert.That(PartRules.Columns(typeof(GoodTable), ["GoodTable"]), Is.Empty);

    [Test]
    public void Columns_SilentOrLost_AreReported() => Assert.That(PartRules.Columns(typeof(BadTable), ["GoodTable"]), Is.EquivalentTo(new[]
    {
        "BadTable.Silent has no [State]",
        "BadTable.Empty has no unit", "BadTable.Empty has no meaning",
        "BadTable.Lost links to Nowhere, which is no table",
        "BadTable.Unlinked holds rows of a table that it does not name",
        "BadTable.Words.Silent has no [State]",
        "BadTable.Words.Unlinked holds rows of a table that it does not name",
    }));

    [Test]
    public void Untested_MechanismNamedInACommentOnly_IsReported() =>
        Assert.That(PartRules.Untested([Good], ["// GoodGossip\nvar name = \"good-gossip\";"]), Has.Exactly(1).Contains("GoodGossip"));

    [Test]
    public void Untested_PartNamedInCodeOrQuotes_Passes()
    {
        Assert.That(PartRules.Untested([Good], ["new GoodGossip(p).Step();"]), Is.Empty);
        Assert.That(PartRules.Untested([Indicator], ["Measure(\"good-gossip\")"]), Is.Empty);
    }

    [Test]
    public void Undocumented_PartThatIsOnlyMentioned_IsReported()
    {
        Assert.That(PartRules.Undocumented([Good, Indicator], _ => "# Page\nsee good-gossip\n"), Has.Exactly(2).Contains("run tools/generate"));
        Assert.That(PartRules.Undocumented([Good, Indicator], kind => kind == "mechanism" ? "# Page\n\n## good-gossip\nPeople talk.\n" : "|---|\n| `good-gossip` | 1 |\n"), Is.Empty);
    }
}
