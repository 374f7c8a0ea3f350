using System.Security.Cryptography;
using System.Text.Json;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Comparisons from end to end: the same bits whatever computes them, and nothing overwritten.</summary>
public sealed class CompareTests
{
    private static readonly string[] DataFiles =
        ["runs.csv", "timeseries.csv", "stages.csv", "comparison.csv", "comparison.json", "additionality.csv", "contrasts.csv", "effects.csv", "take_off.csv", "next_stage.csv", "next_stage_summary.csv", "cost_effectiveness.csv", "acceptability.csv", "summary.csv", "firms.csv", "deals.csv", "events.csv", "metrics.json", "table.txt", "table-all.txt"];

    private static string Experiment(string folder)
    {
        string file = Path.Combine(folder, "small.yaml");
        File.WriteAllText(file, $$"""
            experiment: small
            title: A small question
            scenario: {{Repository.Path("scenarios/starter/classroom.yaml")}}
            years: 20
            measure: {primary: jobs, also: [firms, wage]}
            horizons: [5y]
            calendar: [20y]
            arms:
              grant: {instrument: start-up-grant, region: region-1, start: {year: 8}, budget: 500k, duration: 5y}
              late:  {instrument: skills-training, start: {stage: growth}, budget: 500k, duration: 5y}
              sham:  {instrument: sham, region: region-1, start: {year: 8}, budget: 500k, duration: 5y}
            """);
        return file;
    }

