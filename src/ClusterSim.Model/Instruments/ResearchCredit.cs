using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Pays a share of what firms spent on research in the month. Research that is cheaper is done more of, as long as the
/// credit lasts; what firms would have spent anyway is paid for too.</summary>
/// <remarks>Research share of revenue = usual * (1 + response * paid/due), where less is paid than is due once the money runs short.</remarks>
[Instrument("research-credit", Source = "Hall and Van Reenen 2000; Bloom, Griffith and Van Reenen 2002", Summary = "Pays a share of what firms spend on research")]
public sealed class ResearchCredit(ResearchCredit.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0, 1, Unit = "share", Low = 0.1, High = 0.35, Source = "assumption: credits of industrial countries run from a tenth to a third", Summary = "Part of research that is paid")]
        public double Credit { get; init; } = 0.2;

        [Parameter(0, 2, Unit = "1", Low = 0.1, High = 0.4, Source = "an elasticity of about 1, Hall and Van Reenen 2000, times the credit", Summary = "Rise of the research share while the credit is paid in full")]
        public double Response { get; init; } = 0.2;
    }

    private const double Usual = 0.05;

    public override void Apply(World world, int programme, Draws draws)
    {
        ReadOnlySpan<int> members = Members(world, programme);
        double due = 0, available = Treasury.Available(world, programme);
        foreach (int firm in members) due += p.Credit * world.Firms.Books[firm].ResearchBill;
        double paid = due <= 0 ? 0 : Math.Min(1, available / due);
        foreach (int firm in members)
        {
            world.Firms.Books[firm].ResearchShare = Usual * (1 + p.Response * paid);
            if (paid > 0) Treasury.Give(world, programme, firm, paid * p.Credit * world.Firms.Books[firm].ResearchBill);
        }
        if (paid > 0) Treasury.Pay(world, programme, world.Programmes.Region[programme], paid * due, members.Length);
    }

    /// <summary>Firms that were helped do as they did before, wherever they are now, unless another credit helps them there.</summary>
    public override void End(World world, int programme)
    {
        foreach (int firm in world.Living)
            if (world.Firms.Activity[firm] == world.Programmes.Activity[programme] && !HasAnother(world, programme, firm)) world.Firms.Books[firm].ResearchShare = Usual;
    }

    private static bool HasAnother(World world, int programme, int firm)
    {
        Programmes programmes = world.Programmes;
        for (int other = 0; other < programmes.Count; other++)
            if (other != programme && programmes.StartedAt[other] >= 0 && programmes.EndedAt[other] < 0 && programmes.Region[other] == world.Firms.Region[firm]
                && programmes.Activity[other] == world.Firms.Activity[firm] && world.Configuration.Policies[programmes.Intervention[other]].InstrumentName == "research-credit") return true;
        return false;
    }

    private static ReadOnlySpan<int> Members(World world, int programme) =>
        world.FirmsOf(world.Cluster(world.Programmes.Region[programme], world.Programmes.Activity[programme]));
}
