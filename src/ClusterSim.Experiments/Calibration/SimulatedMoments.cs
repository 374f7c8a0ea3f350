using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Calibration;

/// <summary>What somebody who keeps moments already knows of a point.</summary>
/// <param name="Seed">Of the stage.</param>
/// <param name="Values">Of the factors as they are written; empty = the scenario as it is.</param>
public sealed record MomentKey(ulong Seed, int Histories, string Values);

/// <summary>Where finished points are kept, so that a run that was broken off goes on.</summary>
public interface IMomentStore
{
    /// <summary>Moments in the order of the targets; null = not there.</summary>
    TargetMoment[]? Find(MomentKey key);

    void Keep(MomentKey key, IReadOnlyList<TargetMoment> moments);
}

/// <summary>Moments of a scenario's histories at points of its factors.</summary>
/// <param name="progress">Told the stage, how many histories of a call are done, and how many there are.</param>
public sealed class SimulatedMoments(CalibrationPlan plan, IExecutor executor, IMomentStore store, Action<int, int, int> progress, CancellationToken cancel) : IMomentSource
{
    /// <summary>Digits with which factors are written: a point is what the file says of it.</summary>
    private const string Digits = "G6";

    /// <summary>A point as its factors are written, in the model's units.</summary>
    public static string[] Texts(IReadOnlyList<UncertainParameter> factors, IReadOnlyList<double> point) => [.. factors.Select((factor, i) => factor.Whole ? factor.Factor.TextAt(point[i])
        : (factor.Low + (factor.High - factor.Low) * point[i]).ToString(Digits, System.Globalization.CultureInfo.InvariantCulture))];

    public IReadOnlyList<TargetMoment[]> At(int stage, IReadOnlyList<double[]> points, int histories) => Of(stage, [.. points.Select(point => Texts(plan.Factors, point))], histories);

    /// <summary>Moments of the scenario as it is.</summary>
    public TargetMoment[] Original(int stage, int histories) => Of(stage, [[]], histories)[0];

    private TargetMoment[][] Of(int stage, string[][] points, int histories)
    {
        ulong seed = CalibrationSeeds.Of(plan.Seed, stage);
        MomentKey[] keys = [.. points.Select(values => new MomentKey(seed, histories, string.Join(' ', values)))];
        TargetMoment[]?[] moments = [.. keys.Select(store.Find)];
        int[] missing = [.. Enumerable.Range(0, points.Length).Where(point => moments[point] is null)];
        var sample = new PointSample(plan.Targets);
        int taken = 0;
        executor.Run(missing.Length * histories, () => Worker(missing, points, histories, seed), history =>
        {
            sample.Take(history);
            if (++taken % histories != 0) return;
            int point = missing[taken / histories - 1];
            store.Keep(keys[point], moments[point] = sample.Moments());
            sample = new PointSample(plan.Targets);
        }, done => progress(stage, done, missing.Length * histories), cancel);
        return moments!;
    }

    /// <summary>A worker lives all histories of a point, or some, in one world.</summary>
    private Func<int, PointHistory> Worker(int[] missing, string[][] points, int histories, ulong seed)
    {
        var world = new World();
        History? history = null;
        int at = -1;
        return item =>
        {
            int point = missing[item / histories];
            if (point != at) history = new History(points[point].Length == 0 ? plan.Scenario.Configuration : UncertainWorlds.With(plan.Scenario.Configuration, plan.Factors, points[point]), world);
            at = point;
            double[] indicators = [.. plan.Targets.Select(_ => double.NaN)];
            var observed = FactSample.Observe(history!, seed, item % histories, now => Look(now, indicators), cancel: cancel);
            return new PointHistory(observed, indicators);
        };
    }

    private void Look(World world, double[] indicators)
    {
        for (int i = 0; i < indicators.Length; i++)
        {
            CalibrationTarget target = plan.Targets[i];
            if (target.Indicator.Length == 0 || world.Tick != 12 * target.Year) continue;
            int region = target.Region switch { "all" => -1, "focal" => world.Country.FocalRegion[0], _ => world.RegionRow(target.Region) };
            if (target.Region == "focal" && region < 0) continue;
            var indicator = (Indicator)ClusterModel.Catalogue.Find("indicator", target.Indicator)!.Create(null);
            indicators[i] = MetricUnit.OfIndicator(target.Indicator).Factor * indicator.Measure(world, region, 0);
        }
    }

    private sealed record PointHistory((HistoryStatistics Statistics, List<(Stage, Stage)> Transitions) Observed, double[] Indicators);

    /// <summary>The histories of one point.</summary>
    private sealed class PointSample(IReadOnlyList<CalibrationTarget> targets)
    {
        private readonly FactSample _facts = new();
        private readonly List<double[]> _indicators = [];

        public void Take(PointHistory history)
        {
            _facts.Take(history.Observed);
            _indicators.Add(history.Indicators);
        }

        public TargetMoment[] Moments() => [.. targets.Select((target, i) =>
        {
            (double value, Interval interval, int count) = target.Statistic.Length > 0 ? _facts.Measure(target.Statistic) : Sample.MeanWithInterval(_indicators.Select(values => values[i]));
            return new TargetMoment(value, interval.HalfWidth / (count > 1 ? StudentT.Quantile975(count - 1) : 1));
        })];
    }
}
