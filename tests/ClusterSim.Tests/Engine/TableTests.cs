using ClusterSim.Model.Engine;
using NUnit.Framework;

namespace ClusterSim.Tests.Engine;

public sealed class TableTests
{
    private class Boats : Table
    {
        [State("Tonnage", Unit = "t")] public Column<double> Tonnage { get; } = new();
        [State("Crew", Unit = "person")] public Column<int> Crew { get; } = new();
        [State("Pair of marks", Unit = "1")] public Column<(short, byte)> Marks { get; } = new();

        public void Keep(params int[] rows) => Compact(rows);
    }

    private sealed class LaterBoats : Boats
    {
        [State("Speed", Unit = "km/h")] public Column<float> Speed { get; } = new();
    }

    private sealed class Ships : Table
    {
        [State("Tonnage", Unit = "t")] public Column<double> Tonnage { get; } = new();
        [State("Officers", Unit = "person")] public Column<int> Officers { get; } = new();
        [State("Pair of marks", Unit = "1")] public Column<(short, byte)> Marks { get; } = new();
    }

    private sealed class WideBoats : Table
    {
        [State("Tonnage", Unit = "t")] public Column<double> Tonnage { get; } = new();
        [State("Crew", Unit = "person")] public Column<long> Crew { get; } = new();
        [State("Pair of marks", Unit = "1")] public Column<(short, byte)> Marks { get; } = new();
    }

    private sealed class Undescribed : Table
    {
        public Column<int> Crew { get; } = new();
    }

    [Test]
    public void Append_WhileFrozen_ThrowsAndAddsNothing()
    {
        Boats boats = Fleet(3);
        boats.Frozen = true;
        Assert.That(boats.Append, Throws.InvalidOperationException.With.Message.Contains("Boats"));
        Assert.That(boats.Count, Is.EqualTo(3));
        boats.Frozen = false;
        Assert.That(boats.Append(), Is.EqualTo(3));
    }

    [Test]
    public void Append_ThroughGrowth_KeepsEveryRow()
    {
        Boats boats = Fleet(1000);
        Assert.That(boats.Crew.Span.ToArray(), Is.EqualTo(Enumerable.Range(0, 1000)));
        Assert.That(boats.Tonnage.Span.Length, Is.EqualTo(1000));
        Assert.That(boats.Bytes, Is.EqualTo(1000 * boats.Columns.Sum(column => column.ElementSize)));
    }

    [Test]
    public void Append_AfterClear_GivesZeroedRows()
    {
        Boats boats = Fleet(5);
        boats.Clear();
        Assert.That(boats.Count, Is.Zero);
        int row = boats.Append();
        Assert.That((row, boats.Crew[row], boats.Tonnage[row], boats.Marks[row]), Is.EqualTo((0, 0, 0.0, ((short)0, (byte)0))));
    }

    [Test]
    public void Compact_OfSomeRows_KeepsTheOrderOfTheRest()
    {
        Boats boats = Fleet(6);
        boats.Keep(1, 2, 4);
        Assert.That(boats.Count, Is.EqualTo(3));
        Assert.That(boats.Crew.Span.ToArray(), Is.EqualTo(new[] { 1, 2, 4 }));
        Assert.That(boats.Tonnage.Span.ToArray(), Is.EqualTo(new[] { 1.5, 2.5, 4.5 }));
        int row = boats.Append();
        Assert.That((row, boats.Crew[row]), Is.EqualTo((3, 0)), "a dropped row leaves nothing behind");
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(200)]
    public void Load_OfWhatWasSaved_IsTheSameTable(int rows)
    {
        Boats boats = Fleet(rows), again = Fleet(17);
        again.Load(new BinaryReader(Saved(boats)));
        Assert.That(again.Count, Is.EqualTo(rows));
        Assert.That(again.Crew.Span.ToArray(), Is.EqualTo(boats.Crew.Span.ToArray()));
        Assert.That(again.Marks.Span.ToArray(), Is.EqualTo(boats.Marks.Span.ToArray()));
        Assert.That(DigestOf(again), Is.EqualTo(DigestOf(boats)));
        Assert.That(again.Append(), Is.EqualTo(rows));
        Assert.That(again.Crew[rows], Is.Zero);
    }

    [Test]
    public void Load_OfAnotherVersion_ThrowsAndLeavesNoRows()
    {
        foreach (Table other in new Table[] { new LaterBoats(), new Ships(), new WideBoats() })
        {
            other.Append();
            Assert.That(() => other.Load(new BinaryReader(Saved(Fleet(3)))), Throws.TypeOf<InvalidDataException>().With.Message.Contains(other.GetType().Name));
            Assert.That(other.Count, Is.Zero);
        }
    }

    [Test]
    public void Load_OfANegativeCount_Throws()
    {
        var stream = new MemoryStream([255, 255, 255, 255, 3, 0, 0, 0]);
        Assert.That(() => new Boats().Load(new BinaryReader(stream)), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void Load_OfATornState_Throws()
    {
        byte[] bytes = Saved(Fleet(9)).ToArray();
        for (int length = 0; length < bytes.Length; length++)
        {
            var torn = new MemoryStream(bytes, 0, length);
            Assert.That(() => new Boats().Load(new BinaryReader(torn)), Throws.InstanceOf<IOException>());
        }
    }

    [Test]
    public void AddTo_OfOneCellChanged_GivesAnotherDigest()
    {
        Boats boats = Fleet(10);
        string before = DigestOf(boats);
        boats.Crew[7] ^= 1;
        Assert.That(DigestOf(boats), Is.Not.EqualTo(before));
        boats.Crew[7] ^= 1;
        Assert.That(DigestOf(boats), Is.EqualTo(before));
        boats.Reserve(5000);
        Assert.That(DigestOf(boats), Is.EqualTo(before), "room is no state");
        boats.Append();
        Assert.That(DigestOf(boats), Is.Not.EqualTo(before));
    }

    [Test]
    public void Columns_OfATable_AreDescribedInOrdinalOrder()
    {
        Assert.That(new Boats().Columns.Select(column => column.Name), Is.EqualTo(new[] { "Crew", "Marks", "Tonnage" }));
        Assert.That(new Boats().Columns[0].State.Unit, Is.EqualTo("person"));
        Assert.That(() => new Undescribed(), Throws.InvalidOperationException.With.Message.Contains("Undescribed.Crew"));
    }

    private static Boats Fleet(int rows)
    {
        var boats = new Boats();
        for (int i = 0; i < rows; i++)
        {
            int row = boats.Append();
            boats.Crew[row] = i;
            boats.Tonnage[row] = i + 0.5;
            boats.Marks[row] = ((short)-i, (byte)i);
        }
        return boats;
    }

    private static MemoryStream Saved(Table table)
    {
        var stream = new MemoryStream();
        table.Save(new BinaryWriter(stream));
        stream.Position = 0;
        return stream;
    }

    private static string DigestOf(Table table)
    {
        var digest = new Digest();
        table.AddTo(ref digest);
        return digest.ToString();
    }
}
