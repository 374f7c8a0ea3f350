using System.Text.RegularExpressions;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>Rules about files as such: their length, and what must not stand in them.</summary>
public sealed partial class FileTests
{
    [Test]
    public void Files_OfSource_AreAtMost400Lines() =>
        Assert.That(Repository.Sources("src").Where(file => file.Lines > 400).Select(file => $"{file.Path}: {file.Lines} lines"), Is.Empty);

    [Test]
    public void Files_OfTheProject_NameNoFolderOfADevelopersMachine()
    {
        IReadOnlyList<string> files = Repository.Files("");
        Assert.That(files, Has.Count.GreaterThan(20), "the search must have seen the project");
        IEnumerable<string> found =
            from file in files
            let text = Repository.Read(file)
            where !text.Contains('\0', StringComparison.Ordinal) // a picture or an archive
            from Match match in PrivatePath().Matches(text)
            select $"{file}: {match.Value}";
        Assert.That(found, Is.Empty);
    }

    [TestCase("see /hom" + "e/ada/x", ExpectedResult = true)]
    [TestCase("\"/wor" + "k/x\"", ExpectedResult = true)]
    [TestCase("../sha" + "red/y", ExpectedResult = true)]
    [TestCase(@"C:\Use" + @"rs\ada", ExpectedResult = true)]
    [TestCase("https://example.org/home/ and journeys/work/leisure", ExpectedResult = false)]
    public bool PrivatePath_InText_IsFound(string text) => PrivatePath().IsMatch(text);

    /// <summary>Absolute paths of home and working folders, where no word or dot precedes them as in a web address;
    /// written with classes of one letter so that this file does not find itself.</summary>
    [GeneratedRegex(@"(?<![\w.])/(?:[h]ome|[w]ork|[U]sers|[r]oot)/\w*|[A-Z]:\\[U]sers\\|\.\./[s]hared\b")]
    private static partial Regex PrivatePath();

    [Test]
    public void Decisions_ByNumber_RunFromOneWithoutGaps()
    {
        string[] pages = Decisions();
        Assert.That(pages.Select(page => System.IO.Path.GetFileName(page)), Has.All.Match(@"^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$"));
        Assert.That(pages.Select(page => System.IO.Path.GetFileName(page)[..4]),
            Is.EqualTo(Enumerable.Range(1, pages.Length).Select(number => $"{number:0000}")));
    }

    [Test]
    public void Decisions_InLength_FitOnOnePage()
    {
        IEnumerable<string> tooLong =
            from page in Decisions()
            let text = Repository.Read(page)
            let lines = text.TrimEnd().Split('\n').Length
            let words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
            where lines > 60 || words > 800
            select $"{page}: {lines} lines, {words} words";
        Assert.That(tooLong, Is.Empty, "a decision page holds at most 60 lines and 800 words");
    }

    private static string[] Decisions() => [.. Repository.Files("docs/decisions", ".md")];
}
