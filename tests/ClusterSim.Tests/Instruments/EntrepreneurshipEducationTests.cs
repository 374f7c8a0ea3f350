using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class EntrepreneurshipEducationTests
{
    private static readonly EntrepreneurshipEducation Lessons = new(new() { UnitCost = 0.3, Effect = 0.2, Most = 0.5, Delay = 36 });

    [Test]
    public void Apply_Money_TeachesPersonsWhoComeOfAgeLater()
    {
        World world = Aid.World(purse: 100); // 90 teach 300 of a thousand people
        Aid.Apply(world, Lessons);
        Assert.That(world.Programmes.Helped[0], Is.EqualTo(300).Within(1e-9));
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(100).Within(1e-9));
        Assert.That(world.Regions.InheritedCulture[0], Is.Zero, "nobody has come of age");
        Aid.Month(world, Lessons, purse: 0);
        Assert.That(world.Regions.InheritedCulture[0], Is.EqualTo(0.2 * 300 / 36 / 1_000).Within(1e-12));
        for (int month = 0; month < 600; month++) Lessons.Continue(world, 0);
        Assert.That(world.Regions.InheritedCulture[0], Is.EqualTo(0.06).Within(1e-6), "in the end all of them");
    }

    [TestCase(0.49, 15)] // 50 persons more and culture is at its most
    [TestCase(0.5, 0)]
    [TestCase(0.9, 0)]
    public void Apply_CultureNearItsMost_TeachesNoMoreThanIsOfUse(double culture, double paid)
    {
        World world = Aid.World(purse: 100);
        world.Regions.InheritedCulture[0] = culture;
        Aid.Apply(world, Lessons);
        Assert.That(world.Programmes.Received[0], Is.EqualTo(paid).Within(1e-9));
        Lessons.Continue(world, 0);
        Assert.That(world.Regions.InheritedCulture[0], Is.GreaterThanOrEqualTo(culture));
    }
}
