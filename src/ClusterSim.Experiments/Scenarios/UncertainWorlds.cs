using ClusterSim.Experiments.Running;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Makes the worlds of an experiment: a draw of its uncertain parameters, laid over the scenario of the baseline and of
/// every arm as a person would write it into their files.</summary>
public static class UncertainWorlds
{
    /// <param name="past">Of the scenario; null = none.</param>
    /// <param name="configurations">The baseline's, then those of the arms.</param>
    public static StudyWorlds Of(IReadOnlyList<UncertainParameter> uncertain, WorldDesign design, Past? past, IReadOnlyList<ModelConfiguration> configurations)
    {
        MapNode[] trees = [.. configurations.Select(configuration => Tree(configuration, past))];
        return new StudyWorlds([.. uncertain.Select(parameter => parameter.Factor)], [.. uncertain.Select(parameter => parameter.Unit)], design, values => [.. trees.Select(tree => Settle(tree, uncertain, values, out _))],
            (path, arm) => Overrides.Lay(trees[arm + 1], path, "") is not null);
    }

    /// <summary>What the scenario reader says of each end of each range, all else as it is: a path that leads nowhere, a value that does not fit.</summary>
    internal static IEnumerable<(UncertainParameter Parameter, Problem? Problem)> Try(IReadOnlyList<UncertainParameter> uncertain, Past? past, IReadOnlyList<ModelConfiguration> configurations)
    {
        MapNode[] trees = [.. configurations.Select(configuration => Tree(configuration, past))];
        foreach (UncertainParameter parameter in uncertain)
        {
            if (trees.All(tree => Overrides.Lay(tree, parameter.Path, "") is null)) yield return (parameter, null);
            else
                foreach (double end in new[] { 0.0, 1 })
                    foreach (MapNode tree in trees)
                    {
                        Settle(tree, [parameter], [parameter.Factor.TextAt(end)], out List<Problem> problems);
                        foreach (Problem problem in problems) yield return (parameter, problem);
                    }
        }
    }

    /// <summary>A configuration with values laid over it.</summary>
    /// <param name="values">One for each parameter, as its factor writes it.</param>
    /// <exception cref="ScenarioException">A value does not fit.</exception>
    public static ModelConfiguration With(ModelConfiguration configuration, IReadOnlyList<UncertainParameter> uncertain, IReadOnlyList<string> values)
    {
        ModelConfiguration settled = Settle(Tree(configuration, null), uncertain, values, out List<Problem> problems);
        return problems.Count == 0 ? settled : throw new ScenarioException(problems);
    }

    private static MapNode Tree(ModelConfiguration configuration, Past? past)
    {
        var problems = new List<Problem>();
        return YamlTree.Read("worlds", ScenarioWriter.Write("world", "", configuration, past), problems) ?? throw new ScenarioException(problems);
    }

    private static ModelConfiguration Settle(MapNode tree, IReadOnlyList<UncertainParameter> uncertain, IReadOnlyList<string> values, out List<Problem> problems)
    {
        // A tree without the policy that a path names is that of an arm without it.
        for (int i = 0; i < uncertain.Count; i++) tree = Overrides.Lay(tree, uncertain[i].Path, uncertain[i].Yaml(values[i])) ?? tree;
        problems = [];
        return new ScenarioReader(new Binder(problems)).Read(tree).Configuration;
    }
}
