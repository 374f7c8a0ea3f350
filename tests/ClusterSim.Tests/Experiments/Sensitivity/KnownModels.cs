using System.IO.Compression;
using System.Runtime.CompilerServices;
using ClusterSim.Experiments.Designs;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Tests.Experiments.Sensitivity;

/// <summary>Models whose sensitivities are known, and stored rows of them.</summary>
internal static class KnownModels
{
    public static readonly Factor[] IshigamiFactors = [.. Enumerable.Range(1, 3).Select(i => new ContinuousFactor($"x{i}", -Math.PI, Math.PI))];

    public static readonly double[] IshigamiFirst = [0.31390519114781146, 0.4424111447900409, 0], IshigamiTotal = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773];

    public static readonly double[] GFirst = [0.7161921688790331, 0.17904804221975829, 0.02367577417781928, 0.007161921688790333, 7.1619e-5, 7.1619e-5, 7.1619e-5, 7.1619e-5];
    public static readonly double[] GTotal = [0.787144126659275, 0.2421981928182384, 0.03431691015408283, 0.010460387065239534, 1.0495e-4, 1.0495e-4, 1.0495e-4, 1.0495e-4];

    private static readonly double[] GSizes = [0, 1, 4.5, 9, 99, 99, 99, 99];

    /// <summary>Ishigami's function with a = 7, b = 0.1, of places between 0 and 1.</summary>
    public static double Ishigami(double[] place)
    {
        double[] x = [.. place.Select(each => -Math.PI + 2 * Math.PI * each)];
        return Math.Sin(x[0]) + 7 * Math.Sin(x[1]) * Math.Sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * Math.Sin(x[0]);
    }

    /// <summary>Sobol's g with a = (0, 1, 4.5, 9, 99, 99, 99, 99).</summary>
    public static double G(double[] x) => x.Select((each, i) => (Math.Abs(4 * each - 2) + GSizes[i]) / (1 + GSizes[i])).Aggregate(1.0, (product, each) => product * each);

    /// <summary>Morris's function of 20 inputs (1991) with the coefficients that he drew fixed to (-1)^i and (-1)^(i+j).</summary>
    public static double Morris(double[] x)
    {
        double[] w = [.. x.Select((each, i) => i is 2 or 4 or 6 ? 2 * (1.1 * each / (each + 0.1) - 0.5) : 2 * (each - 0.5))];
        double y = 0;
        for (int i = 0; i < 20; i++)
        {
            y += (i < 10 ? 20 : Sign(i + 1)) * w[i];
            for (int j = i + 1; j < 20; j++)
            {
                y += (j < 6 ? -15 : Sign(i + j)) * w[i] * w[j];
                for (int k = j + 1; k < 5; k++)
                {
                    y += -10 * w[i] * w[j] * w[k];
                    for (int l = k + 1; l < 4; l++) y += 5 * w[i] * w[j] * w[k] * w[l];
                }
            }
        }
        return y;
    }

    public static Factor[] UnitFactors(int count) => [.. Enumerable.Range(1, count).Select(i => new ContinuousFactor($"x{i}", 0, 1))];

    public static SensitivitySample Run(Factor[] factors, double[][] places, Func<double[], double> model) => SensitivitySample.Of(factors, places, [.. places.Select(model)]);

    /// <summary>SALib's rows: Sobol's sequence from its 1025th point, A and B, mixed in blocks.</summary>
    public static SensitivitySample SaltelliOracle()
    {
        var places = new List<double[]>();
        foreach (double[] p in SobolSequence.Points(2048, 6)[1024..])
            places.AddRange([[p[0], p[1], p[2]], [p[3], p[1], p[2]], [p[0], p[4], p[2]], [p[0], p[1], p[5]], [p[0], p[4], p[5]], [p[3], p[1], p[5]], [p[3], p[4], p[2]], [p[3], p[4], p[5]]]);
        return Run(IshigamiFactors, [.. places], Ishigami);
    }

    /// <summary>Stored rows of levels 0..3, a digit each.</summary>
    public static double[][] Levels(string fixture) => [.. File.ReadLines(Path.Combine(Fixtures(), fixture)).Select(line => line.Select(digit => (digit - '0') / 3.0).ToArray())];

    public static SensitivitySample HypercubeOracle()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Fixtures(), "ishigami-lhs-n2000.csv.gz")), CompressionMode.Decompress));
        double[][] places = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',').Select(Place).ToArray())];
        return Run(IshigamiFactors, places, Ishigami);
    }

    public static string Fixtures([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "Fixtures");

    public static double[] Values(SensitivityResult result, string index) => [.. result.Factors.Select(factor => factor[index].Value)];

    private static double Place(string text) => (double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) + Math.PI) / (2 * Math.PI);

    private static double Sign(int power) => power % 2 == 0 ? 1 : -1;
}
