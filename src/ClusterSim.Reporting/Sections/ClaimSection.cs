using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What a case was to show, and whether it did.</summary>
internal static class ClaimSection
{
    public static void Write(Page page, ReportData data)
    {
        if (data.Claims.Count == 0) return;
        page.Section("claims", $"What the case was to show: {data.Claims.Count(claim => claim.Verdict == "holds")} of {data.Claims.Count} claims hold");
        page.Table("Claims were written before the histories were run.", ["claim", "verdict", "wanted", "found", "95 % interval", "note"],
            data.Claims.Select(claim => (IReadOnlyList<string>)[claim.Claim, $"**{claim.Verdict}**", claim.Wanted, Say.Number(claim.Value), Say.Range(claim.Low, claim.High), claim.Note]), 3, 4);
    }
}
