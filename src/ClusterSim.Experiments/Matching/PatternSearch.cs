namespace ClusterSim.Experiments.Matching;

/// <summary>Finds a low point of a function without derivatives and without chance (Hooke and Jeeves 1961): tries a step in both
/// directions of every coordinate, and halves the step when none goes down.</summary>
internal static class PatternSearch
{
    /// <param name="low">Lower bounds; length = that of the start.</param>
    /// <param name="high">Upper bounds.</param>
    /// <param name="step">The first step.</param>
    /// <param name="finest">Ends where steps are smaller.</param>
    public static (double[] At, double Value) Minimise(Func<double[], double> function, double[] start, double[] low, double[] high, double step, double finest)
    {
        double[] at = [.. start];
        double least = function(at);
        while (step >= finest)
        {
            bool moved = false;
            for (int i = 0; i < at.Length; i++)
                foreach (double sign in (ReadOnlySpan<double>)[1, -1])
                {
                    double[] next = [.. at];
                    next[i] = Math.Clamp(at[i] + sign * step, low[i], high[i]);
                    if (next[i] == at[i]) continue;
                    double value = function(next);
                    if (!(value < least)) continue;
                    (at, least, moved) = (next, value, true);
                    break;
                }
            if (!moved) step /= 2;
        }
        return (at, least);
    }
}
