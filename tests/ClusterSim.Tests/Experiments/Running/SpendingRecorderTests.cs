using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Indicators;
using ClusterSim.Model.State;
using NUnit.Framework;

namespace ClusterSim.Tests.Experiments.Running;

/// <summary>The rows of spending.csv against what the model itself says was spent, and every instrument against its budget and cap.</summary>
public sealed class SpendingRecorderTests
{
    private const int Start = 36, Duration = 60, Months = 120;
    private const double Budget = 400, Cap = 60;

    private static readonly ModelConfiguration Everything = new()
    {
        Country = new CountrySetup { Regions = 4, Population = 24_000, ReferenceShare = 0.02 },
        Activities = [new ActivitySetup { Name = "focal", InitialDemand = 600, Regime = Regime.HighTech }, new ActivitySetup { Name = "other", InitialDemand = 300, Relatedness = 0.7 }],
        Months = Months,
        Policies = [.. ClusterModel.Catalogue.OfKind("instrument").Select((part, i) => new Intervention
        {
            Name = part.Name + "-arm", InstrumentName = part.Name, Region = $"region-{1 + i % 4}", Activity = i % 3 == 0 ? "other" : "focal",
            Start = new StartRule { Month = Start }, Duration = Duration, Budget = Budget, YearlyCap = Cap, DeliveryShare = 0.2,
        })],
    };

    private static readonly Lazy<(World World, string[][] Rows, double[] MostInAYear)> Lived = new(Live);

    /// <summary>Looked at every month: in no year of its own does an intervention spend more than its cap, and never more than its budget.</summary>
    [Test]
    public void History_WithEveryInstrument_NoneSpendsMoreThanItsCapOrBudget()
    {
        Programmes programmes = Lived.Value.World.Programmes;
        int spent = 0;
        for (int programme = 0; programme < programmes.Count; programme++)
        {
            string name = Everything.Policies[programmes.Intervention[programme]].Name;
            Assert.That(Lived.Value.MostInAYear[programme], Is.LessThanOrEqualTo(Cap + 1e-9), name);
            Assert.That(programmes.Spent[programme], Is.LessThanOrEqualTo(Budget + 1e-9), name);
            if (programmes.Spent[programme] > 0) spent++;
        }
        Assert.That(spent, Is.GreaterThan(20), "instruments that spent at all");
        Assert.That(Lived.Value.MostInAYear.Max(), Is.GreaterThan(0.9 * Cap), "the cap must bind somewhere to be tested");
    }

    [Test]
    public void Rows_OfAHistory_AddUpToWhatEveryProgrammeSpentAndToPolicySpending()
    {
        World world = Lived.Value.World;
        Programmes programmes = world.Programmes;
        for (int programme = 0; programme < programmes.Count; programme++)
        {
            Intervention intervention = Everything.Policies[programmes.Intervention[programme]];
            string[][] rows = [.. Lived.Value.Rows.Where(row => row[3] == intervention.Name)];
            Assert.That(rows.Sum(row => long.Parse(row[7], CultureInfo.InvariantCulture)), Is.EqualTo(HistoryFiles.Gbp(programmes.Spent[programme])), intervention.Name);
            Assert.That(rows.Sum(row => long.Parse(row[8], CultureInfo.InvariantCulture)), Is.EqualTo(HistoryFiles.Gbp(0.2 * programmes.Spent[programme])).Within(1), intervention.Name);
            Assert.That(rows.Sum(row => double.Parse(row[9], CultureInfo.InvariantCulture)), Is.EqualTo(programmes.Helped[programme]).Within(1e-6), intervention.Name);
            Assert.That(rows.Select(row => (row[4], row[5], row[6])), Has.All.EqualTo((intervention.InstrumentName, intervention.Region, intervention.Activity)));
        }
        var spending = (Indicator)ClusterModel.Catalogue.Find("indicator", "policy-spending")!.Create(null);
        for (int activity = 0; activity < 2; activity++)
        {
            string name = Everything.Activities[activity].Name;
            double told = Lived.Value.Rows.Where(row => row[6] == name).Sum(row => double.Parse(row[7], CultureInfo.InvariantCulture));
            Assert.That(told, Is.EqualTo(1000 * spending.Measure(world, -1, activity)).Within(0.5 * programmes.Count), name);
            Assert.That(told, Is.GreaterThan(0));
        }
    }

    /// <summary>A year stands there if money was spent in it, and no other.</summary>
    [Test]
    public void Rows_OfTheSham_AreTheCapInEachOfItsYears()
    {
        string[][] rows = [.. Lived.Value.Rows.Where(row => row[4] == "sham")];
        Assert.That(rows.Select(row => (row[2], row[7])), Is.EqualTo(Enumerable.Range(4, 5).Select(year => (year.ToString(CultureInfo.InvariantCulture), "60000"))));
    }

    private static (World, string[][], double[]) Live()
    {
        var history = new History(Everything);
        history.Begin(5, 0);
        World world = history.World;
        var recorder = new SpendingRecorder("arm", 0);
        recorder.Begin(world);
        var most = new double[world.Programmes.Count];
        var before = new double[most.Length];
        while (world.Tick < Months)
        {
            // All start in one month, so that the years of all programmes end together.
            if ((world.Tick - Start) % 12 == 0) before = world.Programmes.Spent.Span.ToArray();
            history.Advance();
            for (int programme = 0; programme < most.Length; programme++) most[programme] = Math.Max(most[programme], world.Programmes.Spent[programme] - before[programme]);
            if (world.Tick % 12 == 0) recorder.EndYear(world);
        }
        return (world, [.. recorder.Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','))], most);
    }
}
