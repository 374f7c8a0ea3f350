using System.Globalization;

namespace ClusterSim.Experiments.Discovery;

/// <summary>Which values of the output make a row a case of interest, such as <c>&gt;= 10</c>.</summary>
/// <param name="Sign">One of <see cref="Signs"/>.</param>
public sealed record CaseRule(string Sign, double Value)
{
    /// <summary>Longer ones first, so that reading finds them.</summary>
    private static readonly string[] Signs = [">=", "<=", "==", "!=", ">", "<", "="];

    /// <summary>Of an output of 0 and 1.</summary>
    public static CaseRule One { get; } = new("==", 1);

    /// <summary>Reads a rule; null if it is none.</summary>
    public static CaseRule? Read(string text)
    {
        string trimmed = text.Trim();
        string? sign = Array.Find(Signs, each => trimmed.StartsWith(each, StringComparison.Ordinal));
        if (sign is null || !double.TryParse(trimmed[sign.Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value)) return null;
        return new CaseRule(sign == "=" ? "==" : sign, value);
    }

    public bool Holds(double output) => Sign switch
    {
        ">=" => output >= Value,
        "<=" => output <= Value,
        ">" => output > Value,
        "<" => output < Value,
        "!=" => output != Value,
        _ => output == Value,
    };

    /// <summary>The rule in words, for a sentence that starts with the name of the output.</summary>
    public string Words
    {
        get
        {
            string value = Value.ToString("G6", CultureInfo.InvariantCulture);
            return Sign switch
            {
                ">=" => $"is {value} or more",
                "<=" => $"is {value} or less",
                ">" => $"is above {value}",
                "<" => $"is below {value}",
                "!=" => $"is not {value}",
                _ => $"is {value}",
            };
        }
    }

    public override string ToString() => Sign + " " + Value.ToString("G6", CultureInfo.InvariantCulture);
}
