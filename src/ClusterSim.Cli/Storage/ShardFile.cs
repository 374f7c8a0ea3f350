using System.IO.Compression;
using System.Security.Cryptography;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Storage;

/// <summary>One file of finished work: some pairs of one run, whole or not there. It is written aside and renamed, and a
/// checksum over all its bytes tells a damaged file from a good one.</summary>
/// <remarks>Layout: eight letters of format and version, 32 bytes of the run's key, number of pairs, the pairs (Brotli),
/// sha256 of all that.</remarks>
internal static class ShardFile
{
    private const int Hash = SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "CSSHARD1"u8;

    /// <summary>Writes pairs under a path; on any failure what stood there before stands there still.</summary>
    /// <param name="key">Of the run, hexadecimal.</param>
    public static void Write(string path, string key, IReadOnlyList<Outcome> pairs)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Mark);
        bytes.Write(Convert.FromHexString(key));
        using (var count = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true)) count.Write(pairs.Count);
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(packed))
            foreach (Outcome pair in pairs) OutcomeCodec.Write(writer, pair);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        string aside = path + ".part";
        try
        {
            using (FileStream file = File.Create(aside))
            {
                file.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path, overwrite: true);
        }
        catch (IOException)
        {
            // Half a file on a full disk is in the way of everything else.
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>The pairs of a file.</summary>
    /// <exception cref="DamagedShardException">It is cut off, changed, or no such file at all.</exception>
    /// <exception cref="ForeignShardException">It belongs to another run.</exception>
    public static IReadOnlyList<Outcome> Read(string path, string key)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int body = bytes.Length - Hash, start = Mark.Length + Hash + sizeof(int);
        if (body < start || !bytes.AsSpan().StartsWith(Mark) || !SHA256.HashData(bytes.AsSpan(0, body)).AsSpan().SequenceEqual(bytes.AsSpan(body)))
            throw new DamagedShardException(path);
        if (!bytes.AsSpan(Mark.Length, Hash).SequenceEqual(Convert.FromHexString(key))) throw new ForeignShardException(path);
        var pairs = new Outcome[BitConverter.ToInt32(bytes, Mark.Length + Hash)];
        using var packed = new BrotliStream(new MemoryStream(bytes, start, body - start), CompressionMode.Decompress);
        using var reader = new BinaryReader(new BufferedStream(packed, 1 << 16));
        for (int i = 0; i < pairs.Length; i++) pairs[i] = OutcomeCodec.Read(reader);
        return pairs;
    }
}

/// <summary>A file of finished work cannot be read.</summary>
internal sealed class DamagedShardException(string path) : Exception($"{Path.GetFileName(path)} is damaged");

/// <summary>A file of finished work is of another run.</summary>
internal sealed class ForeignShardException(string path) : Exception($"{path} belongs to another run");
