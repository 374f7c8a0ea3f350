using ClusterSim.Model.Engine;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Shocks;

public sealed class DefectionTests
{
    [Test]
    public void Strike_LeadingFirm_LosesFoundersWhoBringMoneyAndKnowMostOfWhatItKnows()
    {
        World world = Worlds.Empty(2);
        int leader = Worlds.AddFirm(world, competence: 1, staff: 20);
        world.Firms.Origin[leader] = Origin.Inward;
        Worlds.AddFirm(world, competence: 3, staff: 40);
        new Defection(new() { Founders = 3, Capital = 700, Gap = -0.05, Spread = 0 }).Strike(world, 0, 0, 9, new Draws(1, "shocks", world.Tick));
        Foundings queue = world.Foundings;
        Assert.That(queue.Count, Is.EqualTo(3));
        Assert.That(queue.Parent.Span.ToArray(), Has.All.EqualTo(leader), "the pioneer, though another firm is larger and better");
        Assert.That(queue.Competence.Span.ToArray(), Has.All.EqualTo(0.95).Within(1e-12));
        Assert.That(queue.OwnMoney.Span.ToArray(), Has.All.EqualTo(700));
        Assert.That(queue.Founder.Span.ToArray().Distinct().Count(), Is.EqualTo(3));
        Assert.That(queue.Origin.Span.ToArray(), Has.All.EqualTo(Origin.SpinOff));
    }

    [Test]
    public void Strike_RegionWithoutFirms_DoesNothing()
    {
        World world = Worlds.Empty(2);
        Worlds.AddFirm(world, region: 1);
        new Defection(new()).Strike(world, 0, 0, 9, new Draws(1, "shocks", 0));
        Assert.That(world.Foundings.Count, Is.Zero);
    }
}
