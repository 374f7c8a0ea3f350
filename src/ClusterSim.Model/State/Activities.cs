using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Activities: markets with a demand, and a frontier of knowledge that the market rewards. The first row is
/// the focal one.</summary>
public sealed class Activities : Table
{
    [State("Activity that buys this one's output, -1 = final demand", Unit = "row", Link = "Activities")] public Column<int> Buyer { get; } = new();
    [State("What each buyer spends on this activity, share of the buyer's sales", Unit = "share")] public Column<double> InputShare { get; } = new();
    [State("What a firm here spends on inputs in all, share of its sales", Unit = "share")] public Column<double> InputsInAll { get; } = new();
    [State("Demand, in jobs at mean productivity", Unit = "job")] public Column<double> Volume { get; } = new();
    [State("Log deviation of demand from its trend", Unit = "log point")] public Column<double> Cycle { get; } = new();
    [State("Lasting log shift of demand from shocks", Unit = "log point")] public Column<double> Shift { get; } = new();
    [State("Knowledge that the market rewards, k*", Unit = "1")] public Column<Knowledge> Frontier { get; } = new();
    [State("Mean effective competence of living firms", Unit = "log point")] public Column<double> MeanEffective { get; } = new();
    [State("Mean competence of living firms", Unit = "log point")] public Column<double> MeanCompetence { get; } = new();
    [State("Standard deviation of competence of living firms", Unit = "log point")] public Column<double> SpreadCompetence { get; } = new();
    [State("Sum of attraction over firms and the outside good", Unit = "1")] public Column<double> Attraction { get; } = new();
    [State("Size that an average entrant would reach over what makes entry worth while, clamped", Unit = "1")] public Column<double> Opportunity { get; } = new();
    [State("Living firms", Unit = "firm")] public Column<int> Firms { get; } = new();
    [State("Jobs", Unit = "person")] public Column<int> Jobs { get; } = new();
}
