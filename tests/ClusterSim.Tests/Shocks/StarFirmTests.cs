using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class StarFirmTests
{
    [Test]
    public void Strike_Pioneer_OpensWithItsLeadStaffCapitalAndQuarrel()
    {
        World world = Worlds.Empty(2);
        world.Tick = 30;
        world.Activities.MeanCompetence[0] = 0.2;
        world.Activities.SpreadCompetence[0] = 0.4;
        world.Activities.Frontier[0][3] = 1;
        new StarFirm(new() { Lead = 1.5, Staff = 20, Capital = 1_000, Quarrel = 12 }).Strike(world, 1, 0, 7, Worlds.DrawsOf("shocks", 30));
        Worlds.Step(world, new StartUpFinance(new()));
        Worlds.Step(world, new Entry(new() { SunkShare = 0.5 }));
        Assert.That(world.Firms.Count, Is.EqualTo(1));
        Assert.That(world.Firms.Region[0], Is.EqualTo(1));
        Assert.That(world.Firms.Origin[0], Is.EqualTo(Origin.Inward));
        Assert.That(world.Firms.Competence[0], Is.EqualTo(0.8).Within(1e-12));
        Assert.That(world.Firms.Knowledge[0][3], Is.EqualTo(1));
        Assert.That(world.Firms.Payroll[0].Headcount, Is.EqualTo(20));
        Assert.That(world.Firms.Books[0].Cash, Is.EqualTo(1_000 + Founding.TraditionalCost / 2));
        Assert.That(world.Firms.DisagreementUntil[0], Is.EqualTo(30 + 12 + 12));
    }
}
