using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Tests;

/// <summary>Small worlds made by hand, in which every number is known, and short histories.</summary>
internal static class Worlds
{
    public const double PersonsPerRegion = 1_000;

    /// <summary>Kilometres between neighbouring regions, which lie on a line.</summary>
    public const double Apart = 100;

    /// <summary>Regions that differ in nothing, without firms. An activity named "supplier" delivers to the first.</summary>
    public static ModelConfiguration Level(int regions, int activities = 1) => new()
    {
        Country = new CountrySetup { Regions = regions, Population = regions * PersonsPerRegion, AdvantageSpread = 0 },
        Regions = [.. Enumerable.Range(1, regions).Select(number => new RegionSetup
        {
            Name = $"place-{number}",
            PopulationShare = 1.0 / regions,
            NaturalAdvantage = 0,
            Trust = 0.5,
            Culture = 0,
            NonCompete = 0,
            Amenity = 0,
            Infrastructure = 0.5,
            BackgroundWage = 1,
            RiskCapital = 0,
        })],
        Activities = [.. Enumerable.Range(0, activities).Select(row => row == 0
            ? new ActivitySetup { Name = "focal" }
            : new ActivitySetup { Name = "supplier", SuppliesTo = "focal", InputShare = 0.2 })],
    };

    /// <summary>The world of <see cref="Level"/> or of another configuration, before any firm.</summary>
    public static World Empty(ModelConfiguration configuration)
    {
        var world = new World();
        Genesis.Create(world, configuration, Draws.RunKey(1, 0));
        for (int region = 0; region < world.Regions.Count; region++)
        {
            world.Regions.East[region] = region * Apart;
            world.Regions.North[region] = 0;
        }
        world.Derive();
        return world;
    }

    public static World Empty(int regions = 1, int activities = 1) => Empty(Level(regions, activities));

    /// <summary>A firm of ten years with a staff of newcomers who have been there for five.</summary>
    /// <param name="knowledge">First coordinate; the others are 0.</param>
    /// <returns>Its row.</returns>
    public static int AddFirm(
        World world, int region = 0, int activity = 0, double competence = 0, int staff = 10, double knowledge = 0, int age = 120)
    {
        Firms firms = world.Firms;
        world.Firms.Frozen = world.Workers.Frozen = false;
        int firm = firms.Append();
        firms.Lineage[firm] = Lineage.Arrival("test-firm", region, activity, 0, firm);
        firms.Region[firm] = firms.Birthplace[firm] = firms.FoundingRegion[firm] = region;
        firms.Activity[firm] = activity;
        firms.FoundedAt[firm] = world.Tick - age;
        firms.ClosedAt[firm] = firms.Parent[firm] = firms.Backer[firm] = firms.SupportedBy[firm] = firms.Payroll[firm].FirstWorker = -1;
        firms.Root[firm] = firm;
        firms.Competence[firm] = firms.Effective[firm] = firms.Payroll[firm].CarriedTrend = competence;
        firms.Knowledge[firm][0] = knowledge;
        firms.ContactTarget[firm] = 6;
        firms.Books[firm].ResearchShare = 0.05;
        firms.Sales[firm] = firms.TrailingHeadcount[firm] = staff;
        firms.Books[firm].Price = 4;
        firms.Books[firm].Cash = firms.Books[firm].OpeningCash = 100;
        world.Clusters.Firms[world.Cluster(region, activity)]++;
        world.Activities.Firms[activity]++;
        for (int i = 0; i < staff; i++)
        {
            int worker = AddWorker(world, region, activity, competence);
            Staff.Hire(world, worker, firm);
            world.Workers.Job[worker].Since = world.Tick - 60;
        }
        world.RefreshFirms();
        return firm;
    }

    /// <summary>An unemployed person of forty with mean trait and 20 thousand pounds.</summary>
    public static int AddWorker(World world, int region = 0, int activity = 0, double carried = 0, double skill = 1)
    {
        world.Workers.Frozen = false;
        ulong id = Lineage.Arrival("test-worker", region, activity, 0, world.Workers.Count);
        int worker = Staff.Attach(world, id, region, activity, skill, carried, DrawsOf("test-workers", 0));
        world.Workers.Trait[worker] = 1;
        world.Workers.Wealth[worker] = 20;
        world.Workers.BornAt[worker] = world.Tick - 40 * 12;
        return worker;
    }

    /// <summary>Makes firms know each other one way.</summary>
    public static void AddContact(World world, int firm, int contact) =>
        world.Firms.Contacts[firm][world.Firms.ContactCount[firm]++] = contact;

    public static void AddSupplier(World world, int buyer, int supplier, float trust) =>
        world.Firms.Suppliers[buyer][world.Firms.SupplierCount[buyer]++] = new SupplyLink { Supplier = supplier, Trust = trust };

    public static Draws DrawsOf(string process, int tick, ulong seed = 1) => new(Draws.RunKey(seed, 0), process, tick);

    /// <summary>One step with the draws that a schedule would give.</summary>
    public static void Step(World world, Process<World> process, ulong seed = 1) =>
        process.Step(world, DrawsOf(process.Name, world.Tick, seed));

    /// <summary>The months of a history with its usual order of things.</summary>
    public static History Run(ModelConfiguration configuration, ulong seed, int months)
    {
        var history = new History(configuration);
        history.Begin(seed, 0);
        history.RunTo(months);
        return history;
    }

    /// <summary>The default country with some mechanisms set; null = off.</summary>
    public static ModelConfiguration With(params (string Name, object? Parameters)[] mechanisms) => new()
    {
        Mechanisms = mechanisms.ToDictionary(mechanism => mechanism.Name, mechanism => mechanism.Parameters),
    };

    /// <summary>Four standard errors of a count of independent rare events.</summary>
    public static double FourErrors(double expectedCount) => 4 * Math.Sqrt(expectedCount);
}
