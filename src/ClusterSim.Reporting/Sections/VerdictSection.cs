using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The answer on one page: every sentence is made from numbers of this run.</summary>
internal static class VerdictSection
{
    /// <summary>A sentence with more names than this is a list, and the table is a better one.</summary>
    private const int MostNamed = 4;

    public static void Write(Page page, ReportData data)
    {
        page.Section("answer", "The answer on one page");
        if (!data.HasArms)
        {
            Describe(page, data);
            return;
        }
        page.Paragraph(Question(data), "question");
        page.Paragraph(string.Join(' ', Answer(data).Append(DriverSection.Sentence(data)).Where(sentence => sentence.Length > 0)), "answer");
        Table(page, data);
        page.Heading("Before you quote this");
        page.List(Caveats.Of(data));
        page.Paragraph($"Run {data.Identity[..12]}, seed {data.Study.Seed}, {Wording.Pairs(data)} of {Say.Months(data.Study.Months)}.", "source");
    }

    private static string Question(ReportData data) =>
        $"Question: what {(data.Study.Arms.Count == 1 ? "does it change" : $"do {data.Study.Arms.Count} alternatives change")} in {Wording.Measure(data.Headline)}, {data.Moment.OfEach}, compared with the same histories lived without {(data.Study.Arms.Count == 1 ? "it" : "them")} ({data.Study.BaselineName})?";

    /// <summary>Three to five sentences: people, pounds, place, risk.</summary>
    private static IEnumerable<string> Answer(ReportData data)
    {
        ComparisonRow[] rows = [.. Enumerable.Range(0, data.Study.Arms.Count).Select(arm => data.Row(arm, "target")).OfType<ComparisonRow>()];
        if (rows.Length == 0) yield return "No region ever came to the point at which anything could be compared.";
        else if (!rows.Any(Wording.Moved)) yield return $"Nothing changed, in any history: {string.Join("; ", rows.Select(row => $"{row.Arm}: {Wording.VerdictAndReason(row)}"))}.";
        if (rows.All(row => !Wording.Moved(row))) yield break;
        if (data.Row(data.Lead, "target") is not ComparisonRow target) yield break;
        bool policy = data.Study.Arms[data.Lead].Configuration.Policies.Count > 0;
        int moved = rows.Count(Wording.Moved);
        string start = moved > 1 ? moved < data.Study.Arms.Count ? "Of the alternatives that change anything, " : "Of all alternatives " : "";
        yield return $"{start}**{target.Arm}** ({Wording.Policy(data.Study.Arms[data.Lead], data.Study.Baseline)}) {(start.Length > 0 ? "has the best mean for the whole country. It leaves" : "leaves")} the target region with **{Wording.Change(data.Headline, target)}** {data.Moment} (95 % interval {Say.Range(target.Low, target.High)}): **{Wording.Verdict(target)}**.";
        if (policy) yield return Money(data, target);
        yield return Country(data);
        yield return Risk(data, target);
        if (Others(data) is { Length: > 0 } others) yield return others;
    }

    private static string Money(ReportData data, ComparisonRow target)
    {
        string spent = $"It costs {Say.Pounds(target.CostGbp)} on average";
        if (data.Headline != "jobs") return spent + ".";
        if (Wording.HoldsZero(target) || target.Difference <= 0) return $"{spent}; a cost per additional job cannot be given, since the interval holds 0.";
        return $"{spent}, about {Say.Pounds(target.CostGbp / target.Difference)} for each additional job there ({Say.Pounds(target.CostGbp / target.High)} to {Say.Pounds(target.CostGbp / target.Low)}).";
    }

    private static string Country(ReportData data)
    {
        if (data.Row(data.Lead, "all") is not ComparisonRow all) return "";
        string change = $"In the whole country it is {Wording.Change(data.Headline, all)} ({Say.Range(all.Low, all.High)}): {Wording.Verdict(all)}";
        if (data.Row(data.Lead, "elsewhere") is not ComparisonRow elsewhere || !Wording.Moved(elsewhere)) return change + ".";
        if (!Wording.HoldsZero(elsewhere)) return $"{change}; other regions {(elsewhere.Difference < 0 ? "lose" : "gain")} {Say.Rounded(Math.Abs(elsewhere.Difference), elsewhere.Low, elsewhere.High)} ({(elsewhere.Difference < 0 ? Say.Range(-elsewhere.High, -elsewhere.Low) : Say.Range(elsewhere.Low, elsewhere.High))}).";
        return $"{change}; whether other regions lose or gain is too close to call: {Wording.Cell(elsewhere)}.";
    }

