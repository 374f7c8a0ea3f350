namespace ClusterSim.Model.Engine;

/// <summary>Draft; being replaced.</summary>
public struct Digest
{
    private ulong _a, _b;
    public void Add(ReadOnlySpan<byte> bytes) { foreach (byte b in bytes) Add((ulong)b); }
    public void Add(ulong value) { _a = Lineage.Mix(_a ^ value); _b = Lineage.Mix(_b + _a); }
    public void Add(double value) => Add(BitConverter.DoubleToUInt64Bits(value));
    public override readonly string ToString() => $"{_a:x16}{_b:x16}";
}
