using ClusterSim.Experiments.Scenarios;

namespace ClusterSim.Experiments.Calibration;

/// <summary>What a calibration found, validated at seeds that it has not seen.</summary>
/// <param name="Before">Moments of the scenario as it is, at the seed of validation.</param>
/// <param name="After">At the point found, at the same seed.</param>
public sealed record CalibrationResult(CalibrationPlan Plan, CalibrationSearch Search, IReadOnlyList<TargetMoment> Before, IReadOnlyList<TargetMoment> After, SensitivityOfMoments Sensitivity)
{
    private static readonly string[] Lists = ["activities", "regions"];

    public IReadOnlyList<string> FactorNames => [.. Plan.Factors.Select(factor => factor.Path)];

    /// <summary>The point as a scenario file writes it.</summary>
    public IReadOnlyList<string> Found => [.. Plan.Factors.Zip(SimulatedMoments.Texts(Plan.Factors, Search.Best)).Select(each => each.First.Yaml(each.Second))];

    /// <summary>Values of the scenario as it is, as its file writes them; empty where it has no such place.</summary>
    public IReadOnlyList<string> Stated
    {
        get
        {
            MapNode? tree = YamlTree.Read("scenario", ScenarioWriter.Write("scenario", "", Plan.Scenario.Configuration), []);
            return [.. Plan.Factors.Select(factor => At(tree, factor.Path))];
        }
    }

    /// <summary>Targets that are hit.</summary>
    public int Hits(IReadOnlyList<TargetMoment> moments) => Plan.Targets.Zip(moments).Count(each => each.First.IsHit(each.Second.Value));

    /// <summary>Searches, measures the directions and validates.</summary>
    public static CalibrationResult Of(CalibrationPlan plan, SimulatedMoments source)
    {
        CalibrationSearch search = new Calibrator([.. plan.Factors.Select(factor => factor.Path)], plan.Targets, source, plan.Seed).Run(plan.Size);
        var sensitivity = SensitivityOfMoments.Measure(search.Best, plan.Targets, source, plan.Size.Histories);
        TargetMoment[] before = source.Original(CalibrationSeeds.Validation, plan.Size.Validation), after = source.At(CalibrationSeeds.Validation, [search.Best], plan.Size.Validation)[0];
        return new CalibrationResult(plan, search, before, after, sensitivity);
    }

    private static string At(MapNode? tree, string path)
    {
        string[] steps = path.Split('.');
        Node? part = steps.Length != 2 ? null : (tree?["mechanisms"] as MapNode)?[steps[0]] ?? tree?[steps[0]]
            ?? Lists.SelectMany(section => (tree?[section] as ListNode)?.Items ?? []).OfType<MapNode>().FirstOrDefault(item => (item["name"] as ValueNode)?.Text == steps[0]);
        return ((part as MapNode)?[steps[1]] as ValueNode)?.Text ?? "";
    }
}
