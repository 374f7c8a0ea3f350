using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Storage;

/// <summary>Keeps two processes from one results folder. The operating system drops it with the process, however that ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly List<FileStream> _held = [];

    /// <summary>Locks a folder for a whole run, or for a part of one beside the other parts.</summary>
    /// <exception cref="CommandException">Another process is at work there.</exception>
    public FolderLock(string folder, Part part)
    {
        try
        {
            // Parts share the folder; what writes its files has it alone.
            if (part.IsWhole) Hold(Path.Combine(folder, ".lock"), FileAccess.ReadWrite, FileShare.None);
            else
            {
                Hold(Path.Combine(folder, ".lock"), FileAccess.Read, FileShare.Read);
                Hold(Path.Combine(folder, $".lock-{part.Number}-of-{part.Of}"), FileAccess.ReadWrite, FileShare.None);
            }
        }
        catch (IOException busy) when (busy is not (FileNotFoundException or DirectoryNotFoundException))
        {
            Dispose();
            throw new CommandException(ExitCodes.Usage, $"another process is at work in {folder}: wait for it, or choose another folder with -o");
        }
    }

    public void Dispose()
    {
        foreach (FileStream held in _held)
        {
            // Taken away while it is held: whoever comes next makes a new one.
            if (held.CanWrite) File.Delete(held.Name);
            held.Dispose();
        }
        _held.Clear();
    }

    private void Hold(string path, FileAccess access, FileShare share) =>
        _held.Add(new FileStream(path, FileMode.OpenOrCreate, access, share));
}
