using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Intrinsics;
using System.Runtime.Versioning;
using System.Text.Json;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Studio.Work;

/// <summary>What worker.js calls. A worker does one request at a time, slice by slice, and forgets it when the next begins.</summary>
[SupportedOSPlatform("browser")]
internal static partial class WorkerExports
{
    private static IEnumerator<string>? _slices;
    private static PairRunner? _runner;
    private static string _prepared = "";

    /// <summary>Begins a request, in place of the one under way.</summary>
    [JSExport]
    internal static void Begin(string text)
    {
        WorkerRequest request = JsonSerializer.Deserialize(text, WireFormat.Default.WorkerRequest)!;
        _slices = (request.Kind switch
        {
            WorkerRequest.Watch => Slices.Watch(request),
            WorkerRequest.Pair => Slices.Pair(Runner(request), request),
            _ => Slices.Compare(request),
        }).GetEnumerator();
    }

    /// <summary>Does a slice; returns what is to be told, empty if nothing, null if the request is done.</summary>
    [JSExport]
    internal static string? Step() => _slices?.MoveNext() == true ? _slices.Current : null;

    /// <summary>Bits of the widest vectors in use; 0 = none.</summary>
    [JSExport]
    internal static int VectorBits() => Vector128.IsHardwareAccelerated ? 128 : 0;

    /// <summary>Pairs of one experiment share a runner and its memory.</summary>
    private static PairRunner Runner(WorkerRequest request)
    {
        string prepared = string.Join('\n', [.. request.Files.Values, request.File, request.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        if (_runner is null || prepared != _prepared) (_runner, _prepared) = (new PairRunner(Slices.Study(request)), prepared);
        return _runner;
    }
}
