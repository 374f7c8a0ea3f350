using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>Places. A row per region, fixed for a history.</summary>
public sealed class Regions : Table
{
    [State("Identity", Unit = "1")] public Column<ulong> Lineage { get; } = new();
    [State("Working-age population, attached to the modelled activities or not", Unit = "person")] public Column<double> Population { get; } = new();
    [State("Working-age population at the ends of the last quarters", Unit = "person")] public Column<PeopleWindow> PeopleCounted { get; } = new();
    [State("Position, eastward", Unit = "km")] public Column<double> East { get; } = new();
    [State("Position, northward", Unit = "km")] public Column<double> North { get; } = new();
    [State("Land, in persons that it houses at the country's mean density", Unit = "person")] public Column<double> Land { get; } = new();
    [State("Rent relative to the country's at the start", Unit = "1")] public Column<double> Rent { get; } = new();
    [State("Amenity", Unit = "utility")] public Column<double> Amenity { get; } = new();
    [State("Entrepreneurial culture c: founding rates are multiplied by 1 + c", Unit = "1")] public Column<double> Culture { get; } = new();
    [State("Enforcement of non-compete clauses n", Unit = "share")] public Column<double> NonCompete { get; } = new();
    [State("Entrepreneurial culture that the region inherited", Unit = "1")] public Column<double> InheritedCulture { get; } = new();
    [State("Openness to knowledge and firms from abroad; 1 = usual", Unit = "1")] public Column<double> Openness { get; } = new();
    [State("Tolerance of risk: founding and the choices of investors are multiplied by 1 + it", Unit = "1")] public Column<double> RiskTolerance { get; } = new();
    [State("Protection of ideas that people count on", Unit = "share")] public Column<double> Protection { get; } = new();
    [State("Protection of ideas that law and reform have set", Unit = "share")] public Column<double> ProtectionOfLaw { get; } = new();
    [State("Social capital T", Unit = "share")] public Column<double> Trust { get; } = new();
    [State("Social capital that the region inherited", Unit = "share")] public Column<double> InheritedTrust { get; } = new();
    [State("Cost of disputes", Unit = "share of sales")] public Column<double> DisputeShare { get; } = new();
    [State("Foundings that culture has seen", Unit = "firm")] public Column<int> FoundingsSeen { get; } = new();
    [State("Spread of virtual networks: meetings for which distance does not count", Unit = "share")] public Column<double> Digital { get; } = new();
    [State("Shared test facilities, 1 = all that firms here could use", Unit = "share")] public Column<double> TestFacility { get; } = new();
    [State("What investors are told of firms here: part of their noise that it takes away", Unit = "share")] public Column<double> Information { get; } = new();
    [State("Infrastructure that firms meet", Unit = "share")] public Column<double> Infrastructure { get; } = new();
    [State("Log wage of the background sector relative to the country's", Unit = "log point")] public Column<double> BackgroundLogWage { get; } = new();
    [State("Local risk capital: exits' proceeds in the hands of angels", Unit = "GBP thousand")] public Column<double> RiskCapital { get; } = new();
    [State("Would-be founders of the last year, decaying count", Unit = "founder")] public Column<double> Applicants { get; } = new();
    [State("Founders funded in the last year, decaying count", Unit = "founder")] public Column<double> Funded { get; } = new();
    [State("Staff of public laboratories", Unit = "person")] public Column<double> LaboratoryStaff { get; } = new();
    [State("Persons whom courses have trained and who wait for a post", Unit = "person")] public Column<double> TrainedPool { get; } = new();
    [State("Persons in courses that policy pays for", Unit = "person")] public Column<double> InTraining { get; } = new();
    [State("Persons laid off in the last 18 months, decaying count", Unit = "person")] public Column<double> Displaced { get; } = new();
    [State("Staff on the books of firms of every modelled activity", Unit = "person")] public Column<int> Jobs { get; } = new();
    [State("Unemployed persons attached to the modelled activities", Unit = "person")] public Column<int> Unemployed { get; } = new();
}
