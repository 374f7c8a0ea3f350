using System.Reflection;
using ClusterSim.Model.Engine;
using ClusterSim.Model.Instruments;
using ClusterSim.Model.Mechanisms;
using ClusterSim.Model.Shocks;
using ClusterSim.Model.State;

namespace ClusterSim.Model;

/// <summary>The model's table of contents: what happens in a month, in this order.</summary>
public static class ClusterModel
{
    /// <summary>Every part of the model, by reflection.</summary>
    public static Catalogue Catalogue { get; } = new(Assembly.GetExecutingAssembly());

    /// <summary>The order is a scientific decision: whoever acts later sees what earlier ones did this month.</summary>
    private static readonly Type[] Order =
    [
        typeof(PolicyDelivery),
        typeof(ShockDelivery),
        typeof(MarketDemand),
        typeof(Procurement),
        typeof(MovingFrontier),
        typeof(Externalities),
        typeof(SupplyChain),
        typeof(NormsAndTrust),
        typeof(SupportServices),
        typeof(ProductComplexity),
        typeof(LogitCompetition),
        typeof(Accounts),
        typeof(LockIn),
        typeof(Innovation),
        typeof(Submarkets),
        typeof(KnowledgeSpillover),
        typeof(Communities),
        typeof(ExternalPipelines),
        typeof(Offshoring),
        typeof(Staffing),
        typeof(LabourMobility),
        typeof(Training),
        typeof(SpinOffs),
        typeof(DeNovoEntry),
        typeof(Diversification),
        typeof(DisplacedFounders),
        typeof(KnowledgeInstitutions),
        typeof(InwardInvestment),
        typeof(StartUpFinance),
        typeof(VentureCapital),
        typeof(Relationships),
        typeof(Associations),
        typeof(FirmExit),
        typeof(Relocation),
        typeof(Entry),
        typeof(Demography),
        typeof(Migration),
        typeof(CultureAndLaw),
        typeof(LifeCycleStages),
    ];

    /// <summary>The schedule of a configuration: the list above less what is switched off.</summary>
    public static Schedule<World> Schedule(ModelConfiguration configuration) =>
        new(Order.Select(Describe).Where(part => !configuration.IsOff(part.Name)).Select(part => Create(configuration, part)));

    /// <summary>Mechanisms in the order in which they act.</summary>
    public static IEnumerable<Part> Mechanisms => Order.Select(Describe);

    private static Part Describe(Type type) => Catalogue.Parts.First(part => part.Type == type);

    private static Process<World> Create(ModelConfiguration configuration, Part part) =>
        (Process<World>)part.Create(configuration.Mechanisms.GetValueOrDefault(part.Name));
}
