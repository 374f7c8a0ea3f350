using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterSim.Cli.Results;

/// <summary>A folder of results. Every file is written aside and renamed, so that a killed run leaves no half file under
/// a name that somebody reads.</summary>
internal sealed class ResultsFolder
{
    private const string Manifest = "manifest.json";

    private readonly SortedDictionary<string, (string Sha256, long Rows)> _files = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The folder cannot be made or written to.</exception>
    /// <param name="replace">Whether a manifest that is there is taken away, since its files are about to change.</param>
    public ResultsFolder(string path, bool replace = false)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
        if (replace) File.Delete(System.IO.Path.Combine(Path, Manifest));
    }

    public string Path { get; }

    /// <summary>Name, sha256 and rows of every file written so far.</summary>
    public IReadOnlyDictionary<string, (string Sha256, long Rows)> Files => _files;

    /// <summary>True if the folder holds the results of a finished run.</summary>
    public static bool IsFinished(string path) => File.Exists(System.IO.Path.Combine(path, Manifest));

    /// <summary>The identity of the run that a finished folder holds; empty if its manifest is broken.</summary>
    public static string Identity(string path)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(path, Manifest)))?["identity"] ?? "";
        }
        catch (System.Text.Json.JsonException)
        {
            return "";
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
}
