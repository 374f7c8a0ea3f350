using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Studio;

/// <summary>The Studio as users get it: trimmed, published and served by <c>clustersim studio</c>, which builds it if its
/// sources have changed.</summary>
[SetUpFixture]
public sealed class StudioHost
{
    private static Process? _server;

    /// <summary>Where the page is.</summary>
    public static string Address { get; private set; } = "";

    /// <summary>The root of the checkout.</summary>
    public static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClusterSim.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("these tests run in a checkout");
        }
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        _server = CommandLine("studio");
        _server.ErrorDataReceived += (_, line) => TestContext.Progress.WriteLine(line.Data);
        _server.BeginErrorReadLine();
        string line = await _server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("clustersim studio ended before it began");
        Address = line.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _server?.Kill();
        _server?.Dispose();
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="input">What it reads from standard input.</param>
    public static (int ExitCode, string Said) Run(string input, params string[] command)
    {
        using Process process = CommandLine(command);
        Task<string> said = process.StandardOutput.ReadToEndAsync(), complained = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, said.Result + complained.Result);
    }

    private static Process CommandLine(params string[] command) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "clustersim.dll"), .. command])
    {
        WorkingDirectory = Root,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
