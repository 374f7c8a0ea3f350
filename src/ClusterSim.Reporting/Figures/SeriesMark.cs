namespace ClusterSim.Reporting.Figures;

/// <summary>A dot's shape and colour for each of at most four series, so that neither has to be told apart alone.</summary>
internal static class SeriesMark
{
    private static readonly string[] Colours = [Palette.Orange, Palette.Navy, Palette.Teal, Palette.Plum];

    public static void Draw(SvgDrawing drawing, int series, double x, double y, double radius, double opacity = 1, string outline = "")
    {
        if (!double.IsFinite(x) || !double.IsFinite(y)) return;
        string colour = Colours[series % Colours.Length];
        (double X, double Y)[] corners = (series % Colours.Length) switch
        {
            1 => [(-1, -1), (1, -1), (1, 1), (-1, 1)],
            2 => [(0, -1.3), (1.2, 0.9), (-1.2, 0.9)],
            3 => [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)],
            _ => [.. Octagon],
        };
        drawing.Area(corners.Select(corner => (x + radius * corner.X, y + radius * corner.Y)), colour, opacity, outline);
    }

    // As good as a circle at this size, and it can be see-through.
    private static readonly (double X, double Y)[] Octagon = [(0.41, -1), (1, -0.41), (1, 0.41), (0.41, 1), (-0.41, 1), (-1, 0.41), (-1, -0.41), (-0.41, -1)];
}
