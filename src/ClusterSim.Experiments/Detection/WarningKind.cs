using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>A choice of features: what a score may know.</summary>
/// <param name="Name">Kebab-case, as in the file of coefficients.</param>
/// <param name="Words">What it needs.</param>
/// <param name="Features">In order.</param>
/// <param name="Values">Those of a row, in the same order.</param>
public sealed record WarningKind(string Name, string Words, IReadOnlyList<CellFeature> Features, Func<WarningRow, double[]> Values)
{
    /// <summary>What a statistical office publishes of firms and jobs.</summary>
    public const string Public = "public";

    /// <summary>The same without what hangs on how large regions and firms are: for real panels, whose regions may be a hundred times
    /// those of a simulation.</summary>
    public const string Panel = "panel";

    /// <summary>The same where jobs are suppressed.</summary>
    public const string ByFirms = "panel-by-firms";

    /// <summary>All that a simulation knows.</summary>
    public const string Simulated = "simulated";

    /// <summary>The plain rule: the order of LQ.</summary>
    public const string Plain = "lq-alone";

    /// <summary>Of the features of a panel, those that know no scale, all that the score goes by, growth, and LQ by itself.</summary>
    private const int WithoutScale = 5, OfAPanel = 8, Growth = 6, Quotient = 8;

    public static IReadOnlyList<WarningKind> All { get; } =
    [
        new(Public, "firms and jobs by region, activity and year", [.. CellFeatures.All.Take(OfAPanel)], row => row.ByJobs[..OfAPanel]),
        new(Panel, "firms and jobs by region, activity and year, regions of any size", [.. CellFeatures.All.Take(WithoutScale), CellFeatures.All[Growth]], row => [.. row.ByJobs[..WithoutScale], row.ByJobs[Growth]]),
        new(ByFirms, "firms by region, activity and year, regions of any size", [.. CellFeatures.All.Take(WithoutScale)], row => row.ByFirms[..WithoutScale]),
        new(Simulated, "all that a simulation knows", [.. CellFeatures.All.Take(OfAPanel), .. SimulatedFeatures.All], row => [.. row.ByJobs[..OfAPanel], .. row.Inside]),
        new(Plain, "LQ and nothing else", [CellFeatures.All[Quotient]], row => [row.ByJobs[Quotient]]),
    ];

    public static WarningKind Of(string name) => All.Single(kind => kind.Name == name);
}
