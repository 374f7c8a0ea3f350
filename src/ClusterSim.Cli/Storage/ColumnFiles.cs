using System.Runtime.InteropServices;
using ClusterSim.Experiments.Comparing;
using Microsoft.Win32.SafeHandles;

namespace ClusterSim.Cli.Storage;

/// <summary>Columns of numbers in files of a folder, gone when this is.</summary>
internal sealed class ColumnFiles(string folder) : IDisposable
{
    private readonly List<ColumnFile> _files = [];

    /// <summary>Makes a file when the first row comes.</summary>
    public IColumns Open()
    {
        var file = new ColumnFile(Path.Combine(folder, $"columns-{Path.GetRandomFileName()}"));
        _files.Add(file);
        return file;
    }

    public void Dispose()
    {
        foreach (ColumnFile file in _files) file.Dispose();
    }

    /// <summary>Blocks of rows, each laid down column by column. Plain reads: the pages of a mapped file count as memory of the process.</summary>
    private sealed class ColumnFile(string path) : IColumns, IDisposable
    {
        private const int BlockRows = 64;

        private SafeFileHandle? _file;
        private double[] _block = [];
        private int _width, _rows;

        public void Append(ReadOnlySpan<double> row)
        {
            if (_file is null)
            {
                _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
                (_width, _block) = (row.Length, new double[row.Length * BlockRows]);
            }
            if (row.Length != _width) throw new ArgumentException($"{row.Length} numbers in rows of {_width}");
            for (int column = 0; column < _width; column++) _block[column * BlockRows + _rows % BlockRows] = row[column];
            if (++_rows % BlockRows == 0) RandomAccess.Write(_file, MemoryMarshal.AsBytes(_block.AsSpan()), (_rows / BlockRows - 1L) * _block.Length * sizeof(double));
        }

        public double[] Read(int column)
        {
            var values = new double[_rows];
            for (int first = 0; first < _rows; first += BlockRows)
            {
                Span<double> part = values.AsSpan(first, Math.Min(BlockRows, _rows - first));
                if (part.Length < BlockRows) _block.AsSpan(column * BlockRows, part.Length).CopyTo(part);
                else Fill(MemoryMarshal.AsBytes(part), ((long)first * _width + column * BlockRows) * sizeof(double));
            }
            return values;
        }

        public void Dispose() => _file?.Dispose();

        private void Fill(Span<byte> bytes, long at)
        {
            for (int done = 0; done < bytes.Length;)
            {
                int read = RandomAccess.Read(_file!, bytes[done..], at + done);
                if (read == 0) throw new EndOfStreamException($"{path} was cut off by something else");
                done += read;
            }
        }
    }
}
