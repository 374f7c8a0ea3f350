using System.Globalization;
using System.Text;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using ClusterSim.Tests.Experiments.Scenarios;
using NUnit.Framework;

namespace ClusterSim.Tests.Theorems;

/// <summary>Results survive a change of tick length: the default scenario month by month and quarter by quarter.</summary>
/// <remarks>Two things are asked of each indicator: that its means differ by less than <see cref="Noise"/> standard errors of
/// their difference, and by less than <see cref="Margin"/> of the monthly mean. What is known to disagree is in the table and
/// not among the twelve.</remarks>
[Category("Slow")]
public sealed class MonthAndQuarterTests
{
    private const int Seeds = 60;

    /// <summary>Standard errors of a difference that count as noise: with two dates and twelve indicators one in six hundred
    /// sets would go beyond it by chance.</summary>
    private const double Noise = 4;

    /// <summary>Share of the monthly mean that counts as no difference.</summary>
    private const double Margin = 0.1;

    private static readonly int[] Years = [30, 50];

    /// <summary>One number of the whole country, for the focal activity.</summary>
    private sealed record Measure(string Name, Func<World, double[], double> Of);

    private static Measure Plain(string indicator)
    {
        var measured = (Indicator)ClusterModel.Catalogue.Find("indicator", indicator)!.Create(null);
        return new Measure(indicator, (world, _) => measured.Measure(world, -1, 0));
    }

    /// <summary>An indicator that counts since the start, per firm and year.</summary>
    private static Measure PerFirm(string name, string indicator)
    {
        var measured = (Indicator)ClusterModel.Catalogue.Find("indicator", indicator)!.Create(null);
        return new Measure(name, (world, firmYears) => measured.Measure(world, -1, 0) / firmYears.Sum());
    }

    private static readonly Measure[] Twelve =
    [
        Plain("firms"),
        Plain("jobs"),
        Plain("person-months"),
        PerFirm("exits a firm and year", "exits"),
        PerFirm("entries a firm and year", "entries"),
        PerFirm("innovations a firm and year", "innovations"),
        Plain("spin-off-count"),
        new("staff of a firm", (world, _) => (double)world.Activities.Jobs[0] / world.FirmsOfActivity(0)),
        Plain("wage"),
        new("unemployment", (world, _) => Unemployment(world)),
        new("top region's share of jobs", (world, _) => TopShare(world)),
        Plain("trust"),
    ];

    private static readonly Measure[] Others =
    [
        Plain("deals"), Plain("effective-competence"), Plain("job-moves"), Plain("vacancies"), Plain("lay-offs"), Plain("heterogeneity"), Plain("exits-insolvent"),
        Plain("isolated-share"), Plain("local-supply-share"), Plain("trusted-links"),
    ];

    [Test]
    public void DefaultScenario_MonthlyAndQuarterly_AgreeOnTwelveIndicators()
    {
        ModelConfiguration configuration = Shipped.Loader().LoadScenario("scenarios/starter/default.yaml").Configuration;
        double[][][] monthly = Run(configuration with { Tick = Pace.Month }), quarterly = Run(configuration with { Tick = Pace.Quarter });
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{Seeds} histories of the default scenario with each tick\n{"",-34}{"month",12}{"quarter",12}{"change",10}{"se",8}\n");
        var wrong = new List<string>();
        for (int date = 0; date < Years.Length; date++)
            for (int i = 0; i < Twelve.Length + Others.Length; i++)
            {
                bool asked = i < Twelve.Length;
                string name = (asked ? Twelve[i] : Others[i - Twelve.Length]).Name;
                (double a, double va) = Moments(monthly, date, i);
                (double b, double vb) = Moments(quarterly, date, i);
                double errors = (b - a) / Math.Sqrt((va + vb) / Seeds), change = b / a - 1;
                bool agree = Math.Abs(errors) <= Noise && Math.Abs(change) <= Margin;
                if (asked && !agree) wrong.Add($"{name} in year {Years[date]}");
                table.Append(CultureInfo.InvariantCulture, $"{$"{(asked ? "" : "  not asked: ")}{name}, {Years[date]}",-46}{a,12:0.####}{b,12:0.####}{change,10:+0.0 %;-0.0 %}{errors,8:+0.0;-0.0}{(agree ? "" : "  FAILS")}\n");
            }
        TestContext.Out.WriteLine(table);
        Assert.That(wrong, Is.Empty, table.ToString());
    }

    /// <summary>By history, date and measure.</summary>
    private static double[][][] Run(ModelConfiguration configuration)
    {
        var result = new double[Seeds][][];
        var history = new History(configuration);
        for (int replication = 0; replication < Seeds; replication++)
        {
            history.Begin(1, replication);
            var firmYears = new List<double>();
            result[replication] = new double[Years.Length][];
            for (int date = 0; date < Years.Length; date++)
            {
                while (firmYears.Count < Years[date])
                {
                    history.RunTo(12 * (firmYears.Count + 1));
                    firmYears.Add(history.World.FirmsOfActivity(0));
                }
                result[replication][date] = [.. Twelve.Concat(Others).Select(measure => measure.Of(history.World, [.. firmYears]))];
            }
        }
        return result;
    }

    private static (double Mean, double Variance) Moments(double[][][] histories, int date, int measure)
    {
        double[] values = [.. histories.Select(history => history[date][measure])];
        double mean = values.Average();
        return (mean, values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private static double Unemployment(World world)
    {
        double without = world.Regions.Unemployed.Span.ToArray().Sum(), with = world.Regions.Jobs.Span.ToArray().Sum();
        return without / (without + with);
    }

    private static double TopShare(World world) =>
        Enumerable.Range(0, world.Regions.Count).Max(region => world.Clusters.Jobs[world.Cluster(region, 0)]) / (double)world.Activities.Jobs[0];
}

/// <summary>A count that only these tests want.</summary>
file static class Counting
{
    /// <summary>Living firms of an activity.</summary>
    public static int FirmsOfActivity(this World world, int activity) =>
        Enumerable.Range(0, world.Regions.Count).Sum(region => world.Clusters.Firms[world.Cluster(region, activity)]);
}
