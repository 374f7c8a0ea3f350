using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Weighs a quarter against those before it: which conditions are true now.</summary>
public static class StageEvidence
{
    /// <summary>Takes the present quarter into the memory and returns all that is true in it.</summary>
    public static StageCondition Gather(ref StageMemory memory, in StageSignals signals, StageThresholds thresholds)
    {
        double fiveYearsAgo = Remember(ref memory, signals);
        double growth = GrowthTrend.Annual(memory);
        CountSpells(ref memory, signals, growth, thresholds);
        return OfSize(memory, signals, growth, thresholds)
            | OfGrowth(memory, signals, fiveYearsAgo, thresholds)
            | When(memory.Held >= thresholds.RenewalQuarters, StageCondition.Settled);
    }

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

    /// <summary>Spells are counted in every stage: what was true before a stage began goes on being true.</summary>
    private static void CountSpells(ref StageMemory memory, in StageSignals signals, double growth, StageThresholds thresholds)
    {
        Count(ref memory.SlowFor, growth < thresholds.MaturityRate);
        Count(ref memory.FlatFor, Math.Abs(growth) < thresholds.MaturityRate);
        Count(ref memory.FastFor, growth >= thresholds.GrowthRate);
        Count(ref memory.FallingFor, growth <= thresholds.DeclineRate);
        Count(ref memory.RecoveringFor, growth >= thresholds.RecoveryRate);
        Count(ref memory.LivelyFor, growth >= thresholds.RenewalRate);
        Count(ref memory.VanishingFor, signals.FirmCount < thresholds.DissolvedFirms && signals.LocationQuotient < thresholds.DissolvedQuotient);
    }

    /// <summary>Conditions that turn on how many firms there are.</summary>
    private static StageCondition OfSize(in StageMemory memory, in StageSignals signals, double growth, StageThresholds thresholds)
    {
        int firms = signals.FirmCount;
        double quotient = signals.LocationQuotient;
        bool entry = memory.NetEntry.Sum() > 0 || memory.SpunOff.Sum() >= thresholds.EmbryonicSpinOffs;
        return When(firms >= thresholds.EmbryonicFirms && quotient >= thresholds.EmbryonicQuotient && entry, StageCondition.Gathering)
            | When(firms < thresholds.FadingFirms || quotient < thresholds.FadingQuotient, StageCondition.Fading)
            | When(firms >= thresholds.GrowthFirms && quotient >= thresholds.GrowthQuotient && growth >= thresholds.GrowthRate, StageCondition.TakingOff)
            | When(firms < thresholds.StallingFirms && growth < thresholds.StallingRate, StageCondition.Stalling)
            | When(memory.VanishingFor >= thresholds.DissolvedQuarters, StageCondition.Vanishing);
    }

    /// <summary>Conditions that turn on how long employment has grown or fallen, and on what knowledge.</summary>
    private static StageCondition OfGrowth(in StageMemory memory, in StageSignals signals, double fiveYearsAgo, StageThresholds thresholds)
    {
        bool nearPeak = signals.Headcount >= thresholds.PeakShare * memory.Peak;
        // What was not there five years ago, or was a single firm, cannot have become more diverse.
        bool rising = (fiveYearsAgo > 0 && signals.Heterogeneity >= thresholds.RenewalDiversity * fiveYearsAgo)
            || signals.NewSubmarketShare >= thresholds.RenewalSubmarkets;
        return When(memory.SlowFor >= thresholds.MaturityQuarters && nearPeak, StageCondition.Slowing)
            | When(memory.FlatFor >= thresholds.FlatQuarters, StageCondition.Flat)
            | When(memory.FallingFor >= thresholds.DeclineQuarters && !nearPeak, StageCondition.Falling)
            | When(memory.RecoveringFor >= thresholds.RecoveryQuarters, StageCondition.Recovering)
            | When(memory.FastFor >= thresholds.AccelerationQuarters && !rising, StageCondition.Accelerating)
            | When(memory.LivelyFor >= thresholds.UpturnQuarters && rising, StageCondition.Renewing);
    }

    private static void Count(ref int spell, bool holds) => spell = holds ? spell + 1 : 0;

    private static StageCondition When(bool holds, StageCondition condition) => holds ? condition : StageCondition.None;
}
