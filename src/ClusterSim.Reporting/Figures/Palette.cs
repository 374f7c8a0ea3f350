using System.Text;

namespace ClusterSim.Reporting.Figures;

/// <summary>Every colour of the figures, and the style sheet that gives each a second value on a dark page.</summary>
/// <remarks>A picture carries the light colours as plain attributes, so that it looks right in any program; on a page
/// <see cref="LightCss"/> maps each to a custom property, which <see cref="DarkCss"/> sets anew.</remarks>
public static class Palette
{
    public const string Ink = "#1d2330";
    public const string Muted = "#5b6472";
    public const string Grid = "#d9dee5";
    public const string Paper = "#ffffff";
    public const string Navy = "#12436d";
    public const string Orange = "#f46a25";
    public const string Teal = "#28a197";
    public const string Plum = "#801650";

    // Bands of stages: words in ink stand out on all but maturity, which takes words in paper.
    public const string Birth = "#eceff3";
    public const string Embryonic = "#bcd3e8";
    public const string Growth = "#74a3cd";
    public const string Maturity = "#1b4b77";
    public const string Decline = "#f9b68f";
    public const string Renewal = "#7cc9c1";
    public const string Dissolved = "#a6aeb9";

    private static readonly (string Name, string Light, string Dark)[] Colours =
    [
        ("ink", Ink, "#e6e9ee"), ("muted", Muted, "#a3acb8"), ("grid", Grid, "#39424e"), ("paper", Paper, "#14181f"),
        ("navy", Navy, "#7fb3e6"), ("orange", Orange, "#ff8f55"), ("teal", Teal, "#4fc4b9"), ("plum", Plum, "#dd8fb9"),
        ("birth", Birth, "#262d37"), ("embryonic", Embryonic, "#27445f"), ("growth", Growth, "#2d5f90"),
        ("maturity", Maturity, "#9cc4ea"), ("decline", Decline, "#7a3f17"), ("renewal", Renewal, "#1c5f58"),
        ("dissolved", Dissolved, "#4a525e"),
    ];

    /// <summary>For the page, always: the custom properties (<c>--cs-ink</c> and so on) with their light values, and the rules that apply them to figures.</summary>
    public static string LightCss { get; } = $":root{{{Values(dark: false)}}}\n{Rules()}";

    /// <summary>For the page, after <see cref="LightCss"/>: dark values on a dark screen. Paper stays white.</summary>
    public static string DarkCss { get; } = $"@media screen and (prefers-color-scheme:dark){{:root{{{Values(dark: true)}}}}}\n";

    private static string Values(bool dark) => string.Concat(Colours.Select(colour => $"--cs-{colour.Name}:{(dark ? colour.Dark : colour.Light)};"));

    private static string Rules()
    {
        var rules = new StringBuilder();
        foreach ((string name, string light, _) in Colours)
            foreach (string property in (string[])["fill", "stroke"])
                rules.Append(".cs-figure [").Append(property).Append("=\"").Append(light).Append("\"]{").Append(property).Append(":var(--cs-").Append(name).Append(")}\n");
        return rules.ToString();
    }
}
