namespace ClusterSim.Experiments.Running;

/// <summary>What is kept of the years after an arm's start, and where it stands: the headline year by year, in the target region and in
/// the country, and the target region's stage quarter by quarter, always the twin and then the arm. All zeros where it never started.</summary>
public static class ArmPaths
{
    private const int Quarter = 3, QuartersAYear = 4, Sides = 2;

    private static readonly Scope[] Scopes = [Scope.Target, Scope.Country];

    /// <summary>Years that are kept: to the largest horizon.</summary>
    public static int Years(Study study) => study.Horizons.DefaultIfEmpty(0).Max();

    /// <summary>Index of a year, 0 = the start, in <see cref="ArmOutcome.Path"/>.</summary>
    /// <param name="place">Target or country.</param>
    public static int Year(int year, Scope place, bool treated) => (year * Scopes.Length + Array.IndexOf(Scopes, place)) * Sides + (treated ? 1 : 0);

    /// <summary>Index of a quarter, 0 = the start, in <see cref="ArmOutcome.StagePath"/>.</summary>
    public static int StageAt(int quarter, bool treated) => quarter * Sides + (treated ? 1 : 0);

    internal static double[] Headline(Series twin, Series treated, int started, int target, int years)
    {
        var path = new double[years == 0 ? 0 : (years + 1) * Scopes.Length * Sides];
        for (int year = 0; year <= years && started >= 0 && path.Length > 0; year++)
            foreach (Scope place in Scopes)
            {
                int quarter = (started + 12 * year) / Quarter, region = place == Scope.Target ? target : -1;
                path[Year(year, place, false)] = twin.At(quarter, region, 0);
                path[Year(year, place, true)] = treated.At(quarter, region, 0);
            }
        return path;
    }

    internal static byte[] Stages(Series twin, Series treated, int started, int target, int years)
    {
        var path = new byte[years == 0 ? 0 : (years * QuartersAYear + 1) * Sides];
        for (int quarter = 0; quarter <= years * QuartersAYear && started >= 0 && path.Length > 0; quarter++)
        {
            path[StageAt(quarter, false)] = (byte)twin.StageAt(started / Quarter + quarter, target);
            path[StageAt(quarter, true)] = (byte)treated.StageAt(started / Quarter + quarter, target);
        }
        return path;
    }
}
