using System.Globalization;
using System.Text;

namespace ClusterSim.Experiments.Running;

/// <summary>Rows of comma-separated values: invariant dot, empty for what is missing, quoted where needed, LF.</summary>
public sealed class Csv
{
    private readonly StringBuilder _text = new();
    private bool _started;

    public Csv Add(string value)
    {
        Separate();
        if (value.AsSpan().IndexOfAny(",\"\n\r") < 0) _text.Append(value);
        else _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public Csv Add(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Ten significant digits; NaN and infinity are missing values.</summary>
    public Csv Add(double? value)
    {
        Separate();
        if (value is double number && double.IsFinite(number)) _text.Append(number.ToString("G10", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A whole row of texts, such as a header.</summary>
    public Csv AddRow(IEnumerable<string> cells)
    {
        foreach (string cell in cells) Add(cell);
        return EndRow();
    }

    public Csv EndRow()
    {
        _text.Append('\n');
        _started = false;
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_started) _text.Append(',');
        _started = true;
    }
}
