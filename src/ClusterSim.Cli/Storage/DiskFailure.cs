namespace ClusterSim.Cli.Storage;

/// <summary>What a disk says when it does not take a file.</summary>
internal static class DiskFailure
{
    /// <summary>True of a full disk, a folder that may not be written to, and a file that is larger than its disk or the user's
    /// limits allow, for which .NET has another kind of exception.</summary>
    public static bool Tells(Exception failure) => failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value", ActualValue: null };

    /// <summary>The reason in a line.</summary>
    public static string Words(Exception failure) => failure is ArgumentOutOfRangeException ? "a file is larger than the disk or the limits of this account allow" : failure.Message;
}
