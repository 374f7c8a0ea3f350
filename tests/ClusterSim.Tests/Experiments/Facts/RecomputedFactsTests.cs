using System.Globalization;
using ClusterSim.Cli.Results;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;
using ClusterSim.Tests.Cli;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>The files of <c>validate --facts -o</c> are enough to compute the facts again.</summary>
public sealed class RecomputedFactsTests
{
    private static readonly Lazy<(string Folder, FactSample Sample)> Small = new(() => Run(Scenario(), 5));

    /// <summary>Four regions and forty years: every stage is seen, and a test takes seconds.</summary>
    private static ModelConfiguration Scenario()
    {
        const string text = "scenario: small\nyears: 40\ncountry: {regions: 4, population: 24k, reference-share: 5%}\nactivities:\n  - {name: machines, peak-demand: 1500, midpoint: 90mo, time-scale: 40mo, entry-potential: 6}\n  - {name: soles, supplies-to: machines, input-share: 15%, relatedness: 0.5, entry-potential: 1}\n";
        return new ScenarioLoader(new MemoryFiles(new Dictionary<string, string> { ["small.yaml"] = text })).LoadScenario("small.yaml").Configuration;
    }

    private static (string, FactSample) Run(ModelConfiguration configuration, int histories)
    {
        string path = Path.Combine(CliRun.Folder(), "facts");
        using var folder = new FactFolder(path);
        FactSample sample = FactCheck.Run(configuration, histories, 7, new SequentialExecutor(), _ => { }, CancellationToken.None, new FactRecording("small", folder.Take));
        folder.Finish([.. Fact.All.Where(fact => fact.Preset == "full").Select(sample.Judge)], 7);
        return (path, sample);
    }

    private static Stranger Reader => new(Small.Value.Folder, "small", "machines");

    private static IEnumerable<TestCaseData> Statistics()
    {
        (string Name, Func<Stranger, double> Of)[] all =
        [
            ("survival-5", stranger => stranger.Survival(60)), ("survival-10", stranger => stranger.Survival(120)), ("size-tail", stranger => stranger.SizeTail()), ("spin-offs-that-stay", stranger => stranger.Stay()),
            ("job-creation", stranger => stranger.JobFlows()[0]), ("job-destruction", stranger => stranger.JobFlows()[1]), ("job-creation-births", stranger => stranger.JobFlows()[2]), ("job-destruction-deaths", stranger => stranger.JobFlows()[3]),
            ("job-to-job", stranger => stranger.JobToJob()), ("job-to-job-inside", stranger => stranger.JobToJobInside()), ("wage-elasticity", stranger => stranger.WageElasticity()), ("ellison-glaeser", stranger => stranger.EllisonGlaeser()),
            ("heterogeneity-fall", stranger => stranger.HeterogeneityFall()), ("related-variety-growth", stranger => stranger.RelatedVariety()),
            ("wage-start-gap", stranger => stranger.WageGap(slope: false)), ("wage-slope-gap", stranger => stranger.WageGap(slope: true)),
            ("knowledge-localisation", stranger => stranger.Localisation(rates: false)), ("knowledge-rate-ratio", stranger => stranger.Localisation(rates: true)),
        ];
        return all.Select(each => new TestCaseData(each.Name, each.Of).SetArgDisplayNames(each.Name));
    }

    [TestCaseSource(nameof(Statistics))]
    public void Statistic_FromTheFilesAlone_IsTheOneThatIsJudged(string name, object of)
    {
        double judged = Small.Value.Sample.Measure(name).Value, computed = ((Func<Stranger, double>)of)(Reader);
        Assert.That(computed, Is.EqualTo(judged).Within(1e-8), "the files have ten digits");
        if (name is not ("job-to-job-inside" or "related-variety-growth")) Assert.That(double.IsFinite(judged), "the history must say something");
    }

