using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class InnovationTests
{
    /// <summary>Innovations that leave the firm as it was, so that every month is like the first.</summary>
    private static readonly Innovation.Parameters Idle = new()
    {
        Hazard = 0.4, Jump = 0, RadicalShare = 0, RadicalStep = 0, Tracking = 0, IncrementalStep = 0,
    };

    [TestCase(15, 1)]
    [TestCase(60, 2)]    // the root of four
    [TestCase(6_000, 2.5)] // the cap
    [TestCase(1, 0.3)]   // the floor
    public void Step_FirmsBySize_InnovateAtTheRateOfTheRootOfSize(int staff, double factor) =>
        AssertCount(Idle, factor * Idle.Hazard, (world, firm) => world.Firms.Payroll[firm].Headcount = staff);

    [TestCase(0, 0)]
    [TestCase(0.25, 0.75)]
    [TestCase(0.5, 1)]
    [TestCase(1, 0)]
    [TestCase(3, 0)]
    public void Step_ContactAtADistance_AddsAnInvertedUOfRecombination(double distance, double recombination) =>
        AssertCount(Idle with { Recombination = 2 }, Idle.Hazard * (1 + 2 * recombination), (world, firm) =>
        {
            world.Firms.Payroll[firm].Headcount = 15;
            world.Firms.Knowledge[firm][0] = distance;
            Worlds.AddContact(world, firm, 0);
        });

    [Test]
    public void Step_ZeroHazard_ChangesNothing() => AssertCount(Idle with { Hazard = 0 }, 0, (_, _) => { });

    [Test]
    public void Step_Innovations_RaiseCompetenceByTheMeanJump()
    {
        World world = Crowd((world, firm) => world.Firms.Payroll[firm].Headcount = 15);
        int count = Innovations(world, Idle with { Jump = 0.08 });
        double gained = world.Firms.Competence.Span.ToArray().Sum();
        Assert.That(gained / count, Is.EqualTo(0.08).Within(4 * 0.08 / Math.Sqrt(count)));
    }

    [Test]
    public void Step_FullRecombination_ClosesItsPartOfTheWayToTheFrontier()
    {
        World world = Worlds.Empty();
        int contact = Worlds.AddFirm(world, knowledge: 0.5), firm = Worlds.AddFirm(world, knowledge: 1, staff: 15);
        world.Firms.Payroll[contact].Headcount = 0;
        world.Activities.Frontier[0][1] = 2;
        Worlds.AddContact(world, firm, contact); // half a unit away: full recombination
        var mechanism = new Innovation(Idle with { Hazard = 2, Tracking = 0.3 });
        while (world.Firms.Knowledge[firm][0] == 1 && world.Tick++ < 200) Worlds.Step(world, mechanism);
        Assert.That(world.Firms.Knowledge[firm][0], Is.EqualTo(0.7).Within(1e-12));
        Assert.That(world.Firms.Knowledge[firm][1], Is.EqualTo(0.6).Within(1e-12));
    }

    [Test]
    public void Step_RadicalInnovations_LeapByTheirLength()
    {
        World world = Crowd((world, firm) => world.Firms.Payroll[firm].Headcount = 15);
        int count = Innovations(world, Idle with { RadicalShare = 1, RadicalStep = 0.7 });
        double squares = 0;
        for (int firm = 1; firm < world.Firms.Count; firm++)
            squares += Knowledge.SquaredDistance(world.Firms.Knowledge[firm], default);
        // Independent steps: squared distances add. A chi square of 8 degrees has relative deviation sqrt(2/8); a walk
        // of k steps spreads somewhat more, which the doubled bound allows for.
        Assert.That(squares / count, Is.EqualTo(0.49).Within(2 * 4 * 0.49 * Math.Sqrt(0.25 / count)));
    }

    [TestCase(0, 0.9)]
    [TestCase(0.5, 1)]
    [TestCase(1, 1.1)]
    public void Step_ProtectionOfIdeas_MakesResearchPay(double protection, double factor)
    {
        World world = Crowd((world, firm) => world.Firms.Payroll[firm].Headcount = 15);
        world.Regions.Protection[0] = protection;
        double expected = Firms * Months * (1 - Math.Exp(-factor * Idle.Hazard / 12));
        Assert.That(Innovations(world, Idle with { ProtectionWeight = 0.1 }), Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    [TestCase(0, 0.85)]
    [TestCase(0.4, 0.91)] // 1 - 0.15 * 0.6
    [TestCase(1, 1)]
    public void Step_RigidFirm_FollowsTheMarketByWhatIsNotRigid(double rigidity, double knowledge)
    {
        World world = Worlds.Empty(2);
        int contact = Worlds.AddFirm(world, region: 1, knowledge: 0.5, staff: 0), firm = Worlds.AddFirm(world, knowledge: 1, staff: 15);
        Worlds.AddContact(world, firm, contact); // half a unit away: full recombination
        world.Firms.Rigidity[firm] = rigidity;
        var mechanism = new Innovation(Idle with { Hazard = 2, Tracking = 0.15 });
        while (world.Clusters.Innovations[0] == 0 && world.Tick++ < 200) Worlds.Step(world, mechanism);
        Assert.That(world.Clusters.Innovations[0], Is.EqualTo(1));
        Assert.That(world.Firms.Knowledge[firm][0], Is.EqualTo(knowledge).Within(1e-12));
    }

    [Test]
    public void Step_RadicalInnovation_IsDated()
    {
        World world = Worlds.Empty();
        int firm = Worlds.AddFirm(world, staff: 15);
        var mechanism = new Innovation(Idle with { Hazard = 2, RadicalShare = 1 });
        while (world.Clusters.Innovations[0] == 0 && world.Tick++ < 200) Worlds.Step(world, mechanism);
        Assert.That(world.Firms.RadicalAt[firm], Is.EqualTo(world.Tick).And.Positive);
    }

    private const int Firms = 200, Months = 60;

    private static void AssertCount(Innovation.Parameters parameters, double rate, Action<World, int> make)
    {
        double expected = Firms * Months * (1 - Math.Exp(-rate / 12));
        Assert.That(Innovations(Crowd(make), parameters), Is.EqualTo(expected).Within(Worlds.FourErrors(expected)));
    }

    /// <summary>Firms of region 0, whose innovations are counted, and in region 1 the contact at the origin, row 0.</summary>
    private static World Crowd(Action<World, int> make)
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, region: 1, staff: 0);
        for (int i = 0; i < Firms; i++) make(world, Worlds.AddFirm(world, staff: 0));
        return world;
    }

    private static int Innovations(World world, Innovation.Parameters parameters)
    {
        var mechanism = new Innovation(parameters);
        for (int month = 0; month < Months; month++)
        {
            world.Tick = month;
            Worlds.Step(world, mechanism);
        }
        return world.Clusters.Innovations[0];
    }
}
