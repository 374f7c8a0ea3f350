using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Instruments;

/// <summary>Helps firms that have moved production abroad to lead from home what is made there: managers learn to, and a line
/// to knowledge abroad is opened. Each firm is helped until it keeps four lines.</summary>
[Instrument("offshoring-coordination", Source = "Belussi 2003 on Montebelluna; B40", Summary = "Helps firms that produce abroad to keep design at home")]
public sealed class OffshoringCoordination(OffshoringCoordination.Parameters p) : Instrument
{
    public sealed record Parameters
    {
        [Parameter(0.1, 1000, Unit = "GBP thousand a firm", Low = 8, High = 40, Source = "assumption", Summary = "Cost of helping a firm once")]
        public double UnitCost { get; init; } = 15;

        [Parameter(0, 0.5, Unit = "log point", Low = 0, High = 0.03, Source = "assumption", Summary = "Competence that it adds, all of it managerial")]
        public double Gain { get; init; } = 0.01;
    }

    private const int Most = 4; // lines that a firm can keep

    public override void Apply(World world, int programme, Draws draws)
    {
        int region = world.Programmes.Region[programme], activity = world.Programmes.Activity[programme];
        ReadOnlySpan<int> members = world.FirmsOf(world.Cluster(region, activity));
        int places = Treasury.Affordable(world, programme, p.UnitCost), wanting = 0, helped = 0;
        foreach (int firm in members) wanting += IsWanting(world.Firms, firm) ? 1 : 0;
        foreach (int firm in members)
        {
            // By lot, so that no firm gains from standing first.
            if (helped == places || !IsWanting(world.Firms, firm) || !draws.Chance((double)places / wanting, world.Firms.Lineage[firm])) continue;
            world.Firms.Pipelines[firm]++;
            world.Firms.Managerial[firm] += p.Gain;
            world.Firms.Competence[firm] += p.Gain;
            Treasury.Support(world, programme, firm);
            helped++;
        }
        if (helped > 0) Treasury.Pay(world, programme, region, helped * p.UnitCost, helped);
    }

    private static bool IsWanting(Firms firms, int firm) => firms.Offshored[firm] > 0 && firms.Pipelines[firm] < Most;
}
