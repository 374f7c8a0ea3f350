using System.Reflection;

namespace ClusterSim.Model.Engine;

/// <summary>A struct of arrays: one column per attribute, one row per entity. A row is an identity for life; rows
/// are only ever appended, and closing an entity stamps a date instead of freeing its row.</summary>
public abstract class Table
{
    private readonly Column[] _columns;
    private readonly RowCount _rows = new();
    private int _capacity;

    /// <summary>Finds the columns by reflection: every public property of type <see cref="Column{T}"/>.</summary>
    /// <exception cref="InvalidOperationException">A column has no <see cref="StateAttribute"/>.</exception>
    protected Table()
    {
        // Initialisers of the derived class have run by now, so the columns exist.
        _columns = [.. GetType().GetProperties()
            .Where(property => property.PropertyType.IsSubclassOf(typeof(Column)))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(Describe)];
    }

    /// <summary>Rows so far.</summary>
    public int Count
    {
        get => _rows.Value;
        private set => _rows.Value = value;
    }

    /// <summary>While true, <see cref="Append"/> throws: rows are added at the commit point only.</summary>
    public bool Frozen { get; set; }

    /// <summary>The columns, by name in ordinal order.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>Adds a zeroed row and returns its number.</summary>
    /// <exception cref="InvalidOperationException">The table is frozen.</exception>
    public int Append()
    {
        if (Frozen) throw new InvalidOperationException($"{GetType().Name} grows only at the commit point of the schedule");
        if (Count == _capacity) Reserve(Math.Max(64, Count * 2));
        return Count++; // rows beyond the count are always zero, so that nothing is cleared here
    }

    /// <summary>Makes room for <paramref name="rows"/> rows in all.</summary>
    public void Reserve(int rows)
    {
        if (rows <= _capacity) return;
        foreach (Column column in _columns) column.Resize(rows);
        _capacity = rows;
    }

    /// <summary>Forgets every row and keeps the memory for the next history.</summary>
    public void Clear() => Shorten(0);

    /// <summary>Drops rows and keeps the order of the rest.</summary>
    /// <param name="kept">Rows that remain, ascending.</param>
    protected void Compact(ReadOnlySpan<int> kept)
    {
        int first = 0;
        while (first < kept.Length && kept[first] == first) first++;
        foreach (Column column in _columns) column.Gather(kept, first);
        Shorten(kept.Length);
    }

    private void Shorten(int rows)
    {
        if (Count > rows)
            foreach (Column column in _columns) column.Clear(rows, Count);
        Count = rows;
    }

    /// <summary>Writes row count and columns.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(_columns.Length);
        foreach (Column column in _columns)
        {
            writer.Write(column.Name);
            writer.Write(column.ElementSize);
            writer.Write(column.Bytes(Count));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stored columns are not this table's.</exception>
    public void Load(BinaryReader reader)
    {
        Clear();
        int rows = reader.ReadInt32();
        if (rows < 0 || reader.ReadInt32() != _columns.Length)
            throw new InvalidDataException($"the stored state of {GetType().Name} is of another model version");
        Reserve(rows);
        foreach (Column column in _columns)
        {
            if (reader.ReadString() != column.Name || reader.ReadInt32() != column.ElementSize)
                throw new InvalidDataException($"the stored state of {GetType().Name} lacks {column.Name}");
            reader.BaseStream.ReadExactly(column.Bytes(rows));
        }
        Count = rows;
    }

    /// <summary>Adds every row of every column to a digest, in column order.</summary>
    public void AddTo(ref Digest digest)
    {
        digest.Add((ulong)Count);
        foreach (Column column in _columns) digest.Add(column.Bytes(Count));
    }

    /// <summary>Bytes held by the rows so far.</summary>
    public long Bytes => _columns.Sum(column => (long)column.ElementSize) * Count;

    private Column Describe(PropertyInfo property)
    {
        var column = (Column)property.GetValue(this)!;
        column.Name = property.Name;
        column.State = property.GetCustomAttribute<StateAttribute>()
            ?? throw new InvalidOperationException($"{GetType().Name}.{property.Name} says neither unit nor meaning");
        column.Attach(_rows);
        return column;
    }
}
