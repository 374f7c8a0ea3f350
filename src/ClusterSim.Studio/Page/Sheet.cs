using System.Globalization;
using System.Text;

namespace ClusterSim.Studio.Page;

/// <summary>From years and values to places in a drawing, with round marks on the axis.</summary>
/// <param name="Years">Length of the time axis.</param>
/// <param name="Least">Lowest value to be shown.</param>
/// <param name="Largest">Highest value to be shown.</param>
public sealed record Sheet(int Years, double Least, double Largest)
{
    public const double Width = 640, Height = 260, Left = 68, Right = 14, Top = 14, Bottom = 36;

    private double Step
    {
        get
        {
            double raw = Math.Max(Largest - Least, 1) / 4, power = 1;
            while (power * 10 <= raw) power *= 10;
            return new[] { 1.0, 2, 5, 10 }.Select(times => times * power).First(step => step >= raw);
        }
    }

    private double From => Math.Floor(Least / Step) * Step;

    private double To => Math.Max(Math.Ceiling(Largest / Step) * Step, From + Step);

    public IEnumerable<double> ValueMarks => Enumerable.Range(0, (int)Math.Round((To - From) / Step) + 1).Select(mark => From + mark * Step);

    public IEnumerable<int> YearMarks
    {
        get
        {
            int step = Years switch { <= 12 => 2, <= 30 => 5, <= 60 => 10, _ => 20 };
            return Enumerable.Range(0, Years / step + 1).Select(mark => mark * step);
        }
    }

    public double X(double year) => Left + (Width - Left - Right) * year / Math.Max(1, Years);

    public double Y(double value) => Top + (Height - Top - Bottom) * (To - value) / (To - From);

    /// <summary>A line through a value a year.</summary>
    /// <param name="first">Year of the first value.</param>
    public string Line(IReadOnlyList<double> values, int first) => Path("M", Enumerable.Range(0, values.Count), year => (X(year + first), Y(values[year])));

    /// <summary>The area between two such lines.</summary>
    public string Area(IReadOnlyList<double> low, IReadOnlyList<double> high, int first) =>
        Path("M", Enumerable.Range(0, low.Count), year => (X(year + first), Y(low[year])))
        + Path("L", Enumerable.Range(0, high.Count).Reverse(), year => (X(year + first), Y(high[year]))) + "Z";

    /// <summary>A number for an attribute.</summary>
    public static string Digits(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Path(string begin, IEnumerable<int> years, Func<int, (double X, double Y)> place)
    {
        var text = new StringBuilder();
        foreach (int year in years)
        {
            (double x, double y) = place(year);
            text.Append(text.Length == 0 ? begin : "L").Append(Digits(x)).Append(' ').Append(Digits(y));
        }
        return text.ToString();
    }
}
