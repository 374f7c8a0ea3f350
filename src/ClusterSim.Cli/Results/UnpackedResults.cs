using System.IO.Compression;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Results;

/// <summary>A results folder, or a bundle unpacked into a folder that is gone when this is disposed.</summary>
internal sealed class UnpackedResults : IDisposable
{
    private readonly string? _temporary;

    /// <exception cref="CommandException">A file that is no bundle.</exception>
    public UnpackedResults(string path)
    {
        Folder = path;
        if (!File.Exists(path)) return;
        _temporary = Directory.CreateTempSubdirectory("clustersim-").FullName;
        try
        {
            ZipFile.ExtractToDirectory(path, _temporary);
            Folder = Directory.GetDirectories(_temporary).Where(ResultsFolder.IsFinished).SingleOrDefault(_temporary);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            Dispose();
            throw new CommandException(ExitCodes.Usage, $"{path} is no bundle that can be opened: a results folder is wanted, or the zip that clustersim export writes");
        }
        if (ResultsFolder.IsFinished(Folder)) return;
        Dispose();
        throw new CommandException(ExitCodes.Usage, $"{path} holds no results of ClusterSim: there is no manifest.json in it");
    }

    public string Folder { get; }

    public void Dispose()
    {
        if (_temporary is not null && Directory.Exists(_temporary)) Directory.Delete(_temporary, recursive: true);
    }
}
