using System.Diagnostics;
using System.Globalization;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Memory does not grow with the number of histories.</summary>
[Platform("Linux", Reason = "the peak is read from /proc"), Category("Slow")]
public sealed class MemoryTests
{
    /// <summary>What two runs of the same program differ by anyway, kB.</summary>
    private const int Noise = 5_000;

    [TestCase("scenarios/starter/classroom.yaml")]
    [TestCase("scenarios/experiments/demo.yaml")]
    public void Peak_OfThreeThousandHistories_IsThatOfAHundred(string file)
    {
        string folder = CliRun.Folder();
        int few = Peak(folder, file, 100), many = Peak(folder, file, 3000);
        TestContext.Out.WriteLine($"{file}: {few} kB for a hundred, {many} kB for three thousand");
        Assert.That(many, Is.LessThan(1.1 * few + Noise));
    }

    private static int Peak(string folder, string file, int histories)
    {
        using Process process = CliRun.Start(folder, new Dictionary<string, string>(), "run", Repository.Path(file), "-r", $"{histories}", "--record", "none", "-q", "-o", $"out-{histories}");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        int peak = 0;
        while (!process.WaitForExit(50)) peak = Math.Max(peak, HighWater(process.Id));
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return peak;
    }

    private static int HighWater(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : int.Parse(line.AsSpan("VmHWM:".Length, line.Length - "VmHWM:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException) // it ended in this moment
        {
            return 0;
        }
    }
}
