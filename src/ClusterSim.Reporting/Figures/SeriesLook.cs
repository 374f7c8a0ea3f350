namespace ClusterSim.Reporting.Figures;

/// <summary>How one of at most four series looks: colour and dash, so that neither has to be told apart alone.</summary>
internal sealed record SeriesLook(string Colour, string Dash)
{
    /// <summary>Series in one picture at most.</summary>
    public const int Most = 4;

    private static readonly SeriesLook Baseline = new(Palette.Navy, "5 3");
    private static readonly SeriesLook[] Others = [new(Palette.Orange, ""), new(Palette.Teal, "9 2 2 2"), new(Palette.Plum, "2 2"), new(Palette.Navy, "12 3")];

    /// <summary>One look each; baselines are navy and dashed.</summary>
    public static IReadOnlyList<SeriesLook> Each(IEnumerable<bool> baselines)
    {
        int next = 0;
        return [.. baselines.Select(baseline => baseline ? Baseline : Others[next++ % Others.Length])];
    }

    /// <summary>One look each where no series is a baseline.</summary>
    public static IReadOnlyList<SeriesLook> Each(int count) => [.. Enumerable.Range(0, count).Select(i => Others[i % Others.Length])];

    /// <summary>A short piece of the line, as a key shows it.</summary>
    public void Swatch(SvgDrawing drawing, double x, double y) => drawing.Line(x, y, x + SwatchWidth, y, Colour, 2.5, Dash);

    /// <summary>Length of a piece that shows the dash.</summary>
    public const double SwatchWidth = 24;
}
