using System.Xml.Linq;
using ClusterSim.Tests.House;

namespace ClusterSim.Tests.Packages;

/// <summary>Packages made for a test, and where others take theirs from.</summary>
internal static class Packaging
{
    /// <summary>The version that all packages carry.</summary>
    public static string Version { get; } = XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Runs tools/package.</summary>
    public static void Make(string folder, params string[] parts)
    {
        Directory.CreateDirectory(folder);
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = Shell.DotnetRoot + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["HOME"] = Environment.GetEnvironmentVariable("HOME") ?? folder,
        };
        foreach (string name in new[] { "NUGET_PACKAGES", "HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR" })
            if (Environment.GetEnvironmentVariable(name) is string value) environment[name] = value;
        (int code, string output, string errors) = Shell.Run("/usr/bin/env", folder, environment, ["bash", Repository.Path("tools/package"), folder, .. parts]);
        if (code != 0) throw new InvalidOperationException($"tools/package ended with {code}\n{output}{errors}");
    }

    /// <summary>Lets NuGet see the packages of one folder, and those that this project has restored, and no registry.</summary>
    public static void OnlyFrom(string feed, string folder) => File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
        <configuration>
          <packageSources><clear /><add key="here" value="{feed}" /></packageSources>
          <fallbackPackageFolders><clear /><add key="restored" value="{Restored}" /></fallbackPackageFolders>
        </configuration>
        """);

    private static string Restored => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
