using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.State;

public sealed class ActivitySpaceTests
{
    [Test]
    public void Tables_OfAChainWithABranch_AreThoseOfTheScenario()
    {
        World world = Worlds.Empty(new ModelConfiguration
        {
            Activities =
            [
                new ActivitySetup { Name = "cars", Inputs = new Dictionary<string, double> { ["steel"] = 0.1 } },
                new ActivitySetup { Name = "parts", SuppliesTo = "cars", InputShare = 0.3, Inputs = new Dictionary<string, double> { ["steel"] = 0.2 } },
                new ActivitySetup { Name = "steel", Relatedness = 0.2, Related = new Dictionary<string, double> { ["parts"] = 0.7 } },
                new ActivitySetup { Name = "films", Relatedness = 0 },
            ],
        });
        Assert.That(world.Activities.Tier.Span.ToArray(), Is.EqualTo(new[] { 0, 1, 2, 0 }), "steel delivers to both, and waits for the further");
        Assert.That(world.Activities.InputsInAll.Span.ToArray(), Is.EqualTo(new[] { 0.4, 0.2, 0, 0 }).Within(1e-12));
        Assert.That((world.InputShare(0, 1), world.InputShare(0, 2), world.InputShare(1, 2), world.InputShare(2, 1)), Is.EqualTo((0.3, 0.1, 0.2, 0.0)));
        Assert.That((world.Relatedness(2, 1), world.Relatedness(1, 2)), Is.EqualTo((0.7, 0.7)), "both ways");
        Assert.That((world.Relatedness(0, 2), world.Relatedness(2, 0), world.Relatedness(0, 1)), Is.EqualTo((0.2, 0.2, 1.0)));
        Assert.That((world.Relatedness(3, 3), world.Relatedness(1, 3)), Is.EqualTo((1.0, 0.0)));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void InputShare_StatedBySupplierAndBuyer_IsTheBuyers(int buyer, int supplier)
    {
        ActivitySetup[] setups = new ActivitySetup[2];
        setups[buyer] = new ActivitySetup { Name = "buyer", Inputs = new Dictionary<string, double> { ["supplier"] = 0.1 } };
        setups[supplier] = new ActivitySetup { Name = "supplier", SuppliesTo = "buyer", InputShare = 0.9 };
        World world = Worlds.Empty(new ModelConfiguration { Activities = setups });
        Assert.That(world.InputShare(buyer, supplier), Is.EqualTo(0.1));
        Assert.That(world.Activities.InputsInAll[buyer], Is.EqualTo(0.1));
    }
}
