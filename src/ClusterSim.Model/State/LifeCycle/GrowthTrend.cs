namespace ClusterSim.Model.State.LifeCycle;

/// <summary>How fast employment has been growing, seen from the present quarter.</summary>
/// <remarks>g = 4 times the least-squares slope of ln L on the quarter, over the last twelve quarters or as many as there
/// are; 0 before there are four. A slope through three years tells growth from the noise of single hirings: if one quarter
/// has noise of standard deviation s, g has about s/3. The price is a lag of half the window.</remarks>
public static class GrowthTrend
{
    private const int FewestQuarters = 4, QuartersAYear = 4;

    /// <summary>Log points a year. The present quarter must be in the memory.</summary>
    public static double Annual(in StageMemory memory)
    {
        int count = Math.Min(TrendWindow.Length, memory.Quarter + 1);
        if (count < FewestQuarters) return 0;
        int first = memory.Quarter - count + 1;
        // Measured from the first value and the middle of the window: employment that does not move has a slope of 0, not
        // of some rounding error with a sign.
        double start = memory.LogWorkers[first % TrendWindow.Length], moment = 0;
        int squares = 0;
        for (int i = 0; i < count; i++)
        {
            int fromMiddle = 2 * i - (count - 1); // in half quarters
            moment += fromMiddle * (memory.LogWorkers[(first + i) % TrendWindow.Length] - start);
            squares += fromMiddle * fromMiddle;
        }
        return QuartersAYear * 2 * moment / squares;
    }
}
