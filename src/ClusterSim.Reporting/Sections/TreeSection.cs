using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Figures;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>The spin-off family tree of the median history.</summary>
internal static class TreeSection
{
    public static void Write(Page page, ReportData data)
    {
        if (data.Stories.Count == 0) return;
        ToldHistory median = data.Stories[0];
        FirmRow[] firms = [.. data.Relived.Of(data.HasArms ? 0 : -1, median.Replication).Firms];
        HashSet<int> spun = [.. firms.Where(firm => firm.Origin == "spin-off").Select(firm => firm.Id)];
        int[] families = [.. firms.Where(firm => spun.Contains(firm.Id)).Select(firm => Root(firm.Id)).GroupBy(root => root).Select(family => family.Count() + 1).OrderDescending()];
        string title = families.Length == 0 ? "No firm of the median history came from another"
            : $"{families.Length} of {Say.Count(firms.Count(firm => !spun.Contains(firm.Id)), "founding firm")} had offspring; the largest family has {families[0]} firms";
        page.Section("family-tree", "Who came from whom");
        page.Add(FamilyTree.Of(new FigureText("family-tree", title, "years of the history", $"history {median.Replication}, the median one{(data.HasArms ? $", with {data.LeadName}" : "")}", "that history, lived again",
            $"{title}. Each line is a firm from its founding to its end, hung from the firm that its founder left."),
            [.. firms.Select(firm => new FirmLife(firm.Id, spun.Contains(firm.Id) ? firm.Parent : null, firm.Name, firm.FoundedAt / 12.0, firm.ClosedAt < 0 ? double.NaN : firm.ClosedAt / 12.0, firm.PeakHeadcount))], data.Study.Months / 12.0));

        int Root(int firm)
        {
            while (spun.Contains(firm)) firm = firms[firm].Parent;
            return firm;
        }
    }
}