    [Test]
    public void Headcount_OfEveryFirmYear_FollowsFromHiresAndSeparations()
    {
        var before = new Dictionary<(string, string), int>();
        int rows = 0;
        foreach (string[] cells in File.ReadLines(Path.Combine(Small.Value.Folder, "firm_years.csv")).Skip(1).Select(line => line.Split(',')))
        {
            int headcount = int.Parse(cells[6], CultureInfo.InvariantCulture), change = int.Parse(cells[7], CultureInfo.InvariantCulture) - int.Parse(cells[8], CultureInfo.InvariantCulture);
            Assert.That(before.GetValueOrDefault((cells[1], cells[2])) + change, Is.EqualTo(headcount), string.Join(',', cells));
            before[(cells[1], cells[2])] = headcount;
            rows++;
        }
        Assert.That(rows, Is.GreaterThan(500));
    }

    [Test]
    public void Definitions_OfStatistics_AreThoseThatAreComputedAndNameColumnsThatThereAre()
    {
        string[] headers = [.. Directory.GetFiles(Small.Value.Folder, "*.csv").Select(file => Path.GetFileName(file) + "," + File.ReadLines(file).First())];
        foreach (StatisticDefinition definition in StatisticDefinition.All)
        {
            Assert.That(() => Small.Value.Sample.Measure(definition.Name), Throws.Nothing, definition.Name);
            string[] columns = [.. headers.Select(header => header.Split(',')).Where(header => definition.Files.Contains(header[0])).SelectMany(header => header)];
            Assert.That(definition.Files, Is.SubsetOf(columns), definition.Name);
            Assert.That(definition.Columns, Is.SubsetOf(columns), definition.Name);
        }
        Assert.That(Fact.All.Where(fact => fact.Missing.Length == 0).Select(fact => fact.Statistic).Distinct(), Is.SubsetOf(StatisticDefinition.All.Select(each => each.Name)));
    }

    [Test]
    public void History_ThatIsRecorded_IsTheOneThatIsNot()
    {
        FactSample plain = FactCheck.Run(Scenario(), 5, 7, new SequentialExecutor(), _ => { }, CancellationToken.None);
        foreach (string name in StatisticDefinition.All.Select(each => each.Name)) Assert.That(plain.Measure(name), Is.EqualTo(Small.Value.Sample.Measure(name)), name);
    }

    [TestCase("firms", "birthplace")]
    [TestCase("flows", "channel")]
    [TestCase("wages_year", "place")]
    public async Task Table_WithNamesInIt_BecomesParquet(string table, string names)
    {
        string csv = Path.Combine(Small.Value.Folder, table + ".csv"), target = Path.Combine(CliRun.Folder(), table + ".parquet");
        Assert.That(await ParquetTable.Write(csv, target, FactFolder.Metrics(), CancellationToken.None), Is.EqualTo(File.ReadLines(csv).Count() - 1).And.GreaterThan(100));
        Assert.That(File.ReadLines(csv).First().Split(','), Does.Contain(names));
    }

    [Test]
    [Category("Slow")]
    public void Facts_OfTheCommand_CanBeComputedAgainToThePrintedDigits()
    {
        string folder = CliRun.Folder();
        CliRun run = CliRun.Of(folder, "validate", "--facts", "-r", "10", "-o", "out", "--quiet");
        var stranger = new Stranger(Path.Combine(folder, "out"), "full", "machines");
        var patchwork = new Stranger(Path.Combine(folder, "out"), "patchwork", "machines");
        foreach ((string id, double value) in new[] { ("F19a", stranger.WageGap(slope: false)), ("F19b", stranger.WageGap(slope: true)), ("F21", stranger.Localisation(rates: false)), ("F27", patchwork.RelatedVariety()),
            ("F01", stranger.Survival(60)), ("F02", stranger.Survival(120)), ("F05a", stranger.JobFlows()[0]), ("F07", stranger.SizeTail()), ("F16", stranger.Stay()),
            ("F17a", stranger.JobToJob()), ("F17b", stranger.JobToJobInside()), ("F20", stranger.WageElasticity()), ("F24", stranger.EllisonGlaeser()), ("F32", stranger.HeterogeneityFall()) })
        {
            string printed = value.ToString(Math.Abs(value) >= 10 ? "0.0" : Math.Abs(value) >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
            Assert.That(run.Output.Split('\n').Single(line => line.StartsWith(id + " ", StringComparison.Ordinal)), Does.Match($@"\s{System.Text.RegularExpressions.Regex.Escape(printed)}\s"), id);
        }
    }
}
