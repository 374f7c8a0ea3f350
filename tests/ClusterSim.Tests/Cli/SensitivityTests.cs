using System.Globalization;
using System.Text.Json;
using ClusterSim.Tests.Experiments.Sensitivity;
using ClusterSim.Tests.House;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Designs written, filled in and analysed as a user does it, and every mistake on the way.</summary>
public sealed class SensitivityTests
{
    private const string Bounds = "x1=0:1 x2=0:1 x3=0:1";

    [TestCase("sobol", "sobol", 64, 512)]
    [TestCase("sobol", "sobol", 64, 320, "--order 1")]
    [TestCase("morris", "morris", 20, 80)]
    [TestCase("efast", "efast", 129, 387)]
    [TestCase("lhs", "pawn", 400, 400)]
    [TestCase("lhs", "rbd-fast", 400, 400)]
    public void Design_FilledInAndAnalysed_RanksTheFactors(string design, string method, int points, int rows, string more = "")
    {
        string folder = CliRun.Folder();
        CliRun written = Run(folder, $"--design {design} --factors {Bounds} -n {points} -o rows.csv {more}");
        Assert.That((written.ExitCode, written.Output), Is.EqualTo((0, "")), written.Errors);
        Assert.That(written.Errors, Does.StartWith($"{rows} rows in rows.csv").And.Contain($"--bounds {Bounds}"));
        Fill(folder, x => 4 * x[0] + x[1] * x[1]);
        CliRun run = Run(folder, $"--data filled.csv --method {method} --output y --bounds {Bounds}");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith($"{method}: y over {rows} rows").And.Match("(?s)\nx1 .*\nx2 .*\nx3 ").And.Not.Match(@"S1\s+-0"));
    }

    [Test]
    public void Analysis_AsJson_HasSalibsNamesAndFullPrecision()
    {
        string folder = CliRun.Folder();
        Run(folder, $"--design sobol --factors {Bounds} -n 16 -o rows.csv");
        Fill(folder, x => x[0] + x[1]);
        CliRun run = Run(folder, "--data filled.csv --method sobol --output y --json --resamples 100");
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(json.EnumerateObject().Select(each => each.Name), Is.EqualTo(new[] { "method", "output", "rows", "factors", "pairs", "notes" }));
        Assert.That(json.GetProperty("factors")[2].EnumerateObject().Select(each => each.Name), Is.EqualTo(new[] { "name", "S1", "S1_low", "S1_high", "ST", "ST_low", "ST_high" }));
        Assert.That(json.GetProperty("factors")[0].GetProperty("S1").GetRawText(), Has.Length.GreaterThan(12));
        Assert.That(json.GetProperty("pairs")[0].EnumerateObject().Select(each => each.Name), Is.EqualTo(new[] { "a", "b", "S2", "S2_low", "S2_high" }));
        Assert.That(json.GetProperty("notes")[0].GetString(), Does.Contain("range of its data"));
    }

    [Test]
    public void Analysis_OfSalibsHypercube_PrintsItsNumbers()
    {
        string folder = CliRun.Folder();
        var sample = KnownModels.HypercubeOracle();
        Write(folder, "rows.csv", "x1,x2,x3,y\n" + string.Concat(sample.Places.Select((row, i) => string.Join(',', row.Append(sample.Outputs[i]).Select(Round)) + "\n")));
        CliRun run = Run(folder, "--data rows.csv --method pawn --output y --json");
        double[] medians = [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("factors").EnumerateArray().Select(factor => factor.GetProperty("median").GetDouble())];
        Assert.That(medians, Is.EqualTo(new[] { 0.23925000000000002, 0.37375, 0.08524999999999999 }).Within(1e-10));
    }

    [Test]
    public void Groups_AndKindsOfFactors_TravelFromDesignToAnalysis()
    {
        string folder = CliRun.Folder();
        const string factors = "size=1:5:int rule=open,closed rate=0.02:0.08", groups = "--group firm=size,rate";
        CliRun written = Run(folder, $"--design sobol --factors {factors} {groups} -n 64 -o rows.csv");
        Assert.That(written.Errors, Does.StartWith("384 rows").And.Contain($"--bounds {factors} {groups}"));
        string[] lines = File.ReadAllLines(Path.Combine(folder, "rows.csv"));
        Write(folder, "filled.csv", string.Join('\n', lines.Select((line, i) => i == 0 ? line + ",y" : $"{line},{(line.Contains("open", StringComparison.Ordinal) ? "1" : "")}{line.Split(',')[0]}")));
        CliRun run = Run(folder, $"--data filled.csv --method sobol --output y --bounds {factors} {groups}");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Match(@"(?s)\nrule acts mostly alone.*\nfirm matters, and"));
    }

    [Test]
    public void Design_OnAFileThatIsThere_IsRefused()
    {
        string folder = CliRun.Folder();
        Write(folder, "rows.csv", "mine");
        CliRun run = Run(folder, $"--design lhs --factors {Bounds} -n 5 -o rows.csv");
        Assert.That((run.ExitCode, File.ReadAllText(Path.Combine(folder, "rows.csv"))), Is.EqualTo((2, "mine")));
        Assert.That(run.Errors, Does.Contain("rows.csv is there already: choose another name"));
    }

    [TestCase("", "one is wanted: a scenario's file, --data to analyse rows, or --design to write them")]
    [TestCase("--data a.csv --design lhs", "one is wanted: a scenario's file, --data to analyse rows, or --design to write them")]
    [TestCase("--data a.csv --output y", "--method is wanted: sobol, morris, pawn, rbd-fast, efast")]
    [TestCase("--data a.csv --method pawn", "--output is wanted")]
    [TestCase("--data a.csv --method sobl --output y", "there is no method sobl; did you mean sobol?")]
    [TestCase("--data a.csv --method pawn --output yield", "--output yield: a.csv has no such column")]
    [TestCase("--data a.csv --method pawn --output y --bounds x11=0:1", "--bounds x11: a.csv has no such column; did you mean x1?")]
    [TestCase("--data a.csv --method pawn --output y --bounds y=0:1", "y is the output and cannot be a factor too")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=0:1 x1=0:2", "x1 is there twice")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1", "--bounds x1: NAME=LOW:HIGH")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=0:1:real", "NAME=LOW:HIGH:int for whole numbers")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=1:0", "the lower bound must be below the upper one")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=a:b", "\"a\" is not a number")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=0.5:2:int", "whole numbers are wanted")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=a,a", "level a is there twice")]
    [TestCase("--data a.csv --method pawn --output y --bounds x1=a", "two levels at least")]
    [TestCase("--data a.csv --method pawn --output y --slices 1", "--slices 1: 2 to 1000 are allowed")]
    [TestCase("--data a.csv --method sobol --output y --slices 5", "--slices does not go with sobol")]
    [TestCase("--data a.csv --method pawn --output y --resamples 5", "--resamples 5: 100 to 100000 are allowed")]
    [TestCase("--data a.csv --method pawn --output y --group g=x1", "--group does not go with pawn")]
    [TestCase("--data a.csv --method sobol --output y --group g", "--group g: NAME=FACTOR,FACTOR is wanted")]
    [TestCase("--data a.csv --method sobol --output y --group g=x1,xx2", "there is no factor xx2; did you mean x2?")]
    [TestCase("--data a.csv --method sobol --output y --group x2=x1", "x2 is the name of another factor")]
    [TestCase("--data a.csv --method sobol --output y --group g=x1 h=x1", "x1 is in group g already")]
    [TestCase("--data a.csv --method sobol --output y -n 5", "--points does not go with --data")]
    [TestCase("--design lhs --factors x=0:1 -n 5 --json", "--json does not go with --design")]
    [TestCase("--design lh --factors x=0:1 -n 5", "there is no design lh; did you mean lhs?")]
    [TestCase("--design lhs -n 5", "--factors are wanted")]
    [TestCase("--design lhs --factors x=0:1", "-n is wanted")]
    [TestCase("--design lhs --factors x=0:1 z=0:1 --group g=x,z -n 5", "--group does not go with lhs")]
    [TestCase("--design lhs --factors x=0:1 -n 5 --order 1", "--order does not go with lhs")]
    [TestCase("--design sobol --factors x=0:1 -n 5 --order 3", "--order 3: 1 and 2 are allowed")]
    [TestCase("--design efast --factors x=0:1 -n 64", "needs 65 points at least")]
    [TestCase("--design morris --factors x=a,b -n 64", "x has categories without an order (a, b)")]
    [TestCase("--design efast --factors x=a,b -n 65", "x has categories without an order (a, b)")]
    [TestCase("--design sobol --factors a=0:1 b=0:1 c=0:1 d=0:1 e=0:1 -n 1000000", "that makes 12000000 rows, at most 10000000")]
    public void CommandLine_ThatIsWrong_IsAnsweredInOneLine(string arguments, string words)
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", "x1,x2,y\n0,0,1\n1,1,2\n");
        IsRefused(Run(folder, arguments), 2, words);
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
    }

    [TestCase("", "the file is empty")]
    [TestCase("x1,y\n", "there is a header and no row")]
    [TestCase("x1,x1,y\n1,2,3\n", "the header names x1 twice")]
    [TestCase("x1,x2,y\n1,2,3\n1,2\n", "line 3 has 2 cells, the header has 3")]
    [TestCase("x1,y\n1,\"2\n", "line 2 cannot be read: do its quotes close?")]
    [TestCase("x1,y\n1,2\n,3\nabc,3\n2,NaN\n", "a.csv: line 3: x1 is empty\na.csv: line 4: x1 = abc is not a number\na.csv: line 5: y = NaN is not a number")]
    [TestCase("kind,y\na,2\nb,3\n", "no column but y holds numbers that vary")]
    [TestCase("x1,y\n1,2\n1,3\n", "no column but y holds numbers that vary")]
    public void Data_ThatCannotBeRead_IsRefusedWithItsLine(string csv, string words)
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", csv);
        IsRefused(Run(folder, "--data a.csv --method pawn --output y"), 3, words);
    }

    [TestCase("x1=0:1", "line 3: x1 = 2 is outside its bounds: allowed 0..1")]
    [TestCase("x1=0:1:int", "line 3: x1 = 2 is outside its bounds: allowed whole numbers 0..1")]
    [TestCase("x1=0,1", "line 3: x1 = 2 is outside its bounds: allowed 0, 1")]
    public void Data_OutsideItsBounds_IsRefusedWithItsLine(string bounds, string words)
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", "x1,y\n0,1\n2,3\n1,5\n");
        IsRefused(Run(folder, $"--data a.csv --method pawn --output y --bounds {bounds}"), 3, words);
    }

    [Test]
    public void Data_WithManyWrongCells_ShowsTen()
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", "x1,y\n" + string.Concat(Enumerable.Repeat("1,x\n", 25)) + "2,1\n");
        CliRun run = Run(folder, "--data a.csv --method pawn --output y");
        Assert.That(run.Errors.TrimEnd().Split('\n'), Has.Length.EqualTo(11));
        Assert.That(run.Errors, Does.Contain("and 15 more"));
    }

    [Test]
    public void Data_ThatIsNotThere_IsRefused() => IsRefused(Run(CliRun.Folder(), "--data none.csv --method pawn --output y"), 3, "none.csv: there is no such file");

    [TestCase("sobol", 13, "13 rows are no whole number of blocks: 2 factors need k x 6 rows (A, 2 AB, 2 BA, B) or k x 4 (A, 2 AB, B)")]
    [TestCase("sobol", 18, "line 3, AB of x1 in block 1 of 6 rows (with BA)")]
    [TestCase("sobol", 8, "line 3, AB of x1 in block 1 of 4 rows (without BA)")]
    [TestCase("morris", 13, "13 rows are no whole number of trajectories: 2 factors need k x 3 rows")]
    [TestCase("morris", 12, "is not on a grid of up to 100 levels between its bounds 0..1")]
    [TestCase("pawn", 50, "50 rows are too few for 10 slices: 100 at least")]
    [TestCase("rbd-fast", 50, "50 rows are too few: 60 at least")]
    [TestCase("efast", 131, "131 rows are no whole number for each factor: eFAST needs 2 curves of equal length")]
    [TestCase("efast", 64, "64 rows give curves of 32 points for 2 factors: 65 points at least")]
    [TestCase("efast", 130, "lines 2..66 are no search curve of x1: it does not swing 8 times there")]
    public void Data_ThatDoesNotFitTheMethod_IsRefusedWithTheReason(string method, int rows, string words)
    {
        string folder = CliRun.Folder();
        Run(folder, $"--design lhs --factors x1=0:1 x2=0:1 -n {rows} -o rows.csv");
        Fill(folder, x => x[0]);
        IsRefused(Run(folder, $"--data filled.csv --method {method} --output y --bounds x1=0:1 x2=0:1"), 3, $"filled.csv does not fit --method {method}: ", words);
    }

    [TestCase("0,0 1,1 1,0", "line 3: x1 and x2 move in one step", TestName = "Morris_TwoFactorsInOneStep_AreRefused")]
    [TestCase("0,0 1,0 1,0", "line 4: no factor moves from the row before", TestName = "Morris_NoStep_IsRefused")]
    [TestCase("0,0 1,0 0,0", "line 4: x1 moves a second time in trajectory 1", TestName = "Morris_TheSameStepTwice_IsRefused")]
    [TestCase("0,0 1,0 1,0.5", "line 4: x2 moves by 0.5 of its range 0..1, earlier moves were by 1; are the bounds those of the design (--bounds)?", TestName = "Morris_AnotherStep_IsRefused")]
    [TestCase("0,0 1,0 1,1", "1 trajectories are too few: 4 at least", TestName = "Morris_OneTrajectory_IsRefused")]
    public void Morris(string rows, string words)
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", "x1,x2,y\n" + string.Concat(rows.Split(' ').Select((row, i) => $"{row},{i}\n")));
        IsRefused(Run(folder, "--data a.csv --method morris --output y --bounds x1=0:1 x2=0:1"), 3, words);
    }

    [TestCase("sobol", "8 at least")]
    [TestCase("morris", "kind has categories without an order (a, b), and Morris measures a step")]
    [TestCase("rbd-fast", "kind has categories without an order (a, b), and RBD-FAST follows the output")]
    [TestCase("efast", "kind has categories without an order (a, b), and eFAST follows the output")]
    public void Categories_WhereAnOrderIsNeeded_AreRefused(string method, string words)
    {
        string folder = CliRun.Folder();
        Run(folder, "--design sobol --factors kind=a,b -n 7 -o rows.csv");
        string[] lines = File.ReadAllLines(Path.Combine(folder, "rows.csv"));
        Write(folder, "a.csv", string.Join('\n', lines.Select((line, i) => i == 0 ? line + ",y" : $"{line},{i}")));
        IsRefused(Run(folder, $"--data a.csv --method {method} --output y --bounds kind=a,b"), 3, words);
    }

    [Test]
    public void Pawn_OfAFactorWithFewValues_AsksForSlicesOrLevels()
    {
        string folder = CliRun.Folder();
        Write(folder, "a.csv", "x1,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 4},{i}\n")));
        IsRefused(Run(folder, "--data a.csv --method pawn --output y"), 3, "x1 has 4 different values, too few for 10 slices");
        Assert.That(Run(folder, "--data a.csv --method pawn --output y --bounds x1=0:3:int").ExitCode, Is.Zero);
        Write(folder, "b.csv", "x1,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{Math.Max(0, i - 100)},{i}\n")));
        IsRefused(Run(folder, "--data b.csv --method pawn --output y"), 3, "slice 1 of 10 of x1 holds no row of 200, since many rows share a value");
    }

    [TestCase("sobol")]
    [TestCase("pawn")]
    public void Output_ThatIsConstant_HasNoCauses(string method)
    {
        string folder = CliRun.Folder();
        Run(folder, $"--design sobol --factors {Bounds} -n 16 -o rows.csv");
        Fill(folder, _ => 3.5);
        IsRefused(Run(folder, $"--data filled.csv --method {method} --output y"), 3, "the output is 3.5 in all 128 rows");
    }

    [Test]
    public void Scenario_AskedForItsParameters_LeavesAFolderWithTheAnswerHoweverItWasRun()
    {
        string folder = CliRun.Folder(), ask = $"{Repository.Path("scenarios/starter/classroom.yaml")} --set years=12 --factors spin-offs.hazard=0.01:0.4 spin-offs.stay -n 8 --output spin-off-count -q";
        CliRun whole = Run(folder, $"{ask} -o whole");
        Assert.That((whole.ExitCode, whole.Output), Is.EqualTo((0, "whole\n")), whole.Errors);
        string table = File.ReadAllText(Path.Combine(folder, "whole", "table.txt"));
        Assert.That(table, Does.Match(@"(?s)morris: spin-off-count over 24 rows.*\nspin-offs.hazard acts upwards").And.Contain("note: chance: the mu_star that luck alone would make"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "whole", "report.html")), Does.Contain("What the outcome hangs on").And.Contain("spin off count of the whole country at the end hangs most on <strong>spin-offs.hazard</strong>"));
        foreach (string part in new[] { "1/2 -j 1", "2/2" }) Assert.That(Run(folder, $"{ask} -o parts --shard {part}").ExitCode, Is.Zero);
        Assert.That(CliRun.Of(folder, "collect", "parts", "-q").ExitCode, Is.Zero);
        Assert.That(FolderBytes.Of(Path.Combine(folder, "parts")), Is.EqualTo(FolderBytes.Of(Path.Combine(folder, "whole"))));
        CliRun json = Run(folder, $"{ask} -o whole --json");
        JsonElement first = JsonDocument.Parse(json.Output).RootElement.GetProperty("results")[0];
        Assert.That(first.EnumerateObject().Select(each => each.Name), Is.EqualTo(new[] { "scenario", "method", "output", "rows", "factors", "pairs", "notes" }));
        Assert.That((first.GetProperty("scenario").GetString(), first.GetProperty("output").GetString()), Is.EqualTo(("baseline", "spin-off-count")));
        Assert.That(json.Errors, Does.Contain("holds these results already"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "whole", "manifest.json")), Does.Contain("--output=spin-off-count").And.Not.Contain(" -o whole"));
    }

    [TestCase("", "one is wanted: a scenario's file, --data to analyse rows, or --design to write them")]
    [TestCase("CLASSROOM --bounds a=0:1", "--bounds does not go with a scenario")]
    [TestCase("CLASSROOM --method mories", "there is no method mories; did you mean morris?")]
    [TestCase("CLASSROOM --spread 2", "--spread 2: more than 0 and at most 1 is allowed")]
    [TestCase("CLASSROOM --order 2", "--order does not go with morris")]
    [TestCase("--data a.csv --spread 0.5", "--spread does not go with --data")]
    public void Scenario_AskedForWhatCannotBe_IsAnsweredInOneLine(string arguments, string words) =>
        IsRefused(Run(CliRun.Folder(), arguments.Replace("CLASSROOM", Repository.Path("scenarios/starter/classroom.yaml"), StringComparison.Ordinal)), 2, words);

    private static void IsRefused(CliRun run, int exitCode, params string[] words)
    {
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((exitCode, "")), run.Errors);
        foreach (string each in words) Assert.That(run.Errors, Does.Contain(each));
        Assert.That(run.Errors, Does.StartWith("clustersim: ").And.Not.Contain("   at "));
    }

    private static CliRun Run(string folder, string arguments) => CliRun.Of(folder, ["sensitivity", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private static void Write(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    /// <summary>Runs a model on rows.csv and writes filled.csv.</summary>
    private static void Fill(string folder, Func<double[], double> model)
    {
        string[] lines = File.ReadAllLines(Path.Combine(folder, "rows.csv"));
        Write(folder, "filled.csv", lines[0] + ",y\n" + string.Concat(lines[1..].Select(line => $"{line},{Round(model([.. line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))]))}\n")));
    }

    private static string Round(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
