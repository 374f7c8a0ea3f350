using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests;

/// <summary>The report as people see it: on a laptop and a telephone, light and dark, on paper, and with hostile names.</summary>
public sealed class ReportTests
{
    // What a title would have to be taken for by a page that does not tell text from markup.
    private const string Hostile = "</title><script>window.struck = 1</script><img src=x onerror=\"window.struck = 1\"> & ten % **stars**";

    private string _folder = "", _report = "";

    [OneTimeSetUp]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("clustersim-report-").FullName;
        string experiment = $$"""
            experiment: hostile
            title: '{{Hostile}}'
            scenario: hostile-scenario.yaml
            years: 30
            replications: 12
            measure: {primary: jobs, also: [firms, trusted-links]}
            horizons: [2y, 5y, 8y]
            calendar: [20y, 30y]
            arms:
              early: {instrument: start-up-grant,  start: {stage: embryonic}, budget: 2m, duration: 5y}
              late:  {instrument: skills-training, start: {stage: growth},    budget: 2m, duration: 5y}
              never: {instrument: network-broker,  start: {stage: renewal},   budget: 2m, duration: 5y}
              sham:  {instrument: sham,            start: {stage: embryonic}, budget: 2m, duration: 5y}
            """;
        File.WriteAllText(Path.Combine(_folder, "hostile.yaml"), experiment);
        string classroom = File.ReadAllText(Path.Combine(Checkout(), "scenarios/starter/classroom.yaml"));
        File.WriteAllText(Path.Combine(_folder, "hostile-scenario.yaml"), classroom.Replace("title: Two towns", $"title: '{Hostile}'", StringComparison.Ordinal));
        Assert.That(Run("compare", "hostile.yaml", "-o", "results", "-q"), Is.Zero);
        Assert.That(Run("report", "results", "-q"), Is.Zero);
        _report = new Uri(Path.Combine(_folder, "results", "report.html")).AbsoluteUri;
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestCase(Chromium.Wide, ColorScheme.Light)]
    [TestCase(Chromium.Wide, ColorScheme.Dark)]
    [TestCase(Chromium.Narrow, ColorScheme.Light)]
    [TestCase(Chromium.Narrow, ColorScheme.Dark)]
    public async Task Report_OnAScreen_IsLegibleAndAsksForNothing(int width, ColorScheme scheme)
    {
        IPage page = await Chromium.Open(width, scheme, scripts: true);
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(_report);
        Assert.That(requests, Is.EqualTo(new[] { _report }), "a report asks for nothing but itself");
        Assert.That(await Labels.Count(page), Is.GreaterThan(100));
        Assert.That(await Labels.Faults(page), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.LessThanOrEqualTo(0), "nothing is pushed sideways");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Report_OnPaper_HasItsAnswerOnOneSheetAndItsFiguresWhole()
    {
        const int A4Width = 680, A4Height = 1001; // what margins of 15 and 16 mm leave, in pixels of 1/96 inch
        IPage page = await Chromium.Open(A4Width, ColorScheme.Dark);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.GotoAsync(_report);
        Assert.That(await Labels.Faults(page), Is.Empty);
        Assert.That(await page.EvaluateAsync<double>("document.querySelector('#answer').getBoundingClientRect().bottom"), Is.LessThan(A4Height));
        Assert.That(await page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('figure')].map(figure => figure.getBoundingClientRect().height))"), Is.LessThan(A4Height));
        Assert.That(await page.EvaluateAsync<string>("getComputedStyle(document.body).color"), Is.EqualTo("rgb(29, 35, 48)"), "paper is white, whatever the screen");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Report_OfHostileTitles_ShowsThemAsText()
    {
        IPage page = await Chromium.Open();
        await page.GotoAsync(_report);
        Assert.That(await page.Locator("h1").InnerTextAsync(), Is.EqualTo(Hostile));
        Assert.That(await page.TitleAsync(), Is.EqualTo(Hostile));
        Assert.That(await page.EvaluateAsync<bool>("window.struck === undefined && document.querySelectorAll('script, img, iframe, object').length === 0"), Is.True);
        await page.Context.CloseAsync();
    }

    [TestCase("minister")]
    [TestCase("class")]
    public async Task Report_ForOthers_IsLegibleToo(string reader)
    {
        Assert.That(Run("report", "results", "-q", "--for", reader, "-o", $"{reader}.html"), Is.Zero);
        IPage page = await Chromium.Open(Chromium.Narrow);
        await page.GotoAsync(new Uri(Path.Combine(_folder, $"{reader}.html")).AbsoluteUri);
        Assert.That(await Labels.Faults(page), Is.Empty);
        Assert.That(await page.Locator("#stories").CountAsync(), Is.EqualTo(reader == "class" ? 1 : 0));
        await page.Context.CloseAsync();
    }

    /// <summary>Every figure says its unit, sample and source, and carries its numbers for those who cannot see it.</summary>
    [Test]
    public async Task Figures_OfTheReport_HaveWordsAndNumbers()
    {
        IPage page = await Chromium.Open();
        await page.GotoAsync(_report);
        string[] poor = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('figure')].filter(figure =>
              figure.querySelectorAll('svg[role=img]').length !== 2
              || [...figure.querySelectorAll('svg')].some(svg => !svg.querySelector('title')?.textContent || !svg.querySelector('desc')?.textContent)
              || !figure.querySelector('.source').textContent.includes('Source: ')
              || figure.querySelectorAll('details tbody tr').length === 0
              || !figure.querySelector('a.csv').href.startsWith('data:text/csv')).map(figure => figure.id)
            """);
        Assert.That(poor, Is.Empty);
        Assert.That(await page.Locator("figure").CountAsync(), Is.GreaterThanOrEqualTo(12));
        Assert.That(await page.EvaluateAsync<bool>("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size === document.querySelectorAll('[id]').length"), Is.True, "ids are unique");
        Assert.That(new FileInfo(Path.Combine(_folder, "results", "report.html")).Length, Is.LessThan(3_000_000));
        await page.Context.CloseAsync();
    }

    private int Run(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet") { WorkingDirectory = _folder };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string Checkout()
    {
        string folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "ClusterSim.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
