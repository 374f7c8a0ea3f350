using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Storage;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>A run of a study in a results folder, from wherever the last one broke off. Pairs go to files of finished work as
/// they come; when all are there, every other file is made from them, so that it does not matter how many times a run was
/// broken off, on how many threads it ran, or in how many parts.</summary>
internal sealed class StudySession : IDisposable
{
    private readonly Job _job;
    private readonly Part _part;
    private readonly bool _quiet, _plain;
    private readonly ResultsFolder _folder;
    private readonly FolderLock _lock;
    private readonly Shelf _shelf;
    private readonly PrecisionSoFar _precision;
    private readonly ColumnFiles _columns;
    private readonly Ledger _looked;
    private int _enough;

    /// <param name="path">The results folder; what it holds of this job is used.</param>
    /// <param name="extend">Whether a finished folder with fewer pairs is added to.</param>
    /// <exception cref="CommandException">It holds something else, or another process is at work there.</exception>
    public StudySession(Job job, string path, Part part, bool force, bool quiet, bool plain, bool extend = false)
    {
        (_job, _part, _quiet, _plain) = (job, part, quiet, plain);
        Refuse(path, job, force, extend);
        _folder = new ResultsFolder(path);
        _lock = new FolderLock(_folder.Path, part);
        _precision = new PrecisionSoFar(job.Study);
        _columns = new ColumnFiles(_folder.Aside);
        _looked = new Ledger(job.Study, _columns.Open);
        try
        {
            if (force) _folder.Clear();
            if (part.IsWhole || !IsBegun(path, job)) _folder.Begin(Text(ManifestWriter.Plan(job)), Reports.Scenarios(job));
            _shelf = new Shelf(_folder.Path, job.Key, Shelf.SizeOf(job.Study));
            Tell(path, _shelf.Look(part.IsWhole));
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            throw new CommandException(ExitCodes.InternalError, $"{path} cannot be written to: {DiskFailure.Words(failure)}\nNothing was begun; pairs that are there stay there. Make room, and give the same command again");
        }
        if (_shelf.Count > 0 && !quiet) Console.Error.WriteLine($"{_shelf.Count} pairs are there already");
    }

    /// <summary>Pairs of finished work in the folder.</summary>
    public int Saved => _shelf.Count;

    /// <summary>Takes over what another folder holds of the same run.</summary>
    public void Take(string path)
    {
        if (ResultsFolder.Word(ResultsFolder.Manifest(path) ?? ResultsFolder.Plan(path), "key") != _job.Key)
            throw new CommandException(ExitCodes.Usage, $"{path} holds parts of another run than {_folder.Path}");
        using var busy = new FolderLock(path, Part.Whole);
        var other = new Shelf(path, _job.Key, _shelf.Size);
        Tell(path, other.Look(alone: true));
        try
        {
            _shelf.Take(other);
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            throw new CommandException(ExitCodes.InternalError, $"{_folder.Path} cannot be written to: {DiskFailure.Words(failure)}\nThe parts are where they were. Make room, and give the same command again");
        }
    }

    /// <summary>Runs what is missing of this part.</summary>
    /// <exception cref="CommandException">It was interrupted, a replication broke off, or the disk would not take it; what was finished is kept.</exception>
    public void Simulate(IExecutor executor, Profiler? profiler = null)
    {
        foreach (int look in Looks)
        {
            Simulate(executor, look, profiler);
            if (IsEnough(look)) return;
        }
    }

    /// <summary>Pairs that are still to be run before results can be written; none = there are enough.</summary>
    public IReadOnlyList<int> Missing
    {
        get
        {
            foreach (int look in Looks)
                if (_shelf.Missing(look, Part.Whole) is { Count: > 0 } missing) return missing;
                else if (IsEnough(look)) break;
            return [];
        }
    }

    private IReadOnlyList<int> Looks => _job.Stopping?.Looks ?? [_job.Study.Replications];

    /// <summary>Whether the pairs of a look are precise enough. A part that has done its own waits for the others.</summary>
    private bool IsEnough(int look)
    {
        _enough = look;
        if (_job.Stopping is not StoppingRule rule || look == Looks[^1] || _shelf.Missing(look, Part.Whole).Count > 0) return true;
        foreach (Outcome outcome in _shelf.Pairs(_looked.Count + _looked.Failed, look)) _looked.Take(outcome);
        return rule.IsMet(ComparisonTable.Headline(_looked));
    }

    private void Simulate(IExecutor executor, int until, Profiler? profiler)
    {
        IReadOnlyList<int> missing = _shelf.Missing(until, _part);
        if (missing.Count == 0) return;
        var file = new List<Outcome>();
        using var progress = new Progress(_job.Study.Name, missing.Count, _quiet, _plain);
        int taken = 0;
        try
        {
            executor.Run(_job.Study, missing, outcome =>
            {
                file.Add(outcome);
                _precision.Take(outcome);
                progress.Note = _precision.ToString();
                if (++taken < missing.Count && missing[taken] / _shelf.Size == outcome.Replication / _shelf.Size) return;
                _shelf.Keep(file);
                file.Clear();
            }, progress.Report, profiler is null ? null : profiler.Watch, Interruption.Token);
        }
        catch (ReplicationException failure)
        {
            KeepRest(file);
            throw new CommandException(ExitCodes.HistoriesFailed, $"{failure.Message}\nThis is a defect of ClusterSim, not of your scenario: please report it. --on-error continue leaves such histories out. {Kept(until)}");
        }
        catch (OperationCanceledException)
        {
            KeepRest(file);
            progress.Dispose();
            if (_shelf.Count == 0 && _part.IsWhole) _folder.Abandon(); // other parts may have kept theirs meanwhile
            throw new CommandException(ExitCodes.Interrupted, $"interrupted. {Kept(until)}");
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            progress.Dispose();
            throw new CommandException(ExitCodes.InternalError, $"{_folder.Path} cannot be written to: {DiskFailure.Words(failure)}\n{Kept(until)}");
        }
    }

