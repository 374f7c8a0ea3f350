using System.Globalization;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Sensitivity;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
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
    private const string File = "--factors";

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
        var stated = new List<(ValueNode, Node)>();
        if (!own) State(Numbers(baseline, arms), wishes, stated);
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

    /// <summary>Writes down what is asked for, in the order of the command line or of the model's parts.</summary>
    private void State(IReadOnlyList<Tunable> all, SensitivityWishes wishes, List<(ValueNode Key, Node Value)> stated)
    {
        string[] parts = [.. all.Select(each => each.Part).Distinct()];
        IReadOnlyList<string> wanted = wishes.Factors.Count > 0 ? wishes.Factors : parts;
        var zero = new List<string>();
        for (int i = 0; i < wanted.Count; i++)
        {
            int line = i + 1, equals = wanted[i].IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                Add(line, wanted[i][..equals], Range(line, wanted[i][(equals + 1)..]));
                continue;
            }
            Tunable[] found = [.. all.Where(each => wanted[i] == each.Part || wanted[i] == each.Path)];
            if (found.Length == 0) binder.Report(Word(wanted[i], line), ErrorCodes.UnknownName, $"{Quantity.Shorten(wanted[i])} is no mechanism or parameter with numbers here (of anything else write NAME=LOW:HIGH){Nearest.Hint(wanted[i], [.. parts, .. all.Select(each => each.Path)])}");
            foreach (Tunable each in found)
                if (Usual(each.Declaration, each.Value, wishes.Spread) is string range) Add(line, each.Path, Word(range, line));
                else zero.Add(each.Path);
        }
        if (zero.Count > 0)
            binder.Warn(Word("", 1), ErrorCodes.Inconsistent, $"0 has no usual range, so that this stays as it is: {string.Join(", ", zero)}; name what is to vary with its ends: {zero[0]}=LOW:HIGH");

        void Add(int line, string path, Node value)
        {
            if (stated.Any(each => each.Key.Text == path)) binder.Report(Word(path, line), ErrorCodes.DuplicateName, $"{path} stands here twice");
            else stated.Add((Word(path, line), value));
        }
    }

    /// <summary>A number that can be varied.</summary>
    /// <param name="Part">The mechanism or instrument that it belongs to.</param>
    private sealed record Tunable(string Part, ParameterDeclaration Declaration, double Value)
    {
        public string Path => $"{Part}.{Declaration.Name}";
    }

    /// <summary>Every number of every mechanism that is on, and of every instrument that an arm uses.</summary>
    private static List<Tunable> Numbers(ModelConfiguration configuration, IEnumerable<ModelConfiguration> arms)
    {
        var all = new List<Tunable>();
        foreach (Part part in ClusterModel.Mechanisms)
            if (!configuration.Mechanisms.TryGetValue(part.Name, out object? parameters) || parameters is not null) Add(part, parameters);
        foreach (Intervention policy in arms.SelectMany(arm => arm.Policies).DistinctBy(policy => policy.InstrumentName)) Add(ClusterModel.Catalogue.Find("instrument", policy.InstrumentName)!, policy.Parameters);
        return all;

        void Add(Part part, object? parameters)
        {
            parameters ??= part.DefaultParameters();
            foreach (ParameterDeclaration declared in part.Parameters)
                if (declared.Property.GetValue(parameters) is object value && value is double or int) all.Add(new Tunable(part.Name, declared, Convert.ToDouble(value, CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>The stated plausible range, or so far to either side, widened to hold the value; null if that is no range.</summary>
    private static string? Usual(ParameterDeclaration parameter, double value, double spread)
    {
        ParameterAttribute declared = parameter.Attribute;
        decimal exact = (decimal)value, reach = Math.Abs(exact) * (decimal)spread;
        double low = double.IsNaN(declared.Low) ? (double)(exact - reach) : declared.Low, high = double.IsNaN(declared.High) ? (double)(exact + reach) : declared.High;
        if (parameter.Type == typeof(int)) (low, high) = (Math.Floor(low), Math.Ceiling(high));
        (low, high) = (Math.Max(declared.Min, Math.Min(low, value)), Math.Min(declared.Max, Math.Max(high, value)));
        return low < high ? $"{Quantity.Format(low, declared.Unit)}..{Quantity.Format(high, declared.Unit)}" : null;
    }

    /// <summary>LOW:HIGH or LOW..HIGH, and A,B,C.</summary>
    private static Node Range(int line, string text) => text.Contains(',', StringComparison.Ordinal)
        ? new ListNode(File, line, 1, [.. text.Split(',').Select(item => Word(item.Trim(), line))])
        : Word(text.Replace(":int", "", StringComparison.Ordinal).Replace(":", "..", StringComparison.Ordinal), line);

    private static MapNode Map(IReadOnlyList<(ValueNode, Node)> entries) => new(File, 1, 1, entries);

    private static ValueNode Word(string text, int line = 1) => new(File, line, 1, text);

    private static ValueNode Number(ulong value) => Word(value.ToString(CultureInfo.InvariantCulture));
}
