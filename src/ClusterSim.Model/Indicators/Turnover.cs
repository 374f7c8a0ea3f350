using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Firms founded since the start.</summary>
[Indicator("entries", Unit = "firm", Additive = true, Source = "B26", Summary = "Firms founded since the start")]
public sealed class EntriesSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Entries, region, activity);
}

/// <summary>Firms closed since the start.</summary>
[Indicator("exits", Unit = "firm", LowerIsBetter = true, Additive = true, Source = "F03", Summary = "Firms closed since the start")]
public sealed class ExitsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Exits, region, activity);
}

/// <summary>Spin-offs born since the start.</summary>
[Indicator("spin-off-count", Unit = "firm", Additive = true, Source = "B26", Summary = "Spin-offs born since the start")]
public sealed class SpinOffsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.SpinOffsBorn, region, activity);
}

/// <summary>Would-be founders since the start.</summary>
[Indicator("applications", Unit = "founder", Additive = true, Source = "B26", Summary = "Would-be founders since the start")]
public sealed class ApplicationsSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.Applications, region, activity);
}

/// <summary>Founders who found the money, of those of the last year who looked for it.</summary>
[Indicator("funded-share", Unit = "share", Source = "B27", Summary = "Founders who found the money, of those of the last year who looked for it")]
public sealed class FundedShare : Indicator
{
    public override double Measure(World world, int region, int activity)
    {
        double asked = 0, funded = 0;
        for (int r = 0; r < world.Regions.Count; r++)
        {
            if (region >= 0 && r != region) continue;
            asked += world.Regions.Applicants[r];
            funded += world.Regions.Funded[r];
        }
        return asked <= 0 ? 0 : funded / asked;
    }
}

/// <summary>Mean generation of living firms in the family tree.</summary>
[Indicator("generations", Unit = "generation", Source = "Klepper 2007", Summary = "Mean generation of living firms in the family tree")]
public sealed class Generations : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Generation[firm]);
}
