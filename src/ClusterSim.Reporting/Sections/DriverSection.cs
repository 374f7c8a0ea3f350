using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>Which uncertain parameters the outcome hangs on.</summary>
internal static class DriverSection
{
    /// <summary>The outcome that is drawn, where the file has it.</summary>
    private const string Wanted = "change";

    /// <summary>By method: its main and second index with their names, and the unit.</summary>
    private static readonly (string Method, string Main, string MainName, string Second, string SecondName, string Unit)[] Methods =
    [
        ("sobol", "ST", "alone and with others (ST)", "S1", "alone (S1)", "share of the variance"),
        ("efast", "ST", "alone and with others (ST)", "S1", "alone (S1)", "share of the variance"),
        ("morris", "mu_star", "mean size of the effect (\u00b5*)", "sigma", "spread of the effects (\u03c3)", "effect of a step over the whole range"),
        ("pawn", "median", "shift of the distribution (PAWN, median)", "dummy", "what chance makes", "distance between distributions, 0 to 1"),
        ("rbd-fast", "S1", "alone (S1)", "", "", "share of the variance"),
    ];

    public static void Write(Page page, ReportData data)
    {
        IndexRow[] all = Rows(data);
        if (all.Length == 0) return;
        string output = Shown(all);
        page.Section("drivers", "What the outcome hangs on");
        page.Paragraph($"The uncertain parameters were varied over their ranges, all at once. An index says how much of the differences between worlds is owed to one of them; it depends on the ranges, and it speaks of {Spoken(data)}.");
        foreach (string method in all.Where(row => row.Output == output).Select(row => row.Method).Distinct()) page.Add(Indices(data, output, [.. all.Where(row => row.Output == output && row.Method == method)]));
        string[] others = [.. all.Where(row => row.Output != output).GroupBy(row => (row.Output, row.Method)).Select(rows => Line(rows.Key.Output, [.. rows]))];
        if (others.Length > 0) page.Folded("Other outcomes", () => page.List(others));
    }

    /// <summary>The answer to the question what the outcome hangs on, in a sentence; empty where it was not asked or cannot be told.</summary>
    public static string Sentence(ReportData data)
    {
        IndexRow[] all = data.Study.AsksForCauses ? Rows(data) : [];
        if (all.Length == 0) return "";
        string output = Shown(all);
        FactorInfluence[] factors = [.. Factors([.. all.Where(row => row.Output == output && row.Method == all[0].Method)])];
        string[] clear = [.. factors.Where(factor => !factor.Main.IsNone).OrderByDescending(factor => factor.Main.Value).Select(factor => $"**{factor.Factor}**")];
        string of = $"{Say.Count(factors.Length, "parameter")}, varied over {(factors.Length == 1 ? "its range" : "their ranges")} (method: {all[0].Method})";
        return clear.Length == 0 ? $"Of {of}, none can be told from chance in what it does to the {Outcome(data, output)}."
            : $"Of {of}, the {Outcome(data, output)} hangs most on {Say.List([.. clear.Take(3)])}; {(clear.Length == factors.Length ? "all of them stand" : clear.Length == 1 ? "no other stands" : $"{clear.Length} stand")} out from chance.";
    }

    /// <summary>The indices that speak of the arm in front, or of the scenario where there is none.</summary>
    private static IndexRow[] Rows(ReportData data) => [.. IndexRow.Read(data.Files).Where(row => row.Arm == Spoken(data) && Methods.Any(method => method.Method == row.Method))];

    private static string Spoken(ReportData data) => data.HasArms ? data.LeadName : data.Study.BaselineName;

    private static string Shown(IndexRow[] all) => all.Any(row => row.Output == Wanted) ? Wanted : all[0].Output;

    /// <summary>What an outcome of the file is called.</summary>
    private static string Outcome(ReportData data, string output) => output switch
    {
        Wanted => $"change in {Wording.Measure(data.Headline)}",
        "without" => $"{Wording.Measure(data.Headline)} without it",
        _ when data.Study.Measures.Contains(output) => $"{Wording.Measure(output)} of the whole country at the end",
        _ => output.Replace('-', ' '),
    };

    private static Figure Indices(ReportData data, string output, IndexRow[] rows)
    {
        (string method, _, _, _, _, string unit) = Methods.First(each => each.Method == rows[0].Method);
        FactorInfluence[] factors = [.. Factors(rows)];
        string[] clear = [.. factors.Where(factor => !factor.Main.IsNone).OrderByDescending(factor => factor.Main.Value).Select(factor => factor.Factor)];
        string outcome = Outcome(data, output), title = clear.Length == 0 ? $"No parameter's influence on the {outcome} stands out from chance"
            : clear.Length == 1 ? $"Of {factors.Length} parameters only {clear[0]} shows an influence on the {outcome}"
            : $"The {outcome} hangs most on {clear[0]}, then on {clear[1]}";
        return Tornado.Of(new FigureText($"drivers-{method}", title, $"{unit}: {outcome}", Wording.Pairs(data), "sensitivity.csv", $"{title}. Influence of every uncertain parameter by the method {method}, the largest first.",
            $"Method: {method}. An outline instead of a bar: indistinguishable from 0, or from what chance makes"), factors);
    }

    private static IEnumerable<FactorInfluence> Factors(IndexRow[] rows)
    {
        (_, string main, string mainName, string second, string secondName, _) = Methods.First(each => each.Method == rows[0].Method);
        foreach (IGrouping<string, IndexRow> factor in rows.GroupBy(row => row.Factor))
        {
            if (factor.FirstOrDefault(row => row.Index == main) is not IndexRow first) continue;
            IndexRow? other = factor.FirstOrDefault(row => row.Index == second);
            var index = new InfluenceIndex(mainName, first.Value, first.Low, first.High);
            // PAWN has a yardstick of its own, what a factor without influence would show; the others have zero.
            if (second == "dummy") index = index with { IsNone = !(first.Value > (other?.Value ?? 0)) };
            // Of outputs with luck in them, what chance alone would show.
            if (factor.FirstOrDefault(row => row.Index == "chance") is IndexRow chance) index = index with { IsNone = index.IsNone || !(first.Low > chance.Value), Chance = chance.Value };
            string words = first.Words.StartsWith(factor.Key + " ", StringComparison.Ordinal) ? first.Words[(factor.Key.Length + 1)..] : first.Words;
            yield return new FactorInfluence(factor.Key, index, other is null ? null : new InfluenceIndex(secondName, other.Value, other.Low, other.High) { IsNone = second != "dummy" && !(other.Value > 0 && !(other.Low <= 0)) }, words);
        }
    }

    private static string Line(string output, IndexRow[] rows)
    {
        string[] clear = [.. Factors(rows).Where(factor => !factor.Main.IsNone).OrderByDescending(factor => factor.Main.Value).Take(3).Select(factor => $"{factor.Factor} ({Say.Number(factor.Main.Value)})")];
        return $"{output.Replace('-', ' ')}, by {rows[0].Method}: {(clear.Length == 0 ? "nothing stands out from chance" : Say.List(clear))}";
    }
}