    private static string Risk(ReportData data, ComparisonRow target)
    {
        double worse = data.Changes.ShareWorse(data.Lead, ReportData.Indicator(data.Headline).LowerIsBetter);
        string harm = double.IsFinite(worse) ? $"Where it started, {Say.Percent(worse)} of histories came out worse than without it" : "It never started";
        int never = target.Pairs - target.Fired;
        return never == 0 ? $"{harm}; it started in all {target.Pairs}." : $"{harm}; in {never} of {target.Pairs} ({Say.Percent(never / (double)target.Pairs)}) it never started.";
    }

    private static string Others(ReportData data)
    {
        string[] rivals = [.. data.Study.Arms.Where((_, arm) => arm != data.Lead && data.Best[arm] && data.Row(arm, "all") is ComparisonRow row && Wording.Moved(row)).Select(arm => arm.Name)];
        if (data.Study.Arms.Count < 2) return "";
        if (rivals.Length > MostNamed) return $"For the country it cannot be told apart from {rivals.Length} of the others: the table marks them with a star.";
        return rivals.Length == 0 ? "Every other alternative does less for the country." : $"For the country it cannot be told apart from {Say.List(rivals)}.";
    }

    private static void Table(Page page, ReportData data)
    {
        bool lower = ReportData.Indicator(data.Headline).LowerIsBetter;
        string measure = Wording.Measure(data.Headline);
        var rows = new List<IReadOnlyList<string>>();
        for (int arm = 0; arm < data.Study.Arms.Count; arm++)
        {
            ComparisonRow? target = data.Row(arm, "target"), all = data.Row(arm, "all");
            if (target is null || all is null) continue;
            rows.Add([data.Best[arm] && Wording.Moved(all) ? $"{target.Arm} \u2605" : target.Arm, $"{target.Fired} of {target.Pairs}", Say.Pounds(target.CostGbp),
                Wording.Cell(target), Wording.Cell(all), TookOff(data, arm), Say.Percent(data.Changes.ShareWorse(arm, lower)), Wording.VerdictAndReason(target)]);
        }
        page.Table($"{Wording.Title(data.Headline)} {data.Moment.OfEach}: change against {data.Study.BaselineName}, with 95 % intervals. \u2605 = cannot be told apart from the best for the country.",
            ["arm", "started in", "spent, mean", $"{measure}, target region", $"{measure}, country", "took off", "came out worse", "verdict (target region)"], rows, 1, 2, 3, 4, 5, 6);
    }


    /// <summary>Share of histories in which the focal region reached growth.</summary>
    private static string TookOff(ReportData data, int arm)
    {
        HistoryRow[] histories = [.. data.Histories.Where(history => history.Arm == arm)];
        return histories.Length == 0 ? "\u2013" : Say.Percent(histories.Count(history => double.IsFinite(history.StageYears[(int)Stage.Growth])) / (double)histories.Length);
    }

    /// <summary>Without arms there is nothing to compare: the page says what happened.</summary>
    private static void Describe(Page page, ReportData data)
    {
        int reached = data.Baseline.Count(history => double.IsFinite(history.StageYears[(int)Stage.Growth]));
        int began = data.Baseline.Count(history => history.FocalRegion.Length > 0);
        double[] finals = [.. data.Baseline.Select(history => history.FinalHeadline).Where(double.IsFinite).Order()];
        string[] asked = [.. new[] { TurningPointSection.Sentence(data), DriverSection.Sentence(data) }.Where(sentence => sentence.Length > 0)];
        if (asked.Length > 0) page.Paragraph(string.Join(' ', asked), "answer");
        page.Paragraph($"In {began} of {Say.Count(data.Count, "history", "histories")} a region came to have the makings of a cluster, and in {reached} the first one took off."
            + (finals.Length == 0 ? "" : $" At the end, after {Say.Months(data.Study.Months)}, the country has {Say.Number(Sample.Quantile(finals, 0.5))} {Wording.Measure(data.Headline)} in the median history, and {Say.Number(Sample.Quantile(finals, 0.05))} to {Say.Number(Sample.Quantile(finals, 0.95))} in nine of ten."), "answer");
        if (data.Study.Worlds is null) page.Paragraph("Nothing is compared here: the scenario has no policy. An experiment file sets alternatives beside it.");
        page.Heading("Before you quote this");
        page.List(Caveats.Of(data));
    }
}
