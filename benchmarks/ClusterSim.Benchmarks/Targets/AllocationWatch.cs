using System.Runtime.InteropServices;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Benchmarks.Targets;

/// <summary>Counts what each mechanism allocates.</summary>
internal sealed class AllocationWatch : IScheduleObserver<World>
{
    private long _before;

    /// <summary>Bytes by name of the mechanism.</summary>
    public Dictionary<string, long> Bytes { get; } = new(StringComparer.Ordinal);

    public void Before(Process<World> process, World world) => _before = GC.GetAllocatedBytesForCurrentThread();

    public void After(Process<World> process, World world)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread() - _before;
        CollectionsMarshal.GetValueRefOrAddDefault(Bytes, process.Name, out _) += bytes;
    }
}
