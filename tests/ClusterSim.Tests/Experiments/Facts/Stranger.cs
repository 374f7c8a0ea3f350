using System.Globalization;

namespace ClusterSim.Tests.Experiments.Facts;

/// <summary>Somebody who has the files and their description and nothing else: statistics of one scenario in plain code.</summary>
internal sealed class Stranger(string folder, string scenario, string focal)
{
    private readonly Dictionary<string, Dictionary<int, List<Dictionary<string, string>>>> _tables = [];

    public IReadOnlyList<int> Replications => [.. Table("runs").Keys.Order()];

    /// <summary>F01, F02: Kaplan-Meier by months.</summary>
    public double Survival(int months) => Mean(replication =>
    {
        int last = 12 * Int(Rows("runs", replication)[0], "years");
        var spans = Rows("firms", replication).Where(firm => firm["activity"] == focal && Int(firm, "founded_tick") >= 300)
            .Select(firm => (Closed: firm["closed_tick"].Length > 0, Span: (firm["closed_tick"].Length > 0 ? Int(firm, "closed_tick") : last) - Int(firm, "founded_tick"))).ToList();
        double survival = 1;
        for (int month = 0; month <= months; month++)
        {
            int risk = spans.Count(firm => firm.Span >= month);
            if (risk > 0) survival *= 1 - spans.Count(firm => firm.Closed && firm.Span == month) / (double)risk;
        }
        return survival;
    });

    /// <summary>F05: creation, destruction, by births, by deaths.</summary>
    public double[] JobFlows() => [.. Enumerable.Range(0, 4).Select(which => Mean(replication =>
    {
        var staff = Focal("firm_years", replication).ToDictionary(row => (Int(row, "firm_id"), Int(row, "year")), row => Int(row, "headcount"));
        double[] flows = new double[4];
        double jobs = 0;
        foreach ((int firm, int year) in staff.Keys.Concat(staff.Keys.Select(key => (key.Item1, key.Item2 + 1))).Distinct().Where(key => key.Item2 > 25 && key.Item2 <= Int(Rows("runs", replication)[0], "years")))
        {
            bool was = staff.TryGetValue((firm, year - 1), out int before);
            int now = staff.GetValueOrDefault((firm, year));
            flows[0] += Math.Max(0, now - before);
            flows[1] += Math.Max(0, before - now);
            if (!was) flows[2] += now;
            if (now == 0) flows[3] += before;
            jobs += (now + before) / 2.0;
        }
        return flows[which] / jobs;
    }))];

    /// <summary>F07: pooled over histories.</summary>
    public double SizeTail()
    {
        double[] sizes = [.. Replications.SelectMany(replication => Rows("firm_years", replication).Where(row => Int(row, "year") > Int(Rows("runs", replication)[0], "years") - 10))
            .Select(row => Number(row, "headcount")).Where(size => size >= 10).OrderDescending()];
        return -Slope([.. sizes.Select(size => Math.Log(size))], [.. sizes.Select((_, i) => Math.Log(i + 0.5))]);
    }

    /// <summary>F16.</summary>
    public double Stay() => Mean(replication =>
    {
        var spinOffs = Rows("firms", replication).Where(firm => firm["activity"] == focal && firm["origin"] == "spin-off" && Int(firm, "founded_tick") >= 300).ToList();
        return spinOffs.Count(firm => firm["region"] == firm["founding_region"]) / (double)spinOffs.Count;
    });

    /// <summary>F17a.</summary>
    public double JobToJob() => Mean(replication => Rate(Late(replication)));

    /// <summary>F17b.</summary>
    public double JobToJobInside() => Mean(replication =>
    {
        var inside = Late(replication).Where(row => row["stage"] is "growth" or "renewal").ToList();
        var outside = Late(replication).Where(row => row["stage"] is "none" or "dissolved").ToList();
        return inside.Sum(row => Number(row, "person_months")) < 1000 || outside.Sum(row => Number(row, "person_months")) < 1000 ? double.NaN : Rate(inside) / Rate(outside);
    });

