using OxyPlot;

namespace ClusterSim.Reporting.Figures;

/// <summary>Lets OxyPlot draw with our widths of words and our colours: its own exporter knows neither.</summary>
internal sealed class PlotContext(SvgDrawing drawing) : ClippingRenderContext
{
    public override void DrawLine(IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (stroke.IsVisible() && thickness > 0) drawing.Curve(points.Select(point => (point.X, point.Y)), Hex(stroke), thickness);
    }

    public override void DrawPolygon(IList<ScreenPoint> points, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[] dashArray, LineJoin lineJoin)
    {
        if (fill.IsVisible()) drawing.Area(points.Select(point => (point.X, point.Y)), Hex(fill));
    }

    public override void DrawText(ScreenPoint p, string text, OxyColor fill, string fontFamily, double fontSize, double fontWeight, double rotation,
        HorizontalAlignment horizontalAlignment, VerticalAlignment verticalAlignment, OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text)) return;
        double shift = verticalAlignment switch { VerticalAlignment.Top => 0.5, VerticalAlignment.Bottom => -0.5, _ => 0 } * fontSize * TextWidths.LineHeight;
        string anchor = horizontalAlignment switch { HorizontalAlignment.Left => "start", HorizontalAlignment.Right => "end", _ => "middle" };
        drawing.Words(p.X, p.Y + shift, text, fontSize, Hex(fill), anchor);
    }

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
        string.IsNullOrEmpty(text) ? OxySize.Empty : new OxySize(TextWidths.Of(text, fontSize), fontSize * TextWidths.LineHeight);

    // Axes cover what is drawn, so that nothing needs clipping.
    protected override void SetClip(OxyRect clippingRectangle) { }

    protected override void ResetClip() { }

    private static string Hex(OxyColor colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";
}
