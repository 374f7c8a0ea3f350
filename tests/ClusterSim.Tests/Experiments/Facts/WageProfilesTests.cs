using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>Wages by tenure in two regions, by hand: the first has a cluster, the second none.</summary>
public sealed class WageProfilesTests
{
    private static World Country(double clusterWage, double outsideWage, double clusterSkill)
    {
        World world = Worlds.Empty(2);
        world.Tick = 12 * 26;
        world.Clusters.Stage[0] = Stage.Growth;
        foreach ((int region, double wage, double skill) in new[] { (0, clusterWage, clusterSkill), (1, outsideWage, 1.0) })
        {
            int firm = Worlds.AddFirm(world, region, staff: 200);
            world.Firms.LogWage[firm] = wage;
            int number = 0;
            for (int worker = 0; worker < world.Workers.Count; worker++)
            {
                if (world.Workers.Job[worker].Employer != firm) continue;
                bool stayer = number++ >= 100; // 100 newcomers of half a year, 100 who came four years ago
                world.Workers.Job[worker].Since = world.Tick - (stayer ? 48 : 6);
                world.Workers.Job[worker].Skill = stayer ? (float)skill : 1;
            }
        }
        return world;
    }

    private static Dictionary<string, double> Values(World world)
    {
        var profiles = new WageProfiles();
        profiles.Observe(world);
        var values = new Dictionary<string, double>();
        profiles.Add(values, new CurveSums());
        return values;
    }

    [Test]
    public void Gaps_OfAClusterThatPaysLessAtFirstAndMoreLater_AreTheHandCalculation()
    {
        Dictionary<string, double> values = Values(Country(-0.1, 0.05, clusterSkill: 1.5));
        Assert.That(values["wage-start-gap"], Is.EqualTo(-0.15).Within(1e-12));
        Assert.That(values["wage-slope-gap"], Is.EqualTo(Math.Log(1.5) / 4).Within(1e-12), "ln 1.5 more after four years, nothing outside");
    }

    [Test]
    public void Gaps_OfPlacesThatPayAlike_AreZero()
    {
        Dictionary<string, double> values = Values(Country(0.2, 0.2, clusterSkill: 1));
        Assert.That(values["wage-start-gap"], Is.Zero.Within(1e-12));
        Assert.That(values["wage-slope-gap"], Is.Zero.Within(1e-12));
    }

    [Test]
    public void Gaps_WithoutAnyPlaceOutside_SayNothing()
    {
        World world = Country(0, 0, 1);
        world.Clusters.Stage[1] = Stage.Embryonic;
        Assert.That(Values(world)["wage-start-gap"], Is.NaN);
    }

    [Test]
    public void WageTable_OfTheSame_HasPoundsAndPersons()
    {
        World world = Country(0.1, 0, clusterSkill: 1.5);
        IReadOnlyList<WageCell> cells = WageTable.Of(world);
        double background = Math.Log(1000 * world.Configuration.Country.BackgroundWage);
        Assert.That(cells.Select(cell => (cell.Place, cell.Tenure, cell.Persons)), Is.EqualTo(new[] { (WagePlace.Cluster, 0, 100), (WagePlace.Cluster, 4, 100), (WagePlace.Outside, 0, 100), (WagePlace.Outside, 4, 100) }));
        Assert.That(cells[1].MeanLogWage, Is.EqualTo(background + 0.1 + Math.Log(1.5)).Within(1e-12));
    }

    [TestCase(Stage.None, WagePlace.Outside)]
    [TestCase(Stage.Dissolved, WagePlace.Outside)]
    [TestCase(Stage.Embryonic, WagePlace.Embryonic)]
    [TestCase(Stage.Growth, WagePlace.Cluster)]
    [TestCase(Stage.Decline, WagePlace.Cluster)]
    public void Place_OfAStage_IsWhatTheFilesSay(Stage stage, WagePlace place) => Assert.That(WageTable.PlaceOf(stage), Is.EqualTo(place));
}
