namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Tells the stage of a region-activity from what has been seen of it up to now. It judges as an observer of the
/// time could: late, and without ever taking a word back.</summary>
/// <remarks>Each quarter one transition at most, and only one of <see cref="StageTransitions"/>. It is made when its
/// condition has held without a break for the quarters that the condition needs, and the present stage has lasted for
/// <see cref="StageThresholds.Dwell"/> quarters. Conditions are watched in every stage, so that a stage that ends late
/// because of the dwell ends at once. Rules after Menzel and Fornahl 2010; numbers are assumptions, see decision 5.</remarks>
public static class StageDetector
{
    /// <summary>Takes in one more quarter and returns the stage it ends in.</summary>
    /// <param name="memory">Of the same region-activity, as the last quarter left it; zeroes at first.</param>
    public static Stage Advance(ref StageMemory memory, in StageSignals signals, StageThresholds thresholds)
    {
        StageEvidence.Gather(ref memory, signals, thresholds);
        if (memory.Held >= thresholds.Dwell && Open(memory, thresholds) is { } transition)
        {
            memory.Stage = transition.To;
            memory.Since = memory.Quarter;
        }
        memory.Quarter++;
        return memory.Stage;
    }

    /// <summary>The first way from the present stage that is open, if there is one.</summary>
    private static StageTransition? Open(in StageMemory memory, StageThresholds thresholds)
    {
        foreach (StageTransition rule in StageTransitions.Rules)
            if (rule.From == memory.Stage && memory.Runs[(int)rule.When] >= StageEvidence.QuartersNeeded(rule.When, thresholds))
                return rule;
        return null;
    }
}