    /// <summary>F20.</summary>
    public double WageElasticity() => Mean(replication => Focal("firm_years", replication).Where(row => Int(row, "year") > 25).GroupBy(row => Int(row, "year")).Select(year =>
    {
        var places = year.GroupBy(row => row["region"]).Select(place => (Jobs: place.Sum(row => Number(row, "headcount")), Wages: place.Sum(row => Number(row, "headcount") * Math.Log(Number(row, "wage_gbp")))))
            .Where(place => place.Jobs >= 5).ToList();
        return places.Count < 3 ? double.NaN : Slope([.. places.Select(place => Math.Log(place.Jobs))], [.. places.Select(place => place.Wages / place.Jobs)]);
    }).Where(double.IsFinite).Average());

    /// <summary>F24.</summary>
    public double EllisonGlaeser() => Mean(replication =>
    {
        var places = Focal("region_years", replication).Where(row => Int(row, "year") > 25).ToLookup(row => Int(row, "year"));
        var indices = new List<double>();
        foreach (var year in Focal("firm_years", replication).Where(row => Int(row, "year") > 25).GroupBy(row => Int(row, "year")))
        {
            double all = year.Sum(row => Number(row, "headcount")), herfindahl = year.Sum(row => Math.Pow(Number(row, "headcount") / all, 2)), people = places[year.Key].Sum(row => Number(row, "population"));
            if (herfindahl >= 0.5) continue;
            double g = places[year.Key].Sum(place => Math.Pow(year.Where(row => row["region"] == place["region"]).Sum(row => Number(row, "headcount")) / all - Number(place, "population") / people, 2));
            double even = 1 - places[year.Key].Sum(place => Math.Pow(Number(place, "population") / people, 2));
            indices.Add((g / even - herfindahl) / (1 - herfindahl));
        }
        return indices.Count == 0 ? double.NaN : indices.Average();
    });

    /// <summary>F32: a ratio of sums over the histories that have both stages.</summary>
    public double HeterogeneityFall()
    {
        double Stage(int replication, string stage) => Focal("region_years", replication).Where(row => row["stage"] == stage).Select(row => Number(row, "heterogeneity")).DefaultIfEmpty(double.NaN).Average();
        var both = Replications.Select(replication => (Young: Stage(replication, "embryonic"), Mature: Stage(replication, "maturity"))).Where(each => double.IsFinite(each.Young) && double.IsFinite(each.Mature)).ToList();
        return 1 - both.Sum(each => each.Mature) / both.Sum(each => each.Young);
    }

    private static double Rate(List<Dictionary<string, string>> rows) => rows.Sum(row => Number(row, "job_moves")) / rows.Sum(row => Number(row, "person_months"));

    private List<Dictionary<string, string>> Late(int replication) => [.. Focal("region_years", replication).Where(row => Int(row, "year") > 25)];

    private double Mean(Func<int, double> of) => Replications.Select(of).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    private IEnumerable<Dictionary<string, string>> Focal(string table, int replication) => Rows(table, replication).Where(row => row["activity"] == focal);

    private List<Dictionary<string, string>> Rows(string table, int replication) => Table(table).GetValueOrDefault(replication) ?? [];

    private Dictionary<int, List<Dictionary<string, string>>> Table(string table)
    {
        if (_tables.TryGetValue(table, out var known)) return known;
        string[] lines = File.ReadAllLines(Path.Combine(folder, table + ".csv")), header = lines[0].Split(',');
        return _tables[table] = lines.Skip(1).Where(line => line.StartsWith(scenario + ",", StringComparison.Ordinal)).Select(line => line.Split(','))
            .Select(cells => header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second)).GroupBy(row => Int(row, "replication")).ToDictionary(group => group.Key, group => group.ToList());
    }

    private static double Slope(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        return x.Zip(y).Sum(pair => (pair.First - mx) * (pair.Second - my)) / x.Sum(value => (value - mx) * (value - mx));
    }

    private static int Int(Dictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
}
