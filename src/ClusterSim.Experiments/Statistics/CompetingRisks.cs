using ClusterSim.Model.Engine;

namespace ClusterSim.Experiments.Statistics;

/// <summary>One step of a cumulative incidence.</summary>
/// <param name="Time">From here on, until the next step.</param>
/// <param name="Incidence">Probability of the event by then.</param>
/// <param name="Interval">95 %, pointwise.</param>
public readonly record struct IncidenceStep(double Time, double Incidence, Interval Interval);

/// <summary>Times to the first of several events, such as the next stage with collapse competing, some of them not seen to
/// the end. Counting a collapse as a mere end of observation would say that the stage comes more often than it does.</summary>
public sealed class CompetingRisks
{
    /// <summary>The cause of a time at which observation ended.</summary>
    public const int Censored = 0;

    private const double Z = 1.959963984540054;

    private readonly double[] _times;
    private readonly int[] _causes;
    private readonly int[] _order;

    /// <param name="times">Finite, 0 or later; one a replication.</param>
    /// <param name="causes">Row-aligned: 0 = censored, 1, 2, ... = which event came first.</param>
    /// <exception cref="ArgumentException">The lengths differ, a time is negative or not a number, or a cause is.</exception>
    public CompetingRisks(double[] times, int[] causes)
    {
        if (causes.Length != times.Length) throw new ArgumentException($"{times.Length} times, {causes.Length} causes");
        if (Array.Exists(times, time => !double.IsFinite(time) || time < 0)) throw new ArgumentException("times must be finite and not negative");
        if (Array.Exists(causes, cause => cause < 0)) throw new ArgumentException("a cause is 0 (censored), 1, 2, ...");
        _times = times;
        _causes = causes;
        _order = [.. Enumerable.Range(0, times.Length).OrderBy(i => times[i])];
    }

    public int Count => _times.Length;

    /// <summary>The last time of all; 0 without any.</summary>
    public double Followed => Count == 0 ? 0 : _times[_order[^1]];

    /// <summary>Cumulative incidence (Aalen and Johansen 1978), a step at each time of the event, with a complementary log-log
    /// interval on the variance of Marubini and Valsecchi (1995, 10.3). Without censoring it is the share of replications.</summary>
    /// <param name="cause">1, 2, ...</param>
    public IReadOnlyList<IncidenceStep> Incidence(int cause)
    {
        var steps = new List<IncidenceStep>();
        // Var I(t) = sum (I(t) - I(s))^2 all/(n (n - all)) + S(s-)^2 own (n - own)/n^3 - 2 (I(t) - I(s)) S(s-) own/n^2 over times
        // s up to t. Opened into powers of I(t), it needs four running sums.
        double incidence = 0, survival = 1, h0 = 0, h1 = 0, h2 = 0, own2 = 0, c0 = 0, c1 = 0;
        foreach ((double time, int atRisk, int own, int all) in Groups(cause, weights: null))
        {
            double n = atRisk, rise = survival * own / n;
            incidence += rise;
            // Where the last ones all have an event the first sum is empty: I(t) - I(s) is 0 there and ever after.
            double hazard = all < atRisk ? all / (n * (n - all)) : 0, cross = survival * own / (n * n);
            h0 += hazard;
            h1 += hazard * incidence;
            h2 += hazard * incidence * incidence;
            own2 += survival * survival * own * (n - own) / (n * n * n);
            c0 += cross;
            c1 += cross * incidence;
            survival *= 1 - all / n;
            if (own == 0) continue;
            double variance = incidence * incidence * h0 - 2 * incidence * h1 + h2 + own2 - 2 * (incidence * c0 - c1);
            steps.Add(new IncidenceStep(time, incidence, LogLog(incidence, Math.Sqrt(Math.Max(0, variance)))));
        }
        return steps;
    }

    /// <summary>Mean time before the event, of the years up to a limit (restricted mean survival time); a replication in which
    /// another event came first never sees this one and counts with the whole span.</summary>
    /// <param name="cause">1, 2, ...</param>
    /// <param name="until">The limit; times are followed that far.</param>
    /// <param name="weights">How often each replication counts; once if left out.</param>
    /// <exception cref="ArgumentException">Observation ended before.</exception>
    public double RestrictedMean(int cause, double until, int[]? weights = null)
    {
        if (Count == 0 || (Followed < until && _causes[_order[^1]] == Censored))
            throw new ArgumentException($"followed for {Followed}, and {until} was asked for");
        double survival = 1, incidence = 0, area = 0, last = 0;
        foreach ((double time, int atRisk, int own, int all) in Groups(cause, weights))
        {
            if (time > until) break;
            area += incidence * (time - last);
            last = time;
            incidence += survival * own / atRisk;
            survival *= 1 - all / (double)atRisk;
        }
        return until - area - incidence * (until - last);
    }

    /// <summary>Ties together: the time, how many were at risk, how many had the event, how many had any.</summary>
    private IEnumerable<(double Time, int AtRisk, int Own, int All)> Groups(int cause, int[]? weights)
    {
        int atRisk = weights?.Sum() ?? Count;
        for (int i = 0; i < _order.Length && atRisk > 0;)
        {
            double time = _times[_order[i]];
            int own = 0, all = 0, leaving = 0;
            for (; i < _order.Length && _times[_order[i]] == time; i++)
            {
                int weight = weights?[_order[i]] ?? 1, which = _causes[_order[i]];
                leaving += weight;
                if (which != Censored) all += weight;
                if (which == cause) own += weight;
            }
            if (leaving > 0) yield return (time, atRisk, own, all);
            atRisk -= leaving;
        }
    }

    /// <summary>1 - (1 - I)^exp(+-z error / ((1 - I) log(1 - I))): never below 0 or above 1 (Kalbfleisch and Prentice 2002).</summary>
    private static Interval LogLog(double incidence, double error)
    {
        if (incidence <= 0 || incidence >= 1) return new Interval(incidence, incidence);
        double rest = 1 - incidence, log = Reproducible.Log(rest), factor = Reproducible.Exp(Z * error / (rest * -log));
        return new Interval(1 - Reproducible.Exp(log / factor), 1 - Reproducible.Exp(log * factor));
    }
}
