using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms of related activities set up daughters in the focal one, near home, with what carries over of their
/// competence.</summary>
/// <remarks>Rate a year = hazard * relatedness * (0.25 + opportunity of the focal activity). The parent pays the entry.</remarks>
[Mechanism("diversification", Id = "M09b", Theory = "related variety", Source = "Boschma and Wenting 2007; B03",
    Summary = "Firms of related activities enter the focal one")]
public sealed class Diversification(Diversification.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 0.5, Unit = "1 a year", Source = "assumption", Summary = "Entries into the focal activity per firm of a fully related one")]
        public double Hazard { get; init; } = 0.01;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Competence that carries over at full relatedness")]
        public double Transfer { get; init; } = 0.5;
    }

    /// <summary>Ordinals of diversifiers, apart from those of spin-offs that the same parent may send out this month.</summary>
    private const int Diversifiers = 1_000_000;

    private const int Focal = 0;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        int count = draws.Hits(ids, Reproducible.PerMonth(1.75 * p.Hazard), hits);
        for (int i = 0; i < count; i++)
        {
            int parent = world.Living[hits[i]], activity = firms.Activity[parent];
            if (activity == Focal || firms.Payroll[parent].Headcount < 5) continue;
            double rate = p.Hazard * world.Configuration.Activities[activity].Relatedness * (0.25 + world.Activities.Opportunity[Focal]);
            if (draws.Uniform(ids[hits[i]]) < Reproducible.PerMonth(rate)) Enter(world, draws, parent);
        }
    }

    private void Enter(World world, Draws draws, int parent)
    {
        Firms firms = world.Firms;
        ulong id = firms.Lineage[parent];
        int activity = firms.Activity[parent], region = firms.Region[parent];
        double relatedness = world.Configuration.Activities[activity].Relatedness;
        double lead = firms.Competence[parent] - world.Activities.MeanCompetence[activity];
        Knowledge knowledge = world.Activities.Frontier[Focal];
        for (int i = 0; i < Knowledge.Dimensions; i++) knowledge[i] += 0.25 * draws.Normal(id, 10 + i);
        Founding.Queue(world, draws, new Founding
        {
            Lineage = Lineage.Child(id, Diversifiers + world.Tick),
            Origin = Origin.Diversifier,
            Region = region,
            FoundingRegion = region,
            Activity = Focal,
            Parent = parent,
            Founder = -1,
            Competence = world.Activities.MeanCompetence[Focal] - 0.05 + p.Transfer * relatedness * lead + 0.2 * draws.Normal(id, 1),
            Knowledge = knowledge,
            Wealth = Math.Max(20, firms.Books[parent].Cash / 2),
        });
    }
}
