namespace ClusterSim.Cli.Terminal;

/// <summary>A command cannot go on, for a reason that the user can mend; the message says all.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
