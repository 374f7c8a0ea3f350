using System.Reflection.Metadata.Ecma335;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;

namespace ClusterSim.Tests.House;

/// <summary>The arrows between assemblies: Cli -> Reporting -> Experiments -> Model, and nothing native below Cli.</summary>
public sealed class AssemblyTests
{
    /// <summary>Lowest first; each may use those before it.</summary>
    private static readonly string[] Floors = ["ClusterSim.Model", "ClusterSim.Experiments", "ClusterSim.Reporting", "clustersim"];

    /// <summary>Types of the base class library that reach for files, clocks, threads or the machine.</summary>
    private static readonly HashSet<string> NotInAModel =
    [
        "File", "Directory", "FileStream", "Console", "Environment", "HttpClient",
        "DateTime", "DateTimeOffset", "Stopwatch", "TimeProvider", "Thread", "ThreadPool", "Parallel", "Interlocked",
    ];

    [TestCase("ClusterSim.Model")]
    [TestCase("ClusterSim.Experiments", "ClusterSim.Model")]
    [TestCase("ClusterSim.Reporting", "ClusterSim.Experiments")]
    [TestCase("ClusterSim.Cli", "ClusterSim.Reporting")]
    [TestCase("ClusterSim.Studio", "ClusterSim.Reporting")]
    [TestCase("ClusterSim.Library", "ClusterSim.Model", "ClusterSim.Experiments")] // no code: packs the two
    public void Project_ByItsFile_RefersOnlyToTheFloorBelow(string project, params string[] expected) =>
        Assert.That(References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(expected));

    [Test]
    public void CommandLine_FromOtherProjectsOfSource_IsNotReferredTo()
    {
        string[] projects = [.. Repository.Files("src", ".csproj").Select(path => Path.GetFileNameWithoutExtension(path))];
        Assert.That(projects, Is.SupersetOf(new[] { "ClusterSim.Model", "ClusterSim.Cli" }));
        Assert.That(projects.Where(project => References(project, "ProjectReference").Any(path => path.Contains("ClusterSim.Cli", StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Assemblies_AsBuilt_ReferOnlyToLowerFloors()
    {
        IEnumerable<string> wrong =
            from floor in Floors.Select((name, height) => (name, height))
            from reference in Assembly.Load(floor.name).GetReferencedAssemblies()
            where Array.IndexOf(Floors, reference.Name) >= floor.height
            select $"{floor.name} -> {reference.Name}";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Model_AsBuilt_RefersToTheBaseClassLibraryOnly()
    {
        AssemblyName[] references = Assembly.Load("ClusterSim.Model").GetReferencedAssemblies();
        Assert.That(references, Is.Not.Empty);
        Assert.That(references.Select(reference => reference.Name), Has.All.StartsWith("System."));
    }

    [Test]
    public void Model_ByItsFile_TakesNoPackageAlong()
    {
        IEnumerable<XElement> packages = Project("ClusterSim.Model").Descendants("PackageReference");
        Assert.That(packages.Where(package => (string?)package.Attribute("PrivateAssets") != "all"), Is.Empty,
            "analyzers, private to the build, are the only packages that the model may refer to");
    }

    [Test]
    public void Model_InItsCode_NamesNoFileClockOrThread() =>
        Assert.That(from file in Repository.Sources("src/ClusterSim.Model") from name in file.Names.Intersect(NotInAModel) select $"{file.Path} names {name}", Is.Empty);

    [Test]
    public void AssembliesBelowTheCommandLine_WithAllTheyRefer_CallNothingNative()
    {
        var seen = new Dictionary<string, Assembly>();
        foreach (string floor in Floors[..^1]) Gather(Assembly.Load(floor), seen);
        Assert.That(seen.Keys, Is.SupersetOf(Floors[..^1]));
        Assert.That(seen.Where(pair => CallsNative(pair.Value)).Select(pair => pair.Key), Is.Empty);
    }

    private static void Gather(Assembly assembly, Dictionary<string, Assembly> seen)
    {
        if (!seen.TryAdd(assembly.GetName().Name!, assembly)) return;
        foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            if (!reference.Name!.StartsWith("System.", StringComparison.Ordinal) && reference.Name is not ("System" or "netstandard" or "mscorlib"))
                Gather(Assembly.Load(reference), seen);
    }

    /// <summary>True if the assembly imports functions from a native library.</summary>
    private static bool CallsNative(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return file.GetMetadataReader().GetTableRowCount(TableIndex.ImplMap) > 0;
    }

    private static XDocument Project(string name) => XDocument.Load(Repository.Path($"src/{name}/{name}.csproj"));

    private static IEnumerable<string> References(string project, string kind) =>
        Project(project).Descendants(kind).Select(reference => ((string)reference.Attribute("Include")!).Replace('\\', '/'));
}
