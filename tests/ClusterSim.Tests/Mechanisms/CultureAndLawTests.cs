using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class CultureAndLawTests
{
    [Test]
    public void Step_TwentyYears_HalveTheGapToWhatWasInheritedAndToTheLaw()
    {
        World world = Worlds.Empty();
        (world.Regions.Culture[0], world.Regions.InheritedCulture[0]) = (0.8, -0.2);
        (world.Regions.Protection[0], world.Regions.ProtectionOfLaw[0]) = (0.1, 0.9);
        Pass(world, new() { HalvedIn = 20 }, years: 20, foundings: 0);
        Assert.That(world.Regions.Culture[0], Is.EqualTo(0.3).Within(1e-9));
        Assert.That(world.Regions.Protection[0], Is.EqualTo(0.5).Within(1e-9));
    }

    [TestCase(1, 0.2)]
    [TestCase(3, 0.6)]
    [TestCase(40, 1)] // there is a limit to it
    public void Step_LastingFoundings_BreedCultureInProportionToPeople(int foundings, double culture)
    {
        World world = Worlds.Empty(2, 2); // of a thousand people each
        Pass(world, new() { HalvedIn = 20, RoleModels = 0.2, Most = 1 }, years: 1, foundings);
        double closing = 1 - Math.Pow(0.5, 1 / 20.0);
        Assert.That(world.Regions.Culture[0], Is.EqualTo(closing * culture).Within(1e-12));
        Pass(world, new() { HalvedIn = 20, RoleModels = 0.2, Most = 1 }, years: 1_000, foundings);
        Assert.That(world.Regions.Culture[0], Is.EqualTo(culture).Within(1e-9), "in the long run");
        Assert.That(world.Regions.Culture[1], Is.Zero);
    }

    /// <summary>Foundings of every year count, whatever the activity.</summary>
    private static void Pass(World world, CultureAndLaw.Parameters parameters, int years, int foundings)
    {
        var mechanism = new CultureAndLaw(parameters);
        for (int year = 0; year < years; year++)
        {
            world.Clusters.Entries[world.Activities.Count - 1] += foundings;
            Worlds.Step(world, mechanism);
        }
    }
}
