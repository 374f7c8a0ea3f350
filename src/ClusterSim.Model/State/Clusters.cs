using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.State;

/// <summary>Region-activities: row = region * activities + activity. Stocks are kept up to date by those who change
/// them; counters run from the start of the history and indicators difference them.</summary>
public sealed class Clusters : Table
{
    [State("Natural advantage nu", Unit = "log point")] public Column<double> Advantage { get; } = new();
    [State("Living firms N", Unit = "firm")] public Column<int> Firms { get; } = new();
    [State("Jobs L", Unit = "person")] public Column<int> Jobs { get; } = new();
    [State("Open vacancies V", Unit = "post")] public Column<int> Vacancies { get; } = new();
    [State("Location quotient at the last quarter", Unit = "1")] public Column<double> LocationQuotient { get; } = new();
    [State("Heterogeneity H: mean pairwise knowledge distance of living firms, by way of the centre", Unit = "1")] public Column<double> Heterogeneity { get; } = new();
    [State("Externality that every firm here enjoys", Unit = "log point")] public Column<double> Externality { get; } = new();
    [State("Service firms that live on this activity", Unit = "firm")] public Column<double> Services { get; } = new();
    [State("Trade association", Unit = StateAttribute.Record)] public Column<Association> Association { get; } = new();
    [State("Related variety of the region's other trades, last quarter", Unit = "nat")] public Column<double> RelatedVariety { get; } = new();
    [State("Stage of the life cycle", Unit = "stage")] public Column<Stage> Stage { get; } = new();
    [State("Memory of the stage detector", Unit = "1")] public Column<StageMemory> Memory { get; } = new();
    [State("Counts of the last quarters, as a statistical office publishes them", Unit = StateAttribute.Record)] public Column<CellRecord> Counted { get; } = new();
    [State("Month in which the stage was entered", Unit = "month")] public Column<int> StageSince { get; } = new();
    [State("Month in which it first became embryonic, -1 = not yet", Unit = "month")] public Column<int> EmbryonicAt { get; } = new();
    [State("First month of the present unbroken presence of firms, -1 = none", Unit = "month")] public Column<int> PresentSince { get; } = new();

    [State("Start-up grant on offer to each founder", Unit = "GBP thousand")] public Column<double> GrantOffer { get; } = new();
    [State("Intervention that offers it, -1 = none", Unit = "row", Link = "Programmes")] public Column<int> GrantProgramme { get; } = new();

    [State("Foundings that the stage detector has seen", Unit = "firm")] public Column<int> EntriesSeen { get; } = new();
    [State("Exits that it has seen", Unit = "firm")] public Column<int> ExitsSeen { get; } = new();
    [State("Spin-offs that it has seen", Unit = "firm")] public Column<int> SpinOffsSeen { get; } = new();

    [State("Demand of public buyers seated here, in jobs", Unit = "job")] public Column<double> PublicDemand { get; } = new();
    [State("Purchases that policy adds this month, in jobs", Unit = "job")] public Column<double> PolicyPurchases { get; } = new();
    [State("Moves from job to job that norms have seen", Unit = "move")] public Column<int> JobMovesSeen { get; } = new();

    [State("Foundings", Unit = "firm")] public Column<int> Entries { get; } = new();
    [State("Spin-offs born here", Unit = "firm")] public Column<int> SpinOffsBorn { get; } = new();
    [State("Firms closed", Unit = "firm")] public Column<int> Exits { get; } = new();
    [State("Would-be founders", Unit = "founder")] public Column<int> Applications { get; } = new();
    [State("Moves from job to job into firms here", Unit = "move")] public Column<int> JobMoves { get; } = new();
    [State("Person-months worked", Unit = "person month")] public Column<double> PersonMonths { get; } = new();
    [State("Hires of every kind", Unit = "person")] public Column<int> Hires { get; } = new();
    [State("Lay-offs", Unit = "person")] public Column<int> LayOffs { get; } = new();
    [State("Innovations", Unit = "innovation")] public Column<int> Innovations { get; } = new();
    [State("Competence gained from contacts by proximity, summed over firms", Unit = "log point")] public Column<double> LearntByProximity { get; } = new();
    [State("Competence gained by imitation", Unit = "log point")] public Column<double> LearntByImitation { get; } = new();
    [State("Competence gained along supply links", Unit = "log point")] public Column<double> LearntFromSuppliers { get; } = new();
    [State("Competence gained from people who changed jobs", Unit = "log point")] public Column<double> LearntFromMovers { get; } = new();
    [State("Competence gained at forums and in joint developments", Unit = "log point")] public Column<double> LearntAtForums { get; } = new();
    [State("Joint developments of rivals", Unit = "development")] public Column<int> JointDevelopments { get; } = new();
    [State("Loss from standing apart from the frontier that laboratories took away, summed over firms", Unit = "log point")] public Column<double> LearntFromInstitutions { get; } = new();
    [State("Knowledge steps through lines abroad", Unit = "event")] public Column<int> PipelineVisits { get; } = new();
    [State("Firms that moved here from another region", Unit = "firm")] public Column<int> MovedIn { get; } = new();
    [State("Firms that moved to another region", Unit = "firm")] public Column<int> MovedAway { get; } = new();
    [State("Knowledge steps taken from public laboratories", Unit = "event")] public Column<int> LaboratoryVisits { get; } = new();
    [State("Sales", Unit = "GBP thousand")] public Column<double> Sales { get; } = new();
    [State("Wages paid", Unit = "GBP thousand")] public Column<double> Wages { get; } = new();
    [State("Inputs bought from anywhere", Unit = "GBP thousand")] public Column<double> Inputs { get; } = new();
    [State("Inputs bought from suppliers in the region", Unit = "GBP thousand")] public Column<double> LocalInputs { get; } = new();
    [State("Venture capital and angel money received", Unit = "GBP thousand")] public Column<double> RiskMoney { get; } = new();
    [State("Deals of angels and venture funds", Unit = "deal")] public Column<int> Deals { get; } = new();
    [State("Policy spending", Unit = "GBP thousand")] public Column<double> PolicySpending { get; } = new();
    [State("Persons who moved here from another region", Unit = "person")] public Column<int> Arrivals { get; } = new();
}
