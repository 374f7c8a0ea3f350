using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Studio;

/// <summary>A visit to the Studio, ready to be used. When it ends, nothing may have gone wrong behind the scenes: no error,
/// no breach of the page's security policy, no request to anywhere else.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>Generous, since the machine may be busy.</summary>
    public const float Patience = 180_000;

    private readonly List<string> _errors = [], _requests = [];

    private Visit(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<Visit> Begin(int width = Chromium.Wide, ColorScheme scheme = ColorScheme.Light)
    {
        var visit = new Visit(await Chromium.Open(width, scheme));
        visit.Page.SetDefaultTimeout(Patience);
        visit.Page.Console += (_, message) => { if (message.Type is "error" or "warning") visit._errors.Add(message.Text); };
        visit.Page.PageError += (_, error) => visit._errors.Add(error);
        visit.Page.Context.Request += (_, request) => visit._requests.Add(request.Url);
        await visit.Page.GotoAsync(StudioHost.Address);
        await visit.Page.Locator("#run-history").WaitForAsync();
        return visit;
    }

    /// <summary>Runs one history and returns its digest.</summary>
    public async Task<string> RunHistory()
    {
        await Page.ClickAsync("#run-history");
        await Says("#history-status", "is over");
        return await Page.InnerTextAsync("#digest");
    }

    /// <summary>Puts a scenario of one's own on the page.</summary>
    public async Task Use(string yaml)
    {
        if (!await Page.Locator("#own-text").IsVisibleAsync()) await Page.ClickAsync("summary");
        await Page.FillAsync("#own-text", yaml);
        await Page.ClickAsync("#use-own");
    }

    /// <summary>Waits until an element says something.</summary>
    public Task Says(string selector, string words) =>
        Assertions.Expect(Page.Locator(selector)).ToContainTextAsync(new Regex(words), new() { Timeout = Patience });

    /// <summary>What a click saves.</summary>
    public async Task<byte[]> Saved(string selector)
    {
        IDownload download = await Page.RunAndWaitForDownloadAsync(() => Page.ClickAsync(selector));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.That(_errors, Is.Empty, "what the browser complained of");
        Assert.That(_requests, Has.Some.EndWith("worker.js"), "requests were watched");
        Assert.That(_requests.Where(url => !url.StartsWith(StudioHost.Address, StringComparison.Ordinal) && !url.StartsWith($"blob:{StudioHost.Address}", StringComparison.Ordinal)), Is.Empty, "requests to elsewhere");
    }
}
