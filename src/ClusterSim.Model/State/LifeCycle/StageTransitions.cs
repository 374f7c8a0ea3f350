namespace ClusterSim.Model.State.LifeCycle;

/// <summary>One way from stage to stage, and the conditions of which any one opens it.</summary>
public readonly record struct StageTransition(Stage From, Stage To, StageCondition When);

/// <summary>All the ways there are. A region-activity is born embryonic and grows or fades; growth ends in maturity or
/// decline, or falls back to embryonic where it never made a critical mass; maturity may decline, renew itself or take off
/// again; decline may stop (maturity) or turn (renewal); renewal leads to growth. Any stage from growth on may end
/// dissolved, and where a cluster has dissolved another may be born. Nothing else ever happens.</summary>
/// <remarks>After Menzel and Fornahl 2010. An embryonic cluster does not dissolve: it fades,
/// by a condition that includes the one for dissolving. The detector only walks along this list, so
/// that it cannot make a transition that is not in it.</remarks>
public static class StageTransitions
{
    /// <summary>In order of precedence: where two ways from a stage are open in the same quarter, the first is taken. The
    /// end of a cluster comes first, then a fall, then a way back, then a way on.</summary>
    public static IReadOnlyList<StageTransition> Rules { get; } =
    [
        new(Stage.None, Stage.Embryonic, StageCondition.Gathering),

        new(Stage.Embryonic, Stage.None, StageCondition.Fading),
        new(Stage.Embryonic, Stage.Growth, StageCondition.TakingOff),

        new(Stage.Growth, Stage.Dissolved, StageCondition.Vanishing),
        new(Stage.Growth, Stage.Decline, StageCondition.Falling),
        new(Stage.Growth, Stage.Embryonic, StageCondition.Stalling),
        new(Stage.Growth, Stage.Maturity, StageCondition.Slowing | StageCondition.Flat),

        new(Stage.Maturity, Stage.Dissolved, StageCondition.Vanishing),
        new(Stage.Maturity, Stage.Decline, StageCondition.Falling),
        new(Stage.Maturity, Stage.Renewal, StageCondition.Renewing),
        new(Stage.Maturity, Stage.Growth, StageCondition.Accelerating),

        new(Stage.Decline, Stage.Dissolved, StageCondition.Vanishing),
        new(Stage.Decline, Stage.Renewal, StageCondition.Renewing),
        new(Stage.Decline, Stage.Maturity, StageCondition.Recovering),

        new(Stage.Renewal, Stage.Dissolved, StageCondition.Vanishing),
        new(Stage.Renewal, Stage.Growth, StageCondition.Settled),

        new(Stage.Dissolved, Stage.Embryonic, StageCondition.Gathering),
    ];

    /// <summary>The transition graph: every pair of stages of which the second can follow the first.</summary>
    public static IReadOnlyList<(Stage From, Stage To)> Pairs { get; } = [.. Rules.Select(rule => (rule.From, rule.To))];

    /// <summary>True if a region-activity can go from one stage straight to the other.</summary>
    public static bool Allows(Stage from, Stage to) => Pairs.Contains((from, to));
}
