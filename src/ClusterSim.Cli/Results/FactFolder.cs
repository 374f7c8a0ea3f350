using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Results;

/// <summary>The folder of <c>validate --facts -o</c>: every row that the facts are computed from, and how each statistic follows.</summary>
internal sealed class FactFolder : IDisposable
{
    private const string FactsFile = "facts.csv";

    private readonly string _path;
    private readonly Dictionary<string, StreamWriter> _files = [];
    private readonly HashSet<string> _scenarios = [];
    private IReadOnlyList<string> _columns = [];

    /// <exception cref="CommandException">The folder holds something else.</exception>
    public FactFolder(string path)
    {
        _path = path;
        if (File.Exists(path)) throw new CommandException(ExitCodes.Usage, $"{path} is a file: -o takes a folder");
        if (Directory.Exists(path) && !File.Exists(Path.Combine(path, FactsFile)) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new CommandException(ExitCodes.Usage, $"{path} is not empty and holds no facts: choose another folder");
        Directory.CreateDirectory(path);
        foreach ((string name, string header) in new[] { ("firms", HistoryFiles.FirmsHeader), ("deals", HistoryFiles.DealsHeader), ("stages", FactRows.StagesHeader), ("firm_years", YearFiles.FirmYearsHeader),
            ("region_years", YearFiles.RegionYearsHeader), ("moves_year", YearFiles.MovesHeader), ("flows", YearFiles.FlowsHeader), ("wages_year", YearFiles.WagesHeader),
            ("activities", FactRows.ActivitiesHeader) }) Open(name).Write(header);
    }

    /// <summary>Where the page of every fact goes.</summary>
    public string Page => Path.Combine(_path, "facts.html");

    /// <summary>Takes in a history.</summary>
    public void Take(FactRows rows)
    {
        var csv = new Csv();
        if (_columns.Count == 0)
        {
            _columns = [.. rows.Values.Select(value => value.Key)];
            Open("runs").Write("scenario_id,replication,seed,years," + string.Join(',', _columns) + "\n");
        }
        csv.Add(rows.Scenario).Add(rows.Replication).Add(rows.Seed.ToString(CultureInfo.InvariantCulture)).Add(rows.Years);
        foreach ((_, double value) in rows.Values) csv.Add(value);
        _files["runs"].Write(csv.EndRow());
        foreach ((string name, string text) in new[] { ("firms", rows.Firms), ("deals", rows.Deals), ("stages", rows.Stages), ("firm_years", rows.Yearly.FirmYears), ("region_years", rows.Yearly.RegionYears), ("moves_year", rows.Yearly.Moves),
            ("flows", rows.Yearly.Flows), ("wages_year", rows.Yearly.Wages) })
            _files[name].Write(text);
        if (_scenarios.Add(rows.Scenario)) _files["activities"].Write(rows.Activities);
    }

    /// <summary>Writes what came out, and the definitions.</summary>
    public void Finish(IReadOnlyList<FactResult> results, ulong seed)
    {
        var csv = new Csv();
        csv.AddRow(["id", "name", "kind", "preset", "statistic", "value", "ci_low", "ci_high", "low", "high", "verdict", "n", "status", "source"]);
        foreach (FactResult result in results)
        {
            Fact fact = result.Fact;
            csv.Add(fact.Id).Add(fact.Name).Add(fact.Kind).Add(fact.Preset).Add(fact.Statistic).Add(result.Value).Add(result.Interval.Low).Add(result.Interval.High).Add(fact.Low).Add(fact.High)
                .Add(fact.Missing.Length > 0 ? "not computed: " + fact.Missing : result.Pass ? "holds" : "fails").Add(result.Count).Add(fact.Status).Add(fact.Source).EndRow();
        }
        File.WriteAllText(Path.Combine(_path, FactsFile), csv.ToString());
        File.WriteAllText(Path.Combine(_path, "metrics.json"), Metrics().ToJsonString(Reports.Indented) + "\n");
        File.WriteAllText(Path.Combine(_path, "README.txt"), string.Create(CultureInfo.InvariantCulture, $"""
            Histories from which the facts are judged, seed {seed}, written by ClusterSim {Versions.Model}.

            facts.html        a page a fact: what it says, how it is computed, what came out, with figures
            facts.csv         a row a fact: value, interval, band, verdict
            runs.csv          a row a history: its own value of every statistic that is a mean over histories
            firms.csv         a row a firm that ever lived; deals.csv a row a deal; stages.csv a row a stage of a region
            firm_years.csv    a row a firm and year; region_years.csv a row a region, activity and year
            moves_year.csv    a row a year and two regions between which somebody moved from job to job
            flows.csv         a row a year, channel, two regions and age of knowledge: how often a firm learnt from another
            wages_year.csv    a row a year, activity, kind of place and tenure: persons and their mean log wage
            activities.csv    a row a scenario and activity: its family of related activities
            metrics.json      columns: unit and meaning; statistics: files, columns, filter, what is done, and how histories
                              are put together. docs/model/statistics.md shows the same

            scenario_id is the theory or case that was run. Ticks count months from 0, a year ends with month 12 x year. Money is in GBP.
            CSV: UTF-8, comma, decimal dot, one header line, ten significant digits; an empty cell is a missing value.

            """).ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        foreach (StreamWriter file in _files.Values) file.Dispose();
    }

    /// <summary>metrics.json: what the columns mean, and how each statistic follows from them.</summary>
    public static JsonObject Metrics()
    {
        var columns = new JsonObject();
        foreach (YearColumn column in YearColumn.All) columns[$"{column.Table}.{column.Name}"] = column.ToJson();
        var statistics = new JsonObject();
        foreach (StatisticDefinition definition in StatisticDefinition.All)
            statistics[FactRows.Column(definition.Name)] = new JsonObject
            {
                ["name"] = definition.Name,
                ["unit"] = definition.Unit,
                ["files"] = Words(definition.Files),
                ["columns"] = Words(definition.Columns),
                ["filter"] = definition.Filter,
                ["order"] = definition.Order,
                ["over_histories"] = definition.Over,
            };
        return new JsonObject { ["columns"] = columns, ["statistics"] = statistics };
    }

    private static JsonArray Words(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode)word)]);

    private StreamWriter Open(string name) => _files[name] = new StreamWriter(Path.Combine(_path, name + ".csv"), append: false, new UTF8Encoding(false));
}
