using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Weighs a quarter: which conditions are true, and for how long each has been.</summary>
public static class StageEvidence
{
    /// <summary>Takes the present quarter into the memory.</summary>
    public static void Gather(ref StageMemory memory, in StageSignals signals, StageThresholds thresholds)
    {
        double fiveYearsAgo = Remember(ref memory, signals);
        Judge(ref memory, signals, IsRising(signals, fiveYearsAgo, thresholds), thresholds);
    }

    /// <summary>How long a condition must hold before it moves anything. Longer where a mistake would be worse (a decline
    /// proclaimed) or the condition is easily met by chance.</summary>
    public static int QuartersNeeded(StageCondition condition, StageThresholds thresholds) => Math.Max(thresholds.Persistence, condition switch
    {
        StageCondition.Slowing => thresholds.MaturityQuarters,
        StageCondition.Flat => thresholds.FlatQuarters,
        StageCondition.Falling => thresholds.DeclineQuarters,
        StageCondition.Recovering => thresholds.RecoveryQuarters,
        StageCondition.Accelerating => thresholds.AccelerationQuarters,
        StageCondition.Renewing => thresholds.UpturnQuarters,
        StageCondition.Settled => thresholds.RenewalQuarters,
        StageCondition.Vanishing => thresholds.DissolvedQuarters,
        _ => 0,
    });

    /// <summary>Writes the quarter over the oldest one of each window.</summary>
    /// <returns>Heterogeneity five years ago; 0 if there was nobody to see it.</returns>
    private static double Remember(ref StageMemory memory, in StageSignals signals)
    {
        int quarter = memory.Quarter;
        memory.LogWorkers[quarter % TrendWindow.Length] = Reproducible.Log(Math.Max(1, signals.Headcount));
        memory.NetEntry[quarter % YearWindow.Length] = signals.Entries - signals.Exits;
        memory.SpunOff[quarter % YearWindow.Length] = signals.SpunOff;
        memory.Peak = Math.Max(memory.Peak, signals.Headcount);
        ref double place = ref memory.Heterogeneity[quarter % DiversityWindow.Length];
        double fiveYearsAgo = place;
        place = signals.Heterogeneity;
        return fiveYearsAgo;
    }

    /// <summary>New knowledge has come in. A cluster too young or too small to have been diverse cannot have become more so.</summary>
    private static bool IsRising(in StageSignals signals, double fiveYearsAgo, StageThresholds thresholds) =>
        (fiveYearsAgo > 0 && signals.Heterogeneity >= thresholds.RenewalDiversity * fiveYearsAgo)
        || signals.NewSubmarketShare >= thresholds.RenewalSubmarkets;

    private static void Judge(ref StageMemory memory, in StageSignals signals, bool rising, StageThresholds thresholds)
    {
        int firms = signals.FirmCount;
        double quotient = signals.LocationQuotient, growth = GrowthTrend.Annual(memory);
        bool entry = memory.NetEntry.Sum() > 0 || memory.SpunOff.Sum() >= thresholds.EmbryonicSpinOffs;
        bool nearPeak = signals.Headcount >= thresholds.PeakShare * memory.Peak;
        ref ConditionRuns runs = ref memory.Runs;

        Count(ref runs, StageCondition.Gathering, firms >= thresholds.EmbryonicFirms && quotient >= thresholds.EmbryonicQuotient && entry);
        Count(ref runs, StageCondition.Fading, firms < thresholds.FadingFirms || quotient < thresholds.FadingQuotient);
        Count(ref runs, StageCondition.TakingOff, firms >= thresholds.GrowthFirms && quotient >= thresholds.GrowthQuotient && growth >= thresholds.GrowthRate);
        Count(ref runs, StageCondition.Stalling, firms < thresholds.StallingFirms && growth < thresholds.StallingRate);
        Count(ref runs, StageCondition.Slowing, growth < thresholds.MaturityRate && nearPeak);
        Count(ref runs, StageCondition.Flat, Math.Abs(growth) < thresholds.MaturityRate);
        Count(ref runs, StageCondition.Falling, growth <= thresholds.DeclineRate && !nearPeak);
        Count(ref runs, StageCondition.Recovering, growth >= thresholds.RecoveryRate);
        Count(ref runs, StageCondition.Accelerating, growth >= thresholds.GrowthRate && !rising);
        Count(ref runs, StageCondition.Renewing, growth >= thresholds.RenewalRate && rising);
        Count(ref runs, StageCondition.Vanishing, firms < thresholds.DissolvedFirms && quotient < thresholds.DissolvedQuotient);
        runs[(int)StageCondition.Settled] = memory.Held;
    }

    private static void Count(ref ConditionRuns runs, StageCondition condition, bool holds) =>
        runs[(int)condition] = holds ? runs[(int)condition] + 1 : 0;
}
