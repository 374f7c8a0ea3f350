using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using NUnit.Framework;
using Constraint = ClusterSim.Model.Indicators.Constraint;

namespace ClusterSim.Tests.Indicators;

public sealed class ConstraintsTests
{
    private static readonly string[] Names = ["capital-binds", "skills-binds", "space-binds", "access-binds", "links-binds", "demand-binds"];

    private static IEnumerable<TestCaseData> Wants()
    {
        static TestCaseData Want(string kind, double severity, Action<World> make) => new TestCaseData(kind, severity, make).SetArgDisplayNames(kind);
        yield return Want("capital", 0.4, world => (world.Regions.Applicants[0], world.Regions.Funded[0]) = (10, 3)); // 0.3 of usual 0.5
        yield return Want("skills", 0.5, world => (world.Firms.Payroll[0].Vacancies, world.Firms.VacancyAge[0]) = (2, 9)); // six months over three, of twelve
        yield return Want("space", 0.5, world => world.Regions.Rent[0] = Math.Sqrt(2)); // half of a doubling
        yield return Want("access", 0.8, world => world.Regions.Infrastructure[0] = 0.1);
        yield return Want("links", 1, world => world.Firms.ContactCount[0] = 0); // one in two alone, where one in five is borne
        yield return Want("demand", 2 / 3.0, world => world.Activities.Opportunity[0] = 0.1);
    }

    [TestCaseSource(nameof(Wants))]
    public void BindingConstraint_InAWorldMadeForIt_IsThatOneAndAsSevere(string kind, double severity, Action<World> make)
    {
        World world = Comfortable();
        make(world);
        Constraint binding = BindingConstraint.Of(world, 0, 0);
        Assert.That(Catalogue.Kebab(binding.ToString()), Is.EqualTo(kind));
        for (int other = 0; other < Names.Length; other++)
            Assert.That(Measures.Find(Names[other]).Measure(world, 0, 0), Is.EqualTo(other == (int)binding ? severity : 0).Within(1e-9), Names[other]);
    }

    [Test]
    public void BindingConstraint_WhereNothingIsWanting_IsNone()
    {
        World world = Comfortable();
        Assert.That((BindingConstraint.Of(world, 0, 0), BindingConstraint.Of(world, -1, 0)), Is.EqualTo((Constraint.None, Constraint.None)));
        Assert.That(Names.Select(name => Measures.Find(name).Measure(world, 0, 0)), Has.All.Zero);
    }

    [Test]
    public void BindingConstraint_OfSeveral_IsTheMostSevereAlone()
    {
        World world = Comfortable();
        world.Regions.Infrastructure[0] = 0.4; // 0.2
        world.Regions.Rent[0] = 2; // 1
        Assert.That(BindingConstraint.Of(world, 0, 0), Is.EqualTo(Constraint.Space));
        Assert.That(Measures.Find("access-binds").Measure(world, 0, 0), Is.Zero);
        Assert.That(BindingConstraint.Of(world, -1, 0), Is.EqualTo(Constraint.Space));
        Assert.That(Measures.Find("space-binds").Measure(world, -1, 0), Is.EqualTo(Math.Log(1.5) / Math.Log(2)).Within(1e-9), "the mean rent of two regions");
    }

    /// <summary>Firms that know each other, usual rents and roads, and room in the market.</summary>
    private static World Comfortable()
    {
        World world = Worlds.Empty(2);
        int one = Worlds.AddFirm(world), other = Worlds.AddFirm(world);
        Worlds.AddContact(world, one, other);
        Worlds.AddContact(world, other, one);
        world.Activities.Opportunity[0] = 0.75;
        return world;
    }
}
