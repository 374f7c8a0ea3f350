using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Model.Mechanisms;

/// <summary>A product may need more different competences than a firm and its neighbours hold. What they lack must come
/// from partners elsewhere, or the product stays behind.</summary>
/// <remarks>Breadth of a firm = own + mean knowledge distance to its contacts + reach * lines abroad + trusted * trusted supply
/// links, the last two at most once each; loss = weight * max(0, complexity - breadth). An activity's complexity is the
/// scenario's and grows by a fixed amount each decade.</remarks>
[Mechanism("complexity", Id = "M12b", Theory = "complex products", Source = "Hobday 1998; Hidalgo and Hausmann 2009; B37",
    Summary = "Complex products need competences from elsewhere")]
public sealed class ProductComplexity(ProductComplexity.Parameters p) : Mechanism
{
    public sealed record Parameters
    {
        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "Breadth that a firm has of its own")]
        public double Own { get; init; } = 0.1;

        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "Breadth that lines to knowledge abroad add")]
        public double Reach { get; init; } = 0.3;

        [Parameter(0, 3, Unit = "1", Source = "assumption", Summary = "Breadth that trusted suppliers add")]
        public double Trusted { get; init; } = 0.1;

        [Parameter(0, 10, Unit = "log point", Source = "assumption", Summary = "Loss of competence in customers' eyes per unit of breadth that is missing")]
        public double Weight { get; init; } = 0.5;
    }

    public override Pace Pace => Pace.Quarter;

    public override void Step(World world, Draws draws)
    {
        Firms firms = world.Firms;
        Span<double> needed = world.Scratch.Doubles(world.Activities.Count);
        bool any = false;
        for (int activity = 0; activity < needed.Length; activity++)
        {
            ActivitySetup setup = world.Configuration.Activities[activity];
            needed[activity] = setup.Complexity + setup.ComplexityGrowth * world.Tick / 120;
            any |= needed[activity] > 0;
        }
        // Where products have become simple again, what was missing is missed no more.
        if (!any) firms.ComplexityLoss.Span.Clear();
        else foreach (int firm in world.Living)
            firms.ComplexityLoss[firm] = p.Weight * Math.Max(0, needed[firms.Activity[firm]] - Breadth(firms, firm));
    }

    /// <summary>Breadth of the competences that a firm can draw on, 0 or more.</summary>
    public double Breadth(Firms firms, int firm)
    {
        double distance = 0;
        int met = 0;
        for (int i = 0; i < firms.ContactCount[firm]; i++)
        {
            int contact = firms.Contacts[firm][i];
            if (!firms.Alive(contact)) continue;
            distance += Knowledge.Distance(firms.Knowledge[firm], firms.Knowledge[contact]);
            met++;
        }
        bool trusts = false;
        for (int i = 0; i < firms.SupplierCount[firm]; i++) trusts |= firms.Suppliers[firm][i].IsTrusted;
        return p.Own + (met == 0 ? 0 : distance / met) + (firms.Pipelines[firm] > 0 ? p.Reach : 0) + (trusts ? p.Trusted : 0);
    }
}
