using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Counts over every firm that ever was, by how it came about or why it ended.</summary>
public abstract class FirmRegister : Indicator
{
    /// <summary>Firms founded in the region and activity so far, by origin.</summary>
    protected static double Entered(World world, int region, int activity, Origin origin)
    {
        double count = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Origin[firm] == origin && Here(world, world.Firms.Birthplace, firm, region, activity)) count++;
        return count;
    }

    /// <summary>Firms closed in the region and activity so far, by reason.</summary>
    protected static double Closed(World world, int region, int activity, Closure closure)
    {
        double count = 0;
        for (int firm = 0; firm < world.Firms.Count; firm++)
            if (world.Firms.Closure[firm] == closure && Here(world, world.Firms.Region, firm, region, activity)) count++;
        return count;
    }

    private static bool Here(World world, Column<int> place, int firm, int region, int activity) =>
        world.Firms.Activity[firm] == activity && (region < 0 || place[firm] == region);
}

/// <summary>Firms founded by people from outside the activity.</summary>
[Indicator("entries-de-novo", Unit = "firm", Additive = true, Source = "B26", Summary = "Firms founded since the start by people from outside the activity")]
public sealed class DeNovoEntries : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Entered(world, region, activity, Origin.DeNovo);
}

/// <summary>Firms founded as daughters of firms of related activities.</summary>
[Indicator("entries-diversifier", Unit = "firm", Additive = true, Source = "Klepper and Simons 2000", Summary = "Firms founded since the start by firms of related activities")]
public sealed class DiversifierEntries : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Entered(world, region, activity, Origin.Diversifier);
}

/// <summary>Firms founded by people who had lost their posts.</summary>
[Indicator("entries-displaced", Unit = "firm", Additive = true, Source = "B18", Summary = "Firms founded since the start by displaced workers")]
public sealed class DisplacedEntries : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Entered(world, region, activity, Origin.DisplacedFounder);
}

/// <summary>Firms that came from outside the country's regions: pioneers and lured plants.</summary>
[Indicator("entries-inward", Unit = "firm", Additive = true, Source = "B20", Summary = "Firms that came since the start from outside: pioneers and lured plants")]
public sealed class InwardEntries : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Entered(world, region, activity, Origin.Inward);
}

/// <summary>Firms that failed.</summary>
[Indicator("exits-failed", Unit = "firm", LowerIsBetter = true, Additive = true, Source = "F03", Summary = "Firms closed since the start because they failed")]
public sealed class FailedExits : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Closed(world, region, activity, Closure.Failure);
}

/// <summary>Firms that ran out of money.</summary>
[Indicator("exits-insolvent", Unit = "firm", LowerIsBetter = true, Additive = true, Source = "F03", Summary = "Firms closed since the start because no lender was left")]
public sealed class InsolventExits : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Closed(world, region, activity, Closure.Insolvency);
}

/// <summary>Firms that had shrunk to nothing.</summary>
[Indicator("exits-shrunk", Unit = "firm", LowerIsBetter = true, Additive = true, Source = "F03", Summary = "Firms closed since the start because they had shrunk to nothing")]
public sealed class ShrunkExits : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Closed(world, region, activity, Closure.TooSmall);
}

/// <summary>Firms that were bought.</summary>
[Indicator("exits-acquired", Unit = "firm", Additive = true, Source = "F28", Summary = "Firms closed since the start because another bought them")]
public sealed class AcquiredExits : FirmRegister
{
    public override double Measure(World world, int region, int activity) => Closed(world, region, activity, Closure.Acquisition);
}
