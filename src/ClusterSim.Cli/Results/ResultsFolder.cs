using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Results;

/// <summary>A folder of results. Every file is written aside and renamed, so that a killed run leaves no half file under
/// a name that somebody reads.</summary>
internal sealed class ResultsFolder
{
    private const string ManifestFile = "manifest.json", Unfinished = ".parts";

    /// <summary>What a report adds to a finished folder, beside what the manifest names.</summary>
    public static readonly IReadOnlyList<string> Additions = ["report.html", "figures"];

    private readonly SortedDictionary<string, (string Sha256, long Rows)> _files = new(StringComparer.Ordinal);

    /// <exception cref="CommandException">The folder cannot be made, or holds something that is not ours.</exception>
    /// <param name="replace">Whether results that are there are taken away.</param>
    public ResultsFolder(string path, bool replace = false)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (File.Exists(Path)) throw new CommandException(ExitCodes.Usage, $"{path} is a file: -o takes a folder");
        if (IsForeign(Path)) throw new CommandException(ExitCodes.Usage, $"{path} is not empty and holds no results of ClusterSim: choose another folder");
        try
        {
            Directory.CreateDirectory(Aside);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be written to ({failure.Message}): choose another folder with -o");
        }
        if (replace) Clear();
    }

    /// <summary>Where unfinished pieces are kept; while it is there, the folder is not finished.</summary>
    public string Aside => System.IO.Path.Combine(Path, Unfinished);

    public string Path { get; }

    /// <summary>Name, sha256 and rows of every file written so far.</summary>
    public IReadOnlyDictionary<string, (string Sha256, long Rows)> Files => _files;

    /// <summary>True if the folder holds the results of a finished run.</summary>
    public static bool IsFinished(string path) => File.Exists(System.IO.Path.Combine(path, ManifestFile));

    /// <summary>True if a run that did not end left its pieces there.</summary>
    public static bool IsUnfinished(string path) => Directory.Exists(System.IO.Path.Combine(path, Unfinished));

    /// <summary>The identity of the run that a finished folder holds; empty if its manifest is broken.</summary>
    public static string Identity(string path) => (string?)Manifest(path)?["identity"] ?? "";

    /// <summary>The manifest of a folder; null if it has none that can be read.</summary>
    public static JsonNode? Manifest(string path)
    {
        string file = System.IO.Path.Combine(path, ManifestFile);
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a small file.</summary>
    public void Write(string name, string text) => Write(name, [text]);

    /// <summary>Writes a file from pieces.</summary>
    public void Write(string name, IEnumerable<string> pieces)
    {
        string target = System.IO.Path.Combine(Path, name), aside = target + ".part";
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = 0;
        using (FileStream stream = File.Create(aside))
            foreach (string piece in pieces)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(piece);
                stream.Write(bytes);
                hash.AppendData(bytes);
                rows += bytes.AsSpan().Count((byte)'\n');
            }
        File.Move(aside, target, overwrite: true);
        _files[name] = (Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    /// <summary>Writes the manifest: the folder is finished.</summary>
    public void Finish(string manifest)
    {
        Write(ManifestFile, manifest);
        Directory.Delete(Aside, recursive: true);
    }

    /// <summary>Throws away what is unfinished, and the folder if nothing else is in it.</summary>
    public void Discard()
    {
        Directory.Delete(Aside, recursive: true);
        if (!Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    private static bool IsForeign(string path) =>
        Directory.Exists(path) && !IsFinished(path) && !IsUnfinished(path) && Directory.EnumerateFileSystemEntries(path).Any();

    /// <summary>Takes away every file that the manifest names, the report of them, and the manifest.</summary>
    private void Clear()
    {
        string inside = Path + System.IO.Path.DirectorySeparatorChar;
        foreach ((string name, _) in Manifest(Path)?["files"] as JsonObject ?? [])
        {
            string file = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));
            if (file.StartsWith(inside, StringComparison.Ordinal)) File.Delete(file);
        }
        foreach (string addition in Additions.Select(name => System.IO.Path.Combine(Path, name)))
        {
            if (File.Exists(addition)) File.Delete(addition);
            if (!Directory.Exists(addition)) continue;
            foreach (string figure in Directory.GetFiles(addition, "*.svg")) File.Delete(figure);
            if (!Directory.EnumerateFileSystemEntries(addition).Any()) Directory.Delete(addition);
        }
        File.Delete(System.IO.Path.Combine(Path, ManifestFile));
    }
}
