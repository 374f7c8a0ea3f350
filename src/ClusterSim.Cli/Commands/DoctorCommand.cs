using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;
using ClusterSim.Model.State;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary><c>doctor</c>: does this machine have what it takes, and does it give the right bits?</summary>
internal static class DoctorCommand
{
    /// <summary>Months of the default configuration, seed 1, replication 0, whose digest is the proof.</summary>
    private const int ProofMonths = 24;

    private const string ProofOnly = "CLUSTERSIM_DOCTOR_PROOF";

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "The same as JSON" };
        var command = new ExplainedCommand("doctor", "Checks the machine, the scenarios and the bits that the engine gives here",
            "clustersim doctor        exit code 5 if something is wrong") { json };
        command.SetAction(parsed => Run(parsed.GetValue(json)));
        return command;
    }

    private static int Run(bool json)
    {
        if (Environment.GetEnvironmentVariable(ProofOnly) is not null)
        {
            Console.Out.WriteLine(Proof());
            return ExitCodes.Ok;
        }
        var clock = Stopwatch.StartNew();
        (string scenarios, bool sound) = Scenarios();
        bool writable = Writable(Environment.CurrentDirectory);
        string digest = Proof(), again = Proof(), plain = ProofWithoutVectors();
        bool same = digest == again && digest == plain;
        string[][] rows =
        [
            ["version", Versions.Model + (Versions.Commit.Length > 0 ? $", commit {Versions.Commit}" : ", built without git")],
            ["runtime", RuntimeInformation.FrameworkDescription],
            ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"],
            ["processors", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)],
            ["memory", $"{TextTable.Short(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1048576.0)} MB for this process; a thread takes about 50 MB"],
            ["vectors", Vector512.IsHardwareAccelerated ? "512 bits" : Vector256.IsHardwareAccelerated ? "256 bits" : Vector128.IsHardwareAccelerated ? "128 bits" : "none"],
            ["scenarios", scenarios],
            ["this folder", writable ? "can be written to" : "cannot be written to: give -o"],
            ["engine", digest != again ? "WRONG: two runs of one history differ: please report this" : digest != plain ? $"WRONG: {digest} with vector instructions, {plain} without: please report this"
                : $"digest {digest} twice, and without vector instructions"],
        ];
        if (json)
        {
            var said = new JsonObject(rows.Select(row => KeyValuePair.Create(row[0].Replace(' ', '_'), (JsonNode?)row[1]))) { ["pass"] = same && sound };
            Console.Out.WriteLine(said.ToJsonString(Reports.Indented));
            return same && sound ? ExitCodes.Ok : ExitCodes.CheckNotMet;
        }
        TextTable.Columns(rows);
        Console.Out.WriteLine(same && sound ? string.Create(CultureInfo.InvariantCulture, $"all is well ({clock.Elapsed.TotalSeconds:0.0} s)") : "something is wrong: see above");
        return same && sound ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    /// <summary>Where the scenarios are and whether each can be loaded.</summary>
    private static (string Words, bool Sound) Scenarios()
    {
        ScenarioLoader loader = AppHost.Build(1, []).GetRequiredService<ScenarioLoader>();
        string[] files = [.. Library.All];
        string root = Library.Root ?? "built in";
        var broken = new List<string>();
        foreach (string file in files)
        {
            try
            {
                if (loader.IsExperiment(file)) loader.LoadExperiment(file);
                else loader.LoadScenario(file);
            }
            catch (ScenarioException)
            {
                broken.Add(file);
            }
        }
        return broken.Count == 0 ? ($"{root}: {files.Length} files, all sound", true) : ($"{root}: BROKEN: {string.Join(", ", broken)} (clustersim validate says why)", false);
    }

    private static string Proof()
    {
        var history = new History(new ModelConfiguration());
        history.Begin(1, 0);
        history.RunTo(ProofMonths);
        return history.Digest();
    }

    /// <summary>The same from a process of its own, which alone can be told to do without vector instructions.</summary>
    private static string ProofWithoutVectors()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add("doctor");
        start.Environment[ProofOnly] = "1";
        start.Environment["DOTNET_EnableHWIntrinsic"] = "0";
        using Process process = Process.Start(start)!;
        string digest = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return digest;
    }

    private static bool Writable(string folder)
    {
        string probe = Path.Combine(folder, $".clustersim-{Environment.ProcessId}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
