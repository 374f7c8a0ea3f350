using System.Security.Cryptography;
using System.Text;
using ClusterSim.Experiments.Running;

namespace ClusterSim.Cli.Storage;

/// <summary>One file of finished work: some pairs of one run, whole or not there. It is written aside and renamed, and a
/// checksum over all its bytes tells a damaged file from a good one. Neither way is a file ever held as a whole.</summary>
/// <remarks>Layout: eight letters of format and version, 32 bytes of the run's key, number of pairs, the pairs, sha256 of all
/// that. Packing would save a third and cost more memory than a hundred histories.</remarks>
internal static class ShardFile
{
    private const int Hash = SHA256.HashSizeInBytes, Buffer = 1 << 14;

    private static ReadOnlySpan<byte> Mark => "CSSHARD2"u8;

    private static int Head => Mark.Length + Hash + sizeof(int);

    /// <summary>Writes pairs under a path; on any failure what stood there before stands there still.</summary>
    /// <param name="key">Of the run, hexadecimal.</param>
    public static void Write(string path, string key, IReadOnlyList<Outcome> pairs)
    {
        string aside = path + ".part";
        try
        {
            using (FileStream file = File.Create(aside, Buffer))
            {
                using SHA256 hash = SHA256.Create();
                using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
                using (var writer = new BinaryWriter(new BufferedStream(hashed, Buffer)))
                {
                    writer.Write(Mark);
                    writer.Write(Convert.FromHexString(key));
                    writer.Write(pairs.Count);
                    foreach (Outcome pair in pairs) OutcomeCodec.Write(writer, pair);
                }
                file.Write(hash.Hash);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception failure) when (DiskFailure.Tells(failure))
        {
            // Half a file on a full disk is in the way of everything else.
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>The pairs of a file, one after the other; the checksum is looked at first.</summary>
    /// <exception cref="DamagedShardException">It is cut off, changed, or no such file at all.</exception>
    /// <exception cref="ForeignShardException">It belongs to another run.</exception>
    public static IEnumerable<Outcome> Read(string path, string key)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer);
        var head = new byte[Head];
        if (file.ReadAtLeast(head, Head, throwOnEndOfStream: false) < Head || !head.AsSpan().StartsWith(Mark) || !IsWhole(file)) throw new DamagedShardException(path);
        if (!head.AsSpan(Mark.Length, Hash).SequenceEqual(Convert.FromHexString(key))) throw new ForeignShardException(path);
        file.Position = Head;
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        for (int pair = BitConverter.ToInt32(head, Mark.Length + Hash); pair > 0; pair--) yield return OutcomeCodec.Read(reader);
    }

    private static bool IsWhole(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        file.Position = 0;
        long left = file.Length - Hash;
        while (left > 0)
        {
            int read = file.Read(buffer, 0, (int)Math.Min(left, Buffer));
            if (read == 0) return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        return file.ReadAtLeast(buffer.AsSpan(0, Hash), Hash, throwOnEndOfStream: false) == Hash && buffer.AsSpan(0, Hash).SequenceEqual(hash.GetHashAndReset());
    }
}

/// <summary>A file of finished work cannot be read.</summary>
internal sealed class DamagedShardException(string path) : Exception($"{Path.GetFileName(path)} is damaged");

/// <summary>A file of finished work is of another run.</summary>
internal sealed class ForeignShardException(string path) : Exception($"{path} belongs to another run");
