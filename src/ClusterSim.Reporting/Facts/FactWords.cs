using System.Globalization;
using ClusterSim.Experiments.Facts;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Facts;

/// <summary>What is said of a fact in plain words.</summary>
public static class FactWords
{
    /// <summary>One word for tables.</summary>
    public static string Verdict(FactResult result) =>
        result.Fact.Missing.Length > 0 ? "not computed"
        : result.Fact.Kind == "discriminator" ? result.Pass ? "as its theory says" : "not as its theory says"
        : result.Pass ? "holds" : "fails";

    /// <summary>The verdict with its reason.</summary>
    public static string Sentence(FactResult result)
    {
        Fact fact = result.Fact;
        if (fact.Missing.Length > 0) return $"**Not computed**: {fact.Missing}.";
        if (!double.IsFinite(result.Value)) return $"**{Say.Capital(Verdict(result))}.** No history says anything about it.";
        string value = $"{Say.Rounded(result.Value, result.Interval.Low, result.Interval.High)} (95 % interval {Say.Range(result.Interval.Low, result.Interval.High)})";
        return $"**{Say.Capital(Verdict(result))}.** The value is {value}; {(fact.IsSign ? Sign(result) : Place(result))}.";
    }

    private static string Sign(FactResult result)
    {
        string wanted = result.Fact.Low == 0 ? "above zero" : "below zero", other = result.Fact.Low == 0 ? "below zero" : "above zero";
        bool wrong = result.Fact.Low == 0 ? result.Interval.High < 0 : result.Interval.Low > 0;
        return result.Pass ? $"the whole interval lies {wanted}, which is all that the fact claims"
            : wrong ? $"the whole interval lies {other}: the model has the opposite sign" : "the interval holds zero, so that nothing can be said of the sign";
    }

    private static string Place(FactResult result)
    {
        Fact fact = result.Fact;
        string where = result.Value < fact.Low ? $"it lies below the band ({Band(fact)})" : result.Value > fact.High ? $"it lies above the band ({Band(fact)})" : $"it lies in the band ({Band(fact)})";
        bool reaches = result.Pass ? result.Interval.Low < fact.Low || result.Interval.High > fact.High : result.Interval.High >= fact.Low && result.Interval.Low <= fact.High;
        return where + (!reaches ? "" : result.Pass ? ", though the interval reaches beyond it" : ", though the interval reaches into it");
    }

    /// <summary>The band, or the side on which it is open.</summary>
    public static string Band(Fact fact) =>
        double.IsInfinity(fact.Low) ? $"at most {Plain(fact.High)}" : double.IsInfinity(fact.High) ? $"at least {Plain(fact.Low)}" : $"{Plain(fact.Low)} to {Plain(fact.High)}";

    /// <summary>As the fact states it: a band is never rounded.</summary>
    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>What a kind is worth as evidence.</summary>
    public static string Kind(string kind) => kind switch
    {
        "imposed" => "imposed: a parameter all but sets it, so that it checks the code and is no evidence",
        "targeted" => "targeted: the calibration aimed at it",
        "emergent" => "emergent: no parameter sets it and no calibration aimed at it",
        _ => "discriminator: it tells theories apart and is not judged",
    };

    /// <summary>Where the fact comes from and how well that is known.</summary>
    public static string Source(Fact fact) =>
        fact.Source + (fact.Status.Length == 0 ? "" : $". Status: {fact.Status} \u2013 the direction is well sourced, the figure was quoted from memory or from a summary");

    /// <summary><c>x of y emergent facts hold</c>, and the rest.</summary>
    public static string Lead(IReadOnlyList<FactResult> facts)
    {
        FactResult[] judged = [.. facts.Where(result => result.Fact.IsJudged)];
        FactResult[] emergent = [.. judged.Where(result => result.Fact.Kind == "emergent")];
        int missing = facts.Count(result => result.Fact.Missing.Length > 0);
        return $"{emergent.Count(result => result.Pass)} of {emergent.Length} emergent facts hold; {judged.Count(result => result.Pass)} of {judged.Length} in all{(missing > 0 ? $", {missing} not computed" : "")}";
    }
}
