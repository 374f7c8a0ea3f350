using ClusterSim.Model;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Mechanisms;

/// <summary>Every mechanism is a switch.</summary>
public sealed class SwitchTests
{
    private static IEnumerable<string> Names => ClusterModel.Mechanisms.Select(part => part.Name);

    [TestCaseSource(nameof(Names))]
    public void Schedule_WithAMechanismOff_LacksItAndKeepsTheOrderOfTheRest(string name)
    {
        IEnumerable<string> all = ClusterModel.Schedule(new ModelConfiguration()).Select(process => process.Name);
        Assert.That(ClusterModel.Schedule(Worlds.With((name, null))).Select(process => process.Name), Is.EqualTo(all.Where(other => other != name)));
    }

    [TestCaseSource(nameof(Names))]
    public void History_WithAMechanismOff_RunsAndStaysFinite(string name)
    {
        World world = Worlds.Run(Worlds.With((name, null)), 1, 36).World;
        Assert.That(world.Tick, Is.EqualTo(36));
        Assert.That(world.Firms.Competence.Span.ToArray(), Has.All.Matches<double>(double.IsFinite));
        Assert.That(world.Firms.Books.Span.ToArray(), Has.All.Matches<Books>(books => double.IsFinite(books.Cash)));
        Assert.That(world.Firms.Sales.Span.ToArray(), Has.All.Matches<double>(double.IsFinite));
        bool firms = name is not ("entry" or "de-novo-entry"); // without them there is no first firm
        Assert.That(world.Firms.Count > 0, Is.EqualTo(firms));
    }

    [Test]
    public void Schedule_ByDefault_HoldsEveryMechanismOfTheCatalogueOnce()
    {
        IEnumerable<string> catalogue = ClusterModel.Catalogue.OfKind("mechanism").Select(part => part.Name);
        Assert.That(ClusterModel.Schedule(new ModelConfiguration()).Select(process => process.Name), Is.EquivalentTo(catalogue));
    }
}
