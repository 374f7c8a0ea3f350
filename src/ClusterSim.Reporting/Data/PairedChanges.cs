namespace ClusterSim.Reporting.Data;

/// <summary>The pairs of the headline measure at one date: what each arm changed in each history.</summary>
public sealed class PairedChanges
{
    private readonly SortedDictionary<int, double>[] _target, _country;
    private readonly HashSet<int>[] _started;

    private PairedChanges(int arms)
    {
        _target = [.. Enumerable.Range(0, arms).Select(_ => new SortedDictionary<int, double>())];
        _country = [.. Enumerable.Range(0, arms).Select(_ => new SortedDictionary<int, double>())];
        _started = [.. Enumerable.Range(0, arms).Select(_ => new HashSet<int>())];
    }

    internal static PairedChanges Read(IResultFiles files, IReadOnlyList<string> arms, string measure, ClockDate moment)
    {
        var pairs = new PairedChanges(arms.Count);
        using CsvRows? csv = CsvRows.Open(files, "pairs.csv");
        if (csv is null) return pairs;
        int scenario = csv.Column("scenario_id"), replication = csv.Column("replication"), started = csv.Column("started"), clock = csv.Column("clock"), horizon = csv.Column("horizon"),
            region = csv.Column("region"), metric = csv.Column("metric"), without = csv.Column("baseline_value"), with = csv.Column("scenario_value");
        string years = moment.Years.ToString(System.Globalization.CultureInfo.InvariantCulture);
        while (csv.Next())
        {
            if (!csv.Is(metric, measure) || !csv.Is(clock, moment.Clock) || !csv.Is(horizon, years) || csv.Is(region, "elsewhere")) continue;
            int arm = csv.Place(scenario, arms), history = csv.Count(replication);
            if (arm < 0) continue;
            (csv.Is(region, "all") ? pairs._country : pairs._target)[arm][history] = csv.Number(with) - csv.Number(without);
            if (csv.Is(started, "1")) pairs._started[arm].Add(history);
        }
        return pairs;
    }

    /// <summary>Change in the target region by replication; a history without a target region is not in it.</summary>
    public IReadOnlyDictionary<int, double> Target(int arm) => _target[arm];

    /// <summary>Change in the whole country, by replication.</summary>
    public IReadOnlyDictionary<int, double> Country(int arm) => _country[arm];

    public bool Started(int arm, int replication) => _started[arm].Contains(replication);

    /// <summary>Share of the histories in which the arm started that came out worse, ties not counting; NaN if none started.</summary>
    public double ShareWorse(int arm, bool lowerIsBetter)
    {
        double[] changes = [.. _target[arm].Where(pair => _started[arm].Contains(pair.Key)).Select(pair => pair.Value)];
        return changes.Length == 0 ? double.NaN : changes.Count(change => lowerIsBetter ? change > 0 : change < 0) / (double)changes.Length;
    }
}
