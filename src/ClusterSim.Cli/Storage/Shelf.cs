using System.Globalization;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Storage;

/// <summary>The finished work of a run: the folder <c>shards</c>, in which file k holds the pairs from k times the size on.
/// The size follows from the study alone, so that the same run leaves the same files however often it was broken off.</summary>
internal sealed class Shelf
{
    public const string FolderName = "shards";

    private const string Prefix = "pairs-", Suffix = ".shard";

    /// <summary>Names of files of finished work; what is called otherwise is not ours.</summary>
    public const string Pattern = Prefix + "*" + Suffix;

    /// <summary>Months times inhabitants of about a second's work; a file holds as much, and no more pairs than this.</summary>
    private const double Second = 2e8;
    private const int MostPairs = 64;

    private readonly string _folder, _key;
    private readonly SortedDictionary<int, HashSet<int>> _done = [];

    /// <param name="folder">The results folder.</param>
    /// <param name="key">Of the run.</param>
    /// <param name="size">Pairs a file.</param>
    public Shelf(string folder, string key, int size)
    {
        (_folder, _key, Size) = (Path.Combine(folder, FolderName), key, size);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Pairs a file.</summary>
    public int Size { get; }

    /// <summary>Pairs that are there.</summary>
    public int Count => _done.Values.Sum(pairs => pairs.Count);

    /// <summary>Pairs a file of a study.</summary>
    public static int SizeOf(Study study)
    {
        double work = (study.Arms.Count + 1.0) * study.Months * study.Baseline.Country.Population;
        return (int)Math.Clamp(Second / Math.Max(1, work), 1, MostPairs);
    }

    /// <summary>Looks at every file. Damaged ones are taken away, since their pairs can be run again.</summary>
    /// <param name="alone">Whether no other process can be writing a file at this moment.</param>
    /// <returns>Names of the damaged ones.</returns>
    /// <exception cref="CommandException">A file belongs to another run.</exception>
    public IReadOnlyList<string> Look(bool alone)
    {
        _done.Clear();
        var damaged = new List<string>();
        foreach (string half in alone ? Directory.GetFiles(_folder, Pattern + ".part") : []) File.Delete(half);
        foreach (string path in Directory.GetFiles(_folder, Pattern).Order(StringComparer.Ordinal))
        {
            try
            {
                HashSet<int> pairs = [.. ShardFile.Read(path, _key).Select(pair => pair.Replication)];
                if (pairs.Count == 0 || pairs.Any(pair => PathOf(pair / Size) != path)) throw new ForeignShardException(path);
                _done[pairs.First() / Size] = pairs;
            }
            catch (DamagedShardException)
            {
                damaged.Add(Path.GetFileName(path));
                File.Delete(path);
            }
            catch (ForeignShardException foreign)
            {
                throw new CommandException(ExitCodes.Usage, $"{foreign.Message}: take it away, or choose another folder");
            }
        }
        return damaged;
    }

    /// <summary>Pairs below a number that a part of the work still lacks, in order.</summary>
    public IReadOnlyList<int> Missing(int count, Part part) =>
        [.. Enumerable.Range(0, count).Where(pair => part.Holds(pair / Size) && !(_done.TryGetValue(pair / Size, out HashSet<int>? done) && done.Contains(pair)))];

    /// <summary>Keeps the pairs of one file, beside those that it holds already.</summary>
    /// <param name="pairs">All of one file.</param>
    public void Keep(IReadOnlyList<Outcome> pairs)
    {
        int number = pairs[0].Replication / Size;
        IEnumerable<Outcome> before = _done.ContainsKey(number) ? Read(number) : [];
        Outcome[] all = [.. before.Concat(pairs).OrderBy(pair => pair.Replication)];
        ShardFile.Write(PathOf(number), _key, all);
        _done[number] = [.. all.Select(pair => pair.Replication)];
    }

    /// <summary>The pairs of a range, in order; all must be there. No more than one file is held at a time.</summary>
    public IEnumerable<Outcome> Pairs(int from, int to)
    {
        for (int number = from / Size; number * Size < to; number++)
            foreach (Outcome pair in Read(number))
                if (pair.Replication >= from && pair.Replication < to) yield return pair;
    }

    /// <summary>Takes over the files of another folder of the same run that are not here.</summary>
    public void Take(Shelf other)
    {
        foreach (int number in other._done.Keys)
        {
            Outcome[] missing = [.. other.Read(number).Where(pair => !(_done.TryGetValue(number, out HashSet<int>? mine) && mine.Contains(pair.Replication)))];
            if (missing.Length > 0) Keep(missing);
        }
    }

    private IEnumerable<Outcome> Read(int number) => ShardFile.Read(PathOf(number), _key);

    private string PathOf(int number) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number * Size:D7}{Suffix}"));
}
