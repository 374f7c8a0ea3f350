using ClusterSim.Reporting.Figures;
using Microsoft.Playwright;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>A bare page that shows figures as the report does: one picture by the width of the screen, coloured by its scheme.</summary>
internal static class FigurePages
{
    public static async Task<IPage> Open(IEnumerable<Figure> figures, int width, ColorScheme scheme, Media media = Media.Screen)
    {
        IPage page = await Chromium.Open(width, scheme);
        await page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
        await page.SetContentAsync($$"""
            <!doctype html><meta charset="utf-8"><title>figures</title>
            <style>{{Palette.LightCss}}{{Palette.DarkCss}}
            body { margin: 20px; background: var(--cs-paper) } figure { margin: 0 0 30px; max-width: 760px } .narrow { display: none }
            @media (max-width: 600px) { .wide { display: none } .narrow { display: block } }</style>
            {{string.Concat(figures.Select(figure => $"<figure><div class=wide>{figure.Wide}</div><div class=narrow>{figure.Narrow}</div></figure>"))}}
            """);
        return page;
    }
}
