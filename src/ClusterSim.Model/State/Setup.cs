using ClusterSim.Model.Engine;

namespace ClusterSim.Model.State;

/// <summary>The country before anything happens: how many regions, how many people, how far apart.</summary>
public sealed record CountrySetup
{
    [Parameter(1, 200, Unit = "region", Source = "assumption: the size of the regional level of a European country", Summary = "Regions of the country")]
    public int Regions { get; init; } = 12;

    [Parameter(1_000, 20_000_000, Unit = "person", Source = "calibrated: a region must be able to hold a cluster of a thousand", Summary = "Working-age population of the country")]
    public double Population { get; init; } = 120_000;

    [Parameter(0.5, 1_000_000, Unit = "1", Source = "calibrated; larger is more equal", Summary = "Concentration of the Dirichlet draw of the regions' population shares", Symbol = "alpha")]
    public double Evenness { get; init; } = 4;

    [Parameter(10, 5_000, Unit = "km", Source = "assumption: a mid-sized European country", Summary = "Side of the square on which the regions lie")]
    public double Extent { get; init; } = 600;

    [Parameter(0, 1, Unit = "log point", Source = "assumption: small, so that history and not endowment decides", Summary = "Standard deviation of the regions' natural advantage", Symbol = "nu")]
    public double AdvantageSpread { get; init; } = 0.01;

