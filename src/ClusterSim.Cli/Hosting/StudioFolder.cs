using System.ComponentModel;
using System.Diagnostics;
using ClusterSim.Cli.Terminal;

namespace ClusterSim.Cli.Hosting;

/// <summary>Where the Studio's files are: beside the program, or in a source checkout, where they are built when they are
/// first wanted and when their sources have changed.</summary>
internal static class StudioFolder
{
    private static readonly string[] Sources =
        ["src/ClusterSim.Model", "src/ClusterSim.Experiments", "src/ClusterSim.Reporting", "src/ClusterSim.Studio", "scenarios", "Directory.Build.props", "Directory.Packages.props", "global.json"];

    /// <summary>The folder that holds index.html.</summary>
    /// <exception cref="CommandException">There is none, and none could be built.</exception>
    public static string Find()
    {
        string packed = Path.Combine(AppContext.BaseDirectory, "studio");
        if (File.Exists(Path.Combine(packed, "index.html"))) return packed;
        string root = Checkout() ?? throw new CommandException(ExitCodes.InternalError,
            $"the Studio's files are missing: {packed} was expected to hold them. Install ClusterSim anew, or run it from its sources.");
        string build = Path.Combine(root, ".build"), stamp = Path.Combine(build, "studio-stamp"), folder = Path.Combine(build, "studio", "wwwroot");
        Directory.CreateDirectory(build);
        using FileStream alone = Lock(Path.Combine(build, "studio-lock"));
        if (!IsFresh(root, folder, stamp)) Build(root, build, stamp);
        return folder;
    }

    private static string? Checkout()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "src", "ClusterSim.Studio", "ClusterSim.Studio.csproj"))) return folder.FullName;
        return null;
    }

    /// <summary>Folders count too: theirs is the date that a deleted file leaves behind.</summary>
    private static bool IsFresh(string root, string folder, string stamp) =>
        File.Exists(stamp) && File.Exists(Path.Combine(folder, "index.html"))
        && !Sources.Select(source => Path.Combine(root, source)).SelectMany(WithAllInside).Any(entry => File.GetLastWriteTimeUtc(entry) > File.GetLastWriteTimeUtc(stamp));

    private static IEnumerable<string> WithAllInside(string entry) => !Directory.Exists(entry) ? [entry]
        : Directory.EnumerateFileSystemEntries(entry).Where(inside => Path.GetFileName(inside) is not ("bin" or "obj")).SelectMany(WithAllInside).Prepend(entry);

    private static void Build(string root, string build, string stamp)
    {
        string log = Path.Combine(build, "studio.log"), fresh = Path.Combine(build, "studio.new"), folder = Path.Combine(build, "studio");
        Console.Error.WriteLine("building the Studio (once, 1 to 2 minutes) ...");
        DateTime begun = DateTime.UtcNow; // an edit during the build counts as newer
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(root, "src", "ClusterSim.Studio", "ClusterSim.Studio.csproj"), "-c", "Release", "-o", fresh,
            "--artifacts-path", Path.Combine(build, "studio-build"), "-v", "quiet", "-tl:off", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" },
        };
        if (!Publish(start, log))
            throw new CommandException(ExitCodes.InternalError, $"the Studio could not be built; {log} says why. It needs the .NET SDK and, the first time, a way to the NuGet registry.");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.Move(fresh, folder);
        File.WriteAllText(stamp, "");
        File.SetLastWriteTimeUtc(stamp, begun);
    }

    private static bool Publish(ProcessStartInfo start, string log)
    {
        using var writer = TextWriter.Synchronized(new StreamWriter(log));
        try
        {
            using Process publish = Process.Start(start)!;
            publish.StandardInput.Close();
            publish.OutputDataReceived += (_, line) => writer.WriteLine(line.Data);
            publish.ErrorDataReceived += (_, line) => writer.WriteLine(line.Data);
            publish.BeginOutputReadLine();
            publish.BeginErrorReadLine();
            while (!publish.WaitForExit(200))
                if (Interruption.Token.IsCancellationRequested)
                {
                    publish.Kill(entireProcessTree: true);
                    throw new CommandException(ExitCodes.Interrupted, "interrupted: the Studio is not built yet");
                }
            publish.WaitForExit(); // until the last line is read
            return publish.ExitCode == 0;
        }
        catch (Win32Exception missing)
        {
            writer.WriteLine(missing.Message);
            return false;
        }
    }

    /// <summary>Waits until no other process builds.</summary>
    private static FileStream Lock(string path)
    {
        bool told = false;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (!told) Console.Error.WriteLine("waiting for another build of the Studio ...");
                told = true;
                Interruption.Token.WaitHandle.WaitOne(200);
                Interruption.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
