using System.Net;
using System.Net.Sockets;
using System.Text;
using ClusterSim.Cli.Hosting;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The Studio's server answers this machine's browser, and only with the page's files.</summary>
public sealed class StudioServerTests
{
    private readonly CancellationTokenSource _end = new();
    private string _folder = "";
    private StudioServer? _server;
    private Task _serving = Task.CompletedTask;

    [OneTimeSetUp]
    public void Start()
    {
        string outer = Directory.CreateTempSubdirectory("studio-server").FullName;
        File.WriteAllText(Path.Combine(outer, "secret.html"), "secret");
        _folder = Path.Combine(outer, "page");
        Directory.CreateDirectory(Path.Combine(_folder, "_framework"));
        File.WriteAllText(Path.Combine(_folder, "index.html"), "the page");
        File.WriteAllText(Path.Combine(_folder, "worker.js"), "the worker");
        File.WriteAllText(Path.Combine(_folder, "worker.js.br"), "the worker, small");
        File.WriteAllText(Path.Combine(_folder, "_framework", "engine.wasm"), "the engine");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "no part of the page");
        // A port that was free a moment ago may be taken a moment later.
        for (int tries = 0; tries < 20 && _server is null; tries++) _server = StudioServer.Open(_folder, FreePort());
        _serving = Task.Run(() => _server!.Serve(_end.Token));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _end.Cancel();
        Assert.That(_serving.Wait(TimeSpan.FromSeconds(30)), "it ends when told");
        _server!.Dispose();
        _end.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [TestCase("/", "text/html", "the page")]
    [TestCase("/worker.js", "text/javascript", "the worker")]
    [TestCase("/worker.js?v=2", "text/javascript", "the worker")]
    [TestCase("/_framework/engine.wasm", "application/wasm", "the engine")]
    public void File_OfThePage_ComesWithItsKindAndStrictHeaders(string path, string kind, string text)
    {
        string answer = Ask("GET", path);
        Assert.That(answer, Does.StartWith("HTTP/1.1 200").And.EndWith("\r\n\r\n" + text));
        Assert.That(answer, Does.Contain($"Content-Type: {kind}").And.Contain("script-src 'self' 'wasm-unsafe-eval';").And.Contain("default-src 'self'")
            .And.Contain("X-Content-Type-Options: nosniff").And.Contain("Referrer-Policy: no-referrer").And.Contain("Cross-Origin-Opener-Policy: same-origin")
            .And.Contain("Cross-Origin-Embedder-Policy: require-corp"));
        Assert.That(answer, Does.Not.Contain("unsafe-inline"));
    }

    [Test]
    public void File_ForABrowserThatUnpacks_ComesPacked() =>
        Assert.That(Ask("GET", "/worker.js", more: "Accept-Encoding: gzip, br;q=1.0\r\n"), Does.Contain("Content-Encoding: br").And.EndWith("the worker, small"));

    [Test]
    public void Head_OfAFile_HasNoBody() => Assert.That(Ask("HEAD", "/"), Does.StartWith("HTTP/1.1 200").And.Contain("Content-Length: 8").And.EndWith("\r\n\r\n"));

    [TestCase("/../secret.html")]
    [TestCase("/%2e%2e/secret.html")]
    [TestCase("/..%2fsecret.html")]
    [TestCase("/_framework/..%5c..%5csecret.html")]
    [TestCase("/notes.txt")]
    [TestCase("/nothing.html")]
    public void Path_OutsideThePage_LeadsNowhere(string path) =>
        Assert.That(Ask("GET", path), Does.Match("^HTTP/1.1 40[04] ").And.Not.Contain("secret\"").And.Not.EndWith("secret").And.Not.Contain("no part"));

    [TestCase("evil.example")]
    [TestCase("127.0.0.1.evil.example")]
    [TestCase("127.0.0.1")]
    public void Host_OfAnotherName_IsRefused(string host) => Assert.That(Ask("GET", "/", host), Does.Match("^HTTP/1.1 4").And.Not.Contain("the page"));

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public void Method_ThatChangesThings_IsRefused(string method) => Assert.That(Ask(method, "/", more: "Content-Length: 0\r\n"), Does.StartWith("HTTP/1.1 405"));

    [Test]
    public void Port_ThatIsTaken_OpensNothing() => Assert.That(StudioServer.Open(_folder, Port), Is.Null);

    private int Port => new Uri(_server!.Address).Port;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Asks word for word, since clients of good manners tidy paths up.</summary>
    private string Ask(string method, string path, string? host = null, string more = "")
    {
        using var client = new TcpClient("127.0.0.1", Port);
        using NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: {host ?? $"127.0.0.1:{Port}"}\r\nConnection: close\r\n{more}\r\n"));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
