using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Comparing;

/// <summary>What a stage leads to: the next one of the life cycle, and collapse, which competes with it.</summary>
internal static class LifeCourse
{
    public const int Next = 1, Collapse = 2;

    /// <summary>Which of the two a change of stage is; 0 = neither, so that one waits on.</summary>
    /// <remarks>Next: embryonic after birth or dissolution, growth after embryonic or renewal, maturity after growth, renewal after maturity or
    /// decline. Collapse: decline or dissolution, and for an embryonic cluster that it fades.</remarks>
    public static int Event(Stage from, Stage to) => (from, to) switch
    {
        (Stage.None or Stage.Dissolved, Stage.Embryonic) or (Stage.Embryonic or Stage.Renewal, Stage.Growth) or (Stage.Growth, Stage.Maturity)
            or (Stage.Maturity or Stage.Decline, Stage.Renewal) => Next,
        (Stage.Embryonic, Stage.None) or (Stage.Embryonic or Stage.Growth or Stage.Maturity or Stage.Renewal, Stage.Decline)
            or (not Stage.Dissolved and not Stage.None, Stage.Dissolved) => Collapse,
        _ => 0,
    };
}
