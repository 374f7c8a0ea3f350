using System.Xml.Linq;
using ClusterSim.Tests.Cli;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Packages;

/// <summary>The package ClusterSim, for programs of others.</summary>
public sealed class LibraryTests
{
    private static string Example
    {
        get
        {
            string page = Repository.Read("src/ClusterSim.Library/README.md");
            return page.Split("```csharp\n")[1].Split("```")[0];
        }
    }

    [Test]
    public void Example_OfTheReadme_IsWhatCompilesHereAndCompares()
    {
        string source = Repository.Read("tests/ClusterSim.Tests/Packages/LibraryExample.cs");
        string body = source.Split("// README: body\n")[1].Split("        // README: body end")[0];
        Assert.That(Example, Does.EndWith("\n\n" + string.Join('\n', body.Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim()))));
        string output = LibraryExample.Output();
        Assert.That(output, Does.Match(@"\A\d+ firms after ten years, digest [0-9a-f]{32}\n").And.Contain("training, jobs, target, start 5: ").And.Contain("started in "));
    }

    [Test]
    public void Project_OfTheLibrary_DeclaresThePackagesOfTheAssembliesInside() =>
        Assert.That(Packages("ClusterSim.Library"), Is.EquivalentTo(Packages("ClusterSim.Model").Concat(Packages("ClusterSim.Experiments")).Distinct()));

    /// <summary>What travels along: analyzers stay behind.</summary>
    private static IEnumerable<string> Packages(string project) => XDocument.Load(Repository.Path($"src/{project}/{project}.csproj")).Descendants("PackageReference")
        .Where(package => (string?)package.Attribute("PrivateAssets") != "all").Select(package => (string)package.Attribute("Include")!);

    [Test]
    [Category("Slow")]
    [Platform(Exclude = "Win", Reason = "tools/package is a shell script")]
    public void Package_InAProgramOfItsOwn_PrintsWhatTheModelGivesHere()
    {
        string folder = CliRun.Folder(), feed = Path.Combine(folder, "feed");
        Packaging.Make(feed, "library");
        Packaging.OnlyFrom(feed, folder);
        File.WriteAllText(Path.Combine(folder, "Own.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <InvariantGlobalization>true</InvariantGlobalization>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ClusterSim" Version="VERSION" />
                <Compile Remove="packages/**" />
              </ItemGroup>
            </Project>
            """.Replace("VERSION", Packaging.Version, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Example);
        Shell.Dotnet(folder, "build", "-c", "Release", "-o", "out", "-v", "quiet", "-tl:off");
        Assert.That(File.Exists(Path.Combine(folder, "packages", "clustersim", Packaging.Version, "lib", "net10.0", "ClusterSim.Model.xml")), "the comments travel along");
        (int code, string output, string errors) = Shell.Run(Path.Combine(Shell.DotnetRoot, "dotnet"), folder, new Dictionary<string, string> { ["HOME"] = folder }, Path.Combine("out", "Own.dll"));
        Assert.That((code, output), Is.EqualTo((0, LibraryExample.Output())), errors);
    }
}
