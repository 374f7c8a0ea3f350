using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Universities, laboratories and training centres send out graduates, show firms of the region the way to the
/// frontier, and let some of their people leave to found firms.</summary>
/// <remarks>Staff open to firms = staff * openness, with the laboratories that policy builds. Visits of a firm a year =
/// <see cref="Parameters.Visits"/> * open staff / 100, at most 4; each moves its knowledge toward the frontier. Academic
/// founders a year = rate * open staff / 100 * (0.25 + opportunity) (1 + c) (1 + risk tolerance). Graduates, and whoever else
/// was trained for the activity, wait for a post and move on after two years in the mean.</remarks>
[Mechanism("institutions", Id = "M15", Theory = "public research", Source = "Jaffe 1989; Zucker, Darby and Brewer 1998; Agrawal and Henderson 2002; B06, B17, B23",
    Summary = "Institutions teach, advise firms and send out founders")]
public sealed class KnowledgeInstitutions(KnowledgeInstitutions.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year per 100 staff", Source = "assumption", Summary = "Visits of a firm to open laboratories in its region")]
        public double Visits { get; init; } = 0.25;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of the way to the frontier that a visit closes", Symbol = "lambda")]
        public double Convergence { get; init; } = 0.65;

        [Parameter(0, 10, Unit = "1 a year per 100 staff", Source = "assumption; Di Gregorio and Shane 2003 count about two a year at a US research university", Summary = "Academic founders of fully open institutions at opportunity 0.75")]
        public double AcademicFounders { get; init; } = 0.4;

        [Parameter(-2, 2, Unit = "log point", Source = "assumption", Summary = "Mean competence of an academic founder less that of living firms")]
        public double Gap { get; init; } = -0.05;

        [Parameter(0, 5, Unit = "1 a year", Source = "assumption", Summary = "Rate at which those trained for the activity who find no post move on")]
        public double MovingOn { get; init; } = 0.5;
    }

    private const double MostVisits = 4;

    public override void Step(World world, Draws draws)
    {
        Span<double> openStaff = world.Scratch.Doubles(world.Regions.Count), graduates = world.Scratch.Doubles(world.Regions.Count, 1);
        world.Regions.LaboratoryStaff.Span.CopyTo(openStaff);
        graduates.Clear();
        double stay = Reproducible.Exp(-p.MovingOn / 12); // part of those who wait that is still there a month later
        Institutions institutions = world.Institutions;
        for (int row = 0; row < institutions.Count; row++)
        {
            if (!institutions.IsOpen(row, world.Tick)) continue;
            openStaff[institutions.Region[row]] += institutions.Researchers[row] * institutions.Openness[row];
            graduates[institutions.Region[row]] += institutions.Graduates[row] / 12 * world.TickLength.Sum(stay);
            SendOutFounders(world, draws, row);
        }
        Teach(world, graduates, world.TickLength.Kept(stay));
        for (int month = 0; month < world.TickLength.Months; month++) ReceiveVisitors(world, draws.InMonth(month), openStaff);
    }

    /// <summary>Adds the new graduates of each region to those who wait there, of whom some move on.</summary>
    /// <param name="stay">Part of those who waited before the tick that is still there.</param>
    private static void Teach(World world, ReadOnlySpan<double> graduates, double stay)
    {
        for (int region = 0; region < graduates.Length; region++)
        {
            ref double pool = ref world.Regions.TrainedPool[region];
            pool = pool * stay + graduates[region];
        }
    }

    private void SendOutFounders(World world, Draws draws, int row)
    {
        Institutions institutions = world.Institutions;
        int region = institutions.Region[row], activity = institutions.Activity[row];
        double mean = p.AcademicFounders / 12 * world.TickLength.Months * institutions.Researchers[row] * institutions.Openness[row] / 100 * (0.25 + world.Activities.Opportunity[activity])
            * (1 + world.Regions.Culture[region]) * (1 + world.Regions.RiskTolerance[region]);
        int count = mean <= 0 ? 0 : draws.Poisson(Math.Min(20, mean), institutions.Lineage[row]);
        for (int k = 0; k < count; k++)
        {
            ulong id = Lineage.Child(institutions.Lineage[row], 100 * world.Tick + k);
            Knowledge knowledge = world.Activities.Frontier[activity];
            knowledge.Shake(draws, id, 0.1);
            Founding.Queue(world, draws, new Founding
            {
                Lineage = id,
                Origin = Origin.Academic,
                Region = region,
                FoundingRegion = region,
                Activity = activity,
                Parent = -1,
                Founder = -1,
                Competence = world.Activities.MeanCompetence[activity] + p.Gap + 0.22 * draws.Normal(id, 1),
                Knowledge = knowledge,
                Wealth = 20 * Reproducible.Exp(draws.Normal(id, 2)),
            });
        }
    }

    /// <summary>Those who keep up with the frontier show it to whoever comes.</summary>
    private void ReceiveVisitors(World world, Draws draws, ReadOnlySpan<double> openStaff)
    {
        double most = 0;
        foreach (double staff in openStaff) most = Math.Max(most, staff);
        if (most == 0) return;
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int count = draws.Hits(ids, Chance(most), hits, 30);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]], cluster = world.LivingClusters[hits[i]];
            if (draws.Uniform(ids[hits[i]], 30) >= Chance(openStaff[firms.Region[firm]])) continue;
            firms.Knowledge[firm].Approach(world.Activities.Frontier[firms.Activity[firm]], p.Convergence);
            double left = 1 - p.Convergence;
            world.Clusters.LearntFromInstitutions[cluster] += firms.Misfit[firm] * (1 - left * left);
            world.Clusters.LaboratoryVisits[cluster]++;
        }
    }

    private double Chance(double staff) => Reproducible.PerMonth(Math.Min(MostVisits, p.Visits * staff / 100));
}
