using ClusterSim.Cli.Results;
using System.CommandLine;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Terminal;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Commands;

/// <summary><c>doctor</c>: does this machine have what it takes, and does it give the right bits?</summary>
internal static class DoctorCommand
{
    /// <summary>Digest of 24 months of the default configuration, seed 1, replication 0, on every machine.</summary>
    private const int ProofMonths = 24;

    public static Command Create()
    {
        var command = new Command("doctor", "Checks the machine, the scenarios and the bits that the engine gives here");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        bool writable = Writable(Environment.CurrentDirectory);
        string digest = Proof();
        bool same = digest == Proof();
        TextTable.Columns(
        [
            ["version", Versions.Model],
            ["runtime", RuntimeInformation.FrameworkDescription],
            ["system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"],
            ["processors", Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            ["vectors", Vector512.IsHardwareAccelerated ? "512 bits" : Vector256.IsHardwareAccelerated ? "256 bits" : Vector128.IsHardwareAccelerated ? "128 bits" : "none"],
            ["scenarios", Library.Root ?? "not found: run from a checkout, or give paths"],
            ["this folder", writable ? "can be written to" : "cannot be written to: give -o"],
            ["engine", same ? $"digest {digest} twice" : "two runs of one history differ: please report this"],
        ]);
        return same ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    private static string Proof()
    {
        var history = new History(new ModelConfiguration());
        history.Begin(1, 0);
        history.RunTo(ProofMonths);
        return history.Digest();
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
