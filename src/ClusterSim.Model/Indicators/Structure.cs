using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Indicators;

/// <summary>Service firms that live on the activity.</summary>
[Indicator("services", Unit = "firm", Source = "B34", Summary = "Service firms that live on the activity")]
public sealed class SupportServiceFirms : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverClusters(world, region, activity, static (clusters, cluster) => clusters.Services[cluster]);
}

/// <summary>Jobs moved abroad, of all that sales need, mean of firms.</summary>
[Indicator("offshored", Unit = "share", Source = "B40", Summary = "Jobs moved abroad, of all that sales need, mean of firms")]
public sealed class MeanOffshored : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.Offshored[firm]);
}

/// <summary>Firms that moved here from another region since the start.</summary>
[Indicator("moved-in", Unit = "firm", Additive = true, Source = "B54", Summary = "Firms that moved here from another region since the start")]
public sealed class MovedInSoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.MovedIn, region, activity);
}

/// <summary>Firms that moved to another region since the start.</summary>
[Indicator("moved-away", Unit = "firm", LowerIsBetter = true, Additive = true, Source = "B54", Summary = "Firms that moved to another region since the start")]
public sealed class MovedAwaySoFar : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.MovedAway, region, activity);
}

/// <summary>Related variety of the other trades of the region.</summary>
[Indicator("related-variety", Unit = "nat", Source = "B47", Summary = "Related variety of the other trades of the region")]
public sealed class RelatedVarietyNearby : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverClusters(world, region, activity, static (clusters, cluster) => clusters.RelatedVariety[cluster]);
}

/// <summary>Demand of public buyers seated here.</summary>
[Indicator("public-demand", Unit = "job", Additive = true, Source = "B34", Summary = "Demand of public buyers seated here")]
public sealed class PublicDemandHere : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Sum(world, world.Clusters.PublicDemand, region, activity);
}

/// <summary>Firms that make a new kind of product.</summary>
[Indicator("submarket-share", Unit = "share", Source = "B15", Summary = "Firms that make a new kind of product")]
public sealed class SubmarketShare : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => firms.InSubmarket[firm]);
}

/// <summary>Other living firms that former colleagues tie to a firm, mean of firms.</summary>
[Indicator("colleague-ties", Unit = "tie a firm", Source = "B67", Summary = "Other living firms that former colleagues tie to a firm, mean of firms")]
public sealed class ColleagueLayer : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => TieLayers.Colleagues(firms, firm));
}

/// <summary>Contacts that former colleagues or a supply link tie to the firm as well.</summary>
[Indicator("tie-overlap", Unit = "share", Source = "B04", Summary = "Contacts that former colleagues or a supply link tie to the firm as well")]
public sealed class OverlapOfLayers : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => TieLayers.Overlap(firms, firm));
}

/// <summary>Firms without any living contact.</summary>
[Indicator("isolated-share", Unit = "share", LowerIsBetter = true, Source = "B46", Summary = "Firms without any living contact")]
public sealed class IsolatedFirms : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        MeanOverFirms(world, region, activity, static (firms, firm) => TieLayers.Contacts(firms, firm) == 0 ? 1 : 0);
}

/// <summary>Months for which open posts have stood open, mean of firms with posts.</summary>
[Indicator("vacancy-duration", Unit = "month", LowerIsBetter = true, Source = "B46", Summary = "Months for which open posts have stood open, mean of firms with posts")]
public sealed class VacancyDuration : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Duration(world, region, activity);

    private static double Duration(World world, int region, int activity)
    {
        double months = 0;
        int open = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != activity || (region >= 0 && world.Firms.Region[firm] != region) || world.Firms.Payroll[firm].Vacancies == 0) continue;
            months += world.Firms.VacancyAge[firm];
            open++;
        }
        return open == 0 ? 0 : months / open;
    }
}

/// <summary>Herfindahl index of firms by staff.</summary>
[Indicator("firm-concentration", Unit = "1", Source = "Ellison and Glaeser 1997", Summary = "Herfindahl index of firms by staff")]
public sealed class Herfindahl : Indicator
{
    public override double Measure(World world, int region, int activity) =>
        Index(world, region, activity);

    private static double Index(World world, int region, int activity)
    {
        double all = 0, squares = 0;
        foreach (int firm in world.Living)
        {
            if (world.Firms.Activity[firm] != activity || (region >= 0 && world.Firms.Region[firm] != region)) continue;
            double staff = world.Firms.Payroll[firm].Headcount;
            all += staff;
            squares += staff * staff;
        }
        return all == 0 ? 0 : squares / (all * all);
    }
}

/// <summary>The ties of a firm, layer by layer.</summary>
internal static class TieLayers
{
    /// <summary>Living contacts.</summary>
    public static int Contacts(Firms firms, int firm)
    {
        int count = 0;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
            if (firms.Alive(firms.Contacts[firm][i])) count++;
        return count;
    }

    /// <summary>Suppliers whom the firm trusts.</summary>
    public static int Trusted(Firms firms, int firm)
    {
        int count = 0;
        for (int i = 0; i < firms.SupplierCount[firm]; i++)
            if (firms.Suppliers[firm][i].IsTrusted) count++;
        return count;
    }

    /// <summary>Other living firms between which and this one people have moved lately, each counted once.</summary>
    public static int Colleagues(Firms firms, int firm)
    {
        int count = 0;
        for (int i = 0; i < FormerEmployers.Capacity; i++)
        {
            int other = firms.FormerEmployers[firm][i] - 1;
            if (other < 0 || other == firm || !firms.Alive(other)) continue;
            bool seen = false;
            for (int j = 0; j < i; j++) seen |= firms.FormerEmployers[firm][j] == other + 1;
            if (!seen) count++;
        }
        return count;
    }

    /// <summary>Share of living contacts that another layer, former colleagues or supply, ties to the firm as well.</summary>
    public static double Overlap(Firms firms, int firm)
    {
        int contacts = Contacts(firms, firm), both = 0;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
        {
            int contact = firms.Contacts[firm][i];
            if (firms.Alive(contact) && (IsColleague(firms, firm, contact) || IsSupplier(firms, firm, contact) || IsSupplier(firms, contact, firm))) both++;
        }
        return contacts == 0 ? 0 : (double)both / contacts;
    }

    private static bool IsColleague(Firms firms, int firm, int other)
    {
        for (int i = 0; i < FormerEmployers.Capacity; i++)
            if (firms.FormerEmployers[firm][i] == other + 1) return true;
        return false;
    }

    private static bool IsSupplier(Firms firms, int buyer, int supplier)
    {
        for (int i = 0; i < firms.SupplierCount[buyer]; i++)
            if (firms.Suppliers[buyer][i].Supplier == supplier) return true;
        return false;
    }
}
