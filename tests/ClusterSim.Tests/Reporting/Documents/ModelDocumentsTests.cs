using System.Text.RegularExpressions;
using ClusterSim.Reporting.Documents;
using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting.Documents;

/// <summary>The pages on the model say what the code says.</summary>
public sealed partial class ModelDocumentsTests
{
    private static readonly IReadOnlyDictionary<string, string> Pages =
        ModelDocuments.Build(new CodeComments(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "ClusterSim.Model.xml"))));

    [Test]
    public void Pages_Committed_AreWhatTheCodeSays()
    {
        string[] stale = [.. Pages.Where(page => !File.Exists(Committed(page.Key)) || File.ReadAllText(Committed(page.Key)).ReplaceLineEndings("\n") != page.Value).Select(page => page.Key)];
        Assert.That(stale, Is.Empty, "pages of docs/model that differ from the code: run tools/generate and commit what it writes");
    }

    [Test]
    public void Pages_WhenBuilt_LeaveNoPlaceholderAndNoHole()
    {
        Assert.That(Pages.Values, Has.None.Contains("{{"));
        Assert.That(Pages.Values, Has.All.Match(@"\S\n\z"));
        Assert.That(Pages["odd.md"], Does.Contain("exp(kappa (A - c (ln w - saved abroad)) + goodwill)").And.Contain("## 7. Submodels"), "the equations of the comments");
    }

    [Test]
    public void Tables_OfEveryPage_HaveAsManyCellsInEveryLine()
    {
        foreach ((string name, string text) in Pages)
            foreach (string block in text.Split("\n\n").Where(block => block.Contains("\n|---", StringComparison.Ordinal)))
                Assert.That(block.Split('\n').Where(line => line.StartsWith('|')).Select(line => UnescapedBar().Count(line)).Distinct().Count(), Is.EqualTo(1), name + "\n" + block);
    }

    [Test]
    public void Command_OnAPageThatItDidNotWrite_LeavesItAlone()
    {
        string folder = CliRun.Folder();
        Assert.That(CliRun.Of(folder, "docs", folder).ExitCode, Is.Zero);
        Assert.That(CliRun.Of(folder, "docs", folder).ExitCode, Is.Zero, "its own pages it writes again");
        string own = Path.Combine(folder, "odd.md");
        File.WriteAllText(own, "mine");
        CliRun run = CliRun.Of(folder, "docs", folder);
        Assert.That((run.ExitCode, File.ReadAllText(own)), Is.EqualTo((2, "mine")));
        Assert.That(run.Errors, Does.Contain("odd.md"));
    }

    private static string Committed(string name) => Repository.Path($"docs/model/{name}");

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex UnescapedBar();
}
