using ClusterSim.Experiments.Facts;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Facts;

/// <summary>A page for every fact in one HTML file: what it says, whence it is known, how it is computed, what came out, and a picture.</summary>
public static class FactReport
{
    /// <summary>The words by which a file is known as this report.</summary>
    public const string Maker = "Made by ClusterSim from validate --facts";

    /// <param name="seed">Of the histories.</param>
    public static FinishedReport Write(IReadOnlyList<FactEvidence> facts, ulong seed)
    {
        var page = new Page();
        string lead = FactWords.Lead([.. facts.Select(each => each.Result)]);
        page.Section("all", "All facts");
        page.Paragraph($"**{lead}.**", "answer");
        page.Paragraph("**Imposed** facts are all but set by a parameter and are no evidence; **targeted** ones were aimed at; **emergent** ones were neither. A band is never widened to make a fact hold.");
        page.Table("Facts about real firms and clusters, and what the model does", ["fact", "what", "kind", "value", "95 % interval", "band", "verdict"],
            facts.Select(each => (IReadOnlyList<string>)[each.Result.Fact.Id, each.Result.Fact.Name, each.Result.Fact.Kind, Say.Rounded(each.Result.Value, each.Result.Interval.Low, each.Result.Interval.High),
                Say.Range(each.Result.Interval.Low, each.Result.Interval.High), FactWords.Band(each.Result.Fact), Strong(FactWords.Verdict(each.Result))]), 3, 4);
        foreach (FactEvidence evidence in facts) Write(page, evidence);
        string html = page.ToHtml("Facts about real firms and clusters", $"{lead}. Seed {seed}.",
            $"{Maker}. This file is complete in itself: it asks nothing of a network and holds no script.");
        return new FinishedReport(html, page.Figures);
    }

    private static void Write(Page page, FactEvidence evidence)
    {
        Fact fact = evidence.Result.Fact;
        page.Section(fact.Id, $"{fact.Id}: {fact.Name}");
        page.Paragraph(FactWords.Sentence(evidence.Result), "answer");
        if (fact.Statistic == "knowledge-localisation")
            page.Paragraph($"The ratio cannot exceed one over the share of controls that sit with the source, which is small among hundreds of American places and large among twelve regions. Counted by chance instead, a firm is **{Say.Number(evidence.Sample.Mean("knowledge-rate-ratio"))} times** likelier to learn from one firm of its region than from one elsewhere, which is far more than the patents would say. The curve shows how little the ratio changes with the age of what is learnt.");
        foreach (Figure figure in FactFigures.Of(evidence)) page.Add(figure);
        StatisticDefinition? definition = StatisticDefinition.All.FirstOrDefault(each => each.Name == fact.Statistic);
        List<IReadOnlyList<string>> rows =
        [
            ["source", FactWords.Source(fact)],
            ["kind", FactWords.Kind(fact.Kind)],
            ["band", FactWords.Band(fact)],
            ["scenario", $"scenarios/{fact.Scenario}"],
            ["estimator", fact.Estimator],
        ];
        if (definition is not null)
            rows.AddRange([["statistic", definition.Unit == "1" ? definition.Name : $"{definition.Name}, in {definition.Unit}"], ["files", string.Join(", ", definition.Files)], ["columns", string.Join(", ", definition.Columns)],
                ["which rows", definition.Filter], ["what is done", definition.Order], ["over histories", definition.Over]]);
        page.Table($"How {fact.Id} is known and computed; validate --facts -o FOLDER writes the files", ["what", "how"], rows);
    }

    private static string Strong(string verdict) => verdict is "holds" or "as its theory says" ? verdict : $"**{verdict}**";
}
