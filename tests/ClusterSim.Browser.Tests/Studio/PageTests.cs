using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Studio;

/// <summary>The page as its readers meet it.</summary>
public sealed class PageTests
{
    [Test]
    public async Task Names_OfAScenarioThatHoldMarkup_AreShownAsText()
    {
        const string Title = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
        const string Story = "</p><style>*{display:none}</style><svg onload=\"document.title='taken'\">";
        await using Visit visit = await Visit.Begin();
        await visit.Use($"extends: scenarios/starter/classroom.yaml\nscenario: mine\ntitle: '{Title.Replace("'", "''")}'\nstory: '{Story.Replace("'", "''")}'\nyears: 3\n");
        await visit.Says("#scenario-title", "script");
        await visit.RunHistory();
        Assert.That(await visit.Page.TextContentAsync("#scenario-title"), Is.EqualTo(Title));
        Assert.That(await visit.Page.TextContentAsync("#story"), Is.EqualTo(Story));
        Assert.That(await visit.Page.TitleAsync(), Does.StartWith("ClusterSim Studio"));
        await visit.Use("scenario: mine\n<img src=x onerror=alert(1)>: 3\n");
        await visit.Says(".problems", "line 2, column 1.*<img src=x onerror=alert\\(1\\)>");
        Assert.That(await visit.Page.Locator("img, main script").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Click_WhilePairsAreRun_TakesTheirPlace()
    {
        await using Visit visit = await Visit.Begin();
        await visit.Page.ClickAsync("#pairs-50");
        await visit.Says("#pairs-count", "^[1-9][0-9]? of 50");
        await visit.RunHistory();
        await visit.Says("#pairs-status", "Stopped after [0-9]+ of 50 pairs");
        string stopped = await visit.Page.InnerTextAsync("#pairs-status");
        await visit.RunHistory();
        Assert.That(await visit.Page.InnerTextAsync("#pairs-status"), Is.EqualTo(stopped), "nothing more came in");
    }

    [Test]
    public async Task Answer_ToAKeyPress_IsAtMostThreeTimesSlowerWhileTheEngineRuns()
    {
        await using Visit visit = await Visit.Begin();
        // From the press to the next picture, as the reader sees it.
        await visit.Page.EvaluateAsync("""
            () => {
              window.answers = [];
              document.getElementById('history-number').addEventListener('keydown', press =>
                requestAnimationFrame(() => setTimeout(() => window.answers.push(performance.now() - press.timeStamp))));
            }
            """);
        List<double> idle = [], busy = [];
        for (int round = 0; round < 3; round++)
        {
            idle.AddRange(await Press(visit.Page, 20));
            await visit.Page.ClickAsync("#pairs-50");
            await visit.Says("#pairs-count", "of 50");
            busy.AddRange(await Press(visit.Page, 20));
            Assert.That(await visit.Page.IsEnabledAsync("#stop-pairs"), "the engine ran all the while");
            await visit.Page.ClickAsync("#stop-pairs");
            await visit.Says("#pairs-status", "Stopped");
        }
        double ratio = Median(busy) / Median(idle);
        TestContext.Out.WriteLine($"key press: {Median(idle):F1} ms idle, {Median(busy):F1} ms while the engine runs, {ratio:F2} times");
        Assert.That(ratio, Is.LessThanOrEqualTo(3));
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Page_OnATelephone_FitsItsWidth(ColorScheme scheme)
    {
        await using Visit visit = await Visit.Begin(Chromium.Narrow, scheme);
        await visit.RunHistory();
        await visit.Page.ClickAsync("#pairs-8");
        await visit.Says("#pairs-status", "8 pairs are done");
        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(Chromium.Narrow));
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"studio-narrow-{scheme}.png"), FullPage = true });
    }

    [Test]
    public async Task Page_WithTheKeyboardAlone_RunsAHistory()
    {
        await using Visit visit = await Visit.Begin();
        for (int presses = 0; presses < 12 && await visit.Page.EvaluateAsync<string>("() => document.activeElement.id") != "run-history"; presses++)
            await visit.Page.Keyboard.PressAsync("Tab");
        Assert.That(await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"), Is.EqualTo("solid"), "focus is seen");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Says("#history-status", "is over");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "studio-wide.png"), FullPage = true });
    }

    [Test]
    public void Port_ThatIsTaken_IsRefusedInWords()
    {
        (int code, string said) = StudioHost.Run("", "studio", "--port", new Uri(StudioHost.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(said, Does.Contain("is taken"));
        Assert.That(code, Is.EqualTo(2));
    }

    private static async Task<IReadOnlyList<double>> Press(IPage page, int times)
    {
        await page.FocusAsync("#history-number");
        await page.EvaluateAsync("() => { window.answers = []; }");
        for (int i = 0; i < times; i++)
        {
            await page.Keyboard.PressAsync(i % 2 == 0 ? "ArrowUp" : "ArrowDown");
            await Task.Delay(20);
        }
        await Task.Delay(100);
        return await page.EvaluateAsync<double[]>("() => window.answers");
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
