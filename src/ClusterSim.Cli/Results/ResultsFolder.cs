using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Results;

/// <summary>A folder of results. Every file is written aside and renamed, so that a killed run leaves no half file under
/// a name that somebody reads.</summary>
internal sealed class ResultsFolder
{
    private const string ManifestFile = "manifest.json", PlanFile = "plan.json", Pieces = ".parts";

    /// <summary>What a report adds to a finished folder, beside what the manifest names.</summary>
    public static readonly IReadOnlyList<string> Additions = ["report.html", "figures"];

    private readonly SortedDictionary<string, (string Sha256, long Rows)> _files = new(StringComparer.Ordinal);

    /// <exception cref="CommandException">The folder cannot be made, or holds something that is not ours.</exception>
    public ResultsFolder(string path)
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
    }

    /// <summary>Where pieces of files are gathered.</summary>
    public string Aside => System.IO.Path.Combine(Path, Pieces);

    public string Path { get; }

    /// <summary>Name, sha256 and rows of every file written so far.</summary>
    public IReadOnlyDictionary<string, (string Sha256, long Rows)> Files => _files;

    /// <summary>True if the folder holds the results of a finished run.</summary>
    public static bool IsFinished(string path) => File.Exists(System.IO.Path.Combine(path, ManifestFile));

    /// <summary>True if a run that did not end left its plan there.</summary>
    public static bool IsUnfinished(string path) => !IsFinished(path) && File.Exists(System.IO.Path.Combine(path, PlanFile));

    /// <summary>The manifest of a folder; null if it has none that can be read.</summary>
    public static JsonObject? Manifest(string path) => Json(System.IO.Path.Combine(path, ManifestFile));

    /// <summary>What an unfinished run is about: the manifest as far as it is known at the start; null if there is none that can be read.</summary>
    public static JsonObject? Plan(string path) => Json(System.IO.Path.Combine(path, PlanFile));

    private static JsonObject? Json(string file)
    {
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>A word of a plan or manifest; null where it is missing or no word.</summary>
    public static string? Word(JsonObject? json, string name) => json?[name] is JsonValue value && value.TryGetValue(out string? word) ? word : null;

    /// <summary>Takes away what a run leaves that was killed in the moment after it was finished; nothing while a process is at work there.</summary>
    public static void Settle(string path)
    {
        string plan = System.IO.Path.Combine(path, PlanFile), aside = System.IO.Path.Combine(path, Pieces);
        if (!IsFinished(path) || !(File.Exists(plan) || Directory.Exists(aside) || Directory.GetFiles(path, FolderLock.Name + "*").Length > 0)) return;
        try
        {
            using var alone = new FolderLock(path, Part.Whole);
            File.Delete(plan);
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
        catch (Exception busy) when (busy is CommandException or IOException or UnauthorizedAccessException)
        {
            // Nothing is lost by leaving it there.
        }
    }

    /// <summary>Writes a small file.</summary>
    public void Write(string name, string text) => Write(name, [text]);

    /// <summary>Writes a file from pieces.</summary>
    public void Write(string name, IEnumerable<string> pieces)
    {
        // Parts of one run may write their plan at the same time, on machines where they have the same process number.
        string target = System.IO.Path.Combine(Path, name), aside = System.IO.Path.Combine(Aside, System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(Aside);
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

    /// <summary>Opens the folder for a run: from now on it is unfinished, and says what is under way.</summary>
    public void Begin(string plan, IEnumerable<(string Name, string Text)> scenarios)
    {
        Write(PlanFile, plan);
        foreach ((string name, string text) in scenarios) Write(name, text);
        _files.Clear();
        Unreport();
        File.Delete(System.IO.Path.Combine(Path, ManifestFile));
    }

    /// <summary>Writes the manifest: the folder is finished.</summary>
    public void Finish(string manifest)
    {
        Write(ManifestFile, manifest);
        File.Delete(System.IO.Path.Combine(Path, PlanFile));
        Tidy();
    }

    /// <summary>Throws away pieces of files: they are made again from finished work.</summary>
    public void Tidy()
    {
        if (Directory.Exists(Aside)) Directory.Delete(Aside, recursive: true);
    }

    /// <summary>Takes away an unfinished run, and the folder if nothing else is in it.</summary>
    public void Abandon()
    {
        Tidy();
        Clear();
        if (!Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    /// <summary>Takes away every file that the manifest or the plan names, finished work, and the report.</summary>
    public void Clear()
    {
        string inside = Path + System.IO.Path.DirectorySeparatorChar;
        // From here on the folder is unfinished, however this ends.
        if (File.Exists(System.IO.Path.Combine(Path, ManifestFile))) File.Move(System.IO.Path.Combine(Path, ManifestFile), System.IO.Path.Combine(Path, PlanFile), overwrite: true);
        string[] planned = [.. (Plan(Path)?["scenarios"] as JsonObject ?? []).Select(scenario => $"scenarios/{scenario.Key}.yaml"),
            .. (Plan(Path)?["sources"] as JsonArray ?? []).Select(source => $"scenarios/{source}.source.yaml")];
        foreach (string name in (Plan(Path)?["files"] as JsonObject ?? []).Select(file => file.Key).Concat(planned))
        {
            string file = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, name));
            if (file.StartsWith(inside, StringComparison.Ordinal)) File.Delete(file);
        }
        RemoveEmpty("scenarios");
        string shards = System.IO.Path.Combine(Path, Shelf.FolderName);
        if (Directory.Exists(shards))
            foreach (string shard in Directory.GetFiles(shards, Shelf.Pattern)) File.Delete(shard);
        RemoveEmpty(Shelf.FolderName);
        Unreport();
        File.Delete(System.IO.Path.Combine(Path, PlanFile));
    }

    private static bool IsForeign(string path) =>
        Directory.Exists(path) && !IsFinished(path) && !IsUnfinished(path)
        && Directory.EnumerateFileSystemEntries(path).Any(entry => System.IO.Path.GetFileName(entry) is not (Shelf.FolderName or Pieces) && !System.IO.Path.GetFileName(entry).StartsWith(FolderLock.Name, StringComparison.Ordinal));

    private void Unreport()
    {
        foreach (string addition in Additions.Select(name => System.IO.Path.Combine(Path, name)))
        {
            if (File.Exists(addition)) File.Delete(addition);
            if (!Directory.Exists(addition)) continue;
            foreach (string figure in Directory.GetFiles(addition, "*.svg")) File.Delete(figure);
            RemoveEmpty(System.IO.Path.GetFileName(addition));
        }
    }

    private void RemoveEmpty(string name)
    {
        string folder = System.IO.Path.Combine(Path, name);
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
