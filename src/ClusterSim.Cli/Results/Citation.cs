using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterSim.Cli.Results;

/// <summary>How to cite the program, and the results of a run.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Commit">That was built; empty = not known.</param>
/// <param name="Results">Which results are meant, in words; empty = the program alone.</param>
internal sealed record Citation(string Version, string Commit, string Results)
{
    public const string Authors = "The ClusterSim team", Title = "ClusterSim: an agent-based simulator of the life cycle of industrial clusters";

    /// <summary>Of this program.</summary>
    public static Citation OfProgram { get; } = new(Versions.Model, Versions.Commit, "");

    /// <summary>Of the run behind a manifest.</summary>
    public static Citation Of(JsonNode manifest) => new((string?)manifest["clustersim"] ?? "", (string?)manifest["commit"] ?? "", string.Create(CultureInfo.InvariantCulture,
        $"Results: study {(string?)manifest["study"]}, {(int?)manifest["replications"]?["completed"]} replications, seed {(ulong?)manifest["seed"]}, identity {(string?)manifest["identity"]}"));

    /// <summary>One sentence, or two with results.</summary>
    public string Plain => $"{Authors}. {Title}. Version {Version}{(Commit.Length > 0 ? $", commit {Commit}" : "")}.{(Results.Length > 0 ? $" {Results}." : "")}";

    /// <summary>An entry; the doubled braces keep BibTeX from changing capitals and from taking the team for a person.</summary>
    public string Bibtex => string.Join('\n',
    [
        "@software{clustersim,",
        $"  author = {{{{{Authors}}}}},",
        $"  title = {{{{{Title}}}}},",
        $"  version = {{{Version}}}" + (Note.Length > 0 ? "," : ""),
        .. Note.Length > 0 ? new[] { $"  note = {{{Note}}}" } : [],
        "}",
    ]);

    private string Note => string.Join(". ", new[] { Commit.Length > 0 ? $"Commit {Commit}" : "", Results }.Where(words => words.Length > 0));
}
