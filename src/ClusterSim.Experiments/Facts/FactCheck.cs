using System.Runtime.InteropServices;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Facts;

/// <summary>A fact with what the model says of it.</summary>
public sealed record FactResult(Fact Fact, double Value, Interval Interval, bool Pass, int Count);

/// <summary>What many histories of one configuration say together.</summary>
public sealed class FactSample
{
    private readonly List<Dictionary<string, double>> _histories = [];
    private readonly List<double> _tails = [], _sizes = [], _years = [];
    private readonly DealStatistics _deals = new();
    private readonly CurveSums _curves = new();

    public int Count => _histories.Count;

    /// <summary>Transitions seen, with their number.</summary>
    public SortedDictionary<(Stage From, Stage To), int> Transitions { get; } = [];

    /// <summary>Runs one history of a configuration to the end.</summary>
    /// <param name="look">Looks on at the end of every year; null = nobody does.</param>
    /// <param name="recorder">Writes down what happens from month to month; null = nobody does.</param>
    /// <param name="cancel">Ends it between two years with <see cref="OperationCanceledException"/>.</param>
    public static (HistoryStatistics Statistics, List<(Stage, Stage)> Transitions) Observe(History history, ulong seed, int replication,
        Action<World>? look = null, YearRecorder? recorder = null, CancellationToken cancel = default)
    {
        var statistics = new HistoryStatistics();
        history.Begin(seed, replication);
        World world = history.World;
        world.FlowCount = new KnowledgeFlows();
        recorder?.Begin(world);
        int years = world.Configuration.Months / 12;
        for (int year = 1; year <= years; year++)
        {
            cancel.ThrowIfCancellationRequested();
            if (recorder is null) history.RunTo(12 * year);
            else recorder.Follow(history, 12 * year);
            statistics.ObserveYear(world, years);
            look?.Invoke(world);
        }
        statistics.Finish(world);
        var transitions = new List<(Stage, Stage)>();
        for (int row = 0; row < world.StageChanges.Count; row++)
            if (world.StageChanges.Cluster[row] % world.Activities.Count == 0) transitions.Add((world.StageChanges.From[row], world.StageChanges.To[row]));
        return (statistics, transitions);
    }

    public void Take((HistoryStatistics Statistics, List<(Stage, Stage)> Transitions) history)
    {
        _histories.Add(history.Statistics.Values);
        _tails.Add(Estimators.TailExponent(history.Statistics.TailSizes));
        _sizes.AddRange(history.Statistics.TailSizes);
        _years.AddRange(history.Statistics.YearsToMaturity);
        _deals.Add(history.Statistics.Finished);
        _curves.Add(history.Statistics.Curves);
        foreach ((Stage, Stage) transition in history.Transitions) Transitions[transition] = Transitions.GetValueOrDefault(transition) + 1;
    }

    /// <summary>Mean over histories of a plain statistic.</summary>
    public double Mean(string statistic) => Sample.MeanWithInterval(_histories.Select(values => values[statistic])).Mean;

    /// <summary>What a statistic's value is put together from: a number a history, or the pooled times; empty where it has only counts.</summary>
    public IReadOnlyList<double> Each(string statistic) => statistic switch
    {
        "size-tail" => _tails,
        "years-to-maturity-median" or "years-to-maturity-p10" => _years,
        _ => _histories.Count > 0 && _histories[0].ContainsKey(statistic) ? [.. _histories.Select(values => values[statistic])] : [],
    };

    /// <summary>The relation behind a statistic, over all histories; empty where there is none to draw.</summary>
    public IReadOnlyList<FactLine> Relation(string statistic) => _curves.Of(statistic);

    /// <summary>Sizes that a tail is fitted to: of firms (person), or of exits with proceeds (GBP thousand); empty for other statistics.</summary>
    public IReadOnlyList<double> Sizes(string statistic) => statistic switch { "size-tail" => _sizes, "exit-value-tail" => _deals.Exits, _ => [] };

    /// <summary>The largest or smallest value of a statistic.</summary>
    public double Extreme(string statistic, bool largest) =>
        largest ? _histories.Max(values => values[statistic]) : _histories.Min(values => values[statistic]);

