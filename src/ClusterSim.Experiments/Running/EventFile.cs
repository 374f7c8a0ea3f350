using System.Globalization;
using ClusterSim.Experiments.Stories;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Running;

/// <summary>What happened in one history, by date, each event with its sentence: the first firm of a region, spin-offs, closures of
/// firms that once had fifty staff, investments, changes of stage and starts of policies.</summary>
public static class EventFile
{
    public const string Header = "scenario_id,replication,tick,year,event_id,type,firm_id,other_firm_id,worker_id,investor_id,amount_gbp,stage,text\n";

    private const int Focal = 0, LargeOnce = 50;

    public static string Rows(World world, string scenario, int replication)
    {
        var csv = new Csv();
        int id = 0;
        IEnumerable<Happening> events = [.. Firms(world), .. Deals(world), .. Stages(world), .. Policies(world)];
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

    private static IEnumerable<Happening> Firms(World world)
    {
        Firms firms = world.Firms;
        var known = new bool[world.Regions.Count];
        for (int firm = 0; firm < firms.Count; firm++)
        {
            string name = Names.Firm(firms.Lineage[firm]);
            int cradle = firms.FoundingRegion[firm], parent = firms.Parent[firm];
            bool first = firms.Activity[firm] == Focal && !known[cradle];
            if (first) known[cradle] = true;
            if (firms.Origin[firm] == Origin.SpinOff)
                yield return new(firms.FoundedAt[firm], "spin-off", firm, parent, Sentences.Of("spin-off", "", ("founder", Names.Person(firms.Founder[firm])), ("parent", Names.Firm(firms.Lineage[parent])), ("firm", name), ("region", world.RegionNames[cradle]))) { Worker = firms.Founder[firm] };
            else if (first)
                yield return new(firms.FoundedAt[firm], "first-firm", firm, -1, Sentences.Of("first-firm", "", ("firm", name), ("region", world.RegionNames[cradle])));
            int peak = firms.Payroll[firm].PeakHeadcount;
            if (firms.Alive(firm) || peak < LargeOnce) continue;
            string reason = Catalogue.Kebab(firms.Closure[firm].ToString()), place = world.RegionNames[firms.Region[firm]];
            yield return new(firms.ClosedAt[firm], "closure", firm, -1, Sentences.Of("closure", reason, ("firm", name), ("region", place), ("staff", Number(peak))));
        }
    }

    private static IEnumerable<Happening> Deals(World world)
    {
        for (int deal = 0; deal < world.Deals.Count; deal++)
        {
            int firm = world.Deals.Firm[deal], investor = world.Deals.Investor[deal];
            long amount = HistoryFiles.Gbp(world.Deals.Amount[deal]);
            string kind = Catalogue.Kebab(world.Investors.Kind[investor].ToString());
            yield return new(world.Deals.Tick[deal], "investment", firm, -1, Sentences.Of("investment", kind, ("firm", Names.Firm(world.Firms.Lineage[firm])), ("amount", Number(amount)), ("round", Number(world.Deals.Round[deal])))) { Investor = investor, Amount = amount };
        }
    }

    private static IEnumerable<Happening> Stages(World world)
    {
        StageChanges changes = world.StageChanges;
        for (int row = 0; row < changes.Count; row++)
        {
            if (changes.Cluster[row] % world.Activities.Count != Focal) continue;
            string stage = Catalogue.Kebab(changes.To[row].ToString()), place = world.RegionNames[changes.Cluster[row] / world.Activities.Count];
            yield return new(changes.Tick[row], "stage", -1, -1, Sentences.Of("stage", stage, ("region", place))) { Entered = stage };
        }
    }

    private static IEnumerable<Happening> Policies(World world)
    {
        for (int row = 0; row < world.Programmes.Count; row++)
            if (world.Programmes.StartedAt[row] >= 0)
                yield return new(world.Programmes.StartedAt[row], "policy-start", -1, -1, Sentences.Of("policy-start", "", ("policy", world.Configuration.Policies[world.Programmes.Intervention[row]].Name), ("region", world.RegionNames[world.Programmes.Region[row]])));
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

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
