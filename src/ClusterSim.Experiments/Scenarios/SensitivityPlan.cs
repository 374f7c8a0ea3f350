using System.Globalization;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Sensitivity;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>How the parameters of a scenario are to be judged.</summary>
/// <param name="Method">One of <see cref="SensitivityMethod.All"/>, by name.</param>
/// <param name="Size">Of the design that the method needs; null = the usual one.</param>
/// <param name="Factors">NAME=LOW..HIGH, NAME=A,B,C, a parameter by name alone, or a mechanism or instrument for all of its parameters; empty = what
/// the experiment does not know, or every number of every mechanism and instrument.</param>
/// <param name="Spread">How far a parameter without a stated range goes to either side, as a share of its value.</param>
/// <param name="Output">The indicator; null = the headline.</param>
/// <param name="Pairs">Whether sobol looks at pairs of factors.</param>
/// <param name="Histories">In every world.</param>
public sealed record SensitivityWishes(string Method, int? Size, IReadOnlyList<string> Factors, double Spread, string? Output, bool Pairs, int Histories, ulong Seed);

/// <summary>Makes of any experiment the one that asks which parameters its results hang on. What is uncertain is written as a file would
/// state it, so that it is read, and refused, like one.</summary>
internal sealed class SensitivityPlan(Binder binder)
{
    private const string File = FactorStatements.Option;

    /// <summary>By method: the design, the word for its size, the size that is usual and the smallest.</summary>
    private static readonly Dictionary<string, (string Design, string Size, int Usual, int Fewest)> Designs = new()
    {
        [SobolIndices.Name] = ("saltelli", "n", 64, SobolIndices.FewestBlocks),
        [ElementaryEffects.Name] = ("morris", "trajectories", 10, ElementaryEffects.FewestTrajectories),
        [ExtendedFast.Name] = ("efast", "n", 129, SearchCurves.FewestPoints),
        [Pawn.Name] = ("lhs", "n", 512, 100),
        [RandomBalance.Name] = ("lhs", "n", 512, 100),
    };

    public Experiment? Read(Experiment experiment, SensitivityWishes wishes)
    {
        ModelConfiguration baseline = experiment.Scenario.Configuration;
        ModelConfiguration[] arms = [.. experiment.Arms.Select(arm => arm.Configuration)];
        var reader = new UncertainReader(binder, baseline, arms);
        bool own = wishes.Factors.Count == 0 && experiment.Uncertain.Count > 0;
        IReadOnlyList<(ValueNode, Node)> stated = own ? [] : new FactorStatements(binder).State(baseline, arms, [.. wishes.Factors.Select((factor, i) => Word(factor, i + 1))], wishes.Spread);
        IReadOnlyList<UncertainParameter> uncertain = own ? experiment.Uncertain : reader.Read(Map(stated), experiment.Scenario.Past);
        (string design, string size, int usual, int fewest) = Designs[wishes.Method];
        if (wishes.Size < fewest) binder.Report(new ValueNode("-n", 1, 1, ""), ErrorCodes.OutOfRange, $"{wishes.Size}: {wishes.Method} needs {fewest} at least; {usual} if left out");
        var worlds = new List<(ValueNode, Node)> { (Word("design"), Word(design)), (Word(size), Number((ulong)(wishes.Size ?? usual))), (Word("seed"), Number(wishes.Seed & int.MaxValue)) };
        if (wishes.Pairs) worlds.Add((Word("pairs"), Word("on")));
        WorldDesign? drawn = reader.ReadDesign(Map([(Word("uncertain"), Map(stated)), (Word("worlds"), Map(worlds))]), uncertain);
        string[] indicators = [.. ClusterModel.Catalogue.OfKind("indicator").Select(part => part.Name)];
        string? output = wishes.Output is null ? null : binder.Word(new ValueNode("--output", 1, 1, wishes.Output), "an indicator", indicators, ErrorCodes.UnknownName);
        IReadOnlyList<string> measures = experiment.Measures ?? Study.UsualMeasures;
        return experiment with
        {
            Answer = "sensitivity",
            Size = "",
            Smallest = output is null ? experiment.Smallest : null,
            Measures = output is null ? measures : [output, .. measures.Where(measure => measure != output)],
            Uncertain = uncertain,
            Worlds = drawn,
            Replications = wishes.Histories,
            Stopping = null,
            Quick = null,
        };
    }

    private static MapNode Map(IReadOnlyList<(ValueNode, Node)> entries) => new(File, 1, 1, entries);

    private static ValueNode Word(string text, int line = 1) => new(File, line, 1, text);

    private static ValueNode Number(ulong value) => Word(value.ToString(CultureInfo.InvariantCulture));
}
