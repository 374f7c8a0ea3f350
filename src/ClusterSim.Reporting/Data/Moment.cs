namespace ClusterSim.Reporting.Data;

/// <summary>A date on one of the two clocks.</summary>
/// <param name="Clock"><c>start</c> = after the arm's own start, <c>calendar</c> = of the history.</param>
public sealed record Moment(string Clock, int Years)
{
    public override string ToString() => Clock == "start" ? $"{Years} years after its start" : $"in year {Years}";
}
