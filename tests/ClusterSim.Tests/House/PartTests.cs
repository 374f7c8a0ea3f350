using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The house rules, applied to every part and table of the model.</summary>
public sealed class PartTests
{
    private static readonly IReadOnlyList<Part> Parts = new Catalogue(typeof(Catalogue).Assembly).Parts;
    private static readonly IReadOnlyList<SourceFile> Model = Repository.Sources("src/ClusterSim.Model");

    [Test]
    public void Parts_ByName_AreUniqueAndKebabCase() => Report(PartRules.Names(Parts));

    [Test]
    public void Parts_InTheirAttribute_SayWhatTheyDoAndOnWhoseWord() => Report(Parts.SelectMany(PartRules.Statement));

    [Test]
    public void Parts_InTheSource_HaveAFileInTheirFolder() => Report(Parts.SelectMany(part => PartRules.Home(part, Model)));

    [Test]
    public void Parameters_OfEveryPart_AreDeclaredAndTheirDefaultsAllowed() => Report(Parts.SelectMany(PartRules.Parameters));

    [Test]
    public void Parts_InTheTests_AreNamed()
    {
        string[] tests = [.. Repository.Files("tests", ".cs").Where(path => !path.Contains("/House/", StringComparison.Ordinal)).Select(Repository.Read)];
        Report(PartRules.Untested(Parts, tests));
    }

    [Test]
    public void Parts_InTheDocuments_HaveTheirEntry() => Report(PartRules.Undocumented(Parts, kind => Repository.Read($"docs/model/{kind}s.md")));

    [Test]
    public void Columns_OfEveryTable_SayTheirUnitAndLinkToTables()
    {
        Type[] tables = [.. typeof(Table).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Table)))];
        Report(tables.SelectMany(table => PartRules.Columns(table, tables.Select(other => other.Name))));
    }

    private static void Report(IEnumerable<string> problems)
    {
        string[] list = [.. problems];
        if (list.Length > 0) Assert.Fail(string.Join('\n', list));
    }
}