    /// <summary>Value and 95 % interval of a fact's statistic; a fact that cannot be computed has none and does not pass.</summary>
    public FactResult Judge(Fact fact)
    {
        if (fact.Missing.Length > 0) return new FactResult(fact, double.NaN, new Interval(double.NaN, double.NaN), false, 0);
        (double value, Interval interval, int count) = Measure(fact.Statistic);
        // Of a sign the interval must exclude the wrong one; of a band the value must lie in it.
        bool pass = fact.IsSign ? interval.Low > fact.Low && interval.High < fact.High : value >= fact.Low && value <= fact.High;
        return new FactResult(fact, value, interval, pass, count);
    }

    /// <summary>Value, 95 % interval and number of observations of a statistic; NaN where the histories say nothing about it.</summary>
    /// <param name="statistic">Pooled over histories, or one of <see cref="HistoryStatistics.Values"/>, whose mean is taken.</param>
    public (double Value, Interval Interval, int Count) Measure(string statistic) => statistic switch
    {
        "size-tail" => Pooled(Estimators.TailExponent(_sizes), Sample.MeanWithInterval(_tails).Interval, _tails.Count),
        "years-to-maturity-median" => Quantile(0.5),
        "years-to-maturity-p10" => Quantile(0.1),
        "deals-at-a-loss" => _deals.LossShare(),
        "exit-value-tail" => _deals.ExitTail(),
        "heterogeneity-fall" => HeterogeneityFall(),
        _ => Sample.MeanWithInterval(_histories.Select(values => values[statistic])),
    };

    /// <summary>The interval of pooled values has the width that the histories' own values give.</summary>
    private static (double, Interval, int) Pooled(double value, Interval around, int count) =>
        (value, new Interval(value - around.HalfWidth, value + around.HalfWidth), count);

    /// <summary>A quantile of pooled times with its binomial order-statistic interval.</summary>
    private (double, Interval, int) Quantile(double p)
    {
        if (_years.Count == 0) return (double.NaN, new Interval(double.NaN, double.NaN), 0);
        double half = 1.96 * Math.Sqrt(p * (1 - p) / _years.Count);
        ReadOnlySpan<double> years = CollectionsMarshal.AsSpan(_years);
        return (Sample.Quantile(years, p), new Interval(Sample.Quantile(years, p - half), Sample.Quantile(years, p + half)), _years.Count);
    }

    /// <summary>Ratio of stage means; its interval by leaving out one history at a time (Tukey 1958).</summary>
    private (double, Interval, int) HeterogeneityFall()
    {
        (double Embryonic, double Mature)[] means = [.. _histories
            .Select(values => (values["heterogeneity-Embryonic"], values["heterogeneity-Maturity"]))
            .Where(pair => double.IsFinite(pair.Item1) && double.IsFinite(pair.Item2))];
        int n = means.Length;
        if (n < 2) return (double.NaN, new Interval(double.NaN, double.NaN), n);
        double embryonic = means.Sum(pair => pair.Embryonic), mature = means.Sum(pair => pair.Mature), fall = 1 - mature / embryonic;
        double[] left = [.. means.Select(pair => 1 - (mature - pair.Mature) / (embryonic - pair.Embryonic))];
        double half = StudentT.Quantile975(n - 1) * Math.Sqrt((n - 1.0) / n * Sample.Variance(left) * (n - 1));
        return (fall, new Interval(fall - half, fall + half), n);
    }
}

/// <summary>Checks the facts over many histories.</summary>
public static class FactCheck
{
    /// <summary>Seeds of calibration are below this; validation uses this one, which no search has seen.</summary>
    public const ulong ValidationSeed = 20_261_127;

    /// <summary>Runs histories of a configuration.</summary>
    /// <param name="recording">Takes all that the statistics can be computed from; null = nobody does.</param>
    public static FactSample Run(ModelConfiguration configuration, int histories, ulong seed, IExecutor executor, Action<int> progress, CancellationToken cancel, FactRecording? recording = null)
    {
        var sample = new FactSample();
        executor.Run<((HistoryStatistics, List<(Stage, Stage)>) Observed, FactRows? Rows)>(histories, () =>
        {
            var history = new History(configuration);
            return replication =>
            {
                YearRecorder? recorder = recording is null ? null : new YearRecorder(recording.Scenario, replication);
                (HistoryStatistics Statistics, List<(Stage, Stage)>) observed = FactSample.Observe(history, seed, replication, recorder: recorder, cancel: cancel);
                return (observed, recorder is null ? null : FactRows.Of(history.World, recording!.Scenario, seed, replication, observed.Statistics, recorder));
            };
        }, item =>
        {
            sample.Take(item.Observed);
            if (item.Rows is not null) recording!.Take(item.Rows);
        }, progress, cancel);
        return sample;
    }
}
