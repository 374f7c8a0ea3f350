using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Members of an association meet at talks and fairs and learn from whomever they meet, and some develop
/// things together; people who once worked together keep in touch, and their firms learn from it.</summary>
/// <remarks>Forum: each member attends at a rate times the association's meetings, and learns from another member drawn by
/// lot. Joint development: both of a pair gain a step where their knowledge is near enough to be of use to each other.
/// Former colleagues: each of the last <see cref="FormerEmployers.Capacity"/> firms from which somebody came, or to which
/// somebody went, teaches at a rate of its own: a social proximity that distance does not weaken (Agrawal, Cockburn and
/// McHale 2006).</remarks>
[Mechanism("communities", Id = "M04c", Theory = "communities of practice", Source = "Brown and Duguid 2001; Agrawal, Cockburn and McHale 2006; Nooteboom et al. 2007; B02, B04, B11, B22, B64, B67",
    Summary = "Members meet at forums, former colleagues keep in touch")]
public sealed class Communities(Communities.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a month", Source = "assumption", Summary = "Learning events of a member at forums, at the usual number of meetings")]
        public double Forum { get; init; } = 0.02;

        [Parameter(0, 0.1, Unit = "1 a month", Source = "assumption", Summary = "Learning events with each former employer of the staff")]
        public double Colleagues { get; init; } = 0.004;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of the competence gap closed at the best distance", Symbol = "theta")]
        public double Absorption { get; init; } = 0.15;

        [Parameter(0, 1, Unit = "share", Source = "assumption: half of what a visit between neighbours does", Summary = "Part of the knowledge distance closed")]
        public double Convergence { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Meetings that lead to a joint development")]
        public double JointShare { get; init; } = 0.1;

        [Parameter(0, 0.2, Unit = "log point", Source = "assumption: half of what a firm gains from an innovation of its own", Summary = "Competence that both partners gain from one, at the best distance")]
        public double JointGain { get; init; } = 0.04;
    }

    private const double MostMeetings = 8;

    public override void Step(World world, Draws draws)
    {
        for (int month = 0; month < world.TickLength.Months; month++) Meet(world, draws.InMonth(month));
    }

    private void Meet(World world, Draws draws)
    {
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        if (AnyAssociation(world))
        {
            double envelope = Math.Min(1, p.Forum * MostMeetings);
            int met = draws.Hits(ids, envelope, hits);
            for (int i = 0; i < met; i++)
            {
                int firm = world.Living[hits[i]], cluster = world.LivingClusters[hits[i]];
                if (world.Firms.Member[firm] == 0) continue;
                double rate = p.Forum * Math.Min(MostMeetings, world.Clusters.Association[cluster].Meetings);
                if (draws.Thin(ids[hits[i]], rate, envelope)) Attend(world, draws, firm, cluster);
            }
        }
        int count = draws.Hits(ids, Math.Min(1, p.Colleagues * FormerEmployers.Capacity), hits, 10);
        for (int i = 0; i < count; i++) AskColleagues(world, draws, world.Living[hits[i]]);
    }

    private static bool AnyAssociation(World world)
    {
        foreach (ref Association association in world.Clusters.Association.Span)
            if (association.Members > 1) return true;
        return false;
    }

    private void Attend(World world, Draws draws, int firm, int cluster)
    {
        Firms firms = world.Firms;
        ulong id = firms.Lineage[firm], key = draws.Bits(id, 1), least = ulong.MaxValue;
        int partner = -1;
        foreach (int candidate in world.FirmsOf(cluster))
        {
            ulong rank = Lineage.Mix(key ^ firms.Lineage[candidate]);
            if (firms.Member[candidate] == 0 || candidate == firm || rank >= least) continue;
            least = rank;
            partner = candidate;
        }
        if (partner < 0) return;
        double fit = Learning.Understanding(Knowledge.Distance(firms.Knowledge[firm], firms.Knowledge[partner]));
        double gain = Learning.Learn(firms, firm, partner, p.Absorption, p.Convergence);
        if (draws.Chance(p.JointShare, id, 2))
        {
            double joint = p.JointGain * fit;
            firms.Competence[firm] += joint;
            firms.Competence[partner] += joint;
            gain += 2 * joint;
            world.Clusters.JointDevelopments[cluster]++;
        }
        world.Clusters.LearntAtForums[cluster] += gain;
        LearningEvents.Learnt(world, KnowledgeChannel.Forum, partner, firm);
    }

    private void AskColleagues(World world, Draws draws, int firm)
    {
        Firms firms = world.Firms;
        // As with contacts the slot is drawn among all: an empty one means that nothing happens.
        int slot = (int)(draws.Uniform(firms.Lineage[firm], 11) * FormerEmployers.Capacity);
        int other = firms.FormerEmployers[firm][slot] - 1;
        if (other < 0 || other == firm || !firms.Alive(other)) return;
        world.Clusters.LearntFromMovers[world.ClusterOf(firm)] += Learning.Learn(firms, firm, other, p.Absorption, p.Convergence);
        LearningEvents.Learnt(world, KnowledgeChannel.Movers, other, firm);
    }
}
