using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Facts;

/// <summary>Statistics of the register of firms at the end of a history: survival, heritage, spin-offs.</summary>
internal static class FirmStatistics
{
    private const int Focal = 0;

    /// <summary>Adds survival, exit hazard ratio, parents' quintiles, heritage, stay and the share of spin-offs at the top.</summary>
    public static void Add(World world, Dictionary<string, double> values, CurveSums curves)
    {
        double[] survival = Survival(world, 120);
        values["survival-5"] = survival[60];
        values["survival-10"] = survival[120];
        foreach (string statistic in (string[])["survival-5", "survival-10"])
            for (int age = 0; age < survival.Length; age += 3) curves.Add(statistic, "surviving", age / 12.0, survival[age]);
        values["spin-off-hazard-ratio"] = Estimators.Ratio(ExitRate(world, Origin.SpinOff), ExitRate(world, Origin.DeNovo));
        Heritage(world, values);
        values["spin-offs-among-top-ten"] = TopTen(world);
    }

    /// <summary>Kaplan-Meier survival of firms founded after <see cref="Estimators.FromYear"/>, by months of age up to <paramref name="age"/>.</summary>
    private static double[] Survival(World world, int age)
    {
        Firms firms = world.Firms;
        int from = Estimators.FromYear * 12;
        var died = new int[age + 1];
        var left = new int[age + 1]; // left observation at this age, alive
        int atRisk = 0;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (firms.FoundedAt[firm] < from || firms.Activity[firm] != Focal) continue;
            atRisk++;
            int span = (firms.Alive(firm) ? world.Tick : firms.ClosedAt[firm]) - firms.FoundedAt[firm];
            if (span > age) continue;
            if (firms.Alive(firm)) left[span]++;
            else died[span]++;
        }
        var survival = new double[age + 1];
        for (int month = 0; month <= age; month++)
        {
            double before = month == 0 ? 1 : survival[month - 1];
            survival[month] = atRisk > 0 ? before * (1 - died[month] / (double)atRisk) : before;
            atRisk -= died[month] + left[month];
        }
        return survival;
    }

    /// <summary>Exits per firm-year of an origin, after <see cref="Estimators.FromYear"/>.</summary>
    private static double ExitRate(World world, Origin origin)
    {
        Firms firms = world.Firms;
        int from = Estimators.FromYear * 12, exits = 0;
        double months = 0;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (firms.Origin[firm] != origin || firms.Activity[firm] != Focal) continue;
            int until = firms.Alive(firm) ? world.Tick : firms.ClosedAt[firm];
            if (until <= from) continue;
            months += until - Math.Max(from, firms.FoundedAt[firm]);
            if (!firms.Alive(firm)) exits++;
        }
        return Estimators.Ratio(exits, months);
    }

    private static void Heritage(World world, Dictionary<string, double> values)
    {
        Firms firms = world.Firms;
        var parents = new List<double>();
        var children = new List<double>();
        int stayed = 0;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (firms.Origin[firm] != Origin.SpinOff || firms.Activity[firm] != Focal || firms.FoundedAt[firm] < Estimators.FromYear * 12) continue;
            // Competence trends upward in an industry: both sides are taken against the mean of the founding year.
            parents.Add(firms.ParentCompetence[firm]);
            children.Add(firms.EntryCompetence[firm]);
            if (firms.Birthplace[firm] == firms.FoundingRegion[firm]) stayed++;
        }
        values["spin-offs-that-stay"] = Estimators.Ratio(stayed, parents.Count);
        values["heritage-correlation"] = Correlation(parents, children);
        values["parent-quintile-ratio"] = QuintileRatio(world);
    }

    /// <summary>Spin-offs per firm-year of the best fifth of firms over those of the worst fifth, by lead over the mean.</summary>
    private static double QuintileRatio(World world)
    {
        Firms firms = world.Firms;
        var alive = new List<(double Lead, int Children, double Years)>();
        for (int firm = 0; firm < firms.Count; firm++)
        {
            if (firms.Activity[firm] != Focal) continue;
            double years = ((firms.Alive(firm) ? world.Tick : firms.ClosedAt[firm]) - firms.FoundedAt[firm]) / 12.0;
            if (years >= 1) alive.Add((firms.Lead[firm], firms.Children[firm], years));
        }
        alive.Sort((a, b) => a.Lead.CompareTo(b.Lead));
        int fifth = alive.Count / 5;
        if (fifth == 0) return double.NaN;
        double low = 0, lowYears = 0, high = 0, highYears = 0;
        for (int i = 0; i < fifth; i++)
        {
            low += alive[i].Children;
            lowYears += alive[i].Years;
            high += alive[^(i + 1)].Children;
            highYears += alive[^(i + 1)].Years;
        }
        return low == 0 ? double.NaN : high / highYears / (low / lowYears);
    }

    /// <summary>Share of spin-offs among the ten largest firms now.</summary>
    private static double TopTen(World world)
    {
        Firms firms = world.Firms;
        var rows = world.Living.ToArray().Where(firm => firms.Activity[firm] == Focal)
            .OrderByDescending(firm => firms.Payroll[firm].Headcount).ThenBy(firm => firms.Lineage[firm]).Take(10).ToList();
        return Estimators.Ratio(rows.Count(firm => firms.Origin[firm] == Origin.SpinOff), rows.Count);
    }

    private static double Correlation(List<double> x, List<double> y)
    {
        if (x.Count < 10) return double.NaN;
        double mx = Estimators.Mean(x), my = Estimators.Mean(y), sxy = 0, sxx = 0, syy = 0;
        for (int i = 0; i < x.Count; i++)
        {
            sxy += (x[i] - mx) * (y[i] - my);
            sxx += (x[i] - mx) * (x[i] - mx);
            syy += (y[i] - my) * (y[i] - my);
        }
        return sxy / Math.Sqrt(sxx * syy);
    }
}