    [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Social capital of regions that state none of their own", Symbol = "T")]
    public double Trust { get; init; } = 0.5;

    [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Enforcement of non-compete clauses in regions that state none of their own", Symbol = "n")]
    public double NonCompete { get; init; } = 0.5;

    [Parameter(1, 500, Unit = "GBP thousand a year", Source = "assumption: near the UK median full-time wage of 2019", Summary = "Background wage")]
    public double BackgroundWage { get; init; } = 30;

    [Parameter(0, 1, Unit = "share", Source = "the country's own share where 0; must be stated below 6 regions", Summary = "Share of the activity in employment that counts as a location quotient of 1")]
    public double ReferenceShare { get; init; }

    [Parameter(0, 1, Unit = "share a year", Source = "assumption: the UK Green Book's rate of time preference", Summary = "Discount rate of money")]
    public double DiscountRate { get; init; } = 0.035;
}

/// <summary>What one region is given; whatever is left out is drawn or takes the country's value.</summary>
public sealed record RegionSetup
{
    public required string Name { get; init; }

    [Parameter(0.0001, 1, Unit = "share", Source = "the scenario", Summary = "Share of the country's population; the others share the rest")]
    public double? PopulationShare { get; init; }

    [Parameter(-1, 1, Unit = "log point", Source = "the scenario", Summary = "Natural advantage in the focal activity", Symbol = "nu")]
    public double? NaturalAdvantage { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Social capital: the share of dealings settled on trust", Symbol = "T")]
    public double? Trust { get; init; }

    [Parameter(-0.9, 3, Unit = "1", Source = "the scenario", Summary = "Entrepreneurial culture: founding rates are multiplied by 1 + c", Symbol = "c")]
    public double? Culture { get; init; }

    [Parameter(0, 10, Unit = "1", Source = "the scenario", Summary = "Openness to knowledge and firms from abroad; 1 = usual, 0 = closed")]
    public double? Openness { get; init; }

    [Parameter(-0.9, 3, Unit = "1", Source = "the scenario", Summary = "Tolerance of risk: founding, and what angels and funds dare, are multiplied by 1 + it")]
    public double? RiskTolerance { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Protection of ideas by law: it makes imitation rarer and research pay more; 0.5 is the country's")]
    public double? Protection { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Enforcement of non-compete clauses", Symbol = "n")]
    public double? NonCompete { get; init; }

    [Parameter(-3, 3, Unit = "1", Source = "the scenario", Summary = "Amenity, in utility units of migrants")]
    public double? Amenity { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Infrastructure that firms meet, 0..1: roads, sites, utilities")]
    public double? Infrastructure { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Shared test facilities; firms get to them as far as infrastructure allows")]
    public double? TestFacility { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Spread of virtual networks at the start; a line counts as far as both ends have it (0 if left out)")]
    public double? Digital { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "the scenario", Summary = "Trust in the word of public bodies; what they offer is taken up in full from 0.8 on")]
    public double? Credibility { get; init; }

    [Parameter(0.05, 20, Unit = "1", Source = "the scenario", Summary = "Land on which people and firms may settle, relative to what its people have at the country's mean density")]
    public double? Land { get; init; }

    [Parameter(0, 20, Unit = "1", Source = "the scenario", Summary = "Pull of inputs from abroad on its buyers, relative to the country's; below 1 they keep more links to suppliers at home")]
    public double? Imports { get; init; }

    [Parameter(0.2, 5, Unit = "1", Source = "the scenario", Summary = "Wage of the background sector relative to the country's")]
    public double? BackgroundWage { get; init; }

    [Parameter(0, 1_000_000, Unit = "GBP thousand", Source = "the scenario", Summary = "Local risk capital at the start")]
    public double? RiskCapital { get; init; }
}

/// <summary>How firms of an activity come by knowledge and money.</summary>
public enum Regime
{
    /// <summary>Cheap entry, learning on the job, no venture capital.</summary>
    Traditional,

    /// <summary>Dear entry, formal research, venture capital.</summary>
    HighTech,
}

/// <summary>One activity: what it sells and what it buys.</summary>
public sealed record ActivitySetup
{
    public required string Name { get; init; }

    /// <summary>How it comes by knowledge and money.</summary>
    public Regime Regime { get; init; } = Regime.Traditional;

    /// <summary>The activity that buys this one's output; empty = sold to final demand.</summary>
    public string SuppliesTo { get; init; } = "";

    /// <summary>What a firm here spends on other activities, share of its sales, by name; beside those that state <see cref="SuppliesTo"/>.</summary>
    public IReadOnlyDictionary<string, double> Inputs { get; init; } = new Dictionary<string, double>();

    /// <summary>Relatedness to other activities by name, 0..1; it holds both ways.</summary>
    public IReadOnlyDictionary<string, double> Related { get; init; } = new Dictionary<string, double>();

    [Parameter(0, 1, Unit = "share of sales", Source = "assumption: a third of manufacturing's purchases are bought nearby", Summary = "What each buyer spends on this activity, if it supplies one")]
    public double InputShare { get; init; }

    [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Relatedness to the focal activity: how much skill and knowledge carries over")]
    public double Relatedness { get; init; } = 1;

    [Parameter(0, 1, Unit = "share", Source = "assumption", Summary = "Jobs that make things and could be done elsewhere, of all")]
    public double ProductionShare { get; init; } = 0.6;

    [Parameter(0, 5, Unit = "1", Source = "the scenario", Summary = "Breadth of competences that the product needs at the start, in units of knowledge distance")]
    public double Complexity { get; init; }

    [Parameter(-1, 1, Unit = "1 a decade", Source = "the scenario", Summary = "Growth of that breadth")]
    public double ComplexityGrowth { get; init; }

    [Parameter(0, 5_000_000, Unit = "job", Source = "calibrated", Summary = "Final demand at saturation, in jobs at mean productivity", Symbol = "Dmax")]
    public double PeakDemand { get; init; } = 7_500;

    [Parameter(-600, 1_200, Unit = "month", Source = "calibrated", Summary = "Month of fastest growth of demand", Symbol = "t0")]
    public double Midpoint { get; init; } = 170;

    [Parameter(1, 600, Unit = "month", Source = "calibrated", Summary = "Time scale of the growth of demand", Symbol = "tau")]
    public double TimeScale { get; init; } = 45;

    [Parameter(0, 5_000_000, Unit = "job", Source = "calibrated", Summary = "Demand that is there from the start")]
    public double InitialDemand { get; init; } = 60;

    [Parameter(0, 1_000, Unit = "firm a year", Source = "calibrated", Summary = "Would-be founders from outside any parent firm, in the whole country at opportunity 1")]
    public double EntryPotential { get; init; } = 14;
}
