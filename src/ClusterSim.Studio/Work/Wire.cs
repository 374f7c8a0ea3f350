using System.Text.Json.Serialization;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Studio.Work;

/// <summary>What the page asks of a worker.</summary>
public sealed record WorkerRequest
{
    public const string Watch = "watch", Pair = "pair", Compare = "compare";

    /// <summary>One of the words above.</summary>
    public required string Kind { get; init; }

    /// <summary>The scenario or experiment.</summary>
    public required string File { get; init; }

    /// <summary>Texts beside those that are built in, by path.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The history to run.</summary>
    public int Replication { get; init; }

    /// <summary>Outcomes to compare, as workers told them, in the order of replications.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}

/// <summary>A year of the history that is watched: one value a region; the last frame carries the digest.</summary>
public sealed record YearFrame(int Year, double[] Jobs, double[] Firms, Stage[] Stages, string Digest = "");

/// <summary>A comparison: its rows, and the file that the command line would write.</summary>
public sealed record Weighed(IReadOnlyList<ComparisonRow> Rows, string Csv);

/// <summary>What a worker tells.</summary>
/// <param name="Item">Place of the request among those of its job.</param>
/// <param name="Said">A frame, an outcome or a comparison; empty if only the end is told.</param>
/// <param name="Error">Why the request came to nothing; empty if it did not.</param>
public sealed record WorkerMessage(int Item, string Said, bool Done, string Error);

/// <summary>The texts that pass between page and workers; every double keeps its bits.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(IReadOnlyList<WorkerRequest>))]
[JsonSerializable(typeof(YearFrame))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Weighed))]
[JsonSerializable(typeof(IReadOnlyList<WorkerMessage>))]
internal sealed partial class WireFormat : JsonSerializerContext;
