using System.Text.Json.Nodes;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Cli.Results;

/// <summary>metrics.json: unit and meaning of every column that depends on what was asked.</summary>
internal static class MetricsWriter
{
    public static JsonObject Of(Study study, ArmParameters parameters)
    {
        var metrics = new JsonObject();
        foreach (string name in study.Measures)
        {
            IndicatorAttribute indicator = MetricUnit.Declaration(name);
            metrics[FileNaming.Column(name)] = new JsonObject
            {
                ["name"] = name,
                ["unit"] = MetricUnit.OfIndicator(name).Name,
                ["meaning"] = indicator.Summary,
                ["additive"] = indicator.Additive,
                ["lower_is_better"] = indicator.LowerIsBetter,
                ["source"] = indicator.Source,
            };
        }
        for (int i = 0; i < study.Probes.Count; i++)
        {
            Probe probe = study.Probes[i];
            metrics[FileNaming.Probe(i, probe.Statistic)] = new JsonObject
            {
                ["name"] = probe.Statistic,
                ["unit"] = "see meaning",
                ["meaning"] = CaseStatistics.All[probe.Statistic].Meaning,
                ["region"] = probe.Region.Length == 0 ? "focal" : probe.Region,
                ["tick"] = probe.Month,
            };
        }
        if (study.Additionality)
        {
            metrics["mean_jobs"] = new JsonObject { ["name"] = "mean-jobs", ["unit"] = "person", ["meaning"] = "Mean of a component of the change in jobs, with its sign" };
            metrics["share_of_gross"] = new JsonObject { ["name"] = "share-of-gross", ["unit"] = "share", ["meaning"] = "That mean over the mean of gross jobs, with Fieller's interval" };
        }
        foreach (JobComponent component in study.Additionality ? JobComponents.All : [])
        {
            string name = Catalogue.Kebab(component.ToString());
            metrics["component_" + FileNaming.Column(name)] = new JsonObject { ["name"] = name, ["unit"] = "person", ["meaning"] = JobComponents.Meaning(component) };
        }
        foreach ((string name, string unit, string meaning) in study.Arms.Count > 0 ? InferenceColumns.All : [])
            metrics[name] = new JsonObject { ["name"] = name.Replace('_', '-'), ["unit"] = unit, ["meaning"] = meaning };
        foreach (YearColumn column in study.RecordYears ? [.. YearColumn.All, .. YearColumn.OfSpending] : Array.Empty<YearColumn>())
            metrics[$"{column.Table}.{column.Name}"] = column.ToJson();
        foreach (ArmParameters.ParameterColumn column in parameters.Columns)
            metrics[column.Name] = new JsonObject { ["name"] = column.Path, ["unit"] = column.Unit, ["meaning"] = column.Meaning };
        return metrics;
    }
}
