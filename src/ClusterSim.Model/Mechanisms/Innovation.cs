using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>Firms innovate, the more the larger, the more they research, and the more their contacts know what they do
/// not know yet can grasp. Most innovations are small steps toward what the market rewards, a few leap.</summary>
/// <remarks>Rate = base * clamp((size/15)^eta, 0.3, 2.5) * (R/5 %)^0.6 * (1 + 0.5 B) * (1 + protection weight * (2 IP - 1)) * (1 + test weight * facility * access), with B the mean of 4 d (1 - d) over
/// contacts: recombination is an inverted U in knowledge distance d. The size advantage is capped: without the cap
/// one region takes nearly all even in the null model.</remarks>
[Mechanism("innovation", Id = "M03", Theory = "evolutionary; recombination", Source = "Nelson and Winter 1982; Weitzman 1998; B13",
    Summary = "Firms innovate by research, size and recombination")]
public sealed class Innovation(Innovation.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 2, Unit = "1 a year", Source = "calibrated", Summary = "Innovations of a firm of 15 that researches 5 % of sales and has no contacts")]
        public double Hazard { get; init; } = 0.12;

        [Parameter(0, 2, Unit = "1", Source = "Cohen and Klepper 1996; 0.5 entrepreneurial, 1 routinised", Summary = "Size exponent", Symbol = "eta")]
        public double SizeExponent { get; init; } = 0.5;

        [Parameter(1, 20, Unit = "1", Source = "calibrated", Summary = "The most that size can multiply the rate")]
        public double SizeCap { get; init; } = 2.5;

        [Parameter(0, 2, Unit = "1", Source = "assumption", Summary = "Research exponent")]
        public double ResearchExponent { get; init; } = 0.6;

        [Parameter(0, 4, Unit = "1", Source = "assumption", Summary = "Gain of the rate from full recombination", Symbol = "B")]
        public double Recombination { get; init; } = 0.5;

        [Parameter(0, 1, Unit = "1", Source = "assumption", Summary = "Gain of the rate under full protection of ideas over half of it")]
        public double ProtectionWeight { get; init; } = 0.1;

        [Parameter(0, 2, Unit = "1", Source = "assumption", Summary = "Gain of the rate where all that firms want to test can be tested nearby")]
        public double TestWeight { get; init; } = 0.5;

        [Parameter(0, 1, Unit = "log point", Source = "calibrated", Summary = "Mean gain of competence from an innovation")]
        public double Jump { get; init; } = 0.079;

        [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Share of innovations that are radical")]
        public double RadicalShare { get; init; } = 0.05;

        [Parameter(0, 3, Unit = "1", Source = "calibrated", Summary = "Length of a radical step in knowledge")]
        public double RadicalStep { get; init; } = 0.7;

        [Parameter(0, 1, Unit = "share", Source = "calibrated", Summary = "Part of the way to the frontier that an innovation at full recombination closes")]
        public double Tracking { get; init; } = 0.3;

        [Parameter(0, 1, Unit = "1", Source = "calibrated", Summary = "Length of the random part of an incremental step")]
        public double IncrementalStep { get; init; } = 0.05;
    }

    /// <summary>The research share counts up to so many times the usual one.</summary>
    private const double MostResearch = 4;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        ReadOnlySpan<ulong> ids = world.LivingLineages;
        Span<int> hits = world.Scratch.Ints(world.LivingCount);

        double envelope = world.TickLength.Chance(p.Hazard * p.SizeCap * Reproducible.Pow(MostResearch, p.ResearchExponent) * (1 + p.Recombination) * (1 + p.ProtectionWeight) * (1 + p.TestWeight));
        int count = draws.Hits(ids, envelope, hits);
        for (int i = 0; i < count; i++)
        {
            int firm = world.Living[hits[i]];
            double recombination = Recombination(world, firm);
            double research = Math.Min(MostResearch, firms.Books[firm].ResearchShare / 0.05);
            double size = Math.Clamp(Reproducible.Pow(Size(firms, firm) / 15.0, p.SizeExponent), 0.3, p.SizeCap);
            double appropriated = 1 + p.ProtectionWeight * (2 * world.Regions.Protection[firms.Region[firm]] - 1);
            double rate = p.Hazard * size * Reproducible.Pow(research, p.ResearchExponent) * (1 + p.Recombination * recombination) * appropriated * Tested(world, firms.Region[firm]);
            if (!draws.Thin(ids[hits[i]], world.TickLength.Chance(rate), envelope)) continue;
            int times = world.TickLength.Times(draws.Uniform(ids[hits[i]]), Reproducible.PerMonth(rate));
            for (int month = 0; month < times; month++) Innovate(world, draws.InMonth(month), firm, recombination);
        }
    }

    /// <summary>Staff at home and what is done abroad: production that moves takes no researcher along.</summary>
    private static double Size(Firms firms, int firm) => Math.Max(1, firms.Payroll[firm].Headcount) / (1 - firms.Offshored[firm]);

    /// <summary>What shared test facilities multiply the rate by, as far as firms get to them: half of the scale of infrastructure
    /// is access enough.</summary>
    private double Tested(World world, int region) =>
        1 + p.TestWeight * world.Regions.TestFacility[region] * Math.Min(1, 2 * world.Regions.Infrastructure[region]);

    /// <summary>Mean of 4 d (1 - d) over living contacts, 0 without any.</summary>
    private static double Recombination(World world, int firm)
    {
        Firms firms = world.Firms;
        ref Contacts contacts = ref firms.Contacts[firm];
        double sum = 0;
        int met = 0;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
        {
            if (!firms.Alive(contacts[i])) continue;
            double d = Math.Min(1, Knowledge.Distance(firms.Knowledge[firm], firms.Knowledge[contacts[i]]));
            sum += 4 * d * (1 - d);
            met++;
        }
        return met == 0 ? 0 : sum / met;
    }

    private void Innovate(World world, Draws draws, int firm, double recombination)
    {
        Firms firms = world.Firms;
        ulong id = firms.Lineage[firm];
        firms.Competence[firm] += p.Jump * draws.Exponential(id, 1);
        ref Knowledge knowledge = ref firms.Knowledge[firm];
        bool radical = draws.Chance(p.RadicalShare, id, 2);
        if (radical) firms.RadicalAt[firm] = world.Tick;
        if (!radical) knowledge.Approach(world.Activities.Frontier[firms.Activity[firm]], p.Tracking * recombination * (1 - firms.Rigidity[firm]));
        double step = (radical ? p.RadicalStep : p.IncrementalStep) / Math.Sqrt(Knowledge.Dimensions);
        knowledge.Shake(draws, id, step);
        world.Clusters.Innovations[world.ClusterOf(firm)]++;
        LearningEvents.Innovated(world, firm);
    }
}
