using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Names of regions and activities, wherever a file refers to one.</summary>
public static class PlaceNames
{
    /// <summary>Every region's name: those stated, then those that the model gives.</summary>
    public static IEnumerable<string> Regions(ModelConfiguration configuration) =>
        Enumerable.Range(0, configuration.Country.Regions)
            .Select(row => row < configuration.Regions.Count ? configuration.Regions[row].Name : $"region-{row + 1}");

    internal static string? Region(Binder binder, ModelConfiguration configuration, Node? node, params string[] also) =>
        binder.Word(node, "region", [.. Regions(configuration), .. also], ErrorCodes.UnknownName);

    internal static string? Activity(Binder binder, ModelConfiguration configuration, Node? node) =>
        binder.Word(node, "activity", configuration.Activities.Select(activity => activity.Name), ErrorCodes.UnknownName);
}
