using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests;

/// <summary>The browser is there and shows what it is given.</summary>
public sealed class ChromiumTests
{
    [Test]
    public async Task Page_OfText_IsShown()
    {
        IPage page = await Chromium.Open();
        await page.SetContentAsync("<title>two towns</title><p>shoes</p>");
        Assert.That(await page.TitleAsync(), Is.EqualTo("two towns"));
        await page.Context.CloseAsync();
    }
}
