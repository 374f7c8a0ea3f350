using System.Xml.Linq;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>A package is a decision, and stands in the page of decisions on packages.</summary>
public sealed class DependencyTests
{
    [Test]
    public void Packages_OfTheProject_AreExplainedInTheirDecisionPage()
    {
        string page = Repository.Read("docs/decisions/0003-dependencies.md");
        string[] packages = [.. XDocument.Load(Repository.Path("Directory.Packages.props")).Descendants("PackageVersion").Select(package => (string)package.Attribute("Include")!)];
        Assert.That(packages, Is.Not.Empty);
        Assert.That(packages.Where(package => !page.Contains($"**{package}**", StringComparison.Ordinal)), Is.Empty, "packages that the page does not name in bold");
    }
}
