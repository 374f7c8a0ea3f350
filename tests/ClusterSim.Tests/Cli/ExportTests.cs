using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using NUnit.Framework;
using Parquet;
using Parquet.Schema;

namespace ClusterSim.Tests.Cli;

/// <summary>Results leave their folder and remain what they were.</summary>
public sealed class ExportTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void Run()
    {
        _folder = CliRun.Folder();
        File.WriteAllText(Path.Combine(_folder, "a.yaml"), """
            experiment: two
            scenario: scenarios/starter/classroom.yaml
            years: 20
            measure: {primary: jobs, also: [wage]}
            horizons: [5y]
            calendar: [20y]
            arms:
              grant: {instrument: start-up-grant, region: region-1, start: {year: 6}, budget: 500k, duration: 5y}
              capital: {instrument: government-vc, region: region-1, start: {stage: embryonic}, budget: 1m, duration: 5y}
            """);
        CliRun run = CliRun.Of(_folder, "compare", "a.yaml", "-r", "3", "-s", "18446744073709551615", "-o", "out");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
    }

    private static readonly string[] Tables = ["acceptability", "additionality", "comparison", "contrasts", "cost_effectiveness", "deals", "effects", "events", "firms", "next_stage", "next_stage_summary", "pairs", "persistence", "runs", "stages", "summary", "take_off", "timeseries"];

    [Test]
    public void Csv_OfAFolder_HoldsEveryTableToTheByteAndOverwritesNothing()
    {
        CliRun run = CliRun.Of(_folder, "export", "out", "csv", "-o", "tables"), again = CliRun.Of(_folder, "export", "out", "csv", "-o", "tables"), own = CliRun.Of(_folder, "export", "out", "csv", "-o", "out", "--force");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "tables\n")), run.Errors);
        string[] names = [.. Tables.Select(table => table + ".csv"), "metrics.json"];
        Assert.That(Directory.GetFiles(Path.Combine(_folder, "tables")).Select(path => Path.GetFileName(path)), Is.EquivalentTo(names));
        foreach (string name in names) Assert.That(File.ReadAllBytes(Path.Combine(_folder, "tables", name)), Is.EqualTo(File.ReadAllBytes(Path.Combine(_folder, "out", name))), name);
        Assert.That((again.ExitCode, own.ExitCode), Is.EqualTo((2, 2)));
        Assert.That(again.Errors, Does.Contain("tables is not empty").And.Contain("--force"));
        Assert.That(own.Errors, Does.Contain("out holds results"));
    }

    [Test]
    public async Task Parquet_OfEveryTable_HoldsTheCellsOfItsCsv()
    {
        CliRun run = CliRun.Of(_folder, "export", "out", "parquet");
        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        string folder = Path.Combine(_folder, run.Output.Trim());
        Assert.That(Directory.GetFiles(folder, "*.parquet").Select(path => Path.GetFileNameWithoutExtension(path)), Is.EquivalentTo(Tables));
        foreach (string table in Tables)
        {
            using var text = new StreamReader(Path.Combine(_folder, "out", table + ".csv"));
            var csv = new CsvReader(text);
            string[] header = csv.Next()!;
            var rows = new List<string[]>();
            while (csv.Next() is string[] row) rows.Add(row);
            await using ParquetReader reader = await ParquetReader.CreateAsync(Path.Combine(folder, table + ".parquet"));
            DataField[] fields = reader.Schema.GetDataFields();
            Assert.That(fields.Select(field => field.Name), Is.EqualTo(header), table);
            for (int column = 0; column < header.Length; column++)
            {
                string?[] cells = await Cells(reader, fields[column]);
                Assert.That(cells, Is.EqualTo(rows.Select(row => Shown(row[column], fields[column].ClrType))), $"{table}.{header[column]}");
            }
            if (table != "timeseries") continue;
            Assert.That(reader.CustomMetadata["wage.unit"], Is.EqualTo("GBP a year"));
            Assert.That(fields.Select(field => field.ClrType).Distinct(), Is.EquivalentTo(new[] { typeof(ReadOnlyMemory<char>), typeof(long), typeof(double) }));
        }
    }

    [TestCase(0, 1)]
    [TestCase(50_000, 1)]
    [TestCase(100_001, 3)]
    public async Task Parquet_OfAnyLength_IsWrittenInGroupsOfRows(int rows, int groups)
    {
        string csv = Path.Combine(CliRun.Folder(), "timeseries.csv"), target = Path.ChangeExtension(csv, ".parquet");
        await File.WriteAllLinesAsync(csv, Enumerable.Range(0, rows).Select(row => $"a,{row},{(row % 2 == 0 ? "" : "0.5")}").Prepend("scenario_id,replication,jobs"));
        Assert.That(await ParquetTable.Write(csv, target, new JsonObject(), default), Is.EqualTo(rows));
        await using ParquetReader reader = await ParquetReader.CreateAsync(target);
        Assert.That(reader.RowGroupCount, Is.EqualTo(groups));
        string?[] cells = await Cells(reader, reader.Schema.GetDataFields()[1]);
        Assert.That(cells, Is.EqualTo(Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture))));
    }

    [TestCase("scenario_id,replication\na,x\n", "timeseries.csv:2 replication = x: a number belongs there")]
    [TestCase("scenario_id,replication\na,1\na,2,3\n", "timeseries.csv:3 has 3 cells instead of 2")]
    public void Parquet_OfARowThatDoesNotFit_NamesTheLine(string text, string words)
    {
        string csv = Path.Combine(CliRun.Folder(), "timeseries.csv");
        File.WriteAllText(csv, text);
        Assert.That(async () => await ParquetTable.Write(csv, csv + ".parquet", new JsonObject(), default), Throws.TypeOf<CommandException>().With.Message.EqualTo(words));
    }

    [Test]
    public void Bundle_OfAFolder_HasTheSameBytesTwiceAndIsVerified()
    {
        CliRun first = CliRun.Of(_folder, "export", "out", "bundle"), second = CliRun.Of(_folder, "export", "out", "bundle", "-o", "second.zip"), third = CliRun.Of(_folder, "export", "second.zip", "bundle", "-o", "third.zip");
        Assert.That((first.ExitCode, second.ExitCode, third.ExitCode), Is.EqualTo((0, 0, 0)), first.Errors + second.Errors + third.Errors);
        Assert.That(first.Output, Does.Match(@"^two-[0-9a-f]{6}\.zip\n$"));
        byte[] bytes = File.ReadAllBytes(Path.Combine(_folder, first.Output.Trim()));
        foreach (string other in new[] { "second.zip", "third.zip" }) Assert.That(File.ReadAllBytes(Path.Combine(_folder, other)), Is.EqualTo(bytes), other);
        CliRun verify = CliRun.Of(_folder, "verify", "second.zip", "--histories", "1");
        Assert.That(verify.ExitCode, Is.Zero, verify.Output + verify.Errors);
        Assert.That(verify.Output, Does.StartWith("second.zip: identity").And.Contain("3 of 3 digests"));
        using ZipArchive zip = ZipFile.OpenRead(Path.Combine(_folder, "second.zip"));
        Assert.That(zip.Entries.Select(entry => entry.FullName[11..]), Is.SupersetOf(new[] { "manifest.json", "README.txt", "runs.csv", "scenarios/baseline.yaml", "scenarios/a.source.yaml" }).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(CliRun.Of(_folder, "export", "out", "bundle", "-o", "second.zip").Errors, Does.Contain("second.zip is there already"));
    }

    [Test]
    public void Export_OfATruncatedFolderOrAnUnknownFormat_SaysWhatIsWrong()
    {
        string broken = Path.Combine(CliRun.Folder(), "broken");
        Assert.That(CliRun.Of(_folder, "compare", "a.yaml", "-r", "1", "-o", broken).ExitCode, Is.Zero);
        using (FileStream file = File.OpenWrite(Path.Combine(broken, "timeseries.csv"))) file.SetLength(file.Length / 2);
        foreach (string format in new[] { "csv", "parquet", "bundle" })
        {
            CliRun run = CliRun.Of(_folder, "export", broken, format, "-o", "nothing");
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((5, "")));
            Assert.That(run.Errors, Does.Contain("is not whole: timeseries.csv has changed"));
        }
        Assert.That(Path.Exists(Path.Combine(_folder, "nothing")), Is.False);
        CliRun unknown = CliRun.Of(_folder, "export", "out", "parket");
        Assert.That(unknown.ExitCode, Is.EqualTo(2));
        Assert.That(unknown.Errors, Does.Contain("there is no format parket; did you mean parquet?"));
    }

    private static async Task<string?[]> Cells(ParquetReader reader, DataField field)
    {
        var cells = new List<string?>();
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(i);
            int rows = (int)group.RowCount;
            if (field.ClrType == typeof(ReadOnlyMemory<char>)) cells.AddRange(await Texts(group, field, rows));
            else if (field.ClrType == typeof(long)) cells.AddRange(await Numbers<long>(group, field, rows));
            else if (field.ClrType == typeof(ulong)) cells.AddRange(await Numbers<ulong>(group, field, rows));
            else cells.AddRange(await Numbers<double>(group, field, rows));
        }
        return [.. cells];
    }

    private static async Task<string?[]> Texts(ParquetRowGroupReader group, DataField field, int rows)
    {
        var values = new string?[rows];
        await group.ReadAsync(field, values.AsMemory()!, null);
        return values;
    }

    private static async Task<string?[]> Numbers<T>(ParquetRowGroupReader group, DataField field, int rows) where T : struct, IFormattable
    {
        var values = new T?[rows];
        await group.ReadAsync<T>(field, values.AsMemory(), null);
        return [.. values.Select(value => value?.ToString(typeof(T) == typeof(double) ? "R" : null, CultureInfo.InvariantCulture))];
    }

    /// <summary>A cell of the CSV file as its type prints it.</summary>
    private static string? Shown(string cell, Type type) =>
        cell.Length == 0 ? null : type == typeof(double) ? double.Parse(cell, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : cell;

    /// <summary>The names of policies are words to the export, not numbers.</summary>
    [Test]
    public async Task Parquet_OfSpending_HoldsItsRows()
    {
        string csv = Path.Combine(CliRun.Folder(), "spending.csv");
        File.WriteAllText(csv, ClusterSim.Experiments.Running.SpendingRecorder.Header + "arm,0,9,north-1,start-up-grant,region-2,shoes,44444,4444,1\n");
        Assert.That(await ParquetTable.Write(csv, csv + ".parquet", new JsonObject(), default), Is.EqualTo(1));
    }
}
