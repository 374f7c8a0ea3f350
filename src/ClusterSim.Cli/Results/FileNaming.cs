namespace ClusterSim.Cli.Results;

/// <summary>Names in files: snake_case.</summary>
internal static class FileNaming
{
    /// <summary>Of a column, from a kebab-case name.</summary>
    public static string Column(string kebab) => kebab.Replace('-', '_');

    /// <summary>Of the column of a probe: its number, since a case may ask for one statistic several times.</summary>
    public static string Probe(int number, string statistic) => $"probe_{number + 1}_{Column(statistic)}";
}
