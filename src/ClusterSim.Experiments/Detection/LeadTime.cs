namespace ClusterSim.Experiments.Detection;

/// <summary>One event and the scores that its cell had on the way to it.</summary>
/// <param name="Unit">What is resampled: region or history.</param>
/// <param name="Scores">From the first date on.</param>
/// <param name="YearsAhead">Of the event, at each of them.</param>
public sealed record WayToEvent(int Unit, double[] Scores, double[] YearsAhead);

/// <summary>How long before the event the alarm goes off.</summary>
public static class LeadTime
{
    /// <summary>False alarms that are put up with.</summary>
    public const double FalseShare = 0.05;

    /// <summary>Years between the first alarm and the event; 0 if there is none.</summary>
    public static double Of(WayToEvent approach, double alarm)
    {
        for (int i = 0; i < approach.Scores.Length; i++)
            if (approach.Scores[i] >= alarm) return approach.YearsAhead[i];
        return 0;
    }

    /// <summary>The median over events, a missed one counting 0; NaN without events.</summary>
    /// <param name="weights">By unit.</param>
    public static double Median(IReadOnlyList<WayToEvent> approaches, double alarm, double[] weights)
    {
        (double Years, double Weight)[] sorted = [.. approaches.Select(approach => (Of(approach, alarm), weights[approach.Unit])).Where(pair => pair.Item2 > 0).OrderBy(pair => pair.Item1)];
        double half = sorted.Sum(pair => pair.Weight) / 2, sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i].Weight;
            if (sum > half) return sorted[i].Years;
            if (sum == half) return (sorted[i].Years + sorted[Math.Min(i + 1, sorted.Length - 1)].Years) / 2;
        }
        return double.NaN;
    }
}
