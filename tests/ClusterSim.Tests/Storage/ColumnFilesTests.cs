using ClusterSim.Cli.Storage;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Tests.Cli;
using NUnit.Framework;

namespace ClusterSim.Tests.Storage;

public sealed class ColumnFilesTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(65)]
    [TestCase(1000)]
    public void Read_OnDisk_IsWhatMemoryGivesToTheBit(int rows)
    {
        const int Width = 7;
        string folder = CliRun.Folder();
        using (var files = new ColumnFiles(folder))
        {
            IColumns disk = files.Open(), other = files.Open();
            var memory = new MemoryColumns();
            for (int row = 0; row < rows; row++)
            {
                double[] numbers = [.. Enumerable.Range(0, Width).Select(column => (row + column) % 11 == 0 ? double.NaN : Math.Sqrt(row) - column)];
                disk.Append(numbers);
                memory.Append(numbers);
                other.Append([row]);
            }
            for (int column = 0; column < Width; column++) Assert.That(Bits(disk, column), Is.EqualTo(Bits(memory, column)), $"column {column}");
            Assert.That(Bits(other, 0), Has.Length.EqualTo(rows));
        }
        Assert.That(Directory.GetFiles(folder), Is.Empty, "the files go with it");
    }

    private static ulong[] Bits(IColumns columns, int column) => [.. columns.Read(column).Select(BitConverter.DoubleToUInt64Bits)];
}
