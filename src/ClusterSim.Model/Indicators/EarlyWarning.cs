using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.Indicators;

/// <summary>How probable it looks that a region which is no cluster yet becomes a lasting one within ten years: the early-warning score,
/// as far as one date tells. What only a past of years tells (growth, entry, change of LQ) counts as usual.</summary>
/// <remarks>Logit = a + sum of b (x - mean)/sd over four terms of the public score as trained and shipped
/// (<c>clustersim early-warning</c>): logarithms of firms over 30 and of LQ over 1.5, both at most 0; of population over the mean
/// region's; of jobs per firm over the activity's in the country. x is cut off at the first and ninety-ninth percentile of
/// training. Regions in growth, maturity, decline or renewal are clusters already: 0. The country has the highest of its regions.</remarks>
[Indicator("early-warning", Unit = "share", Source = "B25; the shipped early-warning score", Summary = "Probability, by its looks, of becoming a lasting cluster within ten years; 0 for clusters")]
public sealed class EarlyWarning : Indicator
{
    /// <summary>Intercept of the score.</summary>
    public const double Intercept = -8.65822431;

    private const double Firms = 30, Quotient = 1.5, LeastQuotient = 0.1;

    /// <summary>A term of the score: mean, standard deviation, first and ninety-ninth percentile of training, coefficient.</summary>
    public readonly record struct Term(double Mean, double Deviation, double Low, double High, double Coefficient)
    {
        /// <summary>What a value adds to the logit, log odds.</summary>
        public double Part(double value) => Coefficient * (Math.Clamp(value, Low, High) - Mean) / Deviation;
    }

    /// <summary>The score's terms firms-to-go, lq-to-go, region-size and mean-size.</summary>
    public static Term FirmsToGo { get; } = new(-2.1231279, 0.97768592, -3.40119738, 0, 2.52094254);

    /// <inheritdoc cref="FirmsToGo"/>
    public static Term QuotientToGo { get; } = new(-0.99877188, 0.90699114, -2.7080502, 0, 0.76152942);

    /// <inheritdoc cref="FirmsToGo"/>
    public static Term RegionSize { get; } = new(-0.07226254, 0.5281034, -1.56178056, 0.93931373, 0.35661116);

    /// <inheritdoc cref="FirmsToGo"/>
    public static Term MeanSize { get; } = new(-0.4689648, 0.84598964, -2.7080502, 1.44330306, 1.81198912);

    public override double Measure(World world, int region, int activity)
    {
        if (region >= 0) return Score(world, region, activity);
        double highest = 0;
        for (int r = 0; r < world.Regions.Count; r++) highest = Math.Max(highest, Score(world, r, activity));
        return highest;
    }

    private static double Score(World world, int region, int activity)
    {
        int cluster = world.Cluster(region, activity);
        if (world.Clusters.Stage[cluster] is not (Stage.None or Stage.Embryonic or Stage.Dissolved)) return 0;
        int firms = world.Clusters.Firms[cluster], jobs = world.Clusters.Jobs[cluster];
        double logit = Intercept
            + FirmsToGo.Part(Math.Min(0, Reproducible.Log(Math.Max(1, firms) / Firms)))
            + QuotientToGo.Part(Math.Min(0, Reproducible.Log(Math.Max(LeastQuotient, world.Clusters.LocationQuotient[cluster]) / Quotient)))
            + RegionSize.Part(Reproducible.Log(Math.Max(1, world.Regions.Population[region]) * (double)world.Regions.Count / People(world)));
        if (firms > 0 && jobs > 0)
            logit += MeanSize.Part(Reproducible.Log((double)jobs / firms * world.Activities.Firms[activity] / world.Activities.Jobs[activity]));
        return 1 / (1 + Reproducible.Exp(-logit));
    }

    private static double People(World world)
    {
        double people = 0;
        for (int r = 0; r < world.Regions.Count; r++) people += Math.Max(1, world.Regions.Population[r]);
        return people;
    }
}
