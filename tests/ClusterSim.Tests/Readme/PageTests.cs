using System.Text.RegularExpressions;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Readme;

/// <summary>Every command of the README and the guide runs, every scenario is sound, every class compiles.</summary>
[Parallelizable(ParallelScope.All)] // a page takes up to a minute, and none knows of another
public sealed partial class PageTests
{
    private const string Help = " --help";

    private static IEnumerable<TestCaseData> Pages() => Page.All.Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileName(path)));

    /// <summary>Pages whose commands take a minute.</summary>
    private static readonly string[] Long = ["getting-started.md", "writing-a-scenario.md"];

    private static IEnumerable<TestCaseData> PagesToRun() => Pages().Select(page => Long.Contains(Path.GetFileName((string)page.Arguments[0]!)) ? page.SetCategory("Slow") : page);

    [TestCaseSource(nameof(PagesToRun))]
    public void Commands_OfThePage_Run(string path)
    {
        var page = new Page(path);
        string folder = CliRun.Folder();
        foreach ((string name, string text) in page.Files.Concat(page.Tables)) File.WriteAllText(Path.Combine(folder, name), text);
        foreach (string scenario in Repository.Files("scenarios", ".yaml").Concat(Repository.Files("docs/guide", ".csv")))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, scenario))!);
            File.Copy(Repository.Path(scenario), Path.Combine(folder, scenario));
        }
        foreach (string command in page.Commands)
        {
            string brief = Brief(command);
            CliRun run = CliRun.Of(folder, [.. brief.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('"'))]);
            Assert.That(run.ExitCode, Is.Zero, $"{path}: clustersim {command}\n{run.Errors}");
            if (brief.EndsWith(Help, StringComparison.Ordinal)) Assert.That(run.Output, Does.Contain("clustersim " + brief[..^Help.Length]), "help on this very command");
        }
    }

    [Test]
    public void Commands_OfAllPages_AreFound() => Assert.That(Page.All.Sum(path => new Page(path).Commands.Count), Is.GreaterThan(25), "the search must have seen them");

    [TestCaseSource(nameof(Pages))]
    public void Scenarios_OfThePage_AreSound(string path)
    {
        var page = new Page(path);
        var files = new PageFiles(page);
        foreach (string name in page.Files.Keys.Where(name => name is not ("broken.yaml" or "targets.yaml")))
        {
            var loader = new ScenarioLoader(files);
            if (loader.IsExperiment(name)) loader.LoadExperiment(name);
            else loader.LoadScenario(name);
            Assert.That(loader.Warnings, Is.Empty, name);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void Scenarios_ThatThePageQuotes_AreTheFiles(string path)
    {
        string[] files = [.. Repository.Files("scenarios", ".yaml").Select(Repository.Read)];
        Assert.That(new Page(path).Quoted.Except(files), Is.Empty);
    }

    [Test]
    public void Mistakes_OfTheGuide_AreReportedAsShown()
    {
        var page = new Page("docs/guide/writing-a-scenario.md");
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "broken.yaml"), page.Files["broken.yaml"]);
        CliRun run = CliRun.Of(folder, "validate", "broken.yaml");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(page.Snippets(""), Does.Contain(run.Errors.TrimStart()));
    }

    [TestCase("docs/guide/adding-a-mechanism.md", "Gossip.cs", "GossipTests.cs")]
    [TestCase("docs/guide/adding-an-instrument.md", "Mentors.cs", "MentorsTests.cs")]
    public void Classes_OfTheGuide_AreTheFilesThatCompileAndPass(string path, params string[] sources) =>
        Assert.That(new Page(path).Snippets("csharp"), Is.EqualTo(sources.Select(source => Repository.Read($"tests/ClusterSim.Tests/Readme/{source}"))));

    /// <summary>Two pairs show as well as two hundred that a command runs; what serves a page or writes into the project says only how it is called.</summary>
    private static string Brief(string command) => command switch
    {
        _ when command.StartsWith("studio", StringComparison.Ordinal) => "studio" + Help,
        _ when command.StartsWith("new mechanism", StringComparison.Ordinal) => "new mechanism" + Help,
        _ => Replications().Replace(command, "-r 2") + (command.Contains("--quick", StringComparison.Ordinal) ? " -r 2" : ""),
    };

    [GeneratedRegex(@"-r \d+")]
    private static partial Regex Replications();
}
