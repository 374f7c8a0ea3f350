using System.Globalization;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Writes what is to be varied as a file would state it, so that it is read, and refused, like one.</summary>
internal sealed class FactorStatements(Binder binder)
{
    /// <summary>Where problems of the command line are said to stand: its n-th word is the n-th line.</summary>
    public const string Option = "--factors";

    /// <summary>Writes down what is asked for, in its order or that of the model's parts.</summary>
    /// <param name="asked">NAME=LOW:HIGH, NAME=A,B,C, a parameter by name alone, or a mechanism or instrument for all of its parameters; none =
    /// every number there is.</param>
    /// <param name="spread">How far a parameter without a stated range goes to either side, as a share of its value.</param>
    public IReadOnlyList<(ValueNode Key, Node Value)> State(ModelConfiguration baseline, IReadOnlyList<ModelConfiguration> arms, IReadOnlyList<ValueNode> asked, double spread)
    {
        List<Tunable> all = Numbers(baseline, arms);
        string[] parts = [.. all.Select(each => each.Part).Distinct()];
        IReadOnlyList<ValueNode> wanted = asked.Count > 0 ? asked : [.. parts.Select((part, i) => new ValueNode(Option, i + 1, 1, part))];
        var zero = new List<string>();
        var stated = new List<(ValueNode Key, Node Value)>();
        foreach (ValueNode place in wanted)
        {
            string text = place.Text;
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                Add(place, text[..equals], Range(place, text[(equals + 1)..]));
                continue;
            }
            Tunable[] found = [.. all.Where(each => text == each.Part || text == each.Path)];
            if (found.Length == 0) binder.Report(place, ErrorCodes.UnknownName, $"{Quantity.Shorten(text)} is no mechanism or parameter with numbers here (of anything else write NAME=LOW:HIGH){Nearest.Hint(text, [.. parts, .. all.Select(each => each.Path)])}");
            foreach (Tunable each in found)
                if (Usual(each.Declaration, each.Value, spread) is string range) Add(place, each.Path, place with { Text = range });
                else zero.Add(each.Path);
        }
        if (zero.Count > 0)
            binder.Warn(new ValueNode(Option, 1, 1, ""), ErrorCodes.Inconsistent, $"0 has no usual range, so that this stays as it is: {string.Join(", ", zero)}; name what is to vary with its ends: {zero[0]}=LOW:HIGH");
        return stated;

        void Add(ValueNode place, string path, Node value)
        {
            if (stated.Any(each => each.Key.Text == path)) binder.Report(place, ErrorCodes.DuplicateName, $"{path} stands here twice");
            else stated.Add((place with { Text = path }, value));
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
    private static Node Range(ValueNode place, string text) => text.Contains(',', StringComparison.Ordinal)
        ? new ListNode(place.File, place.Line, place.Column, [.. text.Split(',').Select(item => Said(place, item.Trim()))])
        : Said(place, text.Replace(":int", "", StringComparison.Ordinal).Replace(":", "..", StringComparison.Ordinal));

    private static ValueNode Said(ValueNode place, string text) => place with { Text = text };
}
