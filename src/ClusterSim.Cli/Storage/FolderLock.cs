using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Storage;

/// <summary>Keeps two processes from one results folder. The operating system drops it with the process, however that ends.</summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>What the names of locks begin with; a killed process leaves them behind, and they hold nobody up.</summary>
    public const string Name = ".lock";

    private readonly List<FileStream> _held = [];

    /// <summary>Locks a folder for a whole run, or for a part of one beside the other parts.</summary>
    /// <exception cref="CommandException">Another process is at work there.</exception>
    public FolderLock(string folder, Part part)
    {
        try
        {
            // Parts share the folder; what writes its files has it alone.
            if (part.IsWhole) Hold(Path.Combine(folder, Name), FileAccess.ReadWrite, FileShare.None);
            else
            {
                Hold(Path.Combine(folder, Name), FileAccess.Read, FileShare.Read);
                Hold(Path.Combine(folder, $"{Name}-{part.Number}-of-{part.Of}"), FileAccess.ReadWrite, FileShare.None);
            }
        }
        catch (UnauthorizedAccessException refused)
        {
            Dispose();
            throw new CommandException(ExitCodes.Usage, $"{folder} cannot be written to ({refused.Message}): choose another folder with -o");
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
