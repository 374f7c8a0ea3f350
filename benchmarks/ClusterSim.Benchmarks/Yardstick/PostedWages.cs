using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ClusterSim.Model.Engine;

namespace ClusterSim.Benchmarks.Yardstick;

/// <summary>Firms teach their workers, post wages that follow their competence, and forget a little.</summary>
/// <remarks>H = 0.95 H + 0.05 k; wage = 1 + 0.5 k / (1 + k) + 0.01 (U - 0.5); k = 0.999 k; in this order, each lane
/// alone.</remarks>
[Mechanism("posted-wages", Id = "Y02", Theory = "heritage", Source = "the yardstick workload", Summary = "Wages follow the firm's competence, which ages")]
internal sealed class PostedWages : Process<YardWorld>
{
    private const double Decay = 0.999;
    private const int Batch = 512;

    [SkipLocalsInit]
    public override void Step(YardWorld world, Draws draws)
    {
        Span<ulong> words = stackalloc ulong[Batch];
        int firms = world.Firms.Count;
        for (int from = 0; from < firms; from += Batch)
        {
            int count = Math.Min(Batch, firms - from);
            int half = (count + 1) / 2;
            draws.Sequence((ulong)from / 2, words[..half], words[half..(2 * half)]);
            Post(world.Firms.Competence.Span.Slice(from, count), world.Firms.Taught.Span.Slice(from, count),
                world.Firms.Wage.Span.Slice(from, count), words);
        }
    }

    private static void Post(Span<double> competence, Span<double> taught, Span<double> wage, ReadOnlySpan<ulong> words)
    {
        ref double k = ref MemoryMarshal.GetReference(competence);
        ref double h = ref MemoryMarshal.GetReference(taught);
        ref double w = ref MemoryMarshal.GetReference(wage);
        ref ulong word = ref MemoryMarshal.GetReference(words);
        int i = 0;
        for (; i <= competence.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> know = Vector.LoadUnsafe(ref k, (nuint)i);
            Vector<double> learnt = Vector.LoadUnsafe(ref h, (nuint)i) * (1 - YardWorld.LearningRate) + know * YardWorld.LearningRate;
            Vector<ulong> bits = Vector.LoadUnsafe(ref word, (nuint)i) >>> 12 | new Vector<ulong>(0x3FF0000000000000);
            Vector<double> noise = Vector.AsVectorDouble(bits) - new Vector<double>(1.5);
            (Vector<double>.One + know / (Vector<double>.One + know) * 0.5 + noise * 0.01).StoreUnsafe(ref w, (nuint)i);
            learnt.StoreUnsafe(ref h, (nuint)i);
            (know * Decay).StoreUnsafe(ref k, (nuint)i);
        }
        for (; i < competence.Length; i++)
        {
            double know = competence[i], noise = BitConverter.UInt64BitsToDouble(words[i] >>> 12 | 0x3FF0000000000000) - 1.5;
            taught[i] = taught[i] * (1 - YardWorld.LearningRate) + know * YardWorld.LearningRate;
            wage[i] = 1 + know / (1 + know) * 0.5 + noise * 0.01;
            competence[i] = know * Decay;
        }
    }
}
