using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>One claim of a case, judged.</summary>
/// <param name="Value">Mean, ratio or difference; NaN where it cannot be estimated.</param>
/// <param name="Pass">The claim holds. A probability must do so with its estimate and with the near end of its interval.</param>
/// <param name="Open">The estimate of a probability agrees and the near end of its interval does not: more histories would tell.</param>
/// <param name="Count">Pairs of histories.</param>
/// <param name="Note">Why, where the numbers alone do not say it.</param>
public sealed record Judgement(string Case, Expectation Expectation, double Value, Interval Interval, bool Pass, bool Open, int Count, string Note);

/// <summary>Judges the expectations of a case over paired histories of it and its control.</summary>
public static class CaseJudge
{
    /// <summary>A ratio to the control is not estimated on fewer events there.</summary>
    private const int FewestEvents = 10;

    /// <summary>The ledger's probes must be the scenario's expectations, its first arm the scenario itself; a scenario
    /// without control is the baseline.</summary>
    public static IReadOnlyList<Judgement> Judge(Scenario scenario, Ledger ledger)
    {
        var judgements = new List<Judgement>();
        int beginning = scenario.Expectations.Count;
        for (int i = 0; i < scenario.Expectations.Count; i++)
        {
            Beginning? from = scenario.Expectations[i].From;
            int before = from is null ? -1 : beginning++;
            double[] control = Values(ledger, Ledger.Untreated, i, before, from);
            double[] values = ledger.Study.Arms.Count == 0 ? control : Values(ledger, arm: 0, i, before, from);
            judgements.Add(Judge(scenario, scenario.Expectations[i], values, control));
        }
        return judgements;
    }

    /// <summary>A history that did not begin as the expectation asks counts as 0.</summary>
    private static double[] Values(Ledger ledger, int arm, int probe, int before, Beginning? from)
    {
        double[] values = ledger.Column(arm, LedgerPart.Probes, probe);
        return from is null ? values : [.. values.Zip(ledger.Column(arm, LedgerPart.Probes, before), (value, began) => Holds(began, from.Operator, from.Value) ? value : 0)];
    }

    private static Judgement Judge(Scenario scenario, Expectation expectation, double[] values, double[] control)
    {
        bool[] speaks = [.. values.Zip(control, (value, other) => expectation.Against switch
        {
            Against.None => double.IsFinite(value),
            Against.Control => double.IsFinite(other),
            _ => double.IsFinite(value) && double.IsFinite(other),
        })];
        int pairs = values.Length;
        (values, control) = ([.. values.Where((_, i) => speaks[i])], [.. control.Where((_, i) => speaks[i])]);
        if (values.Length == 0) return new Judgement(scenario.Name, expectation, double.NaN, new Interval(double.NaN, double.NaN), false, false, pairs, "no history says anything");
        (double value, Interval interval) = expectation.Against switch
        {
            Against.None => Level(values),
            Against.Control => Level(control),
            Against.ControlDifference => Difference(values, control),
            Against.ControlWins => Level(Wins(values, control)),
            _ => Ratio(values, control),
        };
        // Whether a pair was won is a share, whatever it was won by.
        if (expectation.Against == Against.ControlWins) (values, control) = (Wins(values, control), Wins(values, control));
        bool estimable = double.IsFinite(value);
        bool centre = estimable && Holds(value, expectation.Operator, expectation.Value);
        bool whole = centre && Holds(interval.Low, expectation.Operator, expectation.Value) && Holds(interval.High, expectation.Operator, expectation.Value);
        // Of a probability the near end of the interval must agree; of a mean, and of a ratio on enough events, the estimate decides.
        bool pass = whole || (centre && (expectation.Against == Against.ControlRatio || !(IsShare(values) && IsShare(control))));
        string[] notes =
        [
            values.Length < pairs ? $"{values.Length} of {pairs} histories say something" : "",
            !estimable ? $"not estimable: {(HasEvents(control) ? "the control's interval holds 0" : $"fewer than {FewestEvents} events in the control")}" : centre && !whole ? "the interval reaches beyond the mark" : "",
        ];
        return new Judgement(scenario.Name, expectation, value, interval, pass, centre && !pass, pairs, string.Join("; ", notes.Where(note => note.Length > 0)));
    }

    private static bool Holds(double value, string sign, double mark) => sign switch
    {
        ">=" => value >= mark,
        ">" => value > mark,
        "<=" => value <= mark,
        _ => value < mark,
    };

    /// <summary>Shares carry Wilson's interval, other means the normal one.</summary>
    private static (double, Interval) Level(double[] values)
    {
        if (!IsShare(values))
        {
            (double mean, Interval interval, _) = Sample.MeanWithInterval(values);
            return (mean, interval);
        }
        double hits = values.Sum();
        return (hits / values.Length, Proportions.Wilson(hits, values.Length));
    }

    /// <summary>1 for every pair in which the scenario has more than its control; a draw is no win.</summary>
    private static double[] Wins(double[] values, double[] control) => [.. values.Zip(control, (value, other) => value > other ? 1.0 : 0.0)];

    private static (double, Interval) Difference(double[] values, double[] control)
    {
        (double mean, Interval interval, _) = Sample.MeanWithInterval(PairedDifference.Differences(control, values));
        return (mean, interval);
    }

    private static bool HasEvents(double[] control) => control.Count(value => value != 0) >= FewestEvents;

    /// <summary>Ratio of means with Fieller's interval for independent means, which errs on the wide side for pairs; missing
    /// where the control's own interval holds 0, since it may then be any number.</summary>
    private static (double, Interval) Ratio(double[] values, double[] control)
    {
        RatioOfMeans ratio = !HasEvents(control) ? RatioOfMeans.NotEstimable : RatioOfMeans.Fieller(Sample.Mean(values), Sample.Mean(control),
            Sample.StandardError(values), Sample.StandardError(control), covariance: 0, StudentT.Quantile975(values.Length - 1));
        return (ratio.Value, ratio.Interval);
    }

    private static bool IsShare(double[] values) => Array.TrueForAll(values, value => value is 0 or 1);
}
