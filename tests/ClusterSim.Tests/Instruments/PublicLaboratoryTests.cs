using ClusterSim.Model.Instruments;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Instruments;

public sealed class PublicLaboratoryTests
{
    [Test]
    public void Apply_SteadyMoney_BuildsStaffUpTowardWhatItPays()
    {
        World world = Aid.World(purse: 0, regions: 2);
        var instrument = new PublicLaboratory(new() { UnitCost = 90, Delay = 36 });
        for (int month = 0; month < 36; month++)
        {
            world.Programmes.Purse[0] = 100; // 90 a month pay for 12 people
            Aid.Apply(world, instrument);
        }
        Assert.That(world.Regions.LaboratoryStaff[0], Is.EqualTo(12 * (1 - Math.Pow(35 / 36.0, 36))).Within(1e-9));
        Assert.That(world.Regions.LaboratoryStaff[1], Is.Zero);
        Assert.That(world.Programmes.Spent[0], Is.EqualTo(3_600).Within(1e-6));
    }

    [Test]
    public void Apply_EmptyPurse_LeavesTheStaff()
    {
        World world = Aid.World(purse: 0);
        world.Regions.LaboratoryStaff[0] = 8;
        Aid.Apply(world, new PublicLaboratory(new()));
        Assert.That(world.Regions.LaboratoryStaff[0], Is.EqualTo(8));
    }

    [Test]
    public void End_Half_OfTheStaffStays()
    {
        World world = Aid.World(purse: 0);
        (world.Regions.LaboratoryStaff[0], world.Programmes.Helped[0]) = (11, 8); // three are another laboratory's
        new PublicLaboratory(new()).End(world, 0);
        Assert.That(world.Regions.LaboratoryStaff[0], Is.EqualTo(7));
    }
}
