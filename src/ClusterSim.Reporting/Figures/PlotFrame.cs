using OxyPlot;
using OxyPlot.Axes;

namespace ClusterSim.Reporting.Figures;

/// <summary>A pair of axes drawn into a rectangle of a picture, which then places values.</summary>
internal sealed class PlotFrame
{
    private readonly Axis _x;
    private readonly Axis _y;

    /// <summary>The rectangle holds the words of the axes too; OxyPlot finds the room that they need.</summary>
    public PlotFrame(SvgDrawing drawing, double left, double top, double width, double height, AxisScale x, AxisScale y)
    {
        _x = Ruler(drawing, x, AxisPosition.Bottom);
        _y = Ruler(drawing, y, AxisPosition.Left);
        var model = new PlotModel
        {
            Padding = new OxyThickness(0),
            PlotMargins = new OxyThickness(double.NaN, 0, 0, double.NaN),
            PlotAreaBorderThickness = new OxyThickness(0),
        };
        model.Axes.Add(_x);
        model.Axes.Add(_y);
        var plot = (IPlotModel)model;
        plot.Update(true);
        plot.Render(new PlotContext(drawing), new OxyRect(left, top, width, height));
        (Left, Top, Right, Bottom) = (model.PlotArea.Left, model.PlotArea.Top, model.PlotArea.Right, model.PlotArea.Bottom);
    }

    public double Left { get; }

    public double Top { get; }

    public double Right { get; }

    public double Bottom { get; }

    public double X(double value) => double.IsFinite(value) ? _x.Transform(value) : double.NaN;

    public double Y(double value) => double.IsFinite(value) ? _y.Transform(value) : double.NaN;

    private static Axis Ruler(SvgDrawing drawing, AxisScale scale, AxisPosition position)
    {
        bool across = position == AxisPosition.Bottom;
        Axis axis = scale.Logarithmic ? new LogarithmicAxis { UseSuperExponentialFormat = false, PowerPadding = false } : new LinearAxis();
        double widest = Math.Max(TextWidths.Of(scale.Show(scale.Low), drawing.SmallSize), TextWidths.Of(scale.Show(scale.High), drawing.SmallSize));
        axis.Position = position;
        axis.Minimum = scale.Low;
        axis.Maximum = scale.High;
        axis.MinimumPadding = axis.MaximumPadding = 0;
        axis.MinimumMajorStep = scale.Whole ? 1 : 0;
        axis.IntervalLength = across ? Math.Max(widest + 24, 56) : 38;
        axis.LabelFormatter = scale.Show;
        axis.FontSize = drawing.SmallSize;
        axis.TextColor = OxyColor.Parse(Palette.Muted);
        axis.AxislineStyle = across && !scale.Hidden ? LineStyle.Solid : LineStyle.None;
        axis.AxislineColor = axis.TicklineColor = OxyColor.Parse(Palette.Muted);
        axis.TickStyle = across && !scale.Hidden ? TickStyle.Outside : TickStyle.None;
        axis.MajorTickSize = 4;
        axis.MinorTickSize = 0;
        axis.AxisTickToLabelDistance = (across ? 2 : 6) + scale.Gap;
        axis.MajorGridlineStyle = scale.Grid ? LineStyle.Solid : LineStyle.None;
        axis.MajorGridlineColor = OxyColor.Parse(Palette.Grid);
        axis.MajorGridlineThickness = 1;
        if (scale.Hidden)
        {
            axis.LabelFormatter = _ => "";
            axis.AxisTickToLabelDistance = 0;
        }
        return axis;
    }
}
