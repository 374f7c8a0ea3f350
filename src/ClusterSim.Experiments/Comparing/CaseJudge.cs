using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>One claim of a case, judged.</summary>
/// <param name="Value">Mean, ratio or difference; NaN where it cannot be estimated.</param>
/// <param name="Note">Why, where the numbers alone do not say it.</param>
public sealed record Judgement(string Case, Expectation Expectation, double Value, Interval Interval, bool Pass, int Count, string Note);

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
        for (int i = 0; i < scenario.Expectations.Count; i++)
        {
            double[] control = [.. ledger.BaselineProbes[i]];
            double[] values = ledger.Study.Arms.Count == 0 ? control : [.. ledger.ArmProbes[0][i]];
            judgements.Add(Judge(scenario, scenario.Expectations[i], values, control));
        }
        return judgements;
    }

    private static Judgement Judge(Scenario scenario, Expectation expectation, double[] values, double[] control)
    {
        (double value, Interval interval) = expectation.Against switch
        {
            Against.None => Level(values),
            Against.Control => Level(control),
            Against.ControlDifference => Difference(values, control),
            _ => Ratio(values, control),
        };
        bool estimable = double.IsFinite(value);
        bool pass = estimable && Holds(value, expectation);
        bool firm = pass && Holds(interval.Low, expectation) && Holds(interval.High, expectation);
        string note = !estimable ? $"not estimable: {(HasEvents(control) ? "the control's interval holds 0" : $"fewer than {FewestEvents} events in the control")}" : pass && !firm ? "the interval reaches beyond the mark" : "";
        return new Judgement(scenario.Name, expectation, value, interval, pass, values.Length, note);
    }

    private static bool Holds(double value, Expectation expectation) => expectation.Operator switch
    {
        ">=" => value >= expectation.Value,
        ">" => value > expectation.Value,
        "<=" => value <= expectation.Value,
        _ => value < expectation.Value,
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

    private static (double, Interval) Difference(double[] values, double[] control)
    {
        (double mean, Interval interval, _) = Sample.MeanWithInterval(PairedDifference.Differences(control, values));
        return (mean, interval);
    }

    private static bool HasEvents(double[] control) => control.Count(value => value != 0) >= FewestEvents;

    /// <summary>Ratio of means with Fieller's interval (Fieller 1954) for independent means, which errs on the wide side for
    /// pairs; missing where the control's own interval holds 0, since it may then be any number.</summary>
    private static (double, Interval) Ratio(double[] values, double[] control)
    {
        double above = Sample.Mean(values), below = Sample.Mean(control);
        var missing = (double.NaN, new Interval(double.NaN, double.NaN));
        if (!HasEvents(control)) return missing;
        double ratio = above / below, t = StudentT.Quantile975(values.Length - 1);
        double a = Sample.StandardError(values) / below, b = Sample.StandardError(control) / below, g = t * t * b * b;
        if (!(g < 1)) return missing;
        double half = t / (1 - g) * Math.Sqrt(Math.Max(0, (1 - g) * a * a + ratio * ratio * b * b));
        double centre = ratio / (1 - g);
        return (ratio, new Interval(centre - half, centre + half));
    }

    private static bool IsShare(double[] values) => Array.TrueForAll(values, value => value is 0 or 1);
}