    [Test]
    public void Compare_AnyThreadsAndVectors_GiveTheSameFilesToTheByte()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        (string Name, string Threads, Dictionary<string, string> Environment)[] ways =
        [
            ("one", "1", []),
            ("two", "2", []),
            ("no-avx512", "2", new() { ["DOTNET_EnableAVX512"] = "0" }),
            ("no-avx2", "2", new() { ["DOTNET_EnableAVX2"] = "0" }),
            ("no-vectors", "2", new() { ["DOTNET_EnableHWIntrinsic"] = "0" }),
        ];
        foreach (var way in ways)
        {
            CliRun run = CliRun.Of(folder, way.Environment, "compare", file, "-r", "4", "--seed", "7", "-j", way.Threads, "--record", "firms", "-o", way.Name);
            Assert.That(run.ExitCode, Is.Zero, run.Errors);
        }
        foreach (string name in DataFiles)
        {
            string expected = Sha256(Path.Combine(folder, "one", name));
            foreach (var way in ways) Assert.That(Sha256(Path.Combine(folder, way.Name, name)), Is.EqualTo(expected), $"{name} of {way.Name}");
        }
    }

    [Test]
    public void Compare_AgainAndElsewhere_ReusesAndOverwritesNothing()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        CliRun first = CliRun.Of(folder, "compare", file, "-r", "2", "-o", "out");
        CliRun again = CliRun.Of(folder, "compare", file, "-r", "2", "-o", "out");
        CliRun other = CliRun.Of(folder, "compare", file, "-r", "3", "-o", "out");
        Assert.That((first.ExitCode, again.ExitCode, other.ExitCode), Is.EqualTo((0, 0, 2)), first.Errors);
        Assert.That(again.Output, Is.EqualTo(first.Output));
        Assert.That(again.Errors, Does.Contain("already"));
        Assert.That(other.Errors, Does.Contain("something else").And.Contain("--force"));
        Assert.That(CliRun.Of(folder, "compare", file, "-r", "3", "-o", "out", "--force", "--quiet").Output.Trim(), Is.EqualTo("out"));
    }

    [Test]
    public void Output_OnAFolderOfTheUser_LeavesItAlone()
    {
        string folder = CliRun.Folder(), file = Experiment(folder), mine = Path.Combine(folder, "mine");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "README.txt"), "mine");
        foreach (string[] more in new[] { Array.Empty<string>(), ["--force"] })
        {
            CliRun run = CliRun.Of(folder, ["compare", file, "-r", "1", "-o", "mine", .. more]);
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
            Assert.That(run.Errors, Does.Contain("mine is not empty"));
        }
        Assert.That(Directory.GetFileSystemEntries(mine), Has.Length.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(mine, "README.txt")), Is.EqualTo("mine"));
    }

    [Test]
    public void Output_ThatCannotBeAFolder_ExitsWithTwoAndSaysWhy()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        CliRun onFile = CliRun.Of(folder, "compare", file, "-r", "1", "-o", "small.yaml");
        CliRun below = CliRun.Of(folder, "compare", file, "-r", "1", "-o", Path.Combine("small.yaml", "out"));
        Assert.That((onFile.ExitCode, below.ExitCode), Is.EqualTo((2, 2)), onFile.Errors + below.Errors);
        Assert.That(onFile.Errors, Does.Contain("small.yaml is a file"));
        Assert.That(below.Errors, Does.Contain("cannot be written to").And.Not.Contain("IO_"), "messages are words, not keys of a resource");
    }

    [Test]
    public void Force_WithFewerFiles_LeavesNoneOfTheOldOnes()
    {
        string folder = CliRun.Folder(), file = Experiment(folder), output = Path.Combine(folder, "out");
        Assert.That(CliRun.Of(folder, "compare", file, "-r", "1", "--record", "firms", "-o", "out").ExitCode, Is.Zero);
        Assert.That(File.Exists(Path.Combine(output, "firms.csv")), Is.True);
        Assert.That(CliRun.Of(folder, "compare", file, "-r", "1", "-o", "out", "--force").ExitCode, Is.Zero);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "manifest.json")));
        string[] named = [.. manifest.RootElement.GetProperty("files").EnumerateObject().Select(each => each.Name), "manifest.json"];
        Assert.That(Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(output, path).Replace('\\', '/')).Where(name => name != "report.html" && name.Split('/')[0] is not ("shards" or "figures")), Is.EquivalentTo(named));
    }

    [Test]
    public void Compare_Json_HasTheRowsOfTheFileCellByCellAndAShamThatIsZero()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        CliRun run = CliRun.Of(folder, "compare", file, "-r", "3", "-o", "out", "--json");
        using JsonDocument rows = JsonDocument.Parse(run.Output);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "out", "comparison.csv"));
        string[] columns = lines[0].Split(',');
        Assert.That(columns[..^2], Is.EqualTo(("baseline_id,scenario_id,clock,horizon,year,region,activity,metric,n_pairs,n_fired,start_year_median,cost_mean_gbp,"
            + "baseline_mean,scenario_mean,diff_mean,diff_sd,ci_low,ci_high,p_better,p_value_adj,verdict").Split(',')));
        Assert.That(rows.RootElement.GetArrayLength(), Is.EqualTo(lines.Length - 1).And.GreaterThan(10));
        foreach ((JsonElement row, string line) in rows.RootElement.EnumerateArray().Zip(lines.Skip(1)))
        {
            string[] cells = [.. row.EnumerateObject().Select(cell => cell.Value.ValueKind == JsonValueKind.Null ? "" : cell.Value.ToString())];
            Assert.That(row.EnumerateObject().Select(cell => cell.Name), Is.EqualTo(columns));
            Assert.That(string.Join(',', cells), Is.EqualTo(line));
        }
        JsonElement[] sham = [.. rows.RootElement.EnumerateArray().Where(row => row.GetProperty("scenario_id").GetString() == "sham")];
        Assert.That(sham, Is.Not.Empty);
        foreach (string cell in new[] { "diff_mean", "diff_sd", "ci_low", "ci_high" })
            Assert.That(sham.Select(row => row.GetProperty(cell).GetDouble()), Has.All.EqualTo(0));
    }

    [Test]
    public void Manifest_OfAFinishedRun_HoldsTheHashOfEveryFileAndNoNameOfTheMachine()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        Assert.That(CliRun.Of(folder, "compare", file, "-r", "2", "-o", "out").ExitCode, Is.Zero);
        string text = File.ReadAllText(Path.Combine(folder, "out", "manifest.json"));
        Assert.That(text, Does.Not.Contain(Environment.MachineName).And.Not.Contain(folder));
        using JsonDocument manifest = JsonDocument.Parse(text);
        JsonProperty[] files = [.. manifest.RootElement.GetProperty("files").EnumerateObject()];
        Assert.That(files.Select(each => each.Name), Is.SupersetOf(new[] { "runs.csv", "comparison.csv", "scenarios/baseline.yaml", "scenarios/small.source.yaml", "scenarios/classroom.source.yaml" }));
        JsonElement root = manifest.RootElement;
        foreach (string key in new[] { "commit", "stage_thresholds_version", "runtime", "command", "seed_scheme", "scenarios", "checks", "warnings", "citation" })
            Assert.That(root.TryGetProperty(key, out _), Is.True, key);
        Assert.That(root.GetProperty("command").GetString(), Is.EqualTo("clustersim compare small.yaml -r 2"));
        Assert.That(root.GetProperty("checks").GetProperty("sham_arms_are_zero_in_every_cell").GetString(), Is.EqualTo("held"));
        Assert.That(root.GetProperty("scenarios").GetProperty("baseline").GetString(), Is.EqualTo(Sha256(Path.Combine(folder, "out", "scenarios", "baseline.yaml"))));
        Assert.That(root.GetProperty("files").GetProperty("runs.csv").GetProperty("rows").GetInt32(), Is.EqualTo(8), "two of each of four scenarios");
        foreach (JsonProperty each in files)
            Assert.That(Sha256(Path.Combine(folder, "out", each.Name)), Is.EqualTo(each.Value.GetProperty("sha256").GetString()), each.Name);
    }

    [Test]
    public void ResolvedScenario_RunAgain_GivesTheSameDigests()
    {
        string folder = CliRun.Folder(), file = Experiment(folder);
        Assert.That(CliRun.Of(folder, "compare", file, "-r", "2", "-o", "out").ExitCode, Is.Zero);
        CliRun run = CliRun.Of(folder, "run", Path.Combine("out", "scenarios", "baseline.yaml"), "-r", "2", "-o", "again");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(Digests(Path.Combine(folder, "again")), Is.EqualTo(Digests(Path.Combine(folder, "out")).Take(2)));
    }

    private static string[] Digests(string folder)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, "runs.csv"));
        int column = Array.IndexOf(lines[0].Split(','), "digest");
        return [.. lines.Skip(1).Select(line => line.Split(',')[column])];
    }

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
