namespace ClusterSim.Model.State;

/// <summary>Arrays that a step may use until it ends; they grow and are never given back. Each call with the same
/// slot returns the same memory, so one step must use distinct slots for what it holds at the same time.</summary>
public sealed class Scratch
{
    private readonly int[][] _ints = [[], [], [], []];
    private readonly double[][] _doubles = [[], [], [], [], []];
    private readonly ulong[][] _ids = [[], []];

    /// <summary>At least <paramref name="length"/> integers, not cleared.</summary>
    public Span<int> Ints(int length, int slot = 0) => Grown(_ints, slot, length).AsSpan(0, length);

    /// <summary>At least <paramref name="length"/> numbers, not cleared.</summary>
    public Span<double> Doubles(int length, int slot = 0) => Grown(_doubles, slot, length).AsSpan(0, length);

    /// <summary>At least <paramref name="length"/> lineage ids, not cleared.</summary>
    public Span<ulong> Ids(int length, int slot = 0) => Grown(_ids, slot, length).AsSpan(0, length);

    private static T[] Grown<T>(T[][] arrays, int slot, int length)
    {
        if (arrays[slot].Length < length) arrays[slot] = new T[Math.Max(64, length + length / 2)];
        return arrays[slot];
    }
}
