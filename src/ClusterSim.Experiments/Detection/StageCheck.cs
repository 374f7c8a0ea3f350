using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>What the detector is held to.</summary>
/// <param name="Lives">made or simulated.</param>
/// <param name="Words">What is measured.</param>
/// <param name="Value">As measured.</param>
/// <param name="Most">The aim: at most this.</param>
public sealed record StageAim(string Lives, string Words, double Value, double Most)
{
    public bool Holds => Value <= Most;
}

/// <summary>What moves when one threshold does, hindsight staying where it is.</summary>
/// <param name="Threshold">Kebab-case.</param>
/// <param name="Value">The value tried.</param>
/// <param name="Made">On made-up lives.</param>
/// <param name="Simulated">On simulated ones.</param>
public sealed record ThresholdTrial(string Threshold, double Value, StageLag Made, StageLag Simulated);

/// <summary>The stage detector against hindsight, on made-up lives and on simulated ones, and what hangs on each threshold.</summary>
public sealed class StageCheck
{
    /// <summary>The fall at the end of made-up lives, log points a year.</summary>
    public const double Decline = -0.06;

    /// <summary>Noise of ln L in made-up lives: hirings come singly.</summary>
    public const double Noise = 0.03;

    /// <summary>By which thresholds are moved.</summary>
    public const double Move = 0.2;

    private const double MoveOfZero = 0.01, LagOfRise = 10, LagOfFall = 18, FalsePerHundred = 1;

    private readonly IReadOnlyList<IReadOnlyList<StageSignals>> _made, _simulated;
    private readonly IReadOnlyList<IReadOnlyList<LifePhase>> _truthOfMade, _truthOfSimulated;
    private readonly StageThresholds _thresholds;

    /// <param name="made">Lives of <see cref="MadeLives"/>.</param>
    /// <param name="simulated">Lives of region-activities.</param>
    public StageCheck(IReadOnlyList<IReadOnlyList<StageSignals>> made, IReadOnlyList<IReadOnlyList<StageSignals>> simulated, StageThresholds thresholds)
    {
        (_made, _simulated, _thresholds) = (made, simulated, thresholds);
        (_truthOfMade, _truthOfSimulated) = ([.. made.Select(life => Hindsight.Of(life, thresholds))], [.. simulated.Select(life => Hindsight.Of(life, thresholds))]);
        (Made, Simulated) = Measure(thresholds);
    }

    public StageLag Made { get; }

    public StageLag Simulated { get; }

    /// <summary>The focal activity's lives in histories of a configuration.</summary>
    public static IReadOnlyList<IReadOnlyList<StageSignals>> Live(ModelConfiguration configuration, int histories, ulong seed, IExecutor executor, Action<int> progress, CancellationToken cancel)
    {
        var lives = new List<IReadOnlyList<StageSignals>>();
        executor.Run<CellDiary>(histories, () =>
        {
            var history = new History(configuration, new World());
            return replication => CellDiary.Keep(history, seed, replication, inside: false, cancel);
        }, diary => lives.AddRange(diary.Signals.Where((_, cell) => diary.Panel.Activity(cell) == 0)), progress, cancel);
        return lives;
    }

    public IReadOnlyList<StageAim> Aims =>
    [
        new("made", "median lag into growth, quarters", Made.Median(Stage.Growth), LagOfRise),
        new("made", "median lag into maturity, quarters", Made.Median(Stage.Maturity), LagOfRise),
        new("made", "median lag into decline at -6 % a year, quarters", Made.Median(Stage.Decline), LagOfFall),
        new("made", "false transitions in 100 cluster-years", Made.FalsePerHundredYears, FalsePerHundred),
        new("simulated", "median lag into growth, quarters", Simulated.Median(Stage.Growth), LagOfRise),
        new("simulated", "median lag into maturity, quarters", Simulated.Median(Stage.Maturity), LagOfRise),
        new("simulated", "false transitions in 100 cluster-years", Simulated.FalsePerHundredYears, FalsePerHundred),
    ];

    /// <summary>Every threshold a fifth lower and a fifth higher; whole numbers by one at least, and 0 by a hundredth;
    /// none beyond what is allowed.</summary>
    public IEnumerable<ThresholdTrial> Sensitivity()
    {
        Part part = ClusterModel.Catalogue.Parts.Single(part => part.ParametersType == typeof(StageThresholds));
        foreach (ParameterDeclaration parameter in part.Parameters)
            foreach (int sign in new[] { -1, 1 })
            {
                bool whole = parameter.Type == typeof(int);
                double now = Convert.ToDouble(parameter.Property.GetValue(_thresholds), CultureInfo.InvariantCulture);
                double value = Math.Clamp(Moved(now, whole, sign), parameter.Attribute.Min, parameter.Attribute.Max);
                if (value == now) continue;
                StageThresholds moved = _thresholds with { };
                parameter.Property.SetValue(moved, whole ? (object)(int)value : value);
                (StageLag made, StageLag simulated) = Measure(moved);
                yield return new ThresholdTrial(parameter.Name, value, made, simulated);
            }
    }

    private static double Moved(double value, bool whole, int sign) =>
        whole ? Math.Max(0, value + sign * Math.Max(1, Math.Round(Move * value))) : value + sign * (value == 0 ? MoveOfZero : Move * Math.Abs(value));

    private (StageLag Made, StageLag Simulated) Measure(StageThresholds thresholds) =>
        (StageLag.Of(_made, _truthOfMade, thresholds), StageLag.Of(_simulated, _truthOfSimulated, thresholds));
}
