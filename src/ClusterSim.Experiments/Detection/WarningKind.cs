namespace ClusterSim.Experiments.Detection;

/// <summary>A choice of features: what a score may know.</summary>
/// <param name="Name">Kebab-case, as in the file of coefficients.</param>
/// <param name="Words">What it needs.</param>
/// <param name="Features">In order.</param>
/// <param name="Values">Those of a row, in the same order.</param>
public sealed record WarningKind(string Name, string Words, IReadOnlyList<CellFeature> Features, Func<WarningRow, double[]> Values)
{
    /// <summary>What a panel with firms and jobs offers.</summary>
    public const string Public = "public";

    /// <summary>What a panel offers in which jobs are suppressed.</summary>
    public const string ByFirms = "public-by-firms";

    /// <summary>All that a simulation knows.</summary>
    public const string Simulated = "simulated";

    /// <summary>The plain rule: the order of LQ.</summary>
    public const string Plain = "lq-alone";

    private const int NeedNoJobs = 6;

    public static IReadOnlyList<WarningKind> All { get; } =
    [
        new(Public, "firms and jobs by region, activity and year", CellFeatures.All, row => row.ByJobs),
        new(ByFirms, "firms by region, activity and year", [.. CellFeatures.All.Take(NeedNoJobs)], row => row.ByFirms[..NeedNoJobs]),
        new(Simulated, "all that a simulation knows", [.. CellFeatures.All, .. SimulatedFeatures.All], row => [.. row.ByJobs, .. row.Inside]),
        new(Plain, "LQ and nothing else", [CellFeatures.All[1]], row => [row.ByJobs[1]]),
    ];

    public static WarningKind Of(string name) => All.Single(kind => kind.Name == name);
}
