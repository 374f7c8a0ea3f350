using ClusterSim.Model.Engine;

namespace ClusterSim.Tests.Experiments.Matching;

/// <summary>Stand-ins for a simulator, of which all is known, and keyed points.</summary>
internal static class Simulators
{
    /// <summary>A smooth function of two inputs.</summary>
    public static double Hills(double[] x) => Math.Sin(5 * x[0]) + x[1] * x[1];

    /// <summary>A Latin hypercube in the unit cube.</summary>
    public static double[][] Points(int count, int inputs, ulong seed)
    {
        var draws = new Draws(Draws.RunKey(seed, 0), "test points", 0);
        double[][] columns = [.. Enumerable.Range(0, inputs).Select(input =>
        {
            ulong[] keys = [.. Enumerable.Range(0, count).Select(i => draws.Bits((ulong)i, input))];
            double[] cells = [.. Enumerable.Range(0, count).Select(i => (i + draws.Uniform((ulong)i, inputs + input)) / count)];
            Array.Sort(keys, cells);
            return cells;
        })];
        return [.. Enumerable.Range(0, count).Select(i => columns.Select(column => column[i]).ToArray())];
    }

    public static double[] Noise(int count, double deviation, ulong seed)
    {
        var draws = new Draws(Draws.RunKey(seed, 0), "test noise", 0);
        return [.. Enumerable.Range(0, count).Select(i => deviation * draws.Normal((ulong)i))];
    }
}
