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
        return spinOffs.Count(firm => firm["birthplace"] == firm["founding_region"]) / (double)spinOffs.Count;
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

    /// <summary>F19: what newcomers in clusters earn beyond those outside, and by how much faster wages rise there.</summary>
    public double WageGap(bool slope) => Mean(replication =>
    {
        var rows = new List<(string Place, double Tenure, double Persons, double Wage)>();
        foreach (var year in Focal("wages_year", replication).Where(row => Int(row, "year") > 25 && row["place"] != "embryonic").GroupBy(row => row["year"]))
        {
            double mean = year.Sum(row => Number(row, "persons") * Number(row, "mean_log_wage")) / year.Sum(row => Number(row, "persons"));
            rows.AddRange(year.Select(row => (row["place"], Number(row, "tenure"), Number(row, "persons"), Number(row, "mean_log_wage") - mean)));
        }
        double Start(string place) => rows.Where(row => row.Place == place && row.Tenure == 0).Sum(row => row.Persons * row.Wage) / rows.Where(row => row.Place == place && row.Tenure == 0).Sum(row => row.Persons);
        double Climb(string place)
        {
            var there = rows.Where(row => row.Place == place).ToList();
            double persons = there.Sum(row => row.Persons), tenure = there.Sum(row => row.Persons * row.Tenure) / persons, wage = there.Sum(row => row.Persons * row.Wage) / persons;
            return there.Sum(row => row.Persons * (row.Tenure - tenure) * (row.Wage - wage)) / there.Sum(row => row.Persons * Math.Pow(row.Tenure - tenure, 2));
        }
        bool enough = new[] { "cluster", "outside" }.All(place => rows.Where(row => row.Place == place && row.Tenure == 0).Sum(row => row.Persons) >= 100 && rows.Where(row => row.Place == place && row.Tenure > 0).Sum(row => row.Persons) >= 100);
        return !enough ? double.NaN : slope ? Climb("cluster") - Climb("outside") : Start("cluster") - Start("outside");
    });

    /// <summary>F21 and what stands beside it.</summary>
    public double Localisation(bool rates) => Mean(replication =>
    {
        var firms = Late(replication).ToDictionary(row => (row["year"], row["region"]), row => Number(row, "firms"));
        var all = firms.GroupBy(each => each.Key.Item1).ToDictionary(year => year.Key, year => year.Sum(each => each.Value));
        double events = 0, near = 0, control = 0;
        foreach (var row in Focal("flows", replication).Where(row => Int(row, "year") > 25 && row["age"] == "0" && all[row["year"]] >= 2))
        {
            double same = row["from_region"] == row["to_region"] ? 1 : 0, times = Number(row, "events");
            (events, near) = (events + times, near + same * times);
            control += times * Math.Max(0, firms[(row["year"], row["from_region"])] - same) / (all[row["year"]] - 1);
        }
        return events < 100 ? double.NaN : rates ? near / control / ((events - near) / (events - control)) : near / control;
    });

    /// <summary>F27: normal equations, solved by elimination.</summary>
    public double RelatedVariety() => Mean(replication =>
    {
        var family = File.ReadLines(Path.Combine(folder, "activities.csv")).Select(line => line.Split(',')).Where(cells => cells[0] == scenario).ToDictionary(cells => cells[1], cells => cells[2]);
        var places = Rows("region_years", replication).ToLookup(row => (Int(row, "year"), row["region"]));
        var rows = new List<double[]>();
        for (int year = 25; year <= 45; year += 5)
        {
            var period = new List<double[]>();
            foreach (string region in places.Select(place => place.Key.Item2).Distinct())
            {
                double now = places[(year, region)].Sum(row => Number(row, "jobs")), then = places[(year + 5, region)].Sum(row => Number(row, "jobs"));
                if (now < 50 || then < 50) continue;
                double Entropy(IEnumerable<double> jobs) => jobs.Where(each => each > 0).Sum(each => each / now * Math.Log(now / each));
                double unrelated = Entropy(places[(year, region)].GroupBy(row => family[row["activity"]]).Select(each => each.Sum(row => Number(row, "jobs"))));
                double related = Entropy(places[(year, region)].Select(row => Number(row, "jobs"))) - unrelated;
                period.Add([related, unrelated, Math.Log(now), Math.Log(Number(places[(year, region)].First(), "population")), Math.Log(then / now) / 5]);
            }
            rows.AddRange(period.Select(row => row.Select((value, i) => value - period.Average(each => each[i])).ToArray()));
        }
        if (rows.Count < 30) return double.NaN;
        double[][] system = [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 5).Select(j => rows.Sum(row => row[i] * row[j])).ToArray())];
        for (int pivot = 3; pivot > 0; pivot--) // related variety comes first and is eliminated last
            for (int i = 0; i < pivot; i++)
            {
                double share = system[i][pivot] / system[pivot][pivot];
                for (int j = 0; j < 5; j++) system[i][j] -= share * system[pivot][j];
            }
        return system[0][4] / system[0][0];
    });

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
