namespace ClusterSim.Reporting.Figures;

/// <summary>The area between two lines, with gaps where either has one.</summary>
internal static class FanBand
{
    public static void Fill(SvgDrawing drawing, PlotFrame frame, IReadOnlyList<double> years, IReadOnlyList<double> low, IReadOnlyList<double> high, string colour, double opacity)
    {
        var piece = new List<int>();
        foreach (int row in Decimation.Keep(low).Union(Decimation.Keep(high)).Order())
        {
            if (double.IsFinite(low[row]) && double.IsFinite(high[row])) piece.Add(row);
            else Close();
        }
        Close();

        void Close()
        {
            if (piece.Count > 1)
                drawing.Area(piece.Select(row => (frame.X(years[row]), frame.Y(high[row])))
                    .Concat(Enumerable.Reverse(piece).Select(row => (frame.X(years[row]), frame.Y(low[row])))), colour, opacity);
            piece.Clear();
        }
    }
}
