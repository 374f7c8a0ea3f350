namespace ClusterSim.Model.Engine;

/// <summary>The stretch of time by which a history advances. The model's clock counts months whatever the tick, so that
/// dates, ages and schedules mean the same at every tick length; this turns what is stated a year or a month into what it
/// amounts to in a tick. Of one month it gives back, bit by bit, what is stated a month.</summary>
/// <param name="Months">Months in a tick, 1 or more.</param>
public readonly record struct TickLength(int Months)
{
    /// <summary>Probability of an event at least: 1 - exp(-rate months/12).</summary>
    /// <param name="annualRate">The hazard a year, 0 or more.</param>
    public double Chance(double annualRate) => Reproducible.PerTick(annualRate, Months);

    /// <summary>What a share or a probability a month comes to: 1 - (1 - a)^months.</summary>
    /// <param name="monthly">0..1.</param>
    public double Share(double monthly) => Months == 1 ? monthly : 1 - Kept(1 - monthly);

    /// <summary>What is left where a share is kept each month: k^months.</summary>
    /// <param name="monthly">0..1.</param>
    public double Kept(double monthly)
    {
        double kept = monthly;
        for (int month = 1; month < Months; month++) kept *= monthly;
        return kept;
    }

    /// <summary>What to divide a gap by, of which one part in <paramref name="monthly"/> closes each month.</summary>
    /// <param name="monthly">1 or more.</param>
    public double Divisor(double monthly) => Months == 1 ? monthly : 1 / Share(1 / monthly);

    /// <summary>1 + k + k^2 + ... with a term for each month: what a monthly flow adds up to while each month multiplies by k what came before.</summary>
    public double Sum(double k)
    {
        double sum = 1;
        for (int month = 1; month < Months; month++) sum = 1 + k * sum;
        return sum;
    }

    /// <summary>Standard deviation of the sum of independent monthly steps: sd * sqrt(months).</summary>
    public double Spread(double monthly) => monthly * Math.Sqrt(Months);

    /// <summary>In how many months of the tick an event happens, binomial, by the uniform draw that says whether it happens at all: 0 unless
    /// the draw lies below <see cref="Share"/> of the probability.</summary>
    /// <param name="uniform">From (0, 1).</param>
    /// <param name="monthly">Probability a month, 0..1.</param>
    public int Times(double uniform, double monthly)
    {
        if (Months == 1) return uniform < monthly ? 1 : 0;
        double term = Kept(monthly), atLeast = term;
        int times = Months;
        // From the rarest: in every month, in all but one, ...
        for (; times > 0 && uniform >= atLeast; times--)
        {
            if (monthly <= 0) return 0;
            term *= times * (1 - monthly) / ((Months - times + 1) * monthly);
            atLeast += term;
        }
        return times;
    }
}
