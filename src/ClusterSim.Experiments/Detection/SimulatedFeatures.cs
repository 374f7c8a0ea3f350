using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>What only a simulation knows of its region-activities at a date: counters since the start, and means over living firms.</summary>
public sealed class SimulatedFeatures
{
    private readonly double[][] _counters, _states;
    private readonly int _activities;

    /// <summary>Copies what is wanted of a world.</summary>
    public SimulatedFeatures(World world)
    {
        Clusters clusters = world.Clusters;
        _activities = world.Activities.Count;
        _counters =
        [
            Whole(clusters.SpinOffsBorn), Whole(clusters.JobMoves), clusters.PersonMonths.Span.ToArray(),
            Whole(clusters.Deals), Whole(clusters.Arrivals), Whole(clusters.Innovations),
        ];
        _states = [.. Enumerable.Range(0, clusters.Count).Select(cell => State(world, cell))];
    }

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<CellFeature> All { get; } =
    [
        new("spin-offs", "log firm", "spin-offs of five years"),
        new("job-moves", "move a person and year", "moves from job to job"),
        new("deals", "log deal", "deals of five years"),
        new("arrivals", "person a job and year", "people who move here"),
        new("innovations", "innovation a firm and year", "innovations"),
        new("heterogeneity", "1", "heterogeneity of knowledge"),
        new("generations", "generation", "depth of the family tree"),
        new("best-firm", "log point", "lead of the best firm"),
        new("contacts", "contact a firm", "contacts of firms"),
        new("wage", "log point", "wages"),
        new("funded-share", "share", "funded share of founders"),
        new("trust", "share", "trust in the region"),
    ];

    /// <summary>Values of a cell: spin-offs and deals of five years, ln(1 + count); job moves per person-year, arrivals per job and
    /// innovations per firm over the last year; and H, mean generation, the best firm's competence less the activity's mean, contacts
    /// a firm, log wage by staff, funded share of founders and trust of the region at the date.</summary>
    /// <param name="diary">By quarter.</param>
    /// <param name="quarter">At least 20.</param>
    public static double[] Of(IReadOnlyList<SimulatedFeatures> diary, CellPanel panel, int cell, int quarter)
    {
        SimulatedFeatures now = diary[quarter], yearAgo = diary[quarter - 4], fiveAgo = diary[quarter - 20];
        double Since(SimulatedFeatures then, int counter) => now._counters[counter][cell] - then._counters[counter][cell];
        return
        [
            Reproducible.Log(1 + Since(fiveAgo, 0)),
            12 * Since(yearAgo, 1) / Math.Max(12, Since(yearAgo, 2)),
            Reproducible.Log(1 + Since(fiveAgo, 3)),
            Since(yearAgo, 4) / Math.Max(1, panel.JobsAt(cell, quarter)),
            Since(yearAgo, 5) / Math.Max(1, panel.FirmsAt(cell, quarter)),
            .. now._states[cell],
        ];
    }

    private double[] State(World world, int cell)
    {
        Firms firms = world.Firms;
        int region = cell / _activities, activity = cell % _activities, staff = 0;
        double generations = 0, best = 0, contacts = 0, wages = 0;
        ReadOnlySpan<int> members = world.FirmsOf(cell);
        foreach (int firm in members)
        {
            int headcount = firms.Payroll[firm].Headcount;
            generations += firms.Generation[firm];
            contacts += firms.ContactCount[firm];
            best = Math.Max(best, firms.Competence[firm] - world.Activities.MeanCompetence[activity]);
            wages += headcount * firms.LogWage[firm];
            staff += headcount;
        }
        double many = Math.Max(1, members.Length), asked = world.Regions.Applicants[region];
        return
        [
            world.Clusters.Heterogeneity[cell], generations / many, best, contacts / many, wages / Math.Max(1, staff),
            asked <= 0 ? 0 : world.Regions.Funded[region] / asked, world.Regions.Trust[region],
        ];
    }

    private static double[] Whole(Column<int> column) => [.. column.Span.ToArray().Select(value => (double)value)];
}
