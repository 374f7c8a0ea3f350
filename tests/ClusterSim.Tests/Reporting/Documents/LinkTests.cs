using System.Text.RegularExpressions;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Documents;

/// <summary>Documents point at one another.</summary>
public sealed partial class LinkTests
{
    [Test]
    public void Links_OfAllDocuments_LeadToFilesAndHeadings()
    {
        string[] documents = [.. Repository.Files("docs", ".md"), "README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
        IEnumerable<string> broken =
            from document in documents
            from Match link in Link().Matches(WithoutCode(Repository.Read(document)))
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal)
            let file = target.Split('#')[0] is { Length: > 0 } other ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Path(document))!, other)) : Repository.Path(document)
            let heading = target.Contains('#', StringComparison.Ordinal) ? target.Split('#')[1] : ""
            where !File.Exists(file) && !Directory.Exists(file) || heading.Length > 0 && !Headings(File.ReadAllText(file)).Contains(heading)
            select $"{document}: {target}";
        Assert.That(broken, Is.Empty);
    }

    private static string WithoutCode(string text) => Fenced().Replace(text, "");

    /// <summary>The anchors that a page of Markdown has for its headings.</summary>
    private static HashSet<string> Headings(string text) => [.. Heading().Matches(WithoutCode(text))
        .Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
