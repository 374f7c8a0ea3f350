using System.IO.Compression;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Results;

/// <summary>Results for use elsewhere: tables as CSV or Parquet, or everything in one zip. Whatever is written is written aside and renamed.</summary>
internal sealed class Export
{
    private const string MetricsFile = "metrics.json", ManifestFile = "manifest.json", Unfinished = ".part";

    /// <summary>Every entry is dated so, lest two bundles of the same results differ.</summary>
    private static readonly DateTimeOffset Dated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder;
    private readonly JsonNode _manifest;
    private readonly CancellationToken _cancel;

    /// <exception cref="CommandException">The folder is not as its manifest says.</exception>
    public Export(string folder, string shown, CancellationToken cancel)
    {
        (_folder, _cancel) = (folder, cancel);
        _manifest = StoredStudy.ManifestOf(folder);
        IReadOnlyList<Verification.FileProblem> problems = Verification.Files(folder, _manifest, _ => { }, cancel);
        if (problems.Count > 0)
            throw new CommandException(ExitCodes.CheckNotMet, $"{shown} is not whole: {problems[0].File} {problems[0].Problem}{(problems.Count > 1 ? $", and {problems.Count - 1} more" : "")} (clustersim verify lists all)");
    }

    /// <summary>Name of the study with the beginning of its identity.</summary>
    public string Name => $"{(string?)_manifest["study"]}-{((string)_manifest["identity"]!)[..6]}";

    private IEnumerable<string> Files => _manifest["files"]!.AsObject().Select(file => file.Key);

    private IEnumerable<string> Tables => Files.Where(name => name.EndsWith(".csv", StringComparison.Ordinal));

    /// <summary>The tables as they are, with metrics.json.</summary>
    public void Csv(string target, bool force)
    {
        Prepare(target, force);
        foreach (string name in Tables.Append(MetricsFile)) Aside(Path.Combine(target, name), part => File.Copy(Path.Combine(_folder, name), part, overwrite: true));
    }

    /// <summary>The tables with types, with metrics.json.</summary>
    /// <param name="progress">Told how many tables are done.</param>
    public void Parquet(string target, bool force, Action<int> progress)
    {
        Prepare(target, force);
        JsonNode metrics = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, MetricsFile)))!;
        int done = 0;
        foreach (string name in Tables)
        {
            Aside(Path.Combine(target, Path.ChangeExtension(name, ".parquet")), part => ParquetTable.Write(Path.Combine(_folder, name), part, metrics, _cancel).GetAwaiter().GetResult());
            progress(++done);
        }
        Aside(Path.Combine(target, MetricsFile), part => File.Copy(Path.Combine(_folder, MetricsFile), part, overwrite: true));
    }

    public int TableCount => Tables.Count();

    /// <summary>Everything that is needed to read, check and run the results again, as one zip; the same results give the same bytes.</summary>
    public void Bundle(string target, bool force)
    {
        if (Directory.Exists(target)) throw new CommandException(ExitCodes.Usage, $"{target} is a folder: -o takes the name of a zip");
        if (File.Exists(target) && !force) throw new CommandException(ExitCodes.Usage, $"{target} is there already: choose another name with -o, or --force to replace it");
        if (Path.GetDirectoryName(Path.GetFullPath(target)) is string parent) Directory.CreateDirectory(parent);
        string[] additions = [.. ResultsFolder.Additions.Select(name => Path.Combine(_folder, name)).SelectMany(path => File.Exists(path) ? [path] : Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [])];
        string[] names = [.. Files.Append(ManifestFile).Concat(additions.Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/'))).Distinct().Order(StringComparer.Ordinal)];
        Aside(target, part =>
        {
            using FileStream stream = File.Create(part);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
            foreach (string name in names)
            {
                _cancel.ThrowIfCancellationRequested();
                ZipArchiveEntry entry = zip.CreateEntry($"{Name}/{name}", CompressionLevel.Optimal);
                entry.LastWriteTime = Dated;
                entry.ExternalAttributes = 0x81A4 << 16; // a plain file that everybody may read, whatever system writes it
                using Stream inside = entry.Open();
                using FileStream file = File.OpenRead(Path.Combine(_folder, name));
                file.CopyTo(inside);
            }
        });
    }

    private static void Prepare(string target, bool force)
    {
        if (File.Exists(target)) throw new CommandException(ExitCodes.Usage, $"{target} is a file: -o takes a folder");
        if (ResultsFolder.IsFinished(target)) throw new CommandException(ExitCodes.Usage, $"{target} holds results: choose another folder with -o");
        if (!force && Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new CommandException(ExitCodes.Usage, $"{target} is not empty: choose another folder with -o, or --force to replace the tables in it");
        Directory.CreateDirectory(target);
    }

    private static void Aside(string target, Action<string> write)
    {
        string part = target + Unfinished;
        try
        {
            write(part);
            File.Move(part, target, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
