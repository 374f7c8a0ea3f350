using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class RelatedBranchingGrantTests
{
    private static readonly RelatedBranchingGrant Grant = new(new() { Generosity = 1.2, Transfer = 0.5 });

    [Test]
    public void Apply_Money_PaysTheWholeEntryOfDaughtersOfRelatedFirms()
    {
        World world = Aid.World(purse: 200, activities: 2); // 180 pay for two at 1.2 times 60
        int parent = Worlds.AddFirm(world, activity: 1);
        Worlds.AddFirm(world); // of the same trade: no parent
        Aid.Apply(world, Grant);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(144).Within(1e-12));
        Assert.That(world.Foundings.Parent.Span.ToArray(), Is.EqualTo(new[] { parent, parent }));
        Assert.That(world.Foundings.Lineage.Span.ToArray(), Is.Unique);
        Worlds.Step(world, new StartUpFinance(new() { Leverage = 0, SocialCapital = 0, AngelReach = 0 }));
        Worlds.Step(world, new Entry(new()));
        Assert.That(world.Firms.Count, Is.EqualTo(4), "without another penny");
        Assert.That((world.Firms.Activity[3], world.Firms.Origin[3], world.Firms.Parent[3], world.Firms.SupportedBy[3]), Is.EqualTo((0, Origin.Diversifier, parent, 0)));
        Assert.That((world.Firms.Books[parent].Cash, world.Firms.Books[3].Cash), Is.EqualTo((100.0, 30.0)), "the parent pays nothing; half of the cost is sunk");
    }

    [Test]
    public void Apply_NoRelatedFirms_CostsNothing()
    {
        World world = Aid.World(purse: 200, activities: 2);
        Worlds.AddFirm(world);
        Aid.Apply(world, Grant);
        Assert.That((world.Programmes.Spent[0], world.Foundings.Count), Is.EqualTo((0.0, 0)));
    }
}
