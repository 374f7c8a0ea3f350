namespace ClusterSim.Reporting.Figures;

/// <summary>How long a firm was observed, in years from its founding, and whether that ended with its closure.</summary>
public readonly record struct ObservedLife(double Years, bool Closed);

/// <summary>Share of firms that survive to each age at which one closed, with the number at risk just before; starts at age 0.</summary>
public sealed record SurvivalCurve(string Origin, IReadOnlyList<double> Ages, IReadOnlyList<double> Surviving, IReadOnlyList<int> AtRisk)
{
    /// <summary>The age to which the oldest firm was observed.</summary>
    public double LastAge { get; init; }

    /// <summary>Ages at which firms left observation, closed or alive, in order.</summary>
    public IReadOnlyList<double> Departures { get; init; } = [];

    /// <summary>Firms observed at an age and alive just before it.</summary>
    public int Observed(double age) => Departures.Count(departure => departure >= age);
}

/// <summary>The product-limit estimate of survival: firms still alive count as long as they were observed.</summary>
public static class KaplanMeier
{
    /// <exception cref="ArgumentException">A life is negative or no number.</exception>
    public static SurvivalCurve Estimate(string origin, IEnumerable<ObservedLife> lives)
    {
        ObservedLife[] sorted = [.. lives.OrderBy(life => life.Years)];
        if (sorted.Any(life => !(life.Years >= 0))) throw new ArgumentException($"{origin}: a firm's observed life must be 0 years or more", nameof(lives));
        var ages = new List<double> { 0 };
        var surviving = new List<double> { 1 };
        var atRisk = new List<int> { sorted.Length };
        for (int first = 0; first < sorted.Length;)
        {
            double age = sorted[first].Years;
            int after = first, closed = 0;
            for (; after < sorted.Length && sorted[after].Years == age; after++)
                if (sorted[after].Closed)
                    closed++;
            if (closed > 0)
            {
                int risk = sorted.Length - first;
                ages.Add(age);
                surviving.Add(surviving[^1] * (1 - closed / (double)risk));
                atRisk.Add(risk);
            }
            first = after;
        }
        return new SurvivalCurve(origin, ages, surviving, atRisk) { LastAge = sorted.Length > 0 ? sorted[^1].Years : 0, Departures = [.. sorted.Select(life => life.Years)] };
    }
}
