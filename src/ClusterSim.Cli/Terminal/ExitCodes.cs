namespace ClusterSim.Cli.Terminal;

/// <summary>What the process says to the shell.</summary>
internal static class ExitCodes
{
    public const int Ok = 0, InternalError = 1, Usage = 2, ScenarioInvalid = 3, HistoriesFailed = 4, CheckNotMet = 5, Interrupted = 130;
}
