using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State;

namespace ClusterSim.Cli.Results;

/// <summary>What was run, rebuilt from a results folder: its histories can be run again, one by one, bit for bit.</summary>
internal sealed class StoredStudy
{
    private readonly StudyRecord _design;
    private readonly (string Name, string Yaml)[] _texts;

    private StoredStudy(string folder, JsonNode manifest)
    {
        Folder = folder;
        Manifest = manifest;
        Identity = (string)manifest["identity"]!;
        Title = (string)manifest["title"]!;
        Warnings = [.. manifest["warnings"]!.AsArray().Select(warning => (string)warning!)];
        StudyRecord design = _design = StudyRecord.FromJson(manifest["design"]);
        (string Name, string Yaml)[] texts = _texts = [.. design.Arms.Prepend(design.Baseline).Select(name => (name, Text(folder, name)))];
        var loader = new ScenarioLoader(new MemoryFiles(texts.ToDictionary(each => File(each.Name), each => each.Yaml)));
        Scenario baseline = loader.LoadScenario(File(design.Baseline));
        Scenario[] arms = [.. design.Arms.Select(name => loader.LoadScenario(File(name)))];
        Past = baseline.Past;
        Study = new Study
        {
            Name = (string)manifest["study"]!,
            BaselineName = design.Baseline,
            Baseline = baseline.Configuration,
            Arms = [.. arms.Select((arm, i) => new Arm(arm.Name, arm.Configuration, design.PlaceboOf.ElementAtOrDefault(i) ?? ""))],
            Smallest = design.Smallest,
            Replications = (int)manifest["replications"]!["asked"]!,
            Seed = (ulong)manifest["seed"]!,
            Measures = design.Measures,
            Horizons = design.Horizons,
            CalendarYears = design.CalendarYears,
            Probes = design.Probes,
            RecordFirms = design.RecordFirms,
            RecordYears = design.RecordYears,
            Checked = design.Checked,
            Additionality = design.Additionality,
            Answer = design.Answer,
            Size = design.Size,
            ReadAt = design.ReadAt,
            Worlds = design.Worlds is null ? null : UncertainWorlds.Of(design.Uncertain, design.Worlds, Past, [baseline.Configuration, .. arms.Select(arm => arm.Configuration)]),
            StoredState = Past is null ? null : Studies.StateAfter(arms.Prepend(baseline).First(scenario => scenario.Name == design.PastOf).Configuration, Past),
        };
        IsWhole = Identity == design.Identity((string)manifest["clustersim"]!, Study.Name, Study.Seed, Study.Replications, texts);
        Cases = design.Expectations.Count == 0 ? null : arms.Prepend(baseline).Last() with { Control = arms.Length == 0 ? null : Study.Baseline, Expectations = design.Expectations };
    }

    public string Folder { get; }

    public JsonNode Manifest { get; }

    public string Identity { get; }

    /// <summary>True if the identity in the manifest is that of what stands in the folder.</summary>
    public bool IsWhole { get; }

    public string Title { get; }

    /// <summary>The study as it was run.</summary>
    public Study Study { get; }

    public Past? Past { get; }

