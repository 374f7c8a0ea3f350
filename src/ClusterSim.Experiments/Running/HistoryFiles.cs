using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>The register of firms, the deals and the events of one history, as rows of their files.</summary>
public static class HistoryFiles
{
    public const string FirmsHeader = "scenario_id,replication,firm_id,name,origin,parent_firm_id,founder_worker_id,generation,lineage_root_id,founding_region,region,activity,founded_tick,closed_tick,exit_reason,entry_competence,parent_competence_at_birth,competence,headcount,peak_headcount\n";
    public const string DealsHeader = "scenario_id,replication,investor_id,investor_type,firm_id,tick,round,amount_gbp,exit_tick,exit_value_gbp\n";
    public const string EventsHeader = "scenario_id,replication,tick,year,event_id,type,firm_id,other_firm_id,worker_id,investor_id,amount_gbp,stage,text\n";

    public static string Firms(World world, string scenario, int replication)
    {
        Firms firms = world.Firms;
        var csv = new Csv();
        for (int firm = 0; firm < firms.Count; firm++)
        {
            csv.Add(scenario).Add(replication).Add(firm).Add(Name(firms.Lineage[firm])).Add(Catalogue.Kebab(firms.Origin[firm].ToString()));
            Optional(csv, firms.Parent[firm]);
            csv.Add(firms.Founder[firm] == 0 ? "" : firms.Founder[firm].ToString("x16"));
            csv.Add(firms.Generation[firm]).Add(firms.Root[firm]).Add(world.RegionNames[firms.FoundingRegion[firm]])
                .Add(world.RegionNames[firms.Region[firm]]).Add(world.Configuration.Activities[firms.Activity[firm]].Name).Add(firms.FoundedAt[firm]);
            Optional(csv, firms.ClosedAt[firm]);
            csv.Add(firms.Alive(firm) ? "" : Catalogue.Kebab(firms.Closure[firm].ToString()));
            csv.Add(firms.EntryCompetence[firm]).Add(firms.Parent[firm] < 0 ? null : firms.ParentCompetence[firm])
                .Add(firms.Competence[firm]).Add(firms.Payroll[firm].Headcount).Add(firms.Payroll[firm].PeakHeadcount).EndRow();
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

    /// <summary>Spin-offs, closures of firms that once had fifty staff, investments, changes of stage and policy starts, by date.</summary>
    public static string Events(World world, string scenario, int replication)
    {
        var events = new List<Happening>();
        Firms firms = world.Firms;
        for (int firm = 0; firm < firms.Count; firm++)
        {
            string name = Name(firms.Lineage[firm]), place = world.RegionNames[firms.Region[firm]];
            if (firms.Origin[firm] == Origin.SpinOff)
                events.Add(new(firms.FoundedAt[firm], "spin-off", firm, firms.Parent[firm], $"people of {Name(firms.Lineage[firms.Parent[firm]])} found {name} in {place}") { Worker = firms.Founder[firm] });
            if (!firms.Alive(firm) && firms.Payroll[firm].PeakHeadcount >= 50)
                events.Add(new(firms.ClosedAt[firm], "closure", firm, -1, $"{name} of {place} closes ({Catalogue.Kebab(firms.Closure[firm].ToString())}); it once had {firms.Payroll[firm].PeakHeadcount} staff"));
        }
        for (int deal = 0; deal < world.Deals.Count; deal++)
        {
            int firm = world.Deals.Firm[deal], investor = world.Deals.Investor[deal];
            long amount = Gbp(world.Deals.Amount[deal]);
            events.Add(new(world.Deals.Tick[deal], "investment", firm, -1, $"{Name(firms.Lineage[firm])} is paid GBP {amount} in round {world.Deals.Round[deal]}") { Investor = investor, Amount = amount });
        }
        StageChanges changes = world.StageChanges;
        for (int row = 0; row < changes.Count; row++)
        {
            if (changes.Cluster[row] % world.Activities.Count != 0) continue;
            string stage = Catalogue.Kebab(changes.To[row].ToString()), place = world.RegionNames[changes.Cluster[row] / world.Activities.Count];
            events.Add(new(changes.Tick[row], "stage", -1, -1, changes.To[row] == Stage.None ? $"{place} is no cluster any more" : $"{place} enters stage {stage}") { Entered = stage });
        }
        for (int row = 0; row < world.Programmes.Count; row++)
            if (world.Programmes.StartedAt[row] >= 0)
                events.Add(new(world.Programmes.StartedAt[row], "policy-start", -1, -1, $"{world.Configuration.Policies[world.Programmes.Intervention[row]].Name} starts in {world.RegionNames[world.Programmes.Region[row]]}"));
        var csv = new Csv();
        int id = 0;
        foreach (Happening each in events.OrderBy(e => e.Tick).ThenBy(e => e.Type, StringComparer.Ordinal).ThenBy(e => e.Firm).ThenBy(e => e.Text, StringComparer.Ordinal))
        {
            csv.Add(scenario).Add(replication).Add(each.Tick).Add(each.Tick / 12.0).Add(id++).Add(each.Type);
            Optional(csv, each.Firm);
            Optional(csv, each.Other);
            csv.Add(each.Worker == 0 ? "" : each.Worker.ToString("x16"));
            Optional(csv, each.Investor);
            if (each.Amount is long amount) csv.Add(amount);
            else csv.Add("");
            csv.Add(each.Entered).Add(each.Text).EndRow();
        }
        return csv.ToString();
    }

    /// <summary>A name that an agent keeps in every history: two syllable pairs drawn from its identity.</summary>
    public static string Name(ulong lineage)
    {
        string[] first = ["Al", "Bel", "Cor", "Dan", "El", "Fer", "Gal", "Hal", "Il", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel", "Quin", "Ros", "Sol", "Tor", "Ul", "Ver", "Wes", "Zan"];
        string[] second = ["ba", "co", "den", "fo", "gra", "lin", "ma", "nex", "per", "ra", "sen", "ta", "ver", "wick", "xa", "zo"];
        string[] kind = ["Works", "Systems", "Labs", "Tools", "Brothers", "Industries", "Design", "Technik"];
        ulong mixed = Lineage.Mix(lineage);
        return $"{first[mixed % 24]}{second[(mixed >> 8) % 16]} {kind[(mixed >> 16) % 8]} {(mixed >> 24) % 1000}";
    }

    /// <summary>Whole GBP from GBP thousand.</summary>
    public static long Gbp(double thousand) => (long)Math.Round(Math.Clamp(thousand, -1e12, 1e12) * 1000);

    private static void Optional(Csv csv, int row)
    {
        if (row < 0) csv.Add("");
        else csv.Add(row);
    }

    private sealed record Happening(int Tick, string Type, int Firm, int Other, string Text)
    {
        public ulong Worker { get; init; }
        public int Investor { get; init; } = -1;
        public long? Amount { get; init; }
        public string Entered { get; init; } = "";
    }
}
