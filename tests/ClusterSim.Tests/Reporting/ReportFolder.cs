using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Running;
using ClusterSim.Reporting.Data;
using ClusterSim.Tests.Cli;
using NUnit.Framework;

namespace ClusterSim.Tests.Reporting;

/// <summary>A small comparison in a results folder, made once for all tests of the report.</summary>
[SetUpFixture]
internal sealed class ReportFolder
{
    private const string Experiment = """
        experiment: small
        title: A small comparison
        scenario: scenarios/starter/classroom.yaml
        years: 25
        replications: 8
        measure: {primary: jobs, also: [firms]}
        horizons: [2y, 5y]
        calendar: [20y, 25y]
        arms:
          grant: {instrument: start-up-grant, start: {stage: embryonic}, budget: 2m,   duration: 5y}
          sham:  {instrument: sham,           start: {stage: embryonic}, budget: 500k, duration: 5y}
          never: {instrument: start-up-grant, start: {stage: renewal},   budget: 2m,   duration: 5y}
        """;

    public static string Path { get; private set; } = "";

    [OneTimeSetUp]
    public void Make()
    {
        string folder = Directory.CreateTempSubdirectory("clustersim-report-").FullName;
        Path = System.IO.Path.Combine(folder, "results");
        File.WriteAllText(System.IO.Path.Combine(folder, "small.yaml"), Experiment);
        CliRun run = CliRun.Of(folder, "compare", "small.yaml", "-o", "results", "-q");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);

    public static string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    /// <summary>What a report is made of, where a file may have been changed on the way.</summary>
    /// <param name="change">From the name and text of a file to another text.</param>
    /// <param name="added">Files that the folder lacks, by name.</param>
    public static ReportData Data(Func<string, string, string>? change = null, Func<Study, Study>? study = null, IReadOnlyDictionary<string, string>? added = null)
    {
        StoredStudy stored = StoredStudy.Read(Path);
        return new ReportData(new Changed(change ?? ((_, text) => text), added ?? new Dictionary<string, string>()), (study ?? (same => same))(stored.Study), JsonNode.Parse(stored.Manifest.ToJsonString())!, new SequentialExecutor());
    }

    private sealed class Changed(Func<string, string, string> change, IReadOnlyDictionary<string, string> added) : IResultFiles
    {
        public TextReader? Open(string name) =>
            added.TryGetValue(name, out string? text) ? new StringReader(text) : File.Exists(System.IO.Path.Combine(Path, name)) ? new StringReader(change(name, Text(name))) : null;
    }
}
