using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

public sealed class KnowledgeSpilloverTests
{
    private static readonly KnowledgeSpillover.Parameters Off = new() { Proximity = 0, Imitation = 0, Vertical = 0, Social = 0 };

    /// <summary>With every slot filled, a meeting takes place every month.</summary>
    private static readonly KnowledgeSpillover.Parameters MonthlyMeeting = Off with { Proximity = 1.0 / Contacts.Capacity };

    [TestCase(0.3, 0)]
    [TestCase(0.55, 1)]
    [TestCase(0.05, 1)]
    [TestCase(0.8, 2)]
    public void Understanding_AtADistance_FallsAsANormalCurveAroundThreeTenths(double distance, double deviations) =>
        Assert.That(Learning.Understanding(distance), Is.EqualTo(Math.Exp(-deviations * deviations / 2)).Within(1e-12));

    [Test]
    public void Step_LocalContact_PassesOnCompetenceAndDrawsKnowledgeNear()
    {
        World world = Worlds.Empty();
        int pupil = Worlds.AddFirm(world), teacher = Worlds.AddFirm(world, competence: 0.4, knowledge: 0.55);
        FillContacts(world, pupil, teacher);
        Worlds.Step(world, new KnowledgeSpillover(MonthlyMeeting with { Absorption = 0.15, LocalConvergence = 0.5 }));
        double gain = 0.15 * 0.4 * Math.Exp(-0.5);
        Assert.That(world.Firms.Competence[pupil], Is.EqualTo(gain).Within(1e-12));
        Assert.That(world.Clusters.LearntByProximity[0], Is.EqualTo(gain).Within(1e-12));
        Assert.That(world.Firms.Knowledge[pupil][0], Is.EqualTo(0.275).Within(1e-12));
        Assert.That(world.Firms.Competence[teacher], Is.EqualTo(0.4), "who knows more learns nothing");
    }

    [Test]
    public void Step_EveryRateZero_ChangesNothing()
    {
        World world = Worlds.Empty();
        int pupil = Worlds.AddFirm(world), teacher = Worlds.AddFirm(world, competence: 1);
        FillContacts(world, pupil, teacher);
        Worlds.AddSupplier(world, pupil, teacher, 1);
        world.Regions.LaboratoryStaff[0] = 1_000;
        world.Activities.Frontier[0][0] = 1;
        for (world.Tick = 0; world.Tick < 50; world.Tick++) Worlds.Step(world, new KnowledgeSpillover(Off));
        Assert.That(world.Firms.Competence[pupil], Is.Zero);
        Assert.That(world.Firms.Knowledge[pupil][0], Is.Zero);
    }

    [Test]
    public void Step_ContactFarAway_TeachesAtTheRateThatDistanceLeaves()
    {
        const int pupils = 200, months = 30;
        World world = Worlds.Empty(2);
        int teacher = Worlds.AddFirm(world, region: 1, competence: 0.4, staff: 0);
        for (int i = 0; i < pupils; i++) FillContacts(world, Worlds.AddFirm(world, staff: 0), teacher);
        var mechanism = new KnowledgeSpillover(MonthlyMeeting with { DistanceDecay = 100, DistanceFloor = 0.25 });
        int lessons = 0;
        for (world.Tick = 0; world.Tick < months; world.Tick++)
        {
            Worlds.Step(world, mechanism);
            lessons += world.Firms.Competence.Span.ToArray().Count(q => q is > 0 and < 0.4);
            world.Firms.Competence.Span[1..].Clear();
        }
        double chance = 0.25 + 0.75 * Math.Exp(-1), trials = pupils * months;
        Assert.That(lessons, Is.EqualTo(trials * chance).Within(4 * Math.Sqrt(trials * chance * (1 - chance))));
    }

    [Test]
    public void Step_Imitation_CopiesAThirdOfTheBestWithinReach()
    {
        const int firms = 1_000;
        World world = Worlds.Empty();
        int reachable = Worlds.AddFirm(world, competence: 0.5), star = Worlds.AddFirm(world, competence: 0.7);
        for (int i = 0; i < firms; i++)
        {
            int firm = Worlds.AddFirm(world, staff: 0);
            Worlds.AddContact(world, firm, star);
            Worlds.AddContact(world, firm, reachable);
        }
        Worlds.Step(world, new KnowledgeSpillover(Off with { Imitation = 0.2 }));
        double[] imitators = [.. world.Firms.Competence.Span[2..].ToArray().Where(q => q > 0)];
        Assert.That(imitators, Has.All.EqualTo(0.35 * 0.5).Within(1e-12));
        Assert.That(imitators, Has.Length.EqualTo(200).Within(4 * Math.Sqrt(firms * 0.2 * 0.8)));
        Assert.That(world.Clusters.LearntByImitation[0], Is.EqualTo(imitators.Sum()).Within(1e-9));
    }

