namespace ClusterSim.Reporting.Data;

/// <summary>A date on one of the two clocks.</summary>
/// <param name="Clock"><c>start</c> = after the arm's own start, <c>calendar</c> = of the history.</param>
public sealed record ClockDate(string Clock, int Years)
{
    /// <summary>Of several arms, each with a start of its own.</summary>
    public string OfEach => Clock == "start" ? $"{Years} years after each one's start" : ToString();

    public override string ToString() => Clock == "start" ? $"{Years} years after its start" : $"in year {Years}";
}
