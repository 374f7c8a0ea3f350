using System.Text.RegularExpressions;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Tests.House;

namespace ClusterSim.Tests.Readme;

/// <summary>A page that people follow: what it shows is what they type.</summary>
internal sealed partial class Page(string path)
{
    /// <summary>The README and the guide.</summary>
    public static IEnumerable<string> All => Repository.Files("docs/guide", ".md").Prepend("README.md");

    public string Text { get; } = Repository.Read(path);

    /// <summary>What is typed after <c>./clustersim</c>, in order, without the words on it.</summary>
    public IReadOnlyList<string> Commands => [.. Command().Matches(Text).Select(match => match.Groups[1].Value.Trim()).Where(command => command.Length > 0).Distinct()];

    /// <summary>Text of the fenced blocks of a language.</summary>
    public IReadOnlyList<string> Snippets(string language) => [.. Fence().Matches(Text).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    /// <summary>Whole files of the project that the page shows: blocks without a name of their own.</summary>
    public IEnumerable<string> Quoted => Snippets("yaml").Where(text => IsWhole().IsMatch(text));

    /// <summary>What the reader writes, by file name: a block says its name in its first line (<c># my.yaml</c>); any other is part of a scenario.</summary>
    public IReadOnlyDictionary<string, string> Files => Snippets("yaml").Except(Quoted)
        .Select((text, i) => Name().Match(text) is { Success: true } match ? (Name: match.Groups[1].Value, Text: text) : (Name: $"part-{i}.yaml", Text: $"scenario: part-{i}\n{text}"))
        .ToDictionary(file => file.Name, file => file.Text);

    /// <summary>Tables that the page shows, by the file name on the fence.</summary>
    public IReadOnlyDictionary<string, string> Tables => Table().Matches(Text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [GeneratedRegex(@"^```csv (\S+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^\./clustersim ([^#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A# (\S+\.yaml)\n")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(scenario|experiment): ")]
    private static partial Regex IsWhole();
}

/// <summary>The files of a page, and behind them those of the project.</summary>
internal sealed class PageFiles(Page page) : IScenarioFiles
{
    private readonly MemoryFiles _own = new(page.Files);

    public string? Read(string path) => _own.Read(path) ?? (File.Exists(Repository.Path(path)) ? Repository.Read(path) : null);

    public string Resolve(string from, string relative) => _own.Resolve(from, relative);
}
