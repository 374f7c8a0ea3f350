namespace ClusterSim.Experiments.Running;

/// <summary>A date at which arms are compared with their twins: years after an arm's own start, or of the calendar.</summary>
public readonly record struct StudyPoint(bool OnStart, int Years)
{
    /// <summary>As files call the clock.</summary>
    public string Clock => OnStart ? "start" : "calendar";
}
