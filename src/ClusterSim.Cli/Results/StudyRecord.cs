using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Cli.Results;

/// <summary>What a study is beside its name, seed and scenarios: the part <c>design</c> of the manifest, from which single histories can be run again.</summary>
internal sealed record StudyRecord
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Name of the baseline's scenario.</summary>
    public required string Baseline { get; init; }

    /// <summary>Names of the arms' scenarios, in their order.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>By arm, the arm of which it is the placebo; empty for others.</summary>
    public required IReadOnlyList<string> PlaceboOf { get; init; }

    /// <summary>The smallest difference that matters; null = none is declared.</summary>
    public required double? Smallest { get; init; }

    public required IReadOnlyList<string> Measures { get; init; }

    public required IReadOnlyList<int> Horizons { get; init; }

    public required IReadOnlyList<int> CalendarYears { get; init; }

    public required bool RecordFirms { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool RecordYears { get; init; }

    public required bool Checked { get; init; }

    /// <summary>The scenario whose past all histories continue; empty = they start in month 0.</summary>
    public required string PastOf { get; init; }

    public required IReadOnlyList<Probe> Probes { get; init; }

    public required bool Additionality { get; init; }

    public required string Answer { get; init; }

    public required string Size { get; init; }

    /// <summary>The date at which the answer is read; null = not stated.</summary>
    public required StudyPoint? ReadAt { get; init; }

    public required IReadOnlyList<UncertainParameter> Uncertain { get; init; }

    /// <summary>Null = one world.</summary>
    public required WorldDesign? Worlds { get; init; }

    /// <summary>When there are pairs enough; null = their number is fixed.</summary>
    public required StoppingRule? Stopping { get; init; }

    /// <summary>What the arm must show, if it is a case.</summary>
    public required IReadOnlyList<Expectation> Expectations { get; init; }

    public static StudyRecord Of(Job job) => new()
    {
        Baseline = job.Study.BaselineName,
        Arms = [.. job.Study.Arms.Select(arm => arm.Name)],
        PlaceboOf = [.. job.Study.Arms.Select(arm => arm.PlaceboOf)],
        Smallest = job.Study.Smallest,
        Measures = job.Study.Measures,
        Horizons = job.Study.Horizons,
        CalendarYears = job.Study.CalendarYears,
        RecordFirms = job.Study.RecordFirms,
        RecordYears = job.Study.RecordYears,
        Checked = job.Study.Checked,
        PastOf = job.PastOf,
        Probes = job.Study.Probes,
        Expectations = job.Cases?.Expectations ?? [],
        Additionality = job.Study.Additionality,
        Answer = job.Study.Answer,
        Size = job.Study.Size,
        ReadAt = job.Study.ReadAt,
        Uncertain = job.Uncertain,
        Worlds = job.Study.Worlds?.Design,
        Stopping = job.Stopping,
    };

    /// <summary>Hash of all that decides a pair of histories: what is kept of finished work may be used in every run of this key.</summary>
    /// <param name="resolved">Every scenario as it is run, by name.</param>
    public string Key(string model, string study, ulong seed, IEnumerable<(string Name, string Yaml)> resolved)
    {
        StudyRecord decisive = this with { Checked = false, Stopping = null, Expectations = [.. Expectations.Select(expectation => expectation with { Line = 0 })] }; // none of them moves a pair
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Versions.Schema} {model} {study} {seed}\n{decisive.ToJson().ToJsonString()}\n");
        foreach ((string name, string yaml) in resolved) text.Append(name).Append('\n').Append(yaml);
        return Hash(text.ToString());
    }

    /// <summary>Hash of all that decides the results: two studies of one identity give the same files.</summary>
    public string Identity(string model, string study, ulong seed, int replications, IEnumerable<(string Name, string Yaml)> resolved) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{Key(model, study, seed, resolved)} {replications} {Stopping}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, Layout)!;

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> wrote.</exception>
    public static StudyRecord FromJson(JsonNode? node) => node.Deserialize<StudyRecord>(Layout) ?? throw new JsonException("the part design is missing");
}
