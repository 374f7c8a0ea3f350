using ClusterSim.Experiments.Designs;

namespace ClusterSim.Experiments.Sensitivity;

/// <summary>Finds the blocks of a Saltelli design in a sample: A, AB of each group, perhaps BA of each group, B.</summary>
internal sealed record SaltelliLayout(int Blocks, int Height, bool WithPairs)
{
    /// <summary>The layout, told from the values.</summary>
    /// <exception cref="UnfitSampleException">The sample is no such design; the message says where it departs first.</exception>
    public static SaltelliLayout Of(SensitivitySample sample)
    {
        int groups = sample.Groups.Count, rows = sample.Rows;
        var wrong = new List<(int Row, string Message)>();
        foreach (bool withPairs in new[] { true, false })
        {
            int height = withPairs ? 2 * groups + 2 : groups + 2;
            if (rows == 0 || rows % height != 0) continue;
            if (Departure(sample, height, withPairs) is not (int, string) departure) return new SaltelliLayout(rows / height, height, withPairs);
            wrong.Add(departure);
        }
        if (wrong.Count > 0) throw new UnfitSampleException(wrong.MaxBy(each => each.Row).Message + "; rows come in the order A, AB of each factor, (BA of each factor,) B");
        string what = groups == sample.Factors.Count ? "factors" : "groups";
        throw new UnfitSampleException($"{rows} rows are no whole number of blocks: {groups} {what} need k x {2 * groups + 2} rows (A, {groups} AB, {groups} BA, B) or k x {groups + 2} (A, {groups} AB, B)");
    }

    /// <summary>The first row that is not what the design wants; null = none.</summary>
    private static (int Row, string Message)? Departure(SensitivitySample sample, int height, bool withPairs)
    {
        for (int first = 0; first < sample.Rows; first += height)
        {
            int last = first + height - 1;
            for (int row = first + 1; row < last; row++)
            {
                int place = row - first - 1;
                bool isAb = place < sample.Groups.Count;
                FactorGroup group = sample.Groups[isAb ? place : place - sample.Groups.Count];
                for (int factor = 0; factor < sample.Factors.Count; factor++)
                {
                    int source = group.Members.Contains(factor) == isAb ? last : first;
                    if (!sample.Differs(row, source, factor)) continue;
                    string kind = withPairs ? "with" : "without";
                    return (row, $"line {sample.Lines[row]}, {(isAb ? "AB" : "BA")} of {group.Name} in block {first / height + 1} of {height} rows ({kind} BA): {sample.Factors[factor].Name} differs from line {sample.Lines[source]}, the block's {(source == first ? "A" : "B")}, and must not");
                }
            }
        }
        return null;
    }
}
