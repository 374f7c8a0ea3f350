using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Matching;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Calibration;

/// <summary>One wave of history matching.</summary>
/// <param name="Points">In the unit cube.</param>
/// <param name="Moments">Row-aligned with the points, columns = targets.</param>
/// <param name="Share">Share of the space that is not implausible after it.</param>
/// <param name="Notes">What went wrong, in sentences.</param>
public sealed record CalibrationWave(IReadOnlyList<double[]> Points, IReadOnlyList<TargetMoment[]> Moments, double Share, Interval Interval, IReadOnlyList<string> Notes);

/// <summary>Where a calibration ended.</summary>
/// <param name="Best">In the unit cube.</param>
/// <param name="Loss">Sum of squared distances from the aims at the seeds of the search.</param>
/// <param name="Tried">Points that the local search tried.</param>
public sealed record CalibrationSearch(IReadOnlyList<CalibrationWave> Waves, double[] Best, double Loss, int Tried);

/// <summary>Looks for factors at which a simulator shows its targets: waves of history matching (Craig et al. 1997) on a Latin hypercube,
/// then a pattern search (Hooke and Jeeves 1961), first on the emulators and then on the simulator itself, whose points all share their draws.</summary>
/// <param name="names">Of the factors.</param>
/// <param name="targets">At least one.</param>
public sealed class Calibrator(IReadOnlyList<string> names, IReadOnlyList<CalibrationTarget> targets, IMomentSource source, ulong seed)
{
    /// <summary>Distance of a target of which nothing can be said.</summary>
    private const double Unknown = 5;

    private const double Step = 0.1, Finest = 0.02;

    private readonly InputSpace _space = new([.. names.Select(name => new InputRange(name, 0, 1))]);
    private readonly List<Wave> _emulators = [];
    private readonly List<CalibrationWave> _waves = [];

    /// <summary>Sum over targets of the squared distance from the aim.</summary>
    public static double Loss(IReadOnlyList<CalibrationTarget> targets, IEnumerable<double> values) =>
        targets.Zip(values).Sum(each => each.First.Distance(each.Second) is var distance && double.IsNaN(distance) ? Unknown * Unknown : distance * distance);

    /// <summary>Searches.</summary>
    public CalibrationSearch Run(CalibrationSize size)
    {
        int factors = names.Count, runs = Math.Max(size.RunsOf(factors), Emulator.FewestRows(factors));
        IReadOnlyList<double[]> next = LatinHypercube.Points(runs, factors, CalibrationSeeds.Of(seed, 0));
        for (int wave = 0; wave < size.Waves && next.Count > 0; wave++) next = Match(wave, next, size.Histories, wave + 1 < size.Waves ? runs : 0);
        return Search(size);
    }

    private HistoryMatch Matched => new(_space, _emulators, HistoryMatch.UsualCutoff, CalibrationSeeds.Of(seed, 0));

    /// <summary>Runs a wave and says where the next one goes; nowhere if nothing is left.</summary>
    private IReadOnlyList<double[]> Match(int wave, IReadOnlyList<double[]> points, int histories, int wanted)
    {
        IReadOnlyList<TargetMoment[]> moments = source.At(wave, points, histories);
        var notes = new List<string>();
        var outputs = new List<MatchedOutput>();
        for (int target = 0; target < targets.Count; target++)
            if (Fit(target, points, moments, notes) is MatchedOutput output) outputs.Add(output);
        if (outputs.Count > 0) _emulators.Add(new Wave(outputs, 0));
        MatchedSpace left = Matched.Look(wanted);
        if (left.Share == 0) notes.Add("no point is left: the targets contradict one another or the model, and the search follows the least bad");
        _waves.Add(new CalibrationWave(points, moments, left.Share, left.Interval, notes));
        return left.Next;
    }

    private MatchedOutput? Fit(int target, IReadOnlyList<double[]> points, IReadOnlyList<TargetMoment[]> moments, List<string> notes)
    {
        int[] rows = [.. Enumerable.Range(0, points.Count).Where(row => double.IsFinite(moments[row][target].Value))];
        string name = targets[target].Name;
        if (rows.Length < Emulator.FewestRows(names.Count)) notes.Add($"{name} has a value at {rows.Length} of {points.Count} points only: it rules nothing out");
        else if (rows.Select(row => moments[row][target].Value).Distinct().Count() == 1) notes.Add($"{name} is the same at all points: it rules nothing out");
        else
        {
            Emulator emulator = Emulator.Fit([.. rows.Select(row => points[row])], [.. rows.Select(row => moments[row][target].Value)]);
            if (!emulator.Check.Holds) notes.Add($"the emulator of {name} failed its check: it rules nothing out");
            return new MatchedOutput(targets[target].Match, emulator);
        }
        return null;
    }

    private CalibrationSearch Search(CalibrationSize size)
    {
        double[][] starts = [.. Starts()];
        IReadOnlyList<TargetMoment[]> found = source.At(CalibrationSeeds.Search, starts, 2 * size.Histories);
        double[] losses = [.. found.Select(moments => Loss(targets, moments.Select(moment => moment.Value)))];
        int best = Array.IndexOf(losses, losses.Min()), tried = starts.Length, most = starts.Length + size.Search;
        (double[] at, double loss) = PatternSearch.Minimise(Try, starts[best], Ends(0), Ends(1), Step, Finest);
        return new CalibrationSearch(_waves, at, loss, tried);

        // The start has been tried; beyond the last try everything is worse, which ends the search.
        double Try(double[] point)
        {
            if (point.SequenceEqual(starts[best])) return losses[best];
            if (tried >= most) return double.PositiveInfinity;
            tried++;
            return Loss(targets, source.At(CalibrationSeeds.Search, [point], 2 * size.Histories)[0].Select(moment => moment.Value));
        }
    }

    /// <summary>The best points of the waves as they were run, and the lowest that the emulators promise from there.</summary>
    private IEnumerable<double[]> Starts()
    {
        var run = _waves.SelectMany(wave => wave.Points.Zip(wave.Moments)).Select(each => (Point: each.First, Loss: Loss(targets, each.Second.Select(moment => moment.Value)))).ToList();
        HistoryMatch match = Matched;
        double[][] best = [.. run.OrderBy(each => match.Implausibility(each.Point) <= HistoryMatch.UsualCutoff ? 0 : 1).ThenBy(each => each.Loss).Take(CalibrationSize.Candidates / 2).Select(each => each.Point)];
        double[][] promised = _emulators.Count == 0 ? [] : [.. best.Select(point => PatternSearch.Minimise(Promised, point, Ends(0), Ends(1), Step, 0.005).At)];
        return best.Concat(promised).DistinctBy(point => string.Join(' ', point));
    }

    /// <summary>The loss as the last emulators guess it; that of a target without one is left out.</summary>
    private double Promised(double[] point) => _emulators[^1].Outputs.Sum(output =>
    {
        double distance = targets.First(target => target.Name == output.Target.Output).Distance(output.Emulator.At(point).Mean);
        return distance * distance;
    });

    private double[] Ends(double end) => [.. names.Select(_ => end)];
}
