using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Stages and early warning on tables that users bring.</summary>
public sealed class DetectTests
{
    private const string Header = "region,industry,year,establishments,employment\n";

    /// <summary>Twenty-one years, four regions, three industries: x rises in a from 2005 on, all else stands still.</summary>
    private static readonly string Rising = Header + string.Concat(
        from year in Enumerable.Range(2000, 21)
        from region in new[] { "a", "b", "c", "d" }
        from industry in new[] { "x", "y", "z" }
        let firms = (region, industry) switch { ("a", "x") => 4 + 10 * Math.Clamp(year - 2004, 0, 8), ("d", "z") => 40, (_, "x") => 8, _ => 100 }
        select string.Create(CultureInfo.InvariantCulture, $"{region},{industry},{year},{firms},{10 * firms}\n"));

    private static CliRun Detect(string table, params string[] options)
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "data.csv"), table);
        return CliRun.Of(folder, ["detect", "data.csv", .. options]);
    }

    [Test]
    public void Panel_WithOneRisingCell_IsToldInWordsAndTested()
    {
        CliRun run = Detect(Rising, "--resamples", "50", "-n", "3");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("4 regions, 3 industries, 2000 to 2020; size is counted in employment").And.Contain("an order, not a probability").And.Contain("LQ alone").And.Contain("fewest firms"));
        Assert.That(run.Output, Does.Contain("in 2005 reaches growth with LQ >= 1.5 and 30 firms, and holds it 3 years (the stage is the detector's), by 2015: 1 of"));
        Assert.That(run.Output.Split('\n').Length, Is.LessThan(50));
    }

    [Test]
    public void Json_AndFolder_SayTheSame()
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "data.csv"), Rising);
        string[] options = ["detect", "data.csv", "--resamples", "50", "--json", "-o", "found"];
        CliRun run = CliRun.Of(folder, options);
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(json.GetProperty("score_is").GetString(), Is.EqualTo("an order, not a probability"));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "found")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "README.txt", "stages.csv", "scores.csv", "evaluation.csv", "metrics.json" }));
        string[] tests = File.ReadAllLines(Path.Combine(folder, "found", "evaluation.csv"));
        Assert.That(tests, Has.Length.EqualTo(1 + json.GetProperty("tests").GetArrayLength()));
        Assert.That(File.ReadAllLines(Path.Combine(folder, "found", "stages.csv")), Has.Some.Match(@"^a,x,2009,54,540,[0-9.]+,growth,0$"));
        Assert.That(File.ReadAllLines(Path.Combine(folder, "found", "scores.csv")).Single(line => line.StartsWith("2005,a,x,", StringComparison.Ordinal)), Does.EndWith(",2008,2006"));
        Assert.That(CliRun.Of(folder, options).ExitCode, Is.EqualTo(2), "it is there already");
        Assert.That(CliRun.Of(folder, [.. options, "--force"]).Output, Is.EqualTo(run.Output), "the same every time");
        File.WriteAllText(Path.Combine(folder, "found", "thesis.txt"), "mine");
        Assert.That(CliRun.Of(folder, [.. options, "--force"]).Errors, Does.Contain("detect did not write it"));
    }

    [Test]
    public void Gzip_WithOtherNames_ReadsTheSame()
    {
        string folder = CliRun.Folder();
        string table = Rising.Replace(Header, "state,naics,year,estab,emp\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        using (var zip = new GZipStream(File.Create(Path.Combine(folder, "data.csv.gz")), CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes("\uFEFF" + table));
        CliRun run = CliRun.Of(folder, "detect", "data.csv.gz", "--columns", "region=state,industry=naics,establishments=estab,employment=emp", "--resamples", "50");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output.Split('\n')[1..], Is.EqualTo(Detect(Rising, "--resamples", "50").Output.Split('\n')[1..]));
    }

    [Test]
    public void Panel_WithoutEmploymentOrTooShort_SaysWhatIsLeftOut()
    {
        string[] lines = [.. Rising.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(",20", StringComparison.Ordinal) || line.Contains(",200", StringComparison.Ordinal)).Select(line => line[..line.LastIndexOf(',')])];
        CliRun run = Detect(string.Join('\n', lines), "--by", "lq");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("2000 to 2009; size is counted in establishments").And.Contain("no test of the score: 18 years are needed").And.Contain("by LQ"));
        CliRun shorter = Detect(Header + "a,x,2000,5,5\na,y,2000,5,5\nb,x,2000,5,5\nb,y,2000,9,9\n");
        Assert.That((shorter.ExitCode, shorter.Output.Contains("Early warning: none", StringComparison.Ordinal)), Is.EqualTo((0, true)), shorter.Errors);
    }

    [TestCase("", "data.csv:1:1 no header")]
    [TestCase(Header, "data.csv:2:1 no rows")]
    [TestCase("region,industri,year,establishments\na,x,2000,1\n", "data.csv:1:1 there is no column industry; did you mean industri?")]
    [TestCase("region,region,industry,year,establishments\n", "data.csv:1:2 two columns are named region")]
    [TestCase(Header + "a,x,2000,many,3\n", "data.csv:2:4 establishments = many: a number is wanted")]
    [TestCase(Header + "a,x,2000,-1,3\n", "data.csv:2:4 establishments = -1: allowed 0..")]
    [TestCase(Header + "a,x,2000.5,1,3\n", "data.csv:2:3 year = 2000.5: a whole year is wanted")]
    [TestCase(Header + "a,x,20000,1,3\n", "data.csv:2:3 year = 20000: allowed 1000..2999")]
    [TestCase(Header + ",x,2000,1,3\n", "data.csv:2:1 region = (nothing)")]
    [TestCase(Header + "a,x,2000\n", "data.csv:2:3 3 cells; 5 are needed")]
    [TestCase(Header + "a,x,2000,1,NaNa\n", "data.csv:2:5 employment = NaNa")]
    [TestCase(Header + "a,x,2000,1e999,3\n", "data.csv:2:4 establishments = 1e999")]
    [TestCase(Header + "\"a\nb\",x,2000,1,3\na,x,2000,x,3\n", "data.csv:4:4 establishments = x")]
    [TestCase(Header + "a,x,2000,1,3\na,x,2000,2,3\n", "data.csv:3:1 a, x, 2000 stands in line 2 already")]
    [TestCase(Header + "a,x,2000,1,3\nb,x,2000,2,3\n", "2 regions and 1 industry")]
    [TestCase(Header + "a,x,2000,0,0\nb,y,2000,0,0\n", "not one establishment")]
    [TestCase(Header + "a,x,1000,1,3\nb,y,2000,2,3\n", "is one of them mistyped?")]
    [TestCase("\0\u0001PNG\n\n\n,,", "data.csv:1:1 there is no column region")]
    public void Table_ThatCannotBeUsed_IsToldByLineAndColumn(string table, string words)
    {
        CliRun run = Detect(table);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")), run.Errors);
        Assert.That(run.Errors, Does.Contain(words).And.Not.Contain("   at ").And.Not.Contain("internal error"));
    }

    [Test]
    public void Table_WithManyFaults_ListsTwentyAndCountsTheRest()
    {
        CliRun run = Detect(Header + string.Concat(Enumerable.Range(0, 30).Select(i => $"a,x,{2000 + i},?,3\n")));
        Assert.That(run.Errors.Split('\n').Count(line => line.StartsWith("data.csv:", StringComparison.Ordinal)), Is.EqualTo(20));
        Assert.That(run.Errors, Does.Contain("and 10 more"));
    }

    [Test]
    public void Gzip_ThatIsCutShort_IsDamagedAndNoDefect()
    {
        string folder = CliRun.Folder();
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(Rising));
        byte[] bytes = memory.ToArray();
        for (int i = 60; i < 90; i++) bytes[i] ^= 0x5A;
        File.WriteAllBytes(Path.Combine(folder, "data.csv.gz"), bytes);
        CliRun run = CliRun.Of(folder, "detect", "data.csv.gz");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Errors);
        Assert.That(run.Errors, Does.Not.Contain("internal error"));
    }

    [TestCase("--features-to 2002: the data run from 2000 to 2020, and 5 years must lie before it", "--features-to", "2002")]
    [TestCase("--events-by 2019: growth must hold 3 years", "--features-to", "2010", "--events-by", "2019")]
    [TestCase("--events-by 2006: the events lie after 2010", "--features-to", "2010", "--events-by", "2006")]
    [TestCase("there is no regoin; did you mean region?", "--columns", "regoin=state")]
    [TestCase("--size jobs: auto, employment, establishments are known", "--size", "jobs")]
    [TestCase("--by luck: score or lq is wanted", "--by", "luck")]
    public void Options_WithASlip_AreAnsweredInOneLine(string words, params string[] options)
    {
        CliRun run = Detect(Rising, options);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")), run.Errors);
        Assert.That(run.Errors, Does.Contain(words));
    }

    [Test]
    public void Coefficients_OfOnesOwn_AreReadOrRefused()
    {
        string mine = Repository.Path("src/ClusterSim.Experiments/Detection/early-warning.yaml");
        Assert.That(Detect(Rising, "--resamples", "50", "--coefficients", mine).Output, Is.EqualTo(Detect(Rising, "--resamples", "50").Output));
        Assert.That(Detect(Rising, "--coefficients", "data.csv").ExitCode, Is.EqualTo(3));
        Assert.That(Detect(Rising, "--coefficients", "nowhere.yaml").ExitCode, Is.EqualTo(3));
    }

    [Test]
    [Category("Slow")]
    public void EarlyWarning_OfTwoPresets_PrintsItsTestsAndWritesCoefficients()
    {
        string folder = CliRun.Folder();
        string[] options = ["early-warning", Repository.Path("scenarios/theories/full.yaml"), Repository.Path("scenarios/theories/marshall.yaml"), "-r", "4", "-q", "-o", "mine.yaml", "--force"];
        CliRun run = CliRun.Of(folder, options), json = CliRun.Of(folder, [.. options, "--json", "-j", "1"]);
        Assert.That((run.ExitCode, json.ExitCode), Is.EqualTo((0, 0)), run.Errors + json.Errors);
        Assert.That(run.Output, Does.Contain("Trained on even replications").And.Contain("Trained without full, tested on it").And.Contain("for real ones an order and no more"));
        Assert.That(JsonDocument.Parse(json.Output).RootElement.GetProperty("tests").GetArrayLength(), Is.EqualTo(3 * 5 * 6));
        File.WriteAllText(Path.Combine(folder, "data.csv"), Rising);
        Assert.That(CliRun.Of(folder, "detect", "data.csv", "--coefficients", "mine.yaml", "--resamples", "50").ExitCode, Is.Zero);
    }

    [Test]
    public void EarlyWarning_OntoAFileThatIsThere_IsRefusedWithoutForce()
    {
        string folder = CliRun.Folder(), mine = Path.Combine(folder, "mine.yaml");
        File.WriteAllText(mine, "precious");
        // Ten years are too few to train on, so that with --force the next refusal is due at once.
        string[] options = ["early-warning", Repository.Path("scenarios/starter/classroom.yaml"), "--set", "years=10", "-q", "-o", "mine.yaml"];
        CliRun refused = CliRun.Of(folder, options), forced = CliRun.Of(folder, [.. options, "--force"]);
        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Errors);
        Assert.That(refused.Errors, Does.Contain("mine.yaml is there already").And.Contain("--force"));
        Assert.That(forced.Errors, Does.Not.Contain("there already").And.Contain("10 years"));
        Assert.That(File.ReadAllText(mine), Is.EqualTo("precious"));
    }

    [Test]
    public void EarlyWarning_OfShortHistories_IsRefused()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "early-warning", Repository.Path("scenarios/starter/classroom.yaml"), "--set", "years=10");
        Assert.That(run.ExitCode, Is.Not.Zero.And.Not.EqualTo(1), run.Errors);
    }

    [Test]
    [Category("Slow")]
    public void ValidateStages_Quick_PrintsAimsAndThresholds()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "validate", "--stages", "--quick", "-q");
        Assert.That(run.ExitCode, Is.EqualTo(0).Or.EqualTo(5), run.Errors);
        Assert.That(run.Output, Does.Contain("made       decline").And.Contain("median lag into decline at -6 % a year").And.Contain("growth-firms").And.Contain("peak-share"));
    }
}
