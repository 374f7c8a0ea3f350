using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>How late and how rightly the detector tells the phases of many lives.</summary>
/// <param name="Lags">Quarters from hindsight's date to the detector's by stage, in ascending order; a phase that ended unseen counts as infinity.</param>
/// <param name="Lasting">The same for phases of five years and more.</param>
/// <param name="Reached">How often the detector entered each stage.</param>
/// <param name="FalseTransitions">Transitions into growth, maturity or decline where hindsight has no such phase near.</param>
/// <param name="Years">Cluster-years watched: those in a stage from embryonic on.</param>
public sealed record StageLag(IReadOnlyDictionary<Stage, double[]> Lags, IReadOnlyDictionary<Stage, double[]> Lasting, IReadOnlyDictionary<Stage, int> Reached, int FalseTransitions, double Years)
{
    /// <summary>The stages that hindsight knows.</summary>
    public static IReadOnlyList<Stage> Told { get; } = [Stage.Growth, Stage.Maturity, Stage.Decline];

    /// <summary>Quarters by which a transition may come before its phase or after its end without being false.</summary>
    public const int Tolerance = 12;

    private const int Long = 20;

    public double FalsePerHundredYears => Years <= 0 ? double.NaN : 100 * FalseTransitions / Years;

    /// <summary>Phases that hindsight has.</summary>
    public int Phases(Stage stage) => Lags[stage].Length;

    /// <summary>Share of some phases that the detector told before they ended; NaN for none.</summary>
    public static double ToldInTime(double[] lags) => lags.Length == 0 ? double.NaN : lags.Count(double.IsFinite) / (double)lags.Length;

    /// <summary>Median lag over all phases, quarters: infinity where half of them went unseen.</summary>
    public double Median(Stage stage) => Phases(stage) == 0 ? double.NaN : Sample.SortedQuantile(Lags[stage], 0.5);

    /// <summary>The same over phases of five years and more, which a policy has time to wait for.</summary>
    public double MedianOfLasting(Stage stage) => Lasting[stage].Length == 0 ? double.NaN : Sample.SortedQuantile(Lasting[stage], 0.5);

    /// <summary>Measures over lives.</summary>
    /// <param name="lives">Signals by life and quarter.</param>
    /// <param name="truth">Of <see cref="Hindsight.Of"/>; row-aligned.</param>
    public static StageLag Of(IReadOnlyList<IReadOnlyList<StageSignals>> lives, IReadOnlyList<IReadOnlyList<LifePhase>> truth, StageThresholds thresholds)
    {
        var lags = Told.ToDictionary(stage => stage, _ => new List<double>());
        var lasting = Told.ToDictionary(stage => stage, _ => new List<double>());
        var reached = Enum.GetValues<Stage>().ToDictionary(stage => stage, _ => 0);
        int wrong = 0, quarters = 0;
        for (int life = 0; life < lives.Count; life++)
        {
            Stage[] stages = Detect(lives[life], thresholds);
            foreach (LifePhase phase in truth[life])
            {
                lags[phase.Stage].Add(Lag(stages, phase));
                if (phase.Last - phase.First + 1 >= Long) lasting[phase.Stage].Add(Lag(stages, phase));
            }
            for (int quarter = 0; quarter < stages.Length; quarter++)
            {
                if (!LastingGrowth.IsAhead(stages[quarter]) || stages[quarter] == Stage.Embryonic) quarters++;
                if (quarter == 0 || stages[quarter] == stages[quarter - 1]) continue;
                reached[stages[quarter]]++;
                Stage told = Seen(stages[quarter]);
                if (Told.Contains(told) && told != Seen(stages[quarter - 1]) && !truth[life].Any(phase => phase.Stage == told && phase.First - Tolerance <= quarter && quarter <= phase.Last + Tolerance)) wrong++;
            }
        }
        return new StageLag(Sorted(lags), Sorted(lasting), reached, wrong, quarters / 4.0);
    }

    private static Dictionary<Stage, double[]> Sorted(Dictionary<Stage, List<double>> lags) => lags.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray());

    /// <summary>The stage at the end of each quarter.</summary>
    public static Stage[] Detect(IReadOnlyList<StageSignals> life, StageThresholds thresholds)
    {
        var memory = new StageMemory();
        var stages = new Stage[life.Count];
        for (int quarter = 0; quarter < stages.Length; quarter++) stages[quarter] = StageDetector.Advance(ref memory, life[quarter], thresholds);
        return stages;
    }

    /// <summary>Hindsight looks at employment alone, and to it a renewal is growth.</summary>
    private static Stage Seen(Stage stage) => stage == Stage.Renewal ? Stage.Growth : stage;

    /// <summary>Quarters from the phase's beginning until the detector is in its stage; below 0 where it was there earlier and stayed.</summary>
    private static double Lag(Stage[] stages, LifePhase phase)
    {
        if (Seen(stages[phase.First]) == phase.Stage)
        {
            int since = phase.First;
            while (since > 0 && phase.First - since < Tolerance && Seen(stages[since - 1]) == phase.Stage) since--;
            return since - phase.First;
        }
        for (int quarter = phase.First; quarter <= phase.Last; quarter++)
            if (Seen(stages[quarter]) == phase.Stage) return quarter - phase.First;
        return double.PositiveInfinity;
    }
}
