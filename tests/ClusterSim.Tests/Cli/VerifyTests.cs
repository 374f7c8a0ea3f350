using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Running;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Results that are intact are told from those in which somebody changed a digit.</summary>
public sealed class VerifyTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Run()
    {
        _folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(_folder, "a.yaml"), """
            scenario: a
            years: 10
            country: {regions: 6, population: 30k}
            activities: [{name: shoes, peak-demand: 1500, midpoint: 60mo, entry-potential: 6}]
            policies: [{name: p, instrument: start-up-grant, region: region-1, start: {year: 3}, budget: 300k, duration: 3y}]
            """);
        CliRun run = CliRun.Of(_folder, "run", "a.yaml", "-r", "12", "-o", "out");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    [Test]
    public void Verify_OfAnIntactFolder_HoldsAndNamesTheHistories()
    {
        CliRun run = CliRun.Of(_folder, "verify", "out", "-j", "2"), again = CliRun.Of(_folder, "verify", "out", "-j", "1"), other = CliRun.Of(_folder, "verify", "out", "--seed", "1", "--histories", "2", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(run.Output, Does.Match(@"files: (\d+) of \1 as the manifest says").And.Match(@"replications (\d+, ){4}\d+ of baseline, a run again: 10 of 10 digests are the same").And.EndWith("verified\n"));
        Assert.That(again.Output, Is.EqualTo(run.Output), "the choice can be repeated");
        JsonNode json = JsonNode.Parse(other.Output)!;
        Assert.That((other.ExitCode, (bool)json["pass"]!, json["histories"]!.AsArray().Count), Is.EqualTo((0, true, 4)));
    }

    [TestCase("runs.csv")]
    [TestCase("comparison.csv")]
    [TestCase("timeseries.csv")]
    public void Verify_OfAChangedDigit_NamesTheFile(string file)
    {
        string copy = Copy(), path = Path.Combine(copy, file);
        byte[] bytes = File.ReadAllBytes(path);
        int digit = Array.FindLastIndex(bytes, each => each is >= (byte)'1' and <= (byte)'8');
        bytes[digit]++;
        File.WriteAllBytes(path, bytes);
        CliRun run = CliRun.Of(_folder, "verify", copy);
        Assert.That(run.ExitCode, Is.EqualTo(5), run.Output);
        Assert.That(run.Output, Does.Contain($"  {file} has changed since it was written").And.EndWith("NOT VERIFIED\n"));
        Assert.That(run.Output.Split('\n').Count(line => line.Contains("has changed", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    /// <summary>Whoever mends the hash as well is found by running the history again.</summary>
    [Test]
    public void Verify_OfAForgedDigest_NamesTheHistory()
    {
        string copy = Copy(), path = Path.Combine(copy, "runs.csv"), manifest = Path.Combine(copy, "manifest.json");
        string[] lines = File.ReadAllLines(path);
        int column = Array.IndexOf(lines[0].Split(','), "digest");
        File.WriteAllText(path, string.Join('\n', lines.Select((line, i) => i == 0 ? line : line.Replace(line.Split(',')[column], new string('0', 32), StringComparison.Ordinal))) + "\n");
        Change(manifest, root => root["files"]!["runs.csv"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        CliRun run = CliRun.Of(_folder, "verify", copy, "--histories", "1");
        Assert.That(run.ExitCode, Is.EqualTo(5));
        Assert.That(run.Output, Does.Contain("0 of 2 digests are the same").And.Match($@"  a, replication \d+: [0-9a-f]{{32}} instead of {new string('0', 32)}").And.Not.Contain("has changed"));
    }

    [Test]
    public void Verify_OfAnotherStudyOrVersionOrAMissingFile_SaysSoFirst()
    {
        string copy = Copy(), manifest = Path.Combine(copy, "manifest.json");
        Change(manifest, root => root["clustersim"] = "0.0.9");
        CliRun version = CliRun.Of(_folder, "verify", copy);
        Assert.That(version.ExitCode, Is.EqualTo(5), version.Output);
        Assert.That(version.Output.Split('\n')[1], Does.Contain("another version of the model"));
        Assert.That(version.Output, Does.Contain("its identity is not that of the study").And.Contain("10 of 10 digests"));
        File.Delete(Path.Combine(copy, "scenarios", "a.yaml"));
        CliRun missing = CliRun.Of(_folder, "verify", copy);
        Assert.That(missing.ExitCode, Is.EqualTo(5));
        Assert.That(missing.Output, Does.Contain("scenarios/a.yaml is missing").And.Contain("none could be run again"));
    }

    [Test]
    public void Verify_OfWhatIsNoResult_IsAUsageError()
    {
        File.WriteAllText(Path.Combine(_folder, "no.zip"), "no zip");
        foreach ((string name, string words) in new[] { ("nowhere", "there is no folder nowhere"), ("no.zip", "is no bundle that can be opened"), (".", "holds no results") })
        {
            CliRun run = CliRun.Of(_folder, "verify", name);
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
            Assert.That(run.Errors, Does.Contain(words));
        }
    }

    [Test]
    public void CsvReader_OfWhatCsvWrote_GivesTheCellsBack()
    {
        string[] cells = ["plain", "a,b", "say \"so\"", "two\nlines", "", "\""];
        var csv = new Csv();
        foreach (string cell in cells) csv.Add(cell);
        var reader = new CsvReader(new StringReader(csv.EndRow().Add("next").EndRow().ToString()));
        Assert.That((reader.Next(), reader.Next(), reader.Next()), Is.EqualTo((cells, new[] { "next" }, (string[]?)null)));
    }

    /// <summary>A copy of the intact results for one test to spoil.</summary>
    private string Copy()
    {
        string copy = Path.Combine(CliRun.Folder(), "out");
        foreach (string file in Directory.GetFiles(Path.Combine(_folder, "out"), "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(Path.Combine(_folder, "out"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    private static void Change(string file, Action<JsonObject> change)
    {
        JsonObject root = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(root);
        File.WriteAllText(file, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
