using System.Runtime.InteropServices;

namespace ClusterSim.Model.Engine;

/// <summary>One attribute of every row of a table, in one array. Described by its <see cref="StateAttribute"/>.</summary>
public abstract class Column
{
    /// <summary>The property's name, set when the table is made.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What the column says of itself.</summary>
    public StateAttribute State { get; internal set; } = null!;

    /// <summary>Bytes of one element.</summary>
    public abstract int ElementSize { get; }

    /// <summary>Shares the count of rows with the table.</summary>
    internal abstract void Attach(RowCount rows);

    internal abstract void Resize(int capacity);

    /// <summary>The bytes of the first <paramref name="rows"/> elements, for digests and checkpoints.</summary>
    internal abstract Span<byte> Bytes(int rows);

    internal abstract void Clear(int from, int to);

    /// <summary>Puts at each place from <paramref name="first"/> on the element of the row named there; rows ascend.</summary>
    internal abstract void Gather(ReadOnlySpan<int> rows, int first);
}

/// <summary>A typed column; index it by row.</summary>
/// <typeparam name="T">Plain data: numbers or small structs of numbers.</typeparam>
public sealed class Column<T> : Column where T : unmanaged
{
    private T[] _items = [];
    private RowCount _rows = null!;

    /// <summary>The element of <paramref name="row"/>, to read or write.</summary>
    /// <exception cref="IndexOutOfRangeException">The row lies beyond the table's capacity.</exception>
    public ref T this[int row] => ref _items[row];

    /// <summary>Length = the table's Count, row-aligned. Never hold it across growth.</summary>
    public Span<T> Span => _items.AsSpan(0, _rows.Value);

    /// <inheritdoc/>
    public override int ElementSize => System.Runtime.CompilerServices.Unsafe.SizeOf<T>();

    internal override void Attach(RowCount rows) => _rows = rows;

    internal override void Resize(int capacity) => Array.Resize(ref _items, capacity);

    internal override Span<byte> Bytes(int rows) => MemoryMarshal.AsBytes(_items.AsSpan(0, rows));

    internal override void Clear(int from, int to) => _items.AsSpan(from, to - from).Clear();

    internal override void Gather(ReadOnlySpan<int> rows, int first)
    {
        Span<T> items = _items.AsSpan(0, _rows.Value);
        for (int i = first; i < rows.Length; i++) items[i] = items[rows[i]];
    }
}

/// <summary>The number of rows that the columns of a table have in common.</summary>
internal sealed class RowCount
{
    public int Value { get; set; }
}
