using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Rivals who trust each other found an association once there are enough of them. Members pay dues; the money
/// goes into joint marketing, common standards, shared training and meetings. Public bodies may sit on its board: then
/// it needs less trust to begin, fewer firms join, and more of the money goes into what all can use.</summary>
/// <remarks>Founded at <see cref="Parameters.FoundingRate"/> a year where N >= 15 and T >= threshold (1 - seats); members are
/// the firms whose lasting inclination lies below T (1 - seats/2). Marketing m = (1 - seats)/2 of the fund, the rest in
/// equal parts for standards, training and meetings. Goodwill (Nerlove and Arrow 1962): dG = gain * spending/usual -
/// decay * G a year. Standards close a fifth of the gap to the share of members a year.</remarks>
[Mechanism("associations", Id = "M13", Theory = "Porter; collective efficiency", Source = "Schmitz 1995; Nerlove and Arrow 1962; Newlands 2003; B06, B32, B33, B63, B64",
    Summary = "Firms found associations that market, train, set standards and meet")]
public sealed class Associations(Associations.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 5, Unit = "1 a year", Source = "assumption", Summary = "Founding of an association where firms and trust suffice")]
        public double FoundingRate { get; init; } = 0.1;

        [Parameter(2, 1_000, Unit = "firm", Source = "assumption", Summary = "Firms without which there is no association")]
        public int LeastFirms { get; init; } = 15;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Trust without which members do not found one on their own")]
        public double LeastTrust { get; init; } = 0.45;

        [Parameter(0, 1, Unit = "share", Source = "assumption; the forms are those of cluster organisations in Sölvell, Lindqvist and Ketels 2003", Summary = "Governance: seats of public bodies on the board; 0 = the firms' own, 1 = a public agency")]
        public double PublicSeats { get; init; }

        [Parameter(0, 0.05, Unit = "share of sales", Source = "assumption: dues of trade bodies are some tenths of a per cent of sales", Summary = "Dues")]
        public double Dues { get; init; } = 0.002;

        [Parameter(0, 0.2, Unit = "log point a year", Source = "assumption", Summary = "Goodwill that usual spending on joint marketing adds in a year")]
        public double MarketingGain { get; init; } = 0.01;

        [Parameter(0, 1, Unit = "1 a year", Source = "assumption; Nerlove and Arrow 1962 for the form", Summary = "Decay of goodwill")]
        public double GoodwillDecay { get; init; } = 0.1;

        [Parameter(1, 3, Unit = "1", Source = "assumption", Summary = "Contacts of members over those of others")]
        public double ContactsOfMembers { get; init; } = 1.5;
    }

    public override Pace Pace => Pace.Year;

    public override void Step(World world, Draws draws)
    {
        int activities = world.Activities.Count;
        for (int cluster = 0; cluster < world.Clusters.Count; cluster++)
        {
            ref Association association = ref world.Clusters.Association[cluster];
            int firms = world.Clusters.Firms[cluster];
            double trust = world.Regions.Trust[cluster / activities];
            if (association.FoundedAt == 0)
            {
                association.Goodwill = NextGoodwill(association.Goodwill, 0); // others may have advertised
                bool wanted = firms >= p.LeastFirms && trust >= p.LeastTrust * (1 - p.PublicSeats);
                if (!wanted || !draws.Chance(-Reproducible.Expm1(-p.FoundingRate), (ulong)cluster)) continue;
                association.FoundedAt = world.Tick;
                association.DuesShare = p.Dues;
                association.SalesSeen = world.Clusters.Sales[cluster];
            }
            else if (firms < p.LeastFirms / 3) // too few to carry it: what is left lapses
            {
                association = new Association { Goodwill = association.Goodwill, Standards = association.Standards };
                Enrol(world, cluster, 0);
                continue;
            }
            Enrol(world, cluster, trust * (1 - p.PublicSeats / 2));
            Serve(world, cluster, ref association);
        }
    }

    /// <summary>Firms whose inclination lies below <paramref name="share"/> are members; an inclination is for life.</summary>
    private void Enrol(World world, int cluster, double share)
    {
        Firms firms = world.Firms;
        ref Association association = ref world.Clusters.Association[cluster];
        association.Members = 0;
        association.Introductions = p.ContactsOfMembers;
        foreach (int firm in world.FirmsOf(cluster))
        {
            if (!firms.Alive(firm)) continue;
            bool joins = Draws.ToUniform(Lineage.Mix(firms.Lineage[firm] ^ Inclination)) < share;
            firms.Member[firm] = (byte)(joins ? 1 : 0);
            if (joins) association.Members++;
        }
    }

    private static readonly ulong Inclination = Lineage.Hash("inclination to associate");

    /// <summary>Spends the year's money. Spending counts relative to what half of the firms as members would bring in.</summary>
    private void Serve(World world, int cluster, ref Association association)
    {
        double sales = world.Clusters.Sales[cluster] - association.SalesSeen, usual = 0.5 * p.Dues * sales;
        association.SalesSeen = world.Clusters.Sales[cluster];
        double effort = usual <= 0 ? 0 : Math.Min(4, association.Fund / usual);
        association.Fund = 0;
        double marketing = (1 - p.PublicSeats) / 2, other = (1 - marketing) / 3;
        association.Goodwill = NextGoodwill(association.Goodwill, 2 * marketing * effort);
        double joined = (double)association.Members / Math.Max(1, world.Clusters.Firms[cluster]), reach = Math.Min(1, joined * Math.Min(1, 6 * other * effort));
        association.Standards += 0.2 * (reach - association.Standards);
        association.SharedTraining = reach;
        association.Meetings = 6 * other * effort;
    }

    /// <summary>Goodwill a year later, log points.</summary>
    /// <param name="goodwill">Goodwill now.</param>
    /// <param name="effort">Spending on marketing, 1 = the usual.</param>
    public double NextGoodwill(double goodwill, double effort) => goodwill + p.MarketingGain * effort - p.GoodwillDecay * goodwill;
}
