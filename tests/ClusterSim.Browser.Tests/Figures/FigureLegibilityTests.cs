using ClusterSim.Reporting.Figures;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Figures;

/// <summary>Words of figures in a real browser: none overlaps another, none leaves its picture, all stand out from what is behind them.</summary>
public sealed class FigureLegibilityTests
{
    [TestCase(Chromium.Wide, ColorScheme.Light, Media.Screen)]
    [TestCase(Chromium.Wide, ColorScheme.Dark, Media.Screen)]
    [TestCase(Chromium.Narrow, ColorScheme.Light, Media.Screen)]
    [TestCase(Chromium.Narrow, ColorScheme.Dark, Media.Screen)]
    [TestCase(Chromium.Wide, ColorScheme.Dark, Media.Print)]
    public async Task Words_OfEveryFigure_AreLegible(int width, ColorScheme scheme, Media media)
    {
        Figure[] figures = [.. SampleFigures.All(), .. SampleAnalyses.All(), .. NastyFigures.All(), .. NastyAnalyses.All()];
        IPage page = await FigurePages.Open(figures, width, scheme, media);
        Assert.That(await Labels.Faults(page), Is.Empty);
        Assert.That(await Labels.Count(page), Is.GreaterThan(10 * figures.Length), "the words must have been seen");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Faults_OfAPictureMadeBadly_AreTold()
    {
        IPage page = await Chromium.Open();
        await page.SetContentAsync("""
            <body style="background:#fff"><svg width="200" height="100"><text x="10" y="50" fill="#000">one</text><text x="20" y="52" fill="#000">two</text>
            <text x="180" y="20" fill="#000">leaves</text><rect x="0" y="60" width="100" height="40" fill="#333"/><text x="10" y="85" fill="#000">dark</text></svg>
            """);
        IReadOnlyList<string> faults = await Labels.Faults(page);
        Assert.That(faults, Has.Some.Contains("\"one\" overlaps \"two\""));
        Assert.That(faults, Has.Some.Contains("\"leaves\" leaves the picture"));
        Assert.That(faults, Has.Some.Contains("\"dark\" has contrast"));
        Assert.That(faults, Has.Count.EqualTo(3));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Script_InAName_StaysText()
    {
        IPage page = await FigurePages.Open([.. NastyFigures.All(), .. NastyAnalyses.All()], Chromium.Wide, ColorScheme.Light);
        Assert.That(await page.EvaluateAsync<int>("document.querySelectorAll('figure script').length"), Is.Zero);
        Assert.That(await page.EvaluateAsync<bool>("[...document.querySelectorAll('svg text')].some(text => text.textContent.includes('<script>'))"), Is.True);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Ids_OfAllPictures_AreUniqueAndNameThem()
    {
        IPage page = await FigurePages.Open([.. SampleFigures.All(), .. SampleAnalyses.All()], Chromium.Wide, ColorScheme.Light);
        string[] ids = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('svg [id]')].map(element => element.id)");
        Assert.That(ids, Is.Unique.And.Not.Empty);
        Assert.That(await page.EvaluateAsync<bool>("[...document.querySelectorAll('svg')].every(svg => svg.getAttribute('aria-labelledby').split(' ').every(id => svg.querySelector('#' + id).textContent.length > 0))"), Is.True);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Colours_OfALine_FollowTheScheme()
    {
        const string baseline = "getComputedStyle(document.querySelector('svg [stroke-dasharray=\"5 3\"]')).stroke";
        Figure[] fan = [SampleFigures.All().First()];
        IPage light = await FigurePages.Open(fan, Chromium.Wide, ColorScheme.Light), dark = await FigurePages.Open(fan, Chromium.Wide, ColorScheme.Dark);
        IPage print = await FigurePages.Open(fan, Chromium.Wide, ColorScheme.Dark, Media.Print);
        Assert.That(await light.EvaluateAsync<string>(baseline), Is.EqualTo("rgb(18, 67, 109)"));
        Assert.That(await dark.EvaluateAsync<string>(baseline), Is.EqualTo("rgb(127, 179, 230)"));
        Assert.That(await print.EvaluateAsync<string>(baseline), Is.EqualTo("rgb(18, 67, 109)"), "paper is white");
        await light.Context.CloseAsync();
        await dark.Context.CloseAsync();
        await print.Context.CloseAsync();
    }

    [Test]
    public async Task Picture_OnItsOwn_ShowsTheLightColours()
    {
        IPage page = await Chromium.Open(scheme: ColorScheme.Dark);
        string svg = SampleFigures.All().First().Wide;
        await page.GotoAsync("data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg)));
        Assert.That(await page.EvaluateAsync<string>("document.documentElement.localName"), Is.EqualTo("svg"), "well-formed, or the browser shows an error page");
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('[stroke-dasharray=\"5 3\"]')).stroke"), Is.EqualTo("rgb(18, 67, 109)"));
        await page.Context.CloseAsync();
    }

    /// <summary>Lines and marks need 3 to 1 against the page, on a dark one too.</summary>
    [Test]
    public async Task Series_OnBothSchemes_StandOut()
    {
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            IPage page = await FigurePages.Open([], Chromium.Wide, scheme);
            await page.EvaluateAsync("document.body.innerHTML = ['navy', 'orange', 'teal', 'plum'].map(name => `<p style=\"color:var(--cs-${name})\">${name}</p>`).join('')");
            string[] weak = await page.EvaluateAsync<string[]>("""
                (() => {
                  const light = text => { const [r, g, b] = text.match(/\d+/g).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                  const paper = light(getComputedStyle(document.body).backgroundColor);
                  return [...document.querySelectorAll('p')].filter(p => { const [x, y] = [light(getComputedStyle(p).color), paper].sort((a, b) => b - a); return (x + 0.05) / (y + 0.05) < 3; }).map(p => p.textContent);
                })()
                """);
            Assert.That(weak, Is.Empty, scheme.ToString());
            await page.Context.CloseAsync();
        }
    }
}
