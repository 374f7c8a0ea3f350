using System.Buffers.Binary;

namespace ClusterSim.Model.Engine;

/// <summary>128 bits that stand for everything added to them, in order: two runs with the same digest have the same state.
/// Not meant against forgery.</summary>
public struct Digest
{
    private ulong _first, _second;

    /// <summary>Adds bytes, eight at a time, and their number.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        int whole = bytes.Length & ~7;
        for (int i = 0; i < whole; i += 8) Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..]));
        ulong rest = (ulong)bytes.Length;
        for (int i = whole; i < bytes.Length; i++) rest = rest << 8 | bytes[i];
        Add(rest);
    }

    public void Add(ulong value)
    {
        _first = ((_first ^ value) + 0xD6E8FEB86659FD93) * 0x9E3779B97F4A7C15; // the sum, so that zeros count
        _first ^= _first >> 32;
        _second = (_second + value) * 0xC2B2AE3D27D4EB4F + _first;
        _second ^= _second >> 29;
    }

    public void Add(double value) => Add(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>32 hexadecimal digits.</summary>
    public override readonly string ToString() => $"{Lineage.Mix(_first ^ Lineage.Mix(_second)):x16}{Lineage.Mix(_second + _first):x16}";
}
