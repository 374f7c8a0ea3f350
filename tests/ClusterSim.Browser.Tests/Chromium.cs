using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests;

/// <summary>One browser for all tests of a run; each test opens a page of its own.</summary>
[SetUpFixture]
public sealed class Chromium
{
    /// <summary>The width of a laptop's window, in pixels.</summary>
    public const int Wide = 1280;

    /// <summary>The width of a telephone.</summary>
    public const int Narrow = 390;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    // As root there is no sandbox; and a browser that calls home would spoil the tests that count requests.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    [OneTimeSetUp]
    public async Task Start()
    {
        string program = Names.Select(OnPath).FirstOrDefault(path => path is not null)
            ?? throw new InvalidOperationException($"no browser on the PATH: install Debian's chromium, or Chrome; tools/test does so where it may (looked for {string.Join(", ", Names)})");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments, Headless = true });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new page in a context of its own, without cache or storage; closing its context ends both.</summary>
    public static async Task<IPage> Open(int width = Wide, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
        });
        return await context.NewPageAsync();
    }

    private static string? OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)).FirstOrDefault(File.Exists);
}
