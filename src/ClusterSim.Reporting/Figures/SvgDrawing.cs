using System.Globalization;
using System.Security;
using System.Text;

namespace ClusterSim.Reporting.Figures;

/// <summary>One picture in the making: lines, areas and words, in units of about a pixel, as SVG text.</summary>
internal sealed class SvgDrawing(string id, string title, string description, double width, double fontSize)
{
    private readonly StringBuilder _svg = new();
    private readonly StringBuilder _patterns = new();

    public double Width { get; } = width;

    /// <summary>Size of ordinary words.</summary>
    public double FontSize { get; } = fontSize;

    /// <summary>Size of ticks, captions and notes.</summary>
    public double SmallSize { get; } = fontSize - 1;

    /// <summary>Drawn for a telephone.</summary>
    public bool Narrow { get; } = width < 500;

    public double LineHeight => FontSize * TextWidths.LineHeight;

    public double SmallLineHeight => SmallSize * TextWidths.LineHeight;

    public void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1, string dash = "") =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Round(x1)} {Round(y1)}L{Round(x2)} {Round(y2)}\"{Stroke(colour, thickness, dash)}/>\n");

    /// <summary>A line through points; a point that is not finite leaves a gap.</summary>
    public void Curve(IEnumerable<(double X, double Y)> points, string colour, double thickness, string dash = "")
    {
        string path = PathOf(points);
        if (path.Length > 0) _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\"{Stroke(colour, thickness, dash)} stroke-linejoin=\"round\"/>\n");
    }

    /// <summary>A closed area, with a thin outline if that has a colour.</summary>
    public void Area(IEnumerable<(double X, double Y)> points, string fill, double opacity = 1, string stroke = "")
    {
        string path = PathOf(points);
        if (path.Length > 0) _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}Z\" fill=\"{fill}\"{Opacity(opacity)}{Outline(stroke, 1)}/>\n");
    }

    public void Box(double x, double y, double width, double height, string fill, double opacity = 1, string stroke = "", double thickness = 1)
    {
        if (width <= 0 || height <= 0) return;
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Round(x)}\" y=\"{Round(y)}\" width=\"{Round(width)}\" height=\"{Round(height)}\" fill=\"{fill}\"{Opacity(opacity)}{Outline(stroke, thickness)}/>\n");
    }

    public void Dot(double x, double y, double radius, string fill, string stroke = "", double thickness = 1.5)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Round(x)}\" cy=\"{Round(y)}\" r=\"{Round(radius)}\" fill=\"{fill}\"{Outline(stroke, thickness)}/>\n");
    }

    /// <summary>Diagonal lines over a rectangle.</summary>
    public void Hatch(double x, double y, double width, double height, string colour)
    {
        string pattern = $"{id}-hatch-{colour[1..]}";
        if (!_patterns.ToString().Contains(pattern, StringComparison.Ordinal))
            _patterns.Append(CultureInfo.InvariantCulture, $"<pattern id=\"{pattern}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"{colour}\" stroke-width=\"1.6\" fill=\"none\"/></pattern>");
        Box(x, y, width, height, $"url(#{pattern})");
    }

    /// <summary>One line of words; <paramref name="y"/> is the middle of its height.</summary>
    public void Words(double x, double y, string text, double size, string colour = Palette.Ink, string anchor = "start", bool bold = false) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Round(x)}\" y=\"{Round(y + size * 0.35)}\" font-size=\"{Round(size)}\" fill=\"{colour}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(bold ? " font-weight=\"bold\"" : "")} textLength=\"{Round(TextWidths.Of(text, size, bold))}\" lengthAdjust=\"spacingAndGlyphs\">{Escape(text)}</text>\n");

    /// <summary>Lines of words from the top <paramref name="y"/> down; returns the bottom.</summary>
    public double Paragraph(double x, double y, IReadOnlyList<string> lines, double size, string colour = Palette.Ink, string anchor = "start", bool bold = false)
    {
        double height = size * TextWidths.LineHeight;
        for (int i = 0; i < lines.Count; i++) Words(x, y + (i + 0.5) * height, lines[i], size, colour, anchor, bold);
        return y + lines.Count * height;
    }

    public string ToSvg(double height)
    {
        string name = Escape(id), patterns = _patterns.Length == 0 ? "" : $"<defs>{_patterns}</defs>\n";
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="cs-figure" viewBox="0 0 {Round(Width)} {Round(Math.Ceiling(height))}" width="100%" role="img" aria-labelledby="{name}-title {name}-desc" font-family="Helvetica, Arial, sans-serif">
            <title id="{name}-title">{Escape(title)}</title>
            <desc id="{name}-desc">{Escape(description)}</desc>
            {patterns}{_svg}</svg>

            """;
    }

    private static string PathOf(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        bool down = false;
        foreach ((double x, double y) in points)
        {
            if (!double.IsFinite(x) || !double.IsFinite(y))
            {
                down = false;
                continue;
            }
            path.Append(down ? 'L' : 'M').Append(Round(x)).Append(' ').Append(Round(y));
            down = true;
        }
        return path.ToString();
    }

    private static string Stroke(string colour, double thickness, string dash) =>
        $" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Round(thickness)}\"{(dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"")}";

    private static string Outline(string stroke, double thickness) => stroke.Length == 0 ? "" : $" stroke=\"{stroke}\" stroke-width=\"{Round(thickness)}\"";

    private static string Opacity(double opacity) => opacity >= 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"");

    private static string Round(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    // XML has no place for control characters or half a surrogate pair, however written.
    private static string Escape(string text)
    {
        var kept = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
            kept.Append(Rune.IsControl(rune) ? new Rune(' ') : rune.Value is 0xfffe or 0xffff ? Rune.ReplacementChar : rune);
        return SecurityElement.Escape(kept.ToString())!;
    }
}
