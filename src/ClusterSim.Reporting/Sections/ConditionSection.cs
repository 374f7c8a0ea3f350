using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Under which conditions an alternative fails: a box in the space of the uncertain parameters, in words and drawn.</summary>
internal static class ConditionSection
{
    private const string Caution = "Such conditions are sought out among the worlds that were run, and are a place to look, not a law: run that corner again before you rely on it.";

    public static void Write(Page page, ReportData data)
    {
        BoxRow[][] boxes = Boxes(data);
        if (boxes.Length == 0) return;
        page.Section("conditions", "When it fails");
        page.Paragraph(Caution);
        foreach (BoxRow[] box in boxes) page.Add(Limits(data, box));
        if (boxes.FirstOrDefault(box => box[0].Arm == data.LeadName) is BoxRow[] told && Curve(data, told[0]) is Figure curve) page.Add(curve);
    }

    /// <summary>The same in a sentence for each alternative.</summary>
    public static void WriteWords(Page page, ReportData data)
    {
        BoxRow[][] boxes = Boxes(data);
        if (boxes.Length == 0) return;
        page.Section("conditions", "When it fails");
        page.List(boxes.Select(box => Say.Capital(box[0].Words) + "."));
        page.Paragraph(Caution);
    }

    /// <summary>The limits of the first box of every alternative, the leading one first.</summary>
    private static BoxRow[][] Boxes(ReportData data) =>
        [.. BoxRow.Read(data.Files).Where(row => row.Factor.Length > 0).GroupBy(row => row.Arm).OrderBy(arm => arm.Key == data.LeadName ? 0 : 1)
            .Select(arm => arm.Where(row => row.Number == arm.Min(first => first.Number)).ToArray())];

    private static Figure Limits(ReportData data, BoxRow[] box)
    {
        string title = Say.Capital(box[0].Words);
        return BoxFigure.Of(new FigureText($"box-{box[0].Arm}", title, "range of each parameter that was tried", Wording.Pairs(data), "boxes.csv",
            $"{title}. The limits of the box, each within the range of its parameter.",
            $"Found by PRIM. The box holds {Say.Percent(box[0].Mass)} of all worlds; {Say.Percent(box[0].Density)} of those inside are cases, and {Say.Percent(box[0].Coverage)} of all cases are inside"),
            [.. box.Select(row => Range(data, row))]);
    }

    private static BoxRange Range(ReportData data, BoxRow row)
    {
        WorldColumn tried = WorldColumn.Read(data.Files, row.Factor) ?? new WorldColumn(row.Factor, row.Low, row.High, []);
        string[] allowed = row.Values.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new BoxRange(row.Factor, double.IsNaN(row.Low) ? double.NegativeInfinity : row.Low, double.IsNaN(row.High) ? double.PositiveInfinity : row.High,
            tried.Smallest, tried.Largest, allowed, allowed.Length > 0 && tried.Words.Count == 0 ? allowed : tried.Words,
            double.IsFinite(row.Reproducibility) ? $"limited in {Say.Percent(row.Reproducibility)} of half samples" : "");
    }

    private static Figure? Curve(ReportData data, BoxRow told)
    {
        BoxStep[] steps = [.. TradeOffRow.Read(data.Files).Where(row => row.Arm == told.Arm && row.Output == told.Output).Select(row => new BoxStep(row.Coverage, row.Density, row.Mass, row.Restricted))];
        if (steps.Length == 0) return null;
        string title = $"The box that is told holds {Say.Percent(told.Coverage)} of the cases; {Say.Percent(told.Density)} of its worlds are cases, against {Say.Percent(steps.MaxBy(step => step.Mass)!.Density)} of all";
        return TradeOffCurve.Of(new FigureText("trade-off", title, "density: share of the worlds inside that are cases", Wording.Pairs(data), "tradeoff.csv", $"{title}. Coverage and density of every box between the whole space and the smallest."),
            steps, told.Coverage, told.Density);
    }
}
