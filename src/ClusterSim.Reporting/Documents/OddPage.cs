using System.Globalization;
using System.Reflection;
using System.Text;
using ClusterSim.Experiments.Facts;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Reporting.Documents;

/// <summary>The model in the seven elements of the ODD protocol: what the code knows is put into what only people can say.</summary>
internal static class OddPage
{
    public static string Text(CodeComments comments)
    {
        var parts = new Dictionary<string, string>
        {
            ["version"] = typeof(ClusterModel).Assembly.GetName().Version!.ToString(3),
            ["stage rules"] = $"{StageThresholds.Version}",
            ["facts"] = Facts(),
            ["state"] = StateGrid.Text(comments),
            ["stages"] = Stages(comments),
            ["schedule"] = MechanismPage.Overview("mechanisms.md"),
            ["submodels"] = Submodels(comments),
            ["regions"] = $"{new CountrySetup().Regions}",
            ["extent"] = Number(new CountrySetup().Extent),
            ["years"] = $"{new ModelConfiguration().Months / 12}",
            ["dimensions"] = $"{Knowledge.Dimensions}",
        };
        return parts.Aggregate(Template(), (text, part) => text.Replace($"{{{{{part.Key}}}}}", part.Value, StringComparison.Ordinal));
    }

    private static string Template()
    {
        using Stream stream = typeof(OddPage).Assembly.GetManifestResourceStream("odd.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Facts() => PlainText.Grid(["fact", "kind", "what", "band", "source"], Fact.All.Select(fact => new[]
        { fact.Id, fact.Kind, PlainText.Escape(fact.Name), Band(fact), fact.Source + (fact.Status.Length > 0 ? $" ({fact.Status})" : "") }));

    private static string Band(Fact fact) => double.IsInfinity(fact.Low) ? $"at most {Number(fact.High)}" : double.IsInfinity(fact.High) ? $"at least {Number(fact.Low)}" : $"{Number(fact.Low)}..{Number(fact.High)}";

    private static string Stages(CodeComments comments) => PlainText.Grid(["from", "to", "when, with the default thresholds"], StageTransitions.Rules.Select(rule => new[]
        { Name(rule.From), Name(rule.To), string.Join(" Or: ", Conditions(rule.When).Select(condition => comments.Summary(condition))) }));

    private static IEnumerable<StageCondition> Conditions(StageCondition all) => Enum.GetValues<StageCondition>().Where(one => one != StageCondition.None && all.HasFlag(one));

    private static string Name(Stage stage) => stage == Stage.None ? "birth" : Catalogue.Kebab(stage.ToString());

    private static string Submodels(CodeComments comments)
    {
        var text = new StringBuilder();
        foreach ((Process<World> process, Part part) in MechanismPage.Steps())
            text.Append($"### {process.Declaration.Id} [{part.Name}](mechanisms.md#{part.Name})\n{comments.Summary(part.Type)}\n\n").Append(MechanismPage.Equation(comments, part))
                .Append($"{MechanismPage.Parameters(part)} Source: {PlainText.Escape(part.Attribute.Source)}.\n\n");
        return text.ToString().TrimEnd();
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