    [TestCase(0.5f, 0, 0.4, 0, 0)]       // not trusted
    [TestCase(0.7f, 0, 0.4, 0.06, 0)]    // the buyer learns
    [TestCase(0.7f, 0.4, 0, 0, 0.06)]    // the supplier learns
    public void Step_SupplyLink_TeachesTheWeakerEndIfTrusted(float trust, double buyerHas, double supplierHas, double buyerGains, double supplierGains)
    {
        World world = Worlds.Empty(1, 2);
        int buyer = Worlds.AddFirm(world, competence: buyerHas), supplier = Worlds.AddFirm(world, activity: 1, competence: supplierHas);
        for (int slot = 0; slot < SupplyLinks.Capacity; slot++) Worlds.AddSupplier(world, buyer, supplier, trust);
        Worlds.Step(world, new KnowledgeSpillover(Off with { Vertical = 1.0 / SupplyLinks.Capacity, TrustThreshold = 0.6 }));
        Assert.That(world.Firms.Competence[buyer], Is.EqualTo(buyerHas + buyerGains).Within(1e-12));
        Assert.That(world.Firms.Competence[supplier], Is.EqualTo(supplierHas + supplierGains).Within(1e-12));
    }

    private static readonly KnowledgeSpillover.Parameters Near = new() { DistanceDecay = 100, DistanceFloor = 0, VirtualNetworks = 0, Organisational = 0, Social = 0 };

    private static IEnumerable<TestCaseData> Proximities()
    {
        static TestCaseData Case(string name, KnowledgeSpillover.Parameters levers, bool kin, int home, double nearness) => new TestCaseData(levers, kin, home, nearness).SetArgDisplayNames(name);
        double afar = Math.Exp(-1);
        yield return Case("distance alone", Near, false, 0, afar);
        yield return Case("next door", Near, false, 1, 1);
        yield return Case("a floor", Near with { DistanceFloor = 0.25 }, false, 0, 0.25 + 0.75 * afar);
        yield return Case("distance at no weight", Near with { DistanceFloor = 1 }, false, 0, 1);
        yield return Case("virtual networks", Near with { DistanceFloor = 0.25, VirtualNetworks = 0.5 }, false, 0, 0.5 + 0.5 * (0.25 + 0.75 * afar));
        yield return Case("family", Near with { Organisational = 0.2 }, true, 0, afar + 0.2);
        yield return Case("family that is no lever", Near, true, 0, afar);
        yield return Case("family next door", Near with { Organisational = 0.2 }, true, 1, 1);
        yield return Case("strangers", Near with { Organisational = 0.2 }, false, 0, afar);
        yield return Case("mistrust at home", Near with { Social = 0.4 }, false, 1, 1 - 0.4 * 0.7);
        yield return Case("mistrust does not reach afar", Near with { Social = 0.4 }, false, 0, afar);
    }

    /// <summary>A firm at home in region 1, where trust is 0.3, meets a firm of region 0 or one next door.</summary>
    [TestCaseSource(nameof(Proximities))]
    public void Nearness_ByHand_IsMadeOfItsProximities(KnowledgeSpillover.Parameters levers, bool kin, int home, double nearness)
    {
        World world = Worlds.Empty(2);
        world.Regions.Trust[1] = 0.3;
        int firm = Worlds.AddFirm(world, region: 1), contact = Worlds.AddFirm(world, region: home);
        if (kin) world.Firms.Root[contact] = world.Firms.Root[firm];
        Assert.That(new KnowledgeSpillover(levers).Nearness(world, firm, contact), Is.EqualTo(nearness).Within(1e-12));
    }

    [TestCase(0, 1)] // whatever one meets is understood alike
    [TestCase(2, 0.01831563889)] // exp(-4): two deviations, twice weighed
    public void Step_CognitiveProximity_WeighsHowMuchIsUnderstood(double weight, double understood)
    {
        World world = Worlds.Empty();
        int pupil = Worlds.AddFirm(world), teacher = Worlds.AddFirm(world, competence: 0.4, knowledge: 0.8);
        world.Regions.Trust[0] = 1;
        FillContacts(world, pupil, teacher);
        Worlds.Step(world, new KnowledgeSpillover(MonthlyMeeting with { Absorption = 0.15, Cognitive = weight }));
        Assert.That(world.Firms.Competence[pupil], Is.EqualTo(0.15 * 0.4 * understood).Within(1e-9));
    }

    [TestCase(0, 1.5)]
    [TestCase(1, 0.5)]
    public void Step_ProtectionOfIdeas_MakesImitationRarer(double protection, double factor)
    {
        const int firms = 2_000;
        World world = Worlds.Empty();
        world.Regions.Protection[0] = protection;
        int best = Worlds.AddFirm(world, competence: 0.5);
        for (int i = 0; i < firms; i++) Worlds.AddContact(world, Worlds.AddFirm(world, staff: 0), best);
        Worlds.Step(world, new KnowledgeSpillover(Off with { Imitation = 0.2 }));
        double chance = 0.2 * factor;
        Assert.That(world.Firms.Competence.Span[1..].ToArray().Count(q => q > 0), Is.EqualTo(firms * chance).Within(4 * Math.Sqrt(firms * chance * (1 - chance))));
    }

    private static void FillContacts(World world, int firm, int contact)
    {
        for (int slot = 0; slot < Contacts.Capacity; slot++) Worlds.AddContact(world, firm, contact);
    }
}
