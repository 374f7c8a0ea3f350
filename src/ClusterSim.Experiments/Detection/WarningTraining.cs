using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>How a score trained on some histories does on others.</summary>
/// <param name="Tested">What it was tested on: "odd replications", or the theory left out.</param>
/// <param name="Predicted">Mean probability by kind of score: near the share of events where the score is calibrated.</param>
public sealed record WarningTrial(string Tested, WarningTest Test, IReadOnlyDictionary<string, double> Predicted);

/// <summary>Trains the early-warning scores on histories of several theories and tests them on histories and on theories that they
/// have not seen.</summary>
/// <param name="theories">Presets, by name.</param>
/// <param name="replications">Histories of each.</param>
public sealed class WarningTraining(IReadOnlyList<(string Name, ModelConfiguration Configuration)> theories, int replications, ulong seed)
{
    /// <summary>Below those of validation, whose histories no training may see.</summary>
    public const ulong UsualSeed = 20_261_101;

    /// <summary>Weight of the squared coefficients against the log likelihood of the rows.</summary>
    public const double Ridge = 10;

    private const int Resampled = 400, FirstRows = 100;

    private readonly List<WarningRow> _rows = [];

    public IReadOnlyList<(string Name, ModelConfiguration Configuration)> Theories => theories;

    public int Replications => replications;

    public ulong Seed => seed;

    public IReadOnlyList<WarningRow> Rows => _rows;

    /// <summary>How many histories <see cref="Live"/> runs.</summary>
    public int Histories => theories.Count * replications;

    /// <summary>Runs the histories and keeps their rows.</summary>
    public void Live(IExecutor executor, Action<int> progress, CancellationToken cancel) =>
        executor.Run<List<WarningRow>>(Histories, () =>
        {
            var world = new World();
            return item =>
            {
                int theory = item % theories.Count, replication = item / theories.Count;
                var diary = CellDiary.Keep(new History(theories[theory].Configuration, world), seed, replication, inside: true, cancel);
                return WarningRow.Of(diary, theory, replication);
            };
        }, _rows.AddRange, progress, cancel);

    /// <summary>The scores, fitted to some of the rows.</summary>
    /// <exception cref="ArgumentException">The rows hold no events, or nothing else.</exception>
    public IReadOnlyList<WarningModel> Fit(Func<WarningRow, bool> chosen)
    {
        WarningRow[] rows = [.. _rows.Where(chosen)];
        bool[] events = [.. rows.Select(row => row.IsEvent)];
        int[] groups = [.. rows.Select(Group)];
        return [.. WarningKind.All.Select(kind => WarningFit.Of(kind.Name, kind.Words, kind.Features, [.. rows.Select(kind.Values)], events, groups, Ridge))];
    }

    /// <summary>Trains on even replications, tests on odd ones.</summary>
    public WarningTrial Halves() => Try("odd replications", row => row.Replication % 2 == 0, row => row.Replication % 2 == 1);

    /// <summary>Trains on all theories but one, tests on that.</summary>
    public WarningTrial Without(int theory) => Try(theories[theory].Name, row => row.Theory != theory, row => row.Theory == theory);

    private WarningTrial Try(string tested, Func<WarningRow, bool> training, Func<WarningRow, bool> testing)
    {
        WarningRow[] rows = [.. _rows.Where(testing)];
        int hits = rows.Count(row => row.IsEvent), trained = _rows.Count(row => training(row) && row.IsEvent);
        if (hits == 0 || hits == rows.Length || trained == 0) return new WarningTrial(tested, new WarningTest(rows.Length, hits, []), new Dictionary<string, double>());
        IReadOnlyList<WarningModel> models = Fit(training);
        JudgedScore[] scores = [.. models.Select(model => Judge(model, rows))];
        WarningTest test = WarningTest.Of(Units(rows), [.. rows.Select(row => row.IsEvent)], scores, FirstRows, seed, Resampled);
        return new WarningTrial(tested, test, scores.ToDictionary(score => score.Name, score => score.Probabilities!.Average()));
    }

    private static JudgedScore Judge(WarningModel model, WarningRow[] rows)
    {
        WarningKind kind = WarningKind.Of(model.Name);
        double[] logits = [.. rows.Select(row => model.Logit(kind.Values(row)))];
        // The plain rule is the order of LQ itself, beyond the values at which the curve is cut off too.
        double[] values = model.Name == WarningKind.Plain ? [.. rows.Select(row => kind.Values(row)[0])] : logits;
        return new JudgedScore(model.Name, values, [.. logits.Select(WarningModel.Chance)], Approaches(rows, values));
    }

    /// <summary>The first event of each cell, with the scores of all rows before it.</summary>
    private static List<WayToEvent> Approaches(WarningRow[] rows, double[] values)
    {
        int[] units = Units(rows);
        var approaches = new List<WayToEvent>();
        foreach (var cell in Enumerable.Range(0, rows.Length).Where(i => rows[i].IsEvent).GroupBy(i => (units[i], rows[i].Cell)))
        {
            int[] path = [.. cell.OrderBy(i => rows[i].Quarter)];
            int reached = rows[path[0]].Quarter + rows[path[0]].ReachedIn;
            path = [.. path.Where(i => rows[i].Quarter + rows[i].ReachedIn == reached)];
            approaches.Add(new WayToEvent(cell.Key.Item1, [.. path.Select(i => values[i])], [.. path.Select(i => rows[i].ReachedIn / 4.0)]));
        }
        return approaches;
    }

    private static int Group(WarningRow row) => row.Theory + 1_000 * row.Replication;

    /// <summary>Histories numbered from 0.</summary>
    private static int[] Units(WarningRow[] rows)
    {
        var numbers = new Dictionary<int, int>();
        return [.. rows.Select(row => numbers.TryGetValue(Group(row), out int number) ? number : numbers[Group(row)] = numbers.Count)];
    }
}
