using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Model.Engine;

/// <summary>Finds the rows that something happens to without looking at the others: of each block of rows it draws how
/// many are hit, and then which. The cost follows the hits, not the rows.</summary>
/// <remarks>The number of hits of a block is binomial, by inversion of one uniform draw; the places are distinct and
/// equally likely. Every draw is keyed by process and tick (<see cref="Begin"/>) and by block, so that blocks can be
/// drawn in any order or by several threads.</remarks>
public sealed class CountAndPlaces
{
    /// <summary>Rows of a block: one place takes 12 bits, and a word holds five.</summary>
    public const int BlockRows = 4096;

    private const int PlacesPerWord = 5, PlaceBits = 12;

    private readonly ulong[] _map = new ulong[BlockRows / 64];
    private readonly ulong[] _words = new ulong[32];
    private readonly int[] _places = new int[BlockRows + 64];
    private readonly HitNumbers _whole = new(BlockRows), _last = new(BlockRows);
    private Draws _draws;
    private int _block;
    private ulong _counter;
    private ulong _word;
    private int _placesLeft, _next;

    /// <summary>Takes the keys of a process at a tick.</summary>
    public void Begin(Draws draws) => _draws = draws;

    /// <summary>Writes the rows that are hit, ascending; returns how many.</summary>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="probability">Of each row, independently.</param>
    /// <param name="rowsHit">Long enough for every hit; length = <paramref name="rows"/> always is.</param>
    public int Hits(int rows, double probability, Span<int> rowsHit)
    {
        int count = 0;
        for (int start = 0; start < rows; start += BlockRows)
        {
            int size = Math.Min(BlockRows, rows - start);
            _block = start / BlockRows;
            count += Block(start, size, probability, rowsHit[count..]);
        }
        return count;
    }

    private int Block(int start, int size, double probability, Span<int> rowsHit)
    {
        _counter = 0;
        Refill();
        double uniform = ((NextWord() >> 11) + 0.5) * (1.0 / (1UL << 53));
        int hits = (size == BlockRows ? _whole : _last).Invert(size, probability, uniform);
        // Of a block that is hit for the most part, the rows that are spared are fewer.
        bool spare = hits > size / 2;
        Array.Clear(_map);
        _placesLeft = 0;
        if (size == BlockRows) MarkWhole(spare ? size - hits : hits);
        else Mark(size, spare ? size - hits : hits);
        if (spare) Complement(size);
        Collect(start);
        _places.AsSpan(0, hits).CopyTo(rowsHit);
        return hits;
    }

    /// <summary>Marks distinct places of a whole block, word by word as long as no word can bring too many.</summary>
    private void MarkWhole(int wanted)
    {
        ref ulong map = ref _map[0];
        while (wanted >= PlacesPerWord)
        {
            ulong word = NextWord();
            for (int i = 0; i < PlacesPerWord; i++, word >>= PlaceBits)
            {
                ref ulong cell = ref Unsafe.Add(ref map, (int)(word >> 6) & 63);
                ulong before = cell;
                cell = before | 1UL << (int)word;
                wanted -= (int)(~before >> (int)word) & 1;
            }
        }
        Mark(BlockRows, wanted);
    }

    private void Mark(int size, int wanted)
    {
        while (wanted > 0)
        {
            if (_placesLeft == 0) (_word, _placesLeft) = (NextWord(), PlacesPerWord);
            int place = (int)_word & BlockRows - 1;
            _word >>= PlaceBits;
            _placesLeft--;
            if (place >= size || (_map[place >> 6] >> place & 1) != 0) continue;
            _map[place >> 6] |= 1UL << place;
            wanted--;
        }
    }

    private void Complement(int size)
    {
        for (int cell = 0; cell < _map.Length; cell++)
        {
            int inside = Math.Clamp(size - 64 * cell, 0, 64);
            ulong all = inside == 64 ? ulong.MaxValue : (1UL << inside) - 1;
            _map[cell] = ~_map[cell] & all;
        }
    }

    /// <summary>Lists the marked places in order. Three are written in any case, and only as many as are there count:
    /// a branch that cannot be foreseen would cost more.</summary>
    private void Collect(int start)
    {
        ref int places = ref _places[0];
        int count = 0;
        foreach (ulong cell in _map)
        {
            ulong rest = cell;
            int at = count;
            count += BitOperations.PopCount(cell);
            Unsafe.Add(ref places, at++) = start + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            Unsafe.Add(ref places, at++) = start + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            Unsafe.Add(ref places, at++) = start + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            for (; rest != 0; rest &= rest - 1) Unsafe.Add(ref places, at++) = start + BitOperations.TrailingZeroCount(rest);
            start += 64;
        }
    }

    private ulong NextWord()
    {
        if (_next == _words.Length) Refill();
        return _words[_next++];
    }

    private void Refill()
    {
        int half = _words.Length / 2;
        _draws.Sequence(_counter, _words.AsSpan(0, half), _words.AsSpan(half), _block);
        _counter += (ulong)half;
        _next = 0;
    }

    /// <summary>The binomial distribution of the hits of a block, kept while size and probability stay.</summary>
    private sealed class HitNumbers(int mostTrials)
    {
        private readonly double[] _below = new double[mostTrials + 1];
        private int _trials = -1;
        private double _probability = double.NaN;

        /// <summary>The smallest number whose cumulative probability exceeds <paramref name="uniform"/>.</summary>
        public int Invert(int trials, double probability, double uniform)
        {
            if (probability <= 0) return 0;
            if (probability >= 1) return trials;
            if (trials != _trials || probability != _probability) Tabulate(trials, probability);
            int low = 0, high = trials;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (uniform < _below[middle]) high = middle;
                else low = middle + 1;
            }
            return low;
        }

        /// <summary>Weights relative to the most likely number, outward by their ratio, then summed: no logarithms.</summary>
        private void Tabulate(int trials, double probability)
        {
            (_trials, _probability) = (trials, probability);
            double odds = probability / (1 - probability);
            int mode = Math.Min(trials, (int)((trials + 1) * probability));
            _below[mode] = 1;
            for (int n = mode; n < trials; n++) _below[n + 1] = _below[n] * (odds * (trials - n) / (n + 1));
            for (int n = mode; n > 0; n--) _below[n - 1] = _below[n] * (n / (odds * (trials - n + 1)));
            double sum = 0;
            for (int n = 0; n <= trials; n++) _below[n] = sum += _below[n];
            for (int n = 0; n < trials; n++) _below[n] /= sum;
            _below[trials] = 1;
        }
    }
}
