using System.Diagnostics;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>The command line, run as a user runs it.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    /// <summary>One for each process: checkouts that are tested at the same time must not meet.</summary>
    private static readonly Lazy<string> Root = new(() => Directory.CreateTempSubdirectory("clustersim-tests-").FullName);

    /// <summary>Takes away what the tests of this process left.</summary>
    public static void CleanUp()
    {
        if (Root.IsValueCreated) Directory.Delete(Root.Value, recursive: true);
    }

    /// <summary>An empty folder for the test at hand.</summary>
    public static string Folder()
    {
        string folder = Path.Combine(Root.Value, TestContext.CurrentContext.Test.ID);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Starts without waiting, with the standard streams in the caller's hands.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static CliRun Of(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(folder, environment, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CliRun(process.ExitCode, output, errors.Result);
    }

    public static CliRun Of(string folder, params string[] arguments) => Of(folder, new Dictionary<string, string>(), arguments);
}
