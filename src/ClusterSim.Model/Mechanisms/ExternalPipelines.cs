using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Some firms keep a line to knowledge outside the country: a partner abroad, a listening post, a lead customer. It
/// brings what no neighbour knows, and its firm passes it on at home.</summary>
/// <remarks>A firm opens a line at rate * clamp(sqrt(size/10), 0.3, 3) * openness of its region a year, and loses it at
/// <see cref="Parameters.Loss"/> a year. Through it, at <see cref="Parameters.Learning"/> a month, k moves part of the way to the
/// frontier and some way off it: the world is abreast of the frontier, but each partner of it stands elsewhere.</remarks>
[Mechanism("pipelines", Id = "M18", Theory = "local buzz, global pipelines", Source = "Bathelt, Malmberg and Maskell 2004; Owen-Smith and Powell 2004; B36, B38",
    Summary = "Firms keep lines to knowledge outside the country")]
public sealed class ExternalPipelines(ExternalPipelines.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "1 a year", Source = "assumption", Summary = "Lines that a firm of ten opens in a region of usual openness")]
        public double Opening { get; init; } = 0.01;

        [Parameter(0, 2, Unit = "1 a year", Source = "assumption", Summary = "Loss of a line")]
        public double Loss { get; init; } = 0.15;

        [Parameter(0, 1, Unit = "1 a month", Source = "assumption", Summary = "Learning events through a line")]
        public double Learning { get; init; } = 0.05;

        [Parameter(0, 1, Unit = "share", Source = "assumption: that of contacts in other regions", Summary = "Part of the way to the partner's knowledge that an event closes", Symbol = "lambda")]
        public double Convergence { get; init; } = 0.15;

        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "How far partners stand from the frontier")]
        public double Spread { get; init; } = 0.4;
    }

    private const double LargestFactor = 3, MostOpenness = 10;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);
        double envelope = world.TickLength.Chance(p.Opening * LargestFactor * Math.Min(MostOpenness, Most(world)));
        int count = draws.Hits(ids, envelope, hits);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]];
            double size = Math.Clamp(Math.Sqrt(firms.Payroll[firm].Headcount / 10.0), 0.3, LargestFactor);
            double rate = p.Opening * size * Math.Min(MostOpenness, world.Regions.Openness[firms.Region[firm]]);
            if (firms.Pipelines[firm] < 4 && draws.Thin(ids[hits[i]], world.TickLength.Chance(rate), envelope)) firms.Pipelines[firm]++;
        }
        count = draws.Hits(ids, world.TickLength.Chance(p.Loss), hits, 10);
        for (int i = 0; i < count; i++)
            if (firms.Pipelines[world.Living[hits[i]]] > 0) firms.Pipelines[world.Living[hits[i]]]--;
        for (int month = 0; month < world.TickLength.Months; month++)
        {
            Draws ofMonth = draws.InMonth(month);
            count = ofMonth.Hits(ids, p.Learning, hits, 20);
            for (int i = 0; i < count; i++)
                if (firms.Pipelines[world.Living[hits[i]]] > 0) Learn(world, ofMonth, world.Living[hits[i]], world.LivingClusters[hits[i]]);
        }
    }

    private static double Most(World world)
    {
        double most = 0;
        foreach (double openness in world.Regions.Openness.Span) most = Math.Max(most, openness);
        return most;
    }

    private void Learn(World world, Draws draws, int firm, int cluster)
    {
        ulong id = world.Firms.Lineage[firm];
        Knowledge partner = world.Activities.Frontier[world.Firms.Activity[firm]];
        partner.Shake(draws, id, p.Spread / Math.Sqrt(Knowledge.Dimensions), 30);
        world.Firms.Knowledge[firm].Approach(partner, p.Convergence);
        world.Clusters.PipelineVisits[cluster]++;
    }
}
