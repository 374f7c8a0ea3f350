using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>No file and no folder of src/ names one that names it back, straight or round a corner.</summary>
public sealed class CircleTests
{
    private static readonly IReadOnlyList<SourceFile> Sources = Repository.Sources("src");

    [Test]
    public void Files_OfSource_FormNoCircle() => Report(Arrows.BetweenFiles(Sources).Circles());

    [Test]
    public void Folders_OfSource_FormNoCircle() => Report(Arrows.BetweenFolders(Sources).Circles());

    [Test]
    public void Folders_WithTheirSubfolders_FormNoCircle() => Report(Arrows.BetweenFolders(Sources, depth: 3).Circles());

    [Test]
    public void Projects_OfSource_FormNoCircle() => Report(Arrows.BetweenFolders(Sources, depth: 2).Circles());

    [TestCase("Engine")]
    [TestCase("State", "Engine")]
    [TestCase("Mechanisms", "Engine", "State")]
    [TestCase("Shocks", "Engine", "State")]
    [TestCase("Indicators", "Engine", "State")]
    [TestCase("Instruments", "Engine", "State", "Indicators")] // a policy may wait for an indicator
    public void Folder_OfTheModel_NamesOnlyThoseBelow(string folder, params string[] below)
    {
        const string model = "src/ClusterSim.Model/";
        var arrows = Arrows.BetweenFolders(Sources, depth: 3);
        if (!arrows.Nodes.Contains(model + folder)) return; // a folder that is not there names nobody
        Report([.. arrows.From(model + folder)
            .Where(to => !below.Contains(to.Replace(model, "", StringComparison.Ordinal)))
            .Select(to => $"{model}{folder} -> {to}   names {string.Join(", ", arrows.Names(model + folder, to))}")]);
    }

    [Test]
    public void Mechanisms_OfModel_MeetOnlyInTheState()
    {
        SourceFile[] mechanisms = [.. Sources.Where(file => file.Folder(3) == "src/ClusterSim.Model/Mechanisms")];
        var arrows = Arrows.BetweenFiles(mechanisms);
        Report([.. from file in arrows.Nodes from other in arrows.From(file)
            select $"{file} -> {other}   names {string.Join(", ", arrows.Names(file, other))}"]);
    }

    private static void Report(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            Assert.Fail(string.Join('\n', problems) + "\nA property counts as well: rename one that only happens to be called like a type.");
    }
}