    /// <summary>The scenario whose expectations are judged; null if there are none.</summary>
    public Scenario? Cases { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Pairs in all that so many in every world are, and never fewer than there were to be.</summary>
    public int PairsWith(int? pairs) => Math.Max((pairs ?? 0) * (Study.Worlds?.Count ?? 1), Study.Replications);

    /// <summary>The job as it was given.</summary>
    /// <param name="pairs">More pairs than there were to be, in every world if there are several; then no precision ends it earlier.</param>
    public Job JobWith(Func<Study, Study> settle, int? pairs = null) => new()
    {
        Study = settle(Study) with { Replications = PairsWith(pairs) },
        Title = Title,
        Past = Past,
        PastOf = _design.PastOf,
        Cases = Cases,
        Warnings = [.. Manifest["input_warnings"]!.AsArray().Select(warning => (string)warning!)],
        Command = PairsWith(pairs) > Study.Replications ? Job.Enlarged((string)Manifest["command"]!, pairs!.Value) : (string)Manifest["command"]!,
        Sources = [.. Manifest["sources"]!.AsArray().Select(source => ((string)source!, System.IO.File.ReadAllText(Path.Combine(Folder, $"scenarios/{source}.source.yaml"))))],
        Resolved = _texts,
        Uncertain = _design.Uncertain,
        Stopping = PairsWith(pairs) > Study.Replications ? null : _design.Stopping,
    };

    /// <summary>Reads a folder in which a run was broken off.</summary>
    /// <exception cref="CommandException">There is none, or none that this version can go on with.</exception>
    public static StoredStudy ReadPlan(string folder)
    {
        JsonObject plan = ResultsFolder.Plan(folder) ?? throw new CommandException(ExitCodes.Usage, $"{folder}: its plan.json is broken: run the command again with --force");
        return Rebuild(folder, plan, "plan.json", anyModel: false);
    }

    /// <summary>Reads a folder.</summary>
    /// <param name="anyModel">Whether a folder of another version of the model is read all the same; its histories may come out differently.</param>
    /// <exception cref="CommandException">It holds no finished results, or results that this version cannot run again.</exception>
    public static StoredStudy Read(string folder, bool anyModel = false)
    {
        return Rebuild(folder, ManifestOf(folder), "manifest.json", anyModel);
    }

    private static StoredStudy Rebuild(string folder, JsonObject manifest, string file, bool anyModel)
    {
        string model = ResultsFolder.Word(manifest, "clustersim") ?? "unknown";
        if (model != Versions.Model && !anyModel)
            throw new CommandException(ExitCodes.Usage, $"{folder} was written by model version {model}, this is {Versions.Model}: its histories cannot be run again bit for bit. Use version {model}, or run the command again: {(string?)manifest["command"]} -o {folder} --force");
        try
        {
            return new StoredStudy(folder, manifest);
        }
        catch (ScenarioException broken)
        {
            throw new CommandException(ExitCodes.Usage, $"{folder} cannot be run again: {broken.Problems[0]}");
        }
        catch (FileNotFoundException missing)
        {
            throw new CommandException(ExitCodes.Usage, $"{folder} cannot be run again: scenarios/{Path.GetFileName(missing.FileName)} is missing");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or NullReferenceException or FormatException or IOException)
        {
            throw new CommandException(ExitCodes.Usage, $"{folder} cannot be run again: its {file} is broken ({broken.Message.Split('\n')[0]})");
        }
    }

    /// <summary>The manifest of finished results in the files of this version.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static JsonObject ManifestOf(string folder)
    {
        if (!Directory.Exists(folder)) throw new CommandException(ExitCodes.Usage, $"there is no folder {folder}{Nearest.Hint(folder, Neighbours(folder))}");
        if (!ResultsFolder.IsFinished(folder))
            throw new CommandException(ExitCodes.Usage, ResultsFolder.IsUnfinished(folder)
                ? $"{folder} is not finished: its run is still under way or was broken off (clustersim resume {folder} goes on with it)"
                : $"{folder} holds no results of ClusterSim: a results folder has a manifest.json (clustersim list results)");
        if (ResultsFolder.Manifest(folder) is not JsonObject manifest || manifest["identity"] is null)
            throw new CommandException(ExitCodes.Usage, $"{folder}: its manifest.json is broken");
        int schema = manifest["schema_version"] is JsonValue value && value.TryGetValue(out int number) ? number : 0;
        if (schema != Versions.Schema)
            throw new CommandException(ExitCodes.Usage, $"{folder} has files of schema {schema}, this version reads schema {Versions.Schema}: run the command again: {(string?)manifest["command"]} -o {folder} --force");
        return manifest;
    }

    private static IEnumerable<string> Neighbours(string folder)
    {
        string? parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder));
        return parent is { Length: > 0 } && Directory.Exists(parent) ? Directory.GetDirectories(parent).Where(ResultsFolder.IsFinished) : [];
    }

    private static string File(string name) => $"scenarios/{name}.yaml";

    private static string Text(string folder, string name) => System.IO.File.ReadAllText(Path.Combine(folder, File(name)));
}
