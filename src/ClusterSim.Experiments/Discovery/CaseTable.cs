namespace ClusterSim.Experiments.Discovery;

/// <summary>An uncertain factor, one value for each row of a table.</summary>
/// <param name="Values">Numbers; of a factor of words, positions in <paramref name="Words"/>.</param>
/// <param name="Words">The words that occur, in ordinal order; null = the factor is a number.</param>
public sealed record FactorColumn(string Name, double[] Values, IReadOnlyList<string>? Words = null)
{
    /// <summary>Whether every value is a whole number: limits are whole as well then.</summary>
    public bool IsWhole { get; } = Words is null && Array.TrueForAll(Values, value => value == Math.Floor(value));

    /// <summary>A factor of words.</summary>
    public static FactorColumn OfWords(string name, IReadOnlyList<string> cells)
    {
        string[] words = [.. cells.Distinct().Order(StringComparer.Ordinal)];
        return new FactorColumn(name, [.. cells.Select(cell => (double)Array.BinarySearch(words, cell, StringComparer.Ordinal))], words);
    }
}

/// <summary>What is asked: when are rows cases of interest? A row is a world, a factor an uncertain parameter, a case a failure.</summary>
/// <param name="Factors">At least one; names are unique.</param>
/// <param name="Cases">One for each row.</param>
public sealed record CaseTable(IReadOnlyList<FactorColumn> Factors, bool[] Cases)
{
    public int Rows => Cases.Length;

    public int CaseCount { get; } = Cases.Count(isCase => isCase);
}