    /// <summary>Compares and writes every other file.</summary>
    /// <exception cref="CommandException">It was interrupted, or the disk would not take it; finished work is kept.</exception>
    public Ledger Finish()
    {
        Study study = _job.Study;
        var ledger = new Ledger(study, _columns.Open);
        try
        {
            using var writer = new StudyWriter(study, _folder);
            foreach (Outcome outcome in _shelf.Pairs(0, _enough))
            {
                Interruption.Token.ThrowIfCancellationRequested();
                writer.Take(outcome);
                ledger.Take(outcome);
            }
            (IReadOnlyList<ComparisonRow> rows, IReadOnlyList<AdditionalityRow> split) = Intervals(ledger);
            writer.Finish();
            using var tables = new Progress("tables", Reports.Steps, _quiet, _plain);
            Reports.Write(_folder, _job, ledger, rows, split, tables.Report, Interruption.Token);
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(ExitCodes.Interrupted, $"interrupted. {Kept(_enough)}");
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            throw new CommandException(ExitCodes.InternalError, $"{_folder.Path} cannot be written to: {DiskFailure.Words(failure)}\n{Kept(_enough)}");
        }
        catch (DamagedShardException gone)
        {
            throw new CommandException(ExitCodes.InternalError, $"{gone.Message}: it was changed while the run was under way. Run the same command again");
        }
        finally
        {
            _columns.Dispose();
            _folder.Tidy();
        }
        return ledger;
    }

    private (IReadOnlyList<ComparisonRow> Rows, IReadOnlyList<AdditionalityRow> Split) Intervals(Ledger ledger)
    {
        int cells = ComparisonTable.Cells(_job.Study);
        using var progress = new Progress("intervals", cells + AdditionalityTable.Cells(_job.Study), _quiet, _plain);
        return (ComparisonTable.Of(ledger, progress.Report, Interruption.Token), AdditionalityTable.Of(ledger, done => progress.Report(cells + done), Interruption.Token));
    }

    public void Dispose()
    {
        _columns.Dispose();
        _lock.Dispose();
    }

    /// <summary>Pairs that do not fill a file are kept all the same, if the disk takes them.</summary>
    private void KeepRest(List<Outcome> file)
    {
        try
        {
            if (file.Count > 0) _shelf.Keep(file);
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            Console.Error.WriteLine($"{file.Count} more pairs could not be saved: {DiskFailure.Words(failure)}");
        }
    }

    private static void Tell(string path, IReadOnlyList<string> damaged)
    {
        foreach (string name in damaged) Console.Error.WriteLine($"{Path.Combine(path, Shelf.FolderName, name)} is damaged: its pairs are run again");
    }

    private string Kept(int until) => _shelf.Count == 0
        ? $"Nothing was finished yet; the same command starts again, with the same results."
        : $"{_shelf.Count} of {until} pairs are saved in {_folder.Path}; go on with: clustersim resume {Path.GetRelativePath(Environment.CurrentDirectory, _folder.Path)} (or the same command again)";

    /// <summary>Refuses a folder that holds something else.</summary>
    private static void Refuse(string path, Job job, bool force, bool extend)
    {
        if (force) return;
        bool finished = ResultsFolder.IsFinished(path);
        if (!finished && !ResultsFolder.IsUnfinished(path)) return;
        if ((finished ? ResultsFolder.Manifest(path) : ResultsFolder.Plan(path)) is not { } found)
            throw new CommandException(ExitCodes.Usage, $"{path} holds results whose {(finished ? "manifest.json" : "plan.json")} is broken: choose another folder, or --force to replace them");
        if (ResultsFolder.Word(found, "key") != job.Key)
            throw new CommandException(ExitCodes.Usage, $"{path} holds {(finished ? "the results" : "an unfinished run")} of something else{Difference(found, job)}: choose another folder, or --force to replace {(finished ? "them" : "it")}");
        if (finished && !extend && ResultsFolder.Word(found, "identity") == job.Identity)
            throw new CommandException(ExitCodes.Usage, $"another process has finished {path} in this moment: the same command shows what it holds");
        if (finished && !extend && found["replications"]?["asked"] is JsonValue pairs && pairs.TryGetValue(out int asked))
            throw new CommandException(ExitCodes.Usage, $"{path} holds the results of something else ({asked} pairs, and {job.Study.Replications} are asked for): choose another folder, or --force to replace them{(asked < job.Study.Replications ? $", or keep them and add to them: clustersim resume {path} -r {job.Study.Replications / (job.Study.Worlds?.Count ?? 1)}" : "")}");
    }

    /// <summary>What is different, where it can be told in a few words.</summary>
    private static string Difference(JsonObject found, Job job) =>
        ResultsFolder.Word(found, "clustersim") is string model && model != Versions.Model ? $" (of ClusterSim {model}, this is {Versions.Model})"
        : ResultsFolder.Word(found, "study") is string study && study != job.Study.Name ? $" ({study})"
        : found["seed"] is JsonValue value && value.TryGetValue(out ulong seed) && seed != job.Study.Seed ? $" (seed {seed})" : "";

    private static bool IsBegun(string path, Job job) => ResultsFolder.Word(ResultsFolder.Plan(path), "identity") == job.Identity;

    private static string Text(JsonObject json) => json.ToJsonString(Reports.Indented) + "\n";
}
