using System.Net;

namespace ClusterSim.Cli.Hosting;

/// <summary>Serves the Studio's files to this machine's browser: what lay in the folder at the start, to whoever asks for
/// 127.0.0.1 by that name, and nothing else.</summary>
internal sealed class StudioServer : IDisposable
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    };

    /// <summary>The page may run its own scripts and WebAssembly, talk to its own origin, and be framed by nobody.</summary>
    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"),
        // A rebuilt page must not meet the old one's engine.
        ("Cache-Control", "no-cache"),
    ];

    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _files;
    private readonly string _tag;

    private StudioServer(string folder, int port)
    {
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        // Only names on this list are answered, so no path can lead out of the folder.
        _files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => "/" + Path.GetRelativePath(folder, file).Replace('\\', '/'));
        _tag = $"\"{_files.Values.Max(File.GetLastWriteTimeUtc).Ticks:x}\"";
    }

    public string Address { get; }

    /// <summary>Begins to listen; null if the port is taken.</summary>
    public static StudioServer? Open(string folder, int port)
    {
        var server = new StudioServer(folder, port);
        try
        {
            server._listener.Start();
            return server;
        }
        catch (HttpListenerException)
        {
            server.Dispose();
            return null;
        }
    }

    /// <summary>Answers until cancelled.</summary>
    public void Serve(CancellationToken cancel)
    {
        using CancellationTokenRegistration stop = cancel.Register(_listener.Stop);
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                HttpListenerContext context = _listener.GetContext();
                _ = Task.Run(() => Answer(context), CancellationToken.None);
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_listener.IsListening) return;
            }
        }
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private void Answer(HttpListenerContext context)
    {
        try
        {
            using HttpListenerResponse response = context.Response;
            foreach ((string name, string value) in Headers) response.Headers[name] = value;
            response.StatusCode = Fill(context.Request, response);
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The browser went away in the middle of an answer: nobody is left to tell.
        }
    }

    private int Fill(HttpListenerRequest request, HttpListenerResponse response)
    {
        // A foreign page whose name was made to point here would ask under its own name.
        if (request.Headers["Host"] != new Uri(Address).Authority) return 421;
        if (request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.Headers["Allow"] = "GET, HEAD";
            return 405;
        }
        string path = request.Url?.AbsolutePath is null or "/" ? "/index.html" : request.Url.AbsolutePath;
        if (!_files.TryGetValue(path, out string? file) || !Kinds.TryGetValue(Path.GetExtension(path), out string? kind)) return 404;
        response.ContentType = kind;
        response.Headers["ETag"] = _tag;
        response.Headers["Vary"] = "Accept-Encoding";
        if (request.Headers["If-None-Match"] == _tag) return 304;
        if (Accepts(request, "br") && _files.TryGetValue(path + ".br", out string? small))
        {
            response.Headers["Content-Encoding"] = "br";
            file = small;
        }
        byte[] bytes = File.ReadAllBytes(file);
        response.ContentLength64 = bytes.Length;
        if (request.HttpMethod == "GET") response.OutputStream.Write(bytes);
        return 200;
    }

    private static bool Accepts(HttpListenerRequest request, string encoding) =>
        (request.Headers["Accept-Encoding"] ?? "").Split(',').Any(each => each.Split(';')[0].Trim() == encoding);
}
