using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Activities: markets with a demand, and a frontier of knowledge that the market rewards. The first row is
/// the focal one.</summary>
public sealed class Activities : Table
{
    [State("Steps from final demand: 0 = sold to it, else one more than the furthest buyer's", Unit = "step")] public Column<int> Tier { get; } = new();
    [State("What a firm here spends on inputs in all, share of its sales", Unit = "share")] public Column<double> InputsInAll { get; } = new();
    [State("Demand, in jobs at mean productivity", Unit = "job")] public Column<double> Volume { get; } = new();
    [State("Demand of public buyers, in jobs", Unit = "job")] public Column<double> PublicVolume { get; } = new();
    [State("Log deviation of demand from its trend", Unit = "log point")] public Column<double> Cycle { get; } = new();
    [State("Lasting log shift of demand from shocks", Unit = "log point")] public Column<double> Shift { get; } = new();
    [State("Knowledge that the market rewards, k*", Unit = "1")] public Column<Knowledge> Frontier { get; } = new();
    [State("New kind of product with customers of its own", Unit = StateAttribute.Record)] public Column<Submarket> Submarket { get; } = new();
    [State("Submarkets opened so far", Unit = "submarket")] public Column<int> SubmarketsOpened { get; } = new();
    [State("Mean effective competence of living firms", Unit = "log point")] public Column<double> MeanEffective { get; } = new();
    [State("Mean competence of living firms", Unit = "log point")] public Column<double> MeanCompetence { get; } = new();
    [State("Standard deviation of competence of living firms", Unit = "log point")] public Column<double> SpreadCompetence { get; } = new();
    [State("Sum of attraction over firms of the old market and the outside good", Unit = "1")] public Column<double> Attraction { get; } = new();
    [State("Size that an average entrant would reach over what makes entry worth while, clamped", Unit = "1")] public Column<double> Opportunity { get; } = new();
    [State("Living firms", Unit = "firm")] public Column<int> Firms { get; } = new();
    [State("Jobs", Unit = "person")] public Column<int> Jobs { get; } = new();
}
