using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;

namespace ClusterSim.Tests.Cli;

/// <summary>Scenario discovery and history matching on tables that users bring.</summary>
public sealed class DiscoverTests
{
    /// <summary>A grid of 100 rows: fails where a is above 0.6 in the north; y = 2 a + b.</summary>
    private static readonly string Grid = "a,b,region,fails,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture,
        $"{i / 100.0},{i * 37 % 100 / 100.0},{(i % 2 == 0 ? "north" : "south")},{(i > 60 && i % 2 == 0 ? 1 : 0)},{2 * (i / 100.0) + i * 37 % 100 / 100.0}\n")));

    [Test]
    public void Prim_OnATable_TellsTheBoxInWordsAndInFigures()
    {
        CliRun run = Discover(Grid, "--output", "fails"), json = Discover(Grid, "--output", "fails", "--json");
        Assert.That((run.ExitCode, json.ExitCode), Is.EqualTo((0, 0)), run.Errors + json.Errors);
        Assert.That(run.Output, Does.Contain("fails is 1 when a is above 0.6").And.Contain("and region is north (covers").And.Contain("Trade-off curve").And.Contain("<- chosen"));
        JsonElement found = JsonDocument.Parse(json.Output).RootElement, box = found.GetProperty("boxes")[0];
        Assert.That((found.GetProperty("method").GetString(), found.GetProperty("rows").GetInt32(), found.GetProperty("cases").GetInt32()), Is.EqualTo(("prim", 100, 19)));
        Assert.That(box.GetProperty("coverage").GetDouble() * 19, Is.EqualTo(box.GetProperty("cases").GetInt32()).Within(1e-9));
        JsonElement a = box.GetProperty("limits")[0], region = box.GetProperty("limits")[1];
        Assert.That((a.GetProperty("factor").GetString(), a.GetProperty("high").ValueKind, a.GetProperty("values").ValueKind), Is.EqualTo(("a", JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That((region.GetProperty("low").ValueKind, region.GetProperty("values")[0].GetString()), Is.EqualTo((JsonValueKind.Null, "north")));
        Assert.That(a.GetProperty("p_value").GetDouble(), Is.LessThan(0.001));
        Assert.That(found.GetProperty("tradeoff")[0].EnumerateObject().Select(cell => cell.Name), Is.SupersetOf(new[] { "coverage", "density", "mass", "restricted" }));
        Assert.That(Discover(Grid, "--output", "fails", "--json").Output, Is.EqualTo(json.Output), "the same every time");
    }

    [Test]
    public void Prim_WithNamedFactorsThresholdAndWishes_KeepsThem()
    {
        CliRun run = Discover(Grid, "--output", "y", "--threshold", ">= 2", "--bounds", "a=0:1", "b", "--coverage", "0.5", "--boxes", "2", "--resamples", "0", "--json");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        JsonElement box = JsonDocument.Parse(run.Output).RootElement.GetProperty("boxes")[0];
        Assert.That(box.GetProperty("coverage").GetDouble(), Is.GreaterThanOrEqualTo(0.5));
        Assert.That(box.GetProperty("density").GetDouble(), Is.GreaterThan(0.9));
        Assert.That(box.GetProperty("words").GetString(), Does.StartWith("y is 2 or more when a is above").And.Not.Contain("region"));
        Assert.That(box.GetProperty("reproducibility").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void HistoryMatching_OfASum_LeavesTheBandAndProposesPointsInIt()
    {
        string[] options = ["--method", "history-matching", "--target", "y=1.5+-0.05", "--discrepancy", "y=0.05", "--bounds", "a=0:1", "b=0:1", "-n", "8"];
        CliRun run = Discover(Grid, [.. options, "--json"]), text = Discover(Grid, options);
        Assert.That((run.ExitCode, text.ExitCode), Is.EqualTo((0, 0)), run.Errors + text.Errors);
        JsonElement left = JsonDocument.Parse(run.Output).RootElement;
        Assert.That(left.GetProperty("outputs")[0].GetProperty("valid").GetBoolean());
        Assert.That(left.GetProperty("non_implausible").GetProperty("share").GetDouble(), Is.EqualTo(6 * Math.Sqrt(0.005) / 2).Within(0.01), "a band of six deviations, across a slope of two");
        foreach (JsonElement point in left.GetProperty("next").EnumerateArray())
            Assert.That(2 * point.GetProperty("a").GetDouble() + point.GetProperty("b").GetDouble(), Is.EqualTo(1.5).Within(0.22));
        Assert.That((left.GetProperty("next").GetArrayLength(), left.GetProperty("factors")[0].GetProperty("profile").GetArrayLength()), Is.EqualTo((8, 20)));
        Assert.That(text.Output, Does.Contain("sound").And.Contain("Not implausible: ").And.Contain("Next points:\na,b\n"));
    }

    [Test]
    public void HistoryMatching_ByAnEmulatorThatFails_RefusesAndExitsWithFive()
    {
        string rows = "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i * 7 % 60 / 60.0},{(i % 12 == 0 ? 100 - 200 * (i % 24 / 12) : 0.001 * i)}\n")));
        CliRun run = Discover(rows, "--method", "history-matching", "--target", "y=500+-1");
        Assert.That(run.ExitCode, Is.EqualTo(5), run.Output + run.Errors);
        Assert.That(run.Output, Does.Contain("FAILED: rules nothing out").And.Contain("Not implausible: 100 %").And.Contain("no emulator passed its check"));
    }

    [Test]
    public void Data_OfStandardInput_IsRead()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(TestContext.CurrentContext.TestDirectory, "clustersim.dll"), "discover", "--data", "-", "--output", "fails", "--resamples", "0"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        process.StandardInput.Write(Grid);
        process.StandardInput.Close();
        Assert.That(process.StandardOutput.ReadToEnd(), Does.Contain("100 rows; in 19 of them fails is 1"));
    }

    private static IEnumerable<TestCaseData> Mistakes()
    {
        TestCaseData Wrong(string name, int code, string words, string rows, params string[] options) => new TestCaseData(code, words, rows, options).SetName($"Discover_{name}_IsToldInOneLine");
        string[] history = ["--method", "history-matching"];
        yield return Wrong("MissingOutput", 2, "--output is missing", Grid);
        yield return Wrong("MisspeltOutput", 2, "--output: rows.csv has no column fail; did you mean fails?", Grid, "--output", "fail");
        yield return Wrong("MisspeltFactor", 2, "--bounds: rows.csv has no column regions; did you mean region?", Grid, "--output", "fails", "--bounds", "regions");
        yield return Wrong("OutputAmongFactors", 2, "--bounds fails: it is an output", Grid, "--output", "fails", "--bounds", "fails=0:1");
        yield return Wrong("BoundsUpsideDown", 2, "--bounds a=1:0: such as x1=0:1", Grid, "--output", "fails", "--bounds", "a=1:0");
        yield return Wrong("MissingThreshold", 2, "--threshold is missing: y has values other than 0 and 1 (median ", Grid, "--output", "y");
        yield return Wrong("ThresholdWithoutSign", 2, "--threshold 10: such as \">= 10\"", Grid, "--output", "y", "--threshold", "10");
        yield return Wrong("ThickSlices", 2, "--alpha 0.9: a number above 0, at most 0.5 is wanted", Grid, "--output", "fails", "--alpha", "0.9");
        yield return Wrong("NegativeResamples", 2, "--resamples -3: a whole number", Grid, "--output", "fails", "--resamples", "-3");
        yield return Wrong("UnknownMethod", 2, "--method primm: there is no such method; did you mean prim?", Grid, "--method", "primm");
        yield return Wrong("OptionOfTheOtherMethod", 2, "--target: not for --method prim", Grid, "--output", "fails", "--target", "y=1+-1");
        yield return Wrong("OptionOfPrim", 2, "--coverage: not for --method history-matching", Grid, [.. history, "--target", "y=1+-1", "--coverage", "0.8"]);
        yield return Wrong("MissingTarget", 2, "--target is missing", Grid, history);
        yield return Wrong("TargetWithoutDeviation", 2, "--target y=1: such as y=3.2+-0.1", Grid, [.. history, "--target", "y=1"]);
        yield return Wrong("TargetTwice", 2, "--target: y has two", Grid, [.. history, "--target", "y=1+-1", "y=2+-1"]);
        yield return Wrong("DiscrepancyWithoutTarget", 2, "--discrepancy b: it has no --target", Grid, [.. history, "--target", "y=1+-1", "--discrepancy", "b=1"]);
        yield return Wrong("EverythingForgiven", 2, "--forgive 1: of 1 target nothing would be left", Grid, [.. history, "--target", "y=1+-1", "--forgive", "1"]);
        yield return Wrong("ConstantOutput", 3, "rows.csv: one is 1 in every row", "x,one\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},1\n")), "--output", "one");
        yield return Wrong("NoCase", 3, "rows.csv: in no row y is above 100 (0 to ", Grid, "--output", "y", "--threshold", "> 100");
        yield return Wrong("OnlyCases", 3, "rows.csv: in every row y is -1 or more", Grid, "--output", "y", "--threshold", ">= -1");
        yield return Wrong("TooFewRows", 3, "rows.csv: 3 rows: at least 20 are wanted", "x,y\n1,0\n2,1\n3,1\n", "--output", "y");
        yield return Wrong("TooFewRowsForAnEmulator", 3, "rows.csv: 3 rows: at least 8 are wanted for 1 factor", "x,y\n1,0\n2,1\n3,1\n", [.. history, "--target", "y=1+-1"]);
        yield return Wrong("WordsForAnEmulator", 3, "rows.csv:2 region = north: a number is wanted", Grid, [.. history, "--target", "y=1+-1"]);
        yield return Wrong("ConstantFactor", 3, "x is 5 in every row: no factor", "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"5,{i}\n")), [.. history, "--target", "y=1+-1"]);
        yield return Wrong("CellThatIsNoNumber", 3, "rows.csv:4 a = 0.02O: a number is wanted", Grid.Replace("\n0.02,", "\n0.02O,", StringComparison.Ordinal), "--output", "fails");
        yield return Wrong("EmptyCell", 3, "rows.csv:4 a = (nothing): a number is wanted", Grid.Replace("\n0.02,", "\n,", StringComparison.Ordinal), "--output", "fails");
        yield return Wrong("ShortRow", 3, "rows.csv:3 2 cells; the header has 5", Grid.Replace("\n0.01,", "\n0.01,2\n0.01,", StringComparison.Ordinal), "--output", "fails");
        yield return Wrong("RowOutsideTheBounds", 3, "a = 0.99 lies outside its bounds 0:0.985", Grid, "--output", "fails", "--bounds", "a=0:0.985");
        yield return Wrong("ColumnTwice", 3, "rows.csv:1 two columns are named x", "x,x,y\n1,2,3\n", "--output", "y");
        yield return Wrong("EmptyFile", 3, "no header", "", "--output", "y");
        yield return Wrong("OutputAlone", 3, "no column is left to be a factor", "y\n0\n1\n", "--output", "y");
    }

    [TestCaseSource(nameof(Mistakes))]
    public void Discover_WithAMistake_IsToldInOneLine(int code, string words, string rows, string[] options)
    {
        CliRun run = Discover(rows, options);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((code, "")), run.Errors);
        Assert.That(run.Errors, Does.Contain(words).And.Not.Contain("   at ").And.Not.Contain("internal error"));
    }

    [Test]
    public void Discover_SeveralMistakesInATable_AreToldAtOnce()
    {
        CliRun run = Discover("a,y\nx,0\n2,two\n3,1\n", "--output", "y", "--bounds", "a=0:9");
        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Errors, Does.Contain("rows.csv:2 a = x").And.Contain("rows.csv:3 y = two").And.Contain("3 rows: at least 20"));
    }

    [Test]
    public void Discover_FileThatIsNotThere_IsNamed()
    {
        CliRun run = CliRun.Of(CliRun.Folder(), "discover", "--data", "nowhere.csv", "--output", "y");
        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((3, "clustersim: there is no file nowhere.csv\n")));
    }

    private static CliRun Discover(string rows, params string[] options)
    {
        string folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(folder, "rows.csv"), rows);
        return CliRun.Of(folder, ["discover", "--data", "rows.csv", .. options]);
    }
}
