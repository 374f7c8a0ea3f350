using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Cases;

/// <summary>Case statistics that count a region's firms of the focal activity: where they come from, how long they live.</summary>
internal static class FirmCounts
{
    private const int Focal = 0, TenYears = 120, TwentyYears = 240, Large50 = 50;

    public static double ShareOfFirms(World world, int region) =>
        world.Activities.Firms[Focal] == 0 ? 0 : Living(world, region) / (double)world.Activities.Firms[Focal];

    public static double LaboratoryShare(World world, int region)
    {
        int entrants = 0, theirs = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
        {
            if (!IsHere(world, firm, region)) continue;
            entrants++;
            if (world.Firms.Origin[firm] is Origin.Academic or Origin.DisplacedFounder) theirs++;
        }
        return entrants == 0 ? 0 : theirs / (double)entrants;
    }

    public static double AcademicLineage(World world, int region)
    {
        int academic = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal)))
            if (world.Firms.Origin[world.Firms.Root[firm]] == Origin.Academic) academic++;
        return Living(world, region) == 0 ? 0 : academic / (double)Living(world, region);
    }

    public static double TenYearSurvival(World world, int region)
    {
        int old = 0, survived = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
        {
            if (!IsHere(world, firm, region) || world.Tick - world.Firms.FoundedAt[firm] < TenYears) continue;
            old++;
            if (world.Firms.Alive(firm) || world.Firms.ClosedAt[firm] - world.Firms.FoundedAt[firm] >= TenYears) survived++;
        }
        return old == 0 ? double.NaN : survived / (double)old;
    }

    public static double Large(World world, int region)
    {
        int large = 0;
        foreach (int firm in world.FirmsOf(world.Cluster(region, Focal)))
            if (world.Firms.Payroll[firm].Headcount > Large50) large++;
        return Living(world, region) == 0 ? 0 : large / (double)Living(world, region);
    }

    public static double ExitRate(World world, int region)
    {
        int since = Math.Max(0, world.Tick - TwentyYears), exits = 0;
        double years = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
        {
            if (!IsHere(world, firm, region)) continue;
            int end = world.Firms.Alive(firm) ? world.Tick : world.Firms.ClosedAt[firm];
            years += Math.Max(0, end - Math.Max(since, world.Firms.FoundedAt[firm])) / 12.0;
            if (!world.Firms.Alive(firm) && end >= since) exits++;
        }
        return years == 0 ? double.NaN : exits / years;
    }

    private static int Living(World world, int region) => world.FirmsOf(world.Cluster(region, Focal)).Length;

    private static bool IsHere(World world, int firm, int region) => world.Firms.Region[firm] == region && world.Firms.Activity[firm] == Focal;
}
