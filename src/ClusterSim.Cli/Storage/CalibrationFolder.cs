using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Calibration;

namespace ClusterSim.Cli.Storage;

/// <summary>The folder of a calibration. Every point is on disk as soon as it is finished, in evaluations.csv, and the same command takes
/// it from there; all other files are written aside and renamed.</summary>
internal sealed class CalibrationFolder : IMomentStore, IDisposable
{
    public const string MarkFile = "calibration.json", PointsFile = "evaluations.csv";

    private readonly Dictionary<MomentKey, TargetMoment[]> _known = [];
    private readonly FolderLock _lock;
    private readonly FileStream _points;
    private readonly int _targets;

    /// <param name="key">Hash of all that decides a point.</param>
    /// <param name="targets">Their names.</param>
    /// <exception cref="CommandException">It holds something else, or another process is at work there.</exception>
    public CalibrationFolder(string path, string key, IReadOnlyList<string> targets, bool force)
    {
        Path = System.IO.Path.GetFullPath(path);
        _targets = targets.Count;
        string mark = System.IO.Path.Combine(Path, MarkFile), points = System.IO.Path.Combine(Path, PointsFile);
        if (File.Exists(Path)) throw new CommandException(ExitCodes.Usage, $"{path} is a file: -o takes a folder");
        if (Directory.Exists(Path) && !File.Exists(mark) && Directory.EnumerateFileSystemEntries(Path).Any(entry => !System.IO.Path.GetFileName(entry).StartsWith(FolderLock.Name, StringComparison.Ordinal)))
            throw new CommandException(ExitCodes.Usage, $"{path} is not empty and holds no calibration: choose another folder");
        if (!force && File.Exists(mark) && Key(mark) != key) throw new CommandException(ExitCodes.Usage, $"{path} holds the calibration of something else: choose another folder, or --force to replace it");
        try
        {
            Directory.CreateDirectory(Path);
            _lock = new FolderLock(Path, Part.Whole);
            if (force) File.Delete(points);
            if (force || !File.Exists(mark)) Write(MarkFile, new JsonObject { ["key"] = key, ["finished"] = false }.ToJsonString() + "\n");
            _points = new FileStream(points, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            if (Load() == 0) Append("seed,histories,point," + string.Join(',', targets.SelectMany(target => new[] { target, target + "_se" })) + "\n");
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be written to ({DiskFailure.Words(failure)}): choose another folder with -o");
        }
    }

    public string Path { get; }

    /// <summary>Points that were there at the start or have been kept since.</summary>
    public int Count => _known.Count;

    public TargetMoment[]? Find(MomentKey key) => _known.GetValueOrDefault(key);

    public void Keep(MomentKey key, IReadOnlyList<TargetMoment> moments)
    {
        _known[key] = [.. moments];
        string row = string.Join(',', [key.Seed.ToString(CultureInfo.InvariantCulture), key.Histories.ToString(CultureInfo.InvariantCulture), key.Values, .. moments.SelectMany(moment => new[] { Text(moment.Value), Text(moment.Error) })]);
        Append(row + "\n");
    }

    public void Write(string name, string text) => WholeFile.Write(System.IO.Path.Combine(Path, name), text);

    public void Dispose()
    {
        _points.Dispose();
        _lock.Dispose();
    }

    /// <summary>Reads what is there; a row that a killed process did not finish is cut off.</summary>
    /// <returns>Bytes that are kept.</returns>
    private long Load()
    {
        using var reader = new StreamReader(_points, Encoding.UTF8, leaveOpen: true);
        string text = reader.ReadToEnd();
        int end = text.LastIndexOf('\n') + 1;
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            string[] cells = line.Split(',');
            if (cells.Length != 3 + 2 * _targets || !ulong.TryParse(cells[0], CultureInfo.InvariantCulture, out ulong seed) || !int.TryParse(cells[1], CultureInfo.InvariantCulture, out int histories)) continue;
            _known[new MomentKey(seed, histories, cells[2])] = [.. Enumerable.Range(0, _targets).Select(i => new TargetMoment(Number(cells[3 + 2 * i]), Number(cells[4 + 2 * i])))];
        }
        _points.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
        _points.Seek(0, SeekOrigin.End);
        return _points.Length;
    }

    private void Append(string text)
    {
        _points.Write(Encoding.UTF8.GetBytes(text));
        _points.Flush(flushToDisk: false);
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static string Key(string mark)
    {
        try
        {
            return (string?)JsonNode.Parse(File.ReadAllText(mark))?["key"] ?? "";
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
