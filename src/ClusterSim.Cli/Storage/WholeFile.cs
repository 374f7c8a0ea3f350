namespace ClusterSim.Cli.Storage;

/// <summary>Files that are there whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes UTF-8 text aside and renames it, so that a reader never sees half of it.</summary>
    public static void Write(string path, string text)
    {
        string aside = path + ".part";
        try
        {
            File.WriteAllText(aside, text);
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            File.Delete(aside);
            throw;
        }
    }
}
