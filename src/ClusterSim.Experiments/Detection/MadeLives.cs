using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Detection;

/// <summary>Made-up lives: growth along a logistic curve, a plateau and a decline at an even rate, with noise.</summary>
public static class MadeLives
{
    private const int Plateau = 24, Fall = 60;
    private const double Most = 1_000, FirmsOfMost = 100;

    /// <summary>Lives in which only luck and pace differ.</summary>
    /// <param name="decline">Rate of the fall at the end, log points a year, below 0.</param>
    /// <param name="noise">Standard deviation of ln L in each quarter, independent.</param>
    public static IReadOnlyList<IReadOnlyList<StageSignals>> Of(int lives, double decline, double noise, ulong seed) =>
        [.. Enumerable.Range(0, lives).Select(life => One(new Draws(Draws.RunKey(seed, life), "made lives", 0), decline, noise))];

    private static StageSignals[] One(Draws draws, double decline, double noise)
    {
        // Growth starts between 10 and 30 per cent a year, at one per cent of what it will come to.
        double rate = 0.1 + 0.2 * draws.Uniform(0), start = -4.6;
        int rise = (int)(4 * (6 - start) / rate);
        var life = new StageSignals[rise + Plateau + Fall];
        for (int quarter = 0; quarter < life.Length; quarter++)
        {
            double share = 1 / (1 + Reproducible.Exp(-(start + rate * Math.Min(quarter, rise + Plateau) / 4))), fallen = Reproducible.Exp(decline * Math.Max(0, quarter - rise - Plateau) / 4);
            double seen = share * fallen * Reproducible.Exp(noise * draws.Normal(1, quarter));
            life[quarter] = new StageSignals
            {
                Headcount = Most * seen,
                FirmCount = (int)(FirmsOfMost * share * fallen),
                LocationQuotient = 0.8 + 5 * share * fallen,
                Heterogeneity = 1,
                Entries = 1,
            };
        }
        return life;
    }
}
