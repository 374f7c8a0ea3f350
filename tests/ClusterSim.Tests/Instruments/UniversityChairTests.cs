using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class UniversityChairTests
{
    private static readonly UniversityChair Chairs = new(new() { UnitCost = 250, Graduates = 12, Researchers = 3, Delay = 48 });

    [Test]
    public void Apply_SteadyMoney_FillsChairsTowardWhatItPaysAndTheyTeach()
    {
        World world = Aid.World(purse: 0);
        double pool = 0, paid = 90 * 12 / 250.0; // chairs in the end
        for (int month = 1; month <= 48; month++)
        {
            Aid.Month(world, Chairs, purse: 100);
            double chairs = paid * (1 - Math.Pow(47 / 48.0, month));
            pool += chairs; // each teaches one person a month
            Assert.That(world.Regions.LaboratoryStaff[0], Is.EqualTo(3 * chairs).Within(1e-9));
            Assert.That(world.Regions.TrainedPool[0], Is.EqualTo(pool).Within(1e-9));
        }
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(4_800).Within(1e-6));
        Chairs.End(world, 0);
        Assert.That(world.Regions.LaboratoryStaff[0], Is.EqualTo(1.5 * paid * (1 - Math.Pow(47 / 48.0, 48))).Within(1e-9), "half of them stay");
    }

    [Test]
    public void Apply_EmptyPurse_LeavesWhatThereIs()
    {
        World world = Aid.World(purse: 0);
        world.Regions.LaboratoryStaff[0] = 8;
        Aid.Month(world, Chairs, purse: 0);
        Chairs.End(world, 0);
        Assert.That((world.Regions.LaboratoryStaff[0], world.Regions.TrainedPool[0], world.Programmes.Spent[0]), Is.EqualTo((8.0, 0.0, 0.0)));
    }
}
