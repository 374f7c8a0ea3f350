using ClusterSim.Experiments.Stories;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Running;

/// <summary>The register of firms and the deals of one history, as rows of their files.</summary>
public static class HistoryFiles
{
    public const string FirmsHeader = "scenario_id,replication,firm_id,name,origin,parent_firm_id,founder_worker_id,generation,lineage_root_id,founding_region,region,activity,founded_tick,closed_tick,exit_reason,entry_competence,parent_competence_at_birth,competence,headcount,peak_headcount,lead,birthplace\n";
    public const string DealsHeader = "scenario_id,replication,investor_id,investor_type,firm_id,tick,round,amount_gbp,exit_tick,exit_value_gbp\n";

    public static string Firms(World world, string scenario, int replication)
    {
        Firms firms = world.Firms;
        var csv = new Csv();
        for (int firm = 0; firm < firms.Count; firm++)
        {
            csv.Add(scenario).Add(replication).Add(firm).Add(Names.Firm(firms.Lineage[firm])).Add(Catalogue.Kebab(firms.Origin[firm].ToString()));
            Optional(csv, firms.Parent[firm]);
            csv.Add(firms.Founder[firm] == 0 ? "" : firms.Founder[firm].ToString("x16"));
            csv.Add(firms.Generation[firm]).Add(firms.Root[firm]).Add(world.RegionNames[firms.FoundingRegion[firm]])
                .Add(world.RegionNames[firms.Region[firm]]).Add(world.Configuration.Activities[firms.Activity[firm]].Name).Add(firms.FoundedAt[firm]);
            Optional(csv, firms.ClosedAt[firm]);
            csv.Add(firms.Alive(firm) ? "" : Catalogue.Kebab(firms.Closure[firm].ToString()));
            csv.Add(firms.EntryCompetence[firm]).Add(firms.Parent[firm] < 0 ? null : firms.ParentCompetence[firm])
                .Add(firms.Competence[firm]).Add(firms.Payroll[firm].Headcount).Add(firms.Payroll[firm].PeakHeadcount).Add(firms.Lead[firm]).Add(world.RegionNames[firms.Birthplace[firm]]).EndRow();
        }
        return csv.ToString();
    }

    public static string Deals(World world, string scenario, int replication)
    {
        Deals deals = world.Deals;
        var csv = new Csv();
        for (int deal = 0; deal < deals.Count; deal++)
        {
            csv.Add(scenario).Add(replication).Add(deals.Investor[deal]).Add(Catalogue.Kebab(world.Investors.Kind[deals.Investor[deal]].ToString()))
                .Add(deals.Firm[deal]).Add(deals.Tick[deal]).Add(deals.Round[deal]).Add(Gbp(deals.Amount[deal]));
            Optional(csv, deals.ExitTick[deal]);
            csv.Add(deals.ExitTick[deal] < 0 ? "" : Gbp(deals.ExitValue[deal]).ToString(System.Globalization.CultureInfo.InvariantCulture)).EndRow();
        }
        return csv.ToString();
    }

    /// <summary>Whole GBP from GBP thousand.</summary>
    public static long Gbp(double thousand) => (long)Math.Round(Math.Clamp(thousand, -1e12, 1e12) * 1000);

    private static void Optional(Csv csv, int row)
    {
        if (row < 0) csv.Add("");
        else csv.Add(row);
    }
}
