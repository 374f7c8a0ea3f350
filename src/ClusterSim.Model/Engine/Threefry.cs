using System.Numerics;

namespace ClusterSim.Model.Engine;

/// <summary>Threefry2x64-20, the counter-based generator of Salmon, Moraes, Dror and Shaw (SC11, 2011): a keyed
/// permutation of 128-bit counters made of additions, rotations and exclusive-ors alone.</summary>
public static class Threefry
{
    internal const ulong Parity = 0x1BD11BDAA9FC1A22;

    /// <summary>The image of the counter (<paramref name="c0"/>, <paramref name="c1"/>) under the key.</summary>
    public static (ulong X0, ulong X1) Permute(ulong k0, ulong k1, ulong c0, ulong c1)
    {
        ulong k2 = Parity ^ k0 ^ k1;
        ulong x0 = c0 + k0, x1 = c1 + k1;
        Four(ref x0, ref x1, 16, 42, 12, 31); x0 += k1; x1 += k2 + 1;
        Four(ref x0, ref x1, 16, 32, 24, 21); x0 += k2; x1 += k0 + 2;
        Four(ref x0, ref x1, 16, 42, 12, 31); x0 += k0; x1 += k1 + 3;
        Four(ref x0, ref x1, 16, 32, 24, 21); x0 += k1; x1 += k2 + 4;
        Four(ref x0, ref x1, 16, 42, 12, 31); x0 += k2; x1 += k0 + 5;
        return (x0, x1);
    }

    private static void Four(ref ulong x0, ref ulong x1, int r0, int r1, int r2, int r3)
    {
        x0 += x1; x1 = BitOperations.RotateLeft(x1, r0) ^ x0;
        x0 += x1; x1 = BitOperations.RotateLeft(x1, r1) ^ x0;
        x0 += x1; x1 = BitOperations.RotateLeft(x1, r2) ^ x0;
        x0 += x1; x1 = BitOperations.RotateLeft(x1, r3) ^ x0;
    }
}
