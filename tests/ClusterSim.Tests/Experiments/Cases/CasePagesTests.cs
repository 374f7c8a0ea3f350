using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.Experiments.Scenarios;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Cases;

/// <summary>Every case has a page that tells its story and shows all of its table, what fails included.</summary>
public sealed class CasePagesTests
{
    private static readonly string Table = Repository.Read("docs/model/cases.txt");

    private static IEnumerable<string> Cases => Shipped.Files.Where(file => file.StartsWith("scenarios/cases/", StringComparison.Ordinal));

    [TestCaseSource(nameof(Cases))]
    public void Claim_OfACase_StandsInTheCommittedTable(string file)
    {
        Scenario scenario = Shipped.Loader().LoadScenario(file);
        string section = Section(scenario.Name);
        Assert.That(scenario.Expectations, Is.Not.Empty);
        foreach (Expectation expectation in scenario.Expectations) Assert.That(section, Does.Contain($"  {expectation.Claim}  "));
    }

    [TestCaseSource(nameof(Cases))]
    public void Case_ThatIsShipped_HasAPageThatShowsItsTable(string file)
    {
        string section = Section(Shipped.Loader().LoadScenario(file).Name);
        string[] pages = [.. Repository.Files("docs/cases", ".md").Where(page => Repository.Read(page).Contains(section, StringComparison.Ordinal))];
        Assert.That(pages, Has.Length.EqualTo(1), $"one page of docs/cases shows\n{section}");
        Assert.That(Repository.Read(pages[0]), Does.Contain(Path.GetFileName(file)));
        Assert.That(Repository.Read("README.md"), Does.Contain(pages[0]));
    }

    /// <summary>A case's part of the table: from its name to the line that counts.</summary>
    private static string Section(string name)
    {
        int start = ("\n" + Table).IndexOf($"\n{name}\n", StringComparison.Ordinal);
        Assert.That(start, Is.Not.Negative, $"docs/model/cases.txt has no {name}");
        int end = Table.IndexOf("that decide hold\n", start, StringComparison.Ordinal);
        return Table[start..end];
    }
}
