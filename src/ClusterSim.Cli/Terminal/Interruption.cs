using System.Runtime.InteropServices;

namespace ClusterSim.Cli.Terminal;

/// <summary>Ctrl-C. The first one ends the work within a year of the history at hand, with a word of what becomes of it;
/// the second one ends the process at once.</summary>
internal static class Interruption
{
    private static readonly CancellationTokenSource Source = new();
    private static readonly List<PosixSignalRegistration> Listening = [];
    private static int _times;

    /// <summary>SIGXFSZ has no name in .NET; Linux and macOS give it one number.</summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public static CancellationToken Token => Source.Token;

    /// <summary>From now on Ctrl-C is heard here.</summary>
    public static void Listen()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }) Listening.Add(PosixSignalRegistration.Create(signal, Hear));
        // A limit on the size of files kills a process that does not listen; one that does is told by the write that failed.
        if (!OperatingSystem.IsWindows()) Listening.Add(PosixSignalRegistration.Create(FileTooLarge, signal => signal.Cancel = true));
    }

    private static void Hear(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _times) > 1) Environment.Exit(ExitCodes.Interrupted);
        Console.Error.WriteLine("\nstopping; once more stops at once");
        Source.Cancel();
    }
}
