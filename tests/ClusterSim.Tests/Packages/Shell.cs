using System.Diagnostics;

namespace ClusterSim.Tests.Packages;

/// <summary>A program run in an environment that holds nothing but what it is given.</summary>
internal static class Shell
{
    /// <summary>The folder of the .NET that runs these tests.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>Exit code, standard output and standard error.</summary>
    public static (int Code, string Output, string Errors) Run(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment.Clear();
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>The SDK with this process's environment; throws what it said where it fails.</summary>
    public static void Dotnet(string folder, params string[] arguments)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(entry => !((string)entry.Key).StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)) // the test host's own
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        environment["MSBUILDDISABLENODEREUSE"] = environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = environment["DOTNET_NOLOGO"] = "1";
        (int code, string output, string errors) = Run(Path.Combine(DotnetRoot, "dotnet"), folder, environment, arguments);
        if (code != 0) throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {code}\n{output}{errors}");
    }
}
