using System.Text.Json.Nodes;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Reporting.Data;
using ClusterSim.Reporting.Pages;

namespace ClusterSim.Reporting.Sections;

/// <summary>What an assurer needs: assumptions, versions, seeds, checks, how to reproduce, and blanks to sign (after the United Kingdom's
/// AQuA Book, HM Treasury 2015).</summary>
internal static class AssuranceSection
{
    public static void Write(Page page, ReportData data)
    {
        page.Section("assurance", "Assurance");
        Assumptions(page, data);
        Checks(page, data);
        page.Heading("Run it again");
        page.Paragraph("The same version, scenario and seed give the same files to the last bit, for any number of threads:");
        page.Code((string?)data.Manifest["command"] ?? "");
        page.Paragraph("In the results folder, scenarios/ holds what was run with every default written; manifest.json has the hash of every file; `clustersim verify` runs a few histories again and compares.".Replace("`", "", StringComparison.Ordinal));
        page.Code((string?)data.Manifest["citation"] ?? "");
        page.Heading("Signed off");
        page.Blanks("Analyst, date", "Assurer, date", "Commissioner, date", "Fit for which decision");
    }

    private static void Assumptions(Page page, ReportData data)
    {
        page.Heading("Assumptions of the alternatives");
        IReadOnlyList<string>[] instruments = [.. data.Study.Arms.SelectMany(arm => arm.Configuration.Policies).Select(policy => policy.InstrumentName).Distinct()
            .SelectMany(name => Values(data, name))];
        if (instruments.Length == 0) page.Paragraph("No instrument is at work in any alternative.");
        else page.Table("Parameters of the instruments, as run; low and high are the values between which a reasonable person may differ.", ["parameter", "as run", "low", "high", "unit", "source"], instruments, 1, 2, 3);
        (int all, int assumed) = Count(data.Study.Baseline);
        page.Paragraph($"Of the {all} parameters of the mechanisms at work, {assumed} rest on an assumption and the others on a source; clustersim list parameters names them all.");
    }

    private static IEnumerable<IReadOnlyList<string>> Values(ReportData data, string instrument)
    {
        Part part = ClusterModel.Catalogue.Find("instrument", instrument)!;
        foreach (ParameterDeclaration parameter in part.Parameters)
        {
            string[] values = [.. data.Study.Arms.SelectMany(arm => arm.Configuration.Policies).Where(policy => policy.InstrumentName == instrument)
                .Select(policy => Shown(parameter, parameter.Property.GetValue(policy.Parameters ?? part.DefaultParameters()!))).Distinct()];
            yield return [$"{instrument}.{parameter.Name}", string.Join(", ", values), Shown(parameter, parameter.Attribute.Low), Shown(parameter, parameter.Attribute.High), MetricUnit.Of(parameter.Attribute.Unit).Name, parameter.Attribute.Source];
        }
    }

    private static string Shown(ParameterDeclaration parameter, object? value) =>
        value is null or double.NaN ? "\u2013" : ScenarioWriter.Value(value, parameter.Attribute.Unit);

    private static (int All, int Assumed) Count(ModelConfiguration configuration)
    {
        ParameterDeclaration[] parameters = [.. ClusterModel.Mechanisms
            .Where(part => !(configuration.Mechanisms.TryGetValue(part.Name, out object? set) && set is null)).SelectMany(part => part.Parameters)];
        return (parameters.Length, parameters.Count(parameter => parameter.Attribute.Source.Contains("assumption", StringComparison.OrdinalIgnoreCase)));
    }

    private static void Checks(Page page, ReportData data)
    {
        JsonNode manifest = data.Manifest;
        List<IReadOnlyList<string>> rows =
        [
            ["ClusterSim", $"{manifest["clustersim"]}{(manifest["commit"] is JsonNode commit ? $", commit {commit}" : "")}"],
            ["Runtime", $"{manifest["runtime"]}, {manifest["architecture"]}"],
            ["Run", data.Identity],
            ["Seed", $"{data.Study.Seed}: {manifest["seed_scheme"]}"],
            ["Replications", $"{manifest["replications"]?["completed"]} of {manifest["replications"]?["asked"]} completed"],
            ["Thresholds of the stages", $"version {manifest["stage_thresholds_version"]}"],
            ["Histories lived again for this report", data.Relived.Faithful ? $"{data.Relived.Replications.Count}, with the digests of the results folder" : "DIFFER from the results folder: firms, family tree and stories are not those of this run"],
        ];
        foreach ((string check, JsonNode? outcome) in manifest["checks"] as JsonObject ?? []) rows.Add([Say.Capital(check.Replace('_', ' ')), outcome?.ToString() ?? ""]);
        foreach ((string name, JsonNode? hash) in manifest["scenarios"] as JsonObject ?? []) rows.Add([$"Scenario {name}", $"sha256 {hash}"]);
        page.Heading("Versions and checks");
        page.Table("", ["what", "value"], rows);
    }
}
