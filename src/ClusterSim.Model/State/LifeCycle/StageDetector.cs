namespace ClusterSim.Model.State.LifeCycle;

/// <summary>Tells the stage of a region-activity from what has been seen of it up to now. It judges as an observer of the
/// time could: late, and without ever taking a word back.</summary>
/// <remarks>Each quarter one transition at most, and only one of <see cref="StageTransitions"/>. The quarters must have
/// spoken for the same next stage without a break for the persistence of that transition, and the present stage must have
/// lasted for the dwell. Persistence may run while the dwell does. Rules after Menzel and Fornahl 2010; the numbers are
/// assumptions, see decision 5.</remarks>
public static class StageDetector
{
    /// <summary>Takes in one more quarter and returns the stage it ends in.</summary>
    /// <param name="memory">Of the same region-activity, as the last quarter left it; zeroes at first.</param>
    public static Stage Advance(ref StageMemory memory, in StageSignals signals, StageThresholds thresholds)
    {
        StageCondition conditions = StageEvidence.Gather(ref memory, signals, thresholds);
        if (Open(memory.Stage, conditions) is not { } way) memory.CandidateFor = 0;
        else
        {
            memory.CandidateFor = memory.CandidateFor > 0 && memory.Candidate == way.To ? memory.CandidateFor + 1 : 1;
            memory.Candidate = way.To;
            if (memory.CandidateFor >= Persistence(way, thresholds) && memory.Held >= thresholds.Dwell) Enter(ref memory, way.To);
        }
        memory.Quarter++;
        return memory.Stage;
    }

    /// <summary>The first open way from a stage, if there is one.</summary>
    private static StageTransition? Open(Stage stage, StageCondition conditions)
    {
        // By index: a loop over the interface would allocate.
        for (int i = 0; i < StageTransitions.Rules.Count; i++)
            if (StageTransitions.Rules[i] is var rule && rule.From == stage && (rule.When & conditions) != 0) return rule;
        return null;
    }

    /// <summary>Quarters that must speak for a transition. More for a decline, since the word alone does harm; one where only
    /// time has to pass, since a clock has no noise.</summary>
    private static int Persistence(StageTransition way, StageThresholds thresholds) =>
        way.When == StageCondition.Settled ? 1 : way.To == Stage.Decline ? thresholds.DeclinePersistence : thresholds.Persistence;

    private static void Enter(ref StageMemory memory, Stage stage)
    {
        memory.Stage = stage;
        memory.Since = memory.Quarter;
        memory.CandidateFor = 0;
    }
}
