using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms learn from their contacts, by imitation from the best of them, along trusted supply links, and from
/// public laboratories. What is learnt locally makes neighbours alike; what is learnt outside keeps them different.</summary>
/// <remarks>A learning event from contact j: dq = theta max(0, q_j - q) exp(-(d - 0.3)^2 / (2 * 0.25^2)), dk = lambda (k_j - k);
/// lambda is higher for local than for outside contacts, so that local learning converges (Menzel and Fornahl 2010).
/// The optimal distance of 0.3 is that of Nooteboom et al. 2007: near enough to grasp, far enough to be new.</remarks>
[Mechanism("spillovers", Id = "M04", Theory = "Marshall; cluster life cycle", Source = "Menzel and Fornahl 2010; Nooteboom et al. 2007; B09-B11, B22",
    Summary = "Firms learn from contacts, imitation, suppliers and laboratories")]
public sealed class KnowledgeSpillover(KnowledgeSpillover.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.1, Unit = "1 a month", Source = "calibrated on F32", Summary = "Learning events with each contact next door")]
        public double Proximity { get; init; } = 0.025;

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

        [Parameter(0, 0.5, Unit = "1 a year per 100 staff", Source = "assumption", Summary = "Visits of a firm to public laboratories in its region")]
        public double Laboratory { get; init; } = 0.25;
    }

    /// <summary>Parts of one uniform draw per firm and month, in this order; each channel is a switch (its rate 0).</summary>
    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);

        int count = draws.Hits(ids, Math.Min(1, p.Proximity * Contacts.Capacity), hits, 0);
        for (int i = 0; i < count; i++) FromContact(world, draws, world.Living[hits[i]]);

        count = draws.Hits(ids, p.Imitation, hits, 10);
        for (int i = 0; i < count; i++) Imitate(world, world.Living[hits[i]]);

        count = draws.Hits(ids, Math.Min(1, p.Vertical * SupplyLinks.Capacity), hits, 20);
        for (int i = 0; i < count; i++) FromSupplier(world, draws, world.Living[hits[i]]);

        FromLaboratories(world, draws, ids, hits);
    }

    /// <summary>How well knowledge at a distance can be taken up.</summary>
    public static double Understanding(double distance)
    {
        double deviation = (distance - 0.3) / 0.25;
        return Reproducible.Exp(-0.5 * deviation * deviation);
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
        double distance = world.Distance(firms.Region[firm], firms.Region[contact]);
        double nearness = p.DistanceFloor + (1 - p.DistanceFloor) * Reproducible.Exp(-distance / p.DistanceDecay);
        if (!draws.Chance(nearness, id, 2)) return;
        bool local = firms.Region[firm] == firms.Region[contact];
        world.Clusters.LearntByProximity[world.ClusterOf(firm)] += Learn(firms, firm, contact, local ? p.LocalConvergence : p.OutsideConvergence);
    }

    private double Learn(Firms firms, int firm, int teacher, double convergence)
    {
        double distance = Knowledge.Distance(firms.Knowledge[firm], firms.Knowledge[teacher]);
        double gain = p.Absorption * Math.Max(0, firms.Competence[teacher] - firms.Competence[firm]) * Understanding(distance);
        firms.Competence[firm] += gain;
        firms.Knowledge[firm].Approach(firms.Knowledge[teacher], convergence);
        return gain;
    }

    /// <summary>Copies the best contact of the same activity, if it is not out of reach.</summary>
    private static void Imitate(World world, int firm)
    {
        const double reach = 0.6, copied = 0.35;
        Firms firms = world.Firms;
        ref Contacts contacts = ref firms.Contacts[firm];
        double own = firms.Competence[firm], best = own;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
        {
            int contact = contacts[i];
            if (!firms.Alive(contact) || firms.Activity[contact] != firms.Activity[firm]) continue;
            double q = firms.Competence[contact];
            if (q - own < reach) best = Math.Max(best, q);
        }
        firms.Competence[firm] += copied * (best - own);
        world.Clusters.LearntByImitation[world.ClusterOf(firm)] += copied * (best - own);
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
    }

    /// <summary>Laboratories keep up with the frontier and show it to whoever comes.</summary>
    private void FromLaboratories(World world, Draws draws, ReadOnlySpan<ulong> ids, Span<int> hits)
    {
        double most = 0;
        foreach (double staff in world.Regions.LaboratoryStaff.Span) most = Math.Max(most, staff);
        if (most == 0) return;
        Firms firms = world.Firms;
        int count = draws.Hits(ids, Visits(most), hits, 30);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]];
            if (draws.Uniform(ids[hits[i]], 30) >= Visits(world.Regions.LaboratoryStaff[firms.Region[firm]])) continue;
            firms.Knowledge[firm].Approach(world.Activities.Frontier[firms.Activity[firm]], p.LocalConvergence);
            world.Clusters.LaboratoryVisits[world.ClusterOf(firm)]++;
        }
    }

    private double Visits(double staff) => Reproducible.PerMonth(Math.Min(4, p.Laboratory * staff / 100));
}
