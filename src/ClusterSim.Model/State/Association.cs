using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>The trade association of a cluster and what its members get together: one place in memory, since every
/// founding, selling and learning step of a member reads some of it.</summary>
public struct Association
{
    [State("Month of its founding; 0 = there is none", Unit = "month")] public int FoundedAt;
    [State("Members", Unit = "firm")] public int Members;
    [State("Dues of the members", Unit = "share of sales")] public double DuesShare;
    [State("Contacts that a member keeps up for each that it would keep up alone", Unit = "1")] public double Introductions;
    [State("Money in hand", Unit = "GBP thousand")] public double Fund;
    [State("Sales of the cluster when the last year's budget was made", Unit = "GBP thousand")] public double SalesSeen;
    [State("Goodwill from joint marketing: customers like all firms here so much more", Unit = "log point")] public double Goodwill;
    [State("Spread of common standards among the firms", Unit = "share")] public double Standards;
    [State("Share of training that members carry together, so that poaching does not deter it", Unit = "share")] public double SharedTraining;
    [State("Meetings that it pays for, 1 = as many as the usual dues allow", Unit = "1")] public double Meetings;
}
