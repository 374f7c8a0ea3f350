using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms learn from their contacts, by imitation from the best of them, and along trusted supply links. What is
/// learnt locally makes neighbours alike; what is learnt outside keeps them different.</summary>
/// <remarks>Four proximities (Boschma 2005) weigh a meeting with contact j. Geographic: v + (1 - v) (floor + (1 - floor)
/// exp(-km/decay)), v the spread of virtual networks,
/// or of lines that both regions have. Organisational: a firm of the same family is met as if so much
/// nearer. Social: times 1 - s (1 - T) within a region. Cognitive: in how much of it is understood
/// (<see cref="Learning"/>). Local learning converges more than outside learning (Menzel and Fornahl 2010). Protection of
/// ideas makes imitation rarer, by the factor 1.5 - IP.</remarks>
[Mechanism("spillovers", Id = "M04", Theory = "Marshall; cluster life cycle", Source = "Boschma 2005; Menzel and Fornahl 2010; Nooteboom et al. 2007; B02, B09-B11, B36",
    Summary = "Firms learn from contacts, imitation and suppliers")]
public sealed class KnowledgeSpillover(KnowledgeSpillover.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.1, Unit = "1 a month", Source = "calibrated on F32", Summary = "Learning events with each contact next door")]
        public double Proximity { get; init; } = 0.0278;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of the competence gap closed at the best distance", Symbol = "theta")]
        public double Absorption { get; init; } = 0.15;

        [Parameter(0, 1, Unit = "share", Source = "calibrated on F32", Summary = "Part of the knowledge distance closed by learning from a local contact", Symbol = "lambda")]
        public double LocalConvergence { get; init; } = 0.65;

        [Parameter(0, 1, Unit = "share", Source = "calibrated on F32", Summary = "The same for a contact outside the region")]
        public double OutsideConvergence { get; init; } = 0.15;

        [Parameter(1, 10_000, Unit = "km", Source = "Jaffe, Trajtenberg and Henderson 1993 for the fact; value assumed", Summary = "Distance over which learning from contacts fades")]
        public double DistanceDecay { get; init; } = 100;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of learning that does not depend on distance")]
        public double DistanceFloor { get; init; } = 0.25;

        [Parameter(0, 0.2, Unit = "1 a month", Source = "calibrated", Summary = "Imitation of the best contact of the same activity")]
        public double Imitation { get; init; } = 0.008;

        [Parameter(0, 0.2, Unit = "1 a month", Source = "assumption", Summary = "Learning events with each trusted supplier or buyer")]
        public double Vertical { get; init; } = 0.015;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Trust above which a supply link teaches")]
        public double TrustThreshold { get; init; } = 0.6;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Organisational proximity: how much likelier a meeting within a family of firms is")]
        public double Organisational { get; init; } = 0.2;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Social proximity: part of meetings within a region that do not happen without trust")]
        public double Social { get; init; } = 0.2;

        [Parameter(0, 5, Unit = "1", Source = "Nooteboom et al. 2007 for the form", Summary = "Weight of cognitive proximity; 0 = whatever one meets is understood alike")]
        public double Cognitive { get; init; } = 1;

        [Parameter(0, 1, Unit = "share", Source = "assumption: none when the model begins", Summary = "Spread of virtual networks: meetings for which distance does not count")]
        public double VirtualNetworks { get; init; }
    }

    /// <summary>Parts of one uniform draw per firm and month, in this order; each channel is a switch (its rate 0).</summary>
    public override void Step(World world, Draws draws)
    {
        for (int month = 0; month < world.TickLength.Months; month++) Meet(world, draws.InMonth(month));
    }

    private void Meet(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);

        int count = draws.Hits(ids, Math.Min(1, p.Proximity * Contacts.Capacity), hits, 0);
        for (int i = 0; i < count; i++) FromContact(world, draws, world.Living[hits[i]]);

        count = draws.Hits(ids, Math.Min(1, 1.5 * p.Imitation), hits, 10);
        for (int i = 0; i < count; i++)
            if (draws.Chance((1.5 - world.Regions.Protection[world.Firms.Region[world.Living[hits[i]]]]) / 1.5, ids[hits[i]], 11)) Imitate(world, world.Living[hits[i]]);

        count = draws.Hits(ids, Math.Min(1, p.Vertical * SupplyLinks.Capacity), hits, 20);
        for (int i = 0; i < count; i++) FromSupplier(world, draws, world.Living[hits[i]]);
    }

    private void FromContact(World world, Draws draws, int firm)
    {
        Firms firms = world.Firms;
        ulong id = firms.Lineage[firm];
        // The slot is drawn among all twelve: an empty one means that nothing happens, so that a further contact
        // leaves the meetings with the others as they were.
        int slot = (int)(draws.Uniform(id, 1) * Contacts.Capacity);
        if (slot >= firms.ContactCount[firm]) return;
        int contact = firms.Contacts[firm][slot];
        if (!firms.Alive(contact)) return;
        if (!draws.Chance(Nearness(world, firm, contact), id, 2)) return;
        bool local = firms.Region[firm] == firms.Region[contact];
        world.Clusters.LearntByProximity[world.ClusterOf(firm)] +=
            Learning.Learn(firms, firm, contact, p.Absorption, local ? p.LocalConvergence : p.OutsideConvergence, p.Cognitive);
        LearningEvents.Learnt(world, KnowledgeChannel.Proximity, contact, firm);
    }

    /// <summary>Chance that a meeting comes about, by geographic, organisational and social proximity, 0..1.</summary>
    public double Nearness(World world, int firm, int contact)
    {
        Firms firms = world.Firms;
        int home = firms.Region[firm], there = firms.Region[contact];
        double near = p.DistanceFloor + (1 - p.DistanceFloor) * Reproducible.Exp(-world.Distance(home, there) / p.DistanceDecay);
        double virtually = Math.Max(p.VirtualNetworks, Math.Min(world.Regions.Digital[home], world.Regions.Digital[there]));
        near = virtually + (1 - virtually) * near;
        if (firms.Root[firm] == firms.Root[contact]) near = Math.Min(1, near + p.Organisational);
        return home == there ? near * (1 - p.Social * (1 - world.Regions.Trust[home])) : near;
    }

    /// <summary>Copies the best contact of the same activity, if it is not out of reach.</summary>
    private static void Imitate(World world, int firm)
    {
        const double reach = 0.6, copied = 0.35;
        Firms firms = world.Firms;
        ref Contacts contacts = ref firms.Contacts[firm];
        double own = firms.Competence[firm], best = own;
        int model = -1;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
        {
            int contact = contacts[i];
            if (!firms.Alive(contact) || firms.Activity[contact] != firms.Activity[firm]) continue;
            double q = firms.Competence[contact];
            if (q - own < reach && q > best) (best, model) = (q, contact);
        }
        if (model < 0) return;
        firms.Competence[firm] += copied * (best - own);
        world.Clusters.LearntByImitation[world.ClusterOf(firm)] += copied * (best - own);
        LearningEvents.Learnt(world, KnowledgeChannel.Imitation, model, firm);
    }

    /// <summary>Buyer and supplier learn from each other: the weaker from the stronger.</summary>
    private void FromSupplier(World world, Draws draws, int firm)
    {
        Firms firms = world.Firms;
        int slot = (int)(draws.Uniform(firms.Lineage[firm], 21) * SupplyLinks.Capacity);
        if (slot >= firms.SupplierCount[firm]) return;
        SupplyLink link = firms.Suppliers[firm][slot];
        if (link.Trust < p.TrustThreshold || !firms.Alive(link.Supplier)) return;
        bool buyerLearns = firms.Competence[link.Supplier] > firms.Competence[firm];
        int pupil = buyerLearns ? firm : link.Supplier, teacher = buyerLearns ? link.Supplier : firm;
        // Their crafts differ: competence passes, the knowledge position of the craft hardly.
        double gain = p.Absorption * (firms.Competence[teacher] - firms.Competence[pupil]);
        firms.Competence[pupil] += gain;
        world.Clusters.LearntFromSuppliers[world.ClusterOf(pupil)] += gain;
        if (gain > 0) LearningEvents.Learnt(world, KnowledgeChannel.Supply, teacher, pupil);
    }
}
