using ClusterSim.Model.Engine;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Model.State;

/// <summary>What every policy arm states: who is helped, when, for how long, with how much.</summary>
public sealed record Intervention
{
    /// <summary>Name of the arm or line; also the key of its draws.</summary>
    public required string Name { get; init; }

    /// <summary>Kebab-case name of the instrument.</summary>
    public required string InstrumentName { get; init; }

    /// <summary>The instrument's own parameters: the record named Parameters of its class; null = defaults.</summary>
    public object? Parameters { get; init; }

    /// <summary>Region by name; <c>focal</c> = the first region to become embryonic; <c>any once</c> = the first that
    /// meets the start; <c>any each</c> = every region that does; <c>best</c> = the one with the highest
    /// value of <see cref="Guide"/> on the date.</summary>
    public string Region { get; init; } = "focal";

    /// <summary>Indicator that guides the choice of a <c>best</c> region; empty = none.</summary>
    public string Guide { get; init; } = "";

    /// <summary>Months between what is seen and what is done about it.</summary>
    public int Lag { get; init; }

    /// <summary>Activity by name; empty = the focal one.</summary>
    public string Activity { get; init; } = "";

    /// <summary>When it starts.</summary>
    public required StartRule Start { get; init; }

    /// <summary>How long it runs, months.</summary>
    public int Duration { get; init; } = 60;

    /// <summary>Months over which spending rises evenly to its full rate.</summary>
    public int Ramp { get; init; }

    /// <summary>All it may spend, GBP thousand.</summary>
    public double Budget { get; init; }

    /// <summary>The most it may spend in a year of its own, GBP thousand; 0 = no limit but the budget.</summary>
    public double YearlyCap { get; init; }

    /// <summary>Share of spending that goes on delivery and not to those helped.</summary>
    public double DeliveryShare { get; init; } = 0.1;

    /// <summary>Start at the latest in this month, whatever the trigger says; -1 = never without the trigger.</summary>
    public int Fallback { get; init; } = -1;

    /// <summary>It ends early once this stage is reached; null = runs its time.</summary>
    public Stage? ExitStage { get; init; }
}

/// <summary>When an intervention starts: a date, a stage of the life cycle, or a condition on indicators.</summary>
public sealed record StartRule
{
    /// <summary>Month of the history; -1 = not by date.</summary>
    public int Month { get; init; } = -1;

    /// <summary>The stage that the region must be in; null = not by stage. <see cref="Stage.None"/> = birth: from the first month.</summary>
    public Stage? Stage { get; init; }

    /// <summary>All of these must hold; empty = no condition.</summary>
    public IReadOnlyList<Condition> All { get; init; } = [];

    /// <summary>Quarters for which the conditions must have held without a break.</summary>
    public int Quarters { get; init; } = 1;
}

/// <summary>A comparison of an indicator with a number: <c>lq: ">1.2"</c>.</summary>
/// <param name="IndicatorName">Kebab-case name.</param>
/// <param name="Operator">One of &lt;, &lt;=, &gt;, &gt;=.</param>
public sealed record Condition(string IndicatorName, string Operator, double Value);

/// <summary>An event from outside: what, where and when.</summary>
public sealed record ShockEvent
{
    /// <summary>Kebab-case kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind's own parameters; null = defaults.</summary>
    public object? Parameters { get; init; }

    /// <summary>Region by name; empty = the whole country.</summary>
    public string Region { get; init; } = "";

    /// <summary>Activity by name; empty = the focal one.</summary>
    public string Activity { get; init; } = "";

    /// <summary>Month of the event; -1 = by hazard.</summary>
    public int Month { get; init; } = -1;

    /// <summary>Events a year, if not by date.</summary>
    public double Hazard { get; init; }
}

/// <summary>All that a history is made of, apart from its seed.</summary>
public sealed record ModelConfiguration
{
    public CountrySetup Country { get; init; } = new();

    /// <summary>Named regions, first in row order; the rest are drawn.</summary>
    public IReadOnlyList<RegionSetup> Regions { get; init; } = [];

    /// <summary>Activities in row order; the first is the focal one.</summary>
    public IReadOnlyList<ActivitySetup> Activities { get; init; } = [new ActivitySetup { Name = "focal" }];

    /// <summary>Parameters by mechanism name. Missing = defaults; null = the mechanism is off.</summary>
    public IReadOnlyDictionary<string, object?> Mechanisms { get; init; } = new Dictionary<string, object?>();

    /// <summary>Universities, laboratories, training centres and procurement sites.</summary>
    public IReadOnlyList<InstitutionSetup> Institutions { get; init; } = [];

    public IReadOnlyList<Intervention> Policies { get; init; } = [];

    public IReadOnlyList<ShockEvent> Shocks { get; init; } = [];

    /// <summary>What a history advances by: a month or a quarter.</summary>
    public Pace Tick { get; init; } = Pace.Month;

    /// <summary>Coefficients of the early-warning score, by features of <see cref="CellFeatures"/>; null = none, and the score is 0.</summary>
    public WarningModel? EarlyWarning { get; init; }

    /// <summary>Length of a history, months.</summary>
    public int Months { get; init; } = 600;

    /// <summary>True where a mechanism is switched off.</summary>
    public bool IsOff(string mechanism) => Mechanisms.TryGetValue(mechanism, out object? parameters) && parameters is null;

    /// <summary>The same with a mechanism switched off.</summary>
    public ModelConfiguration Without(string mechanism) => this with { Mechanisms = new Dictionary<string, object?>(Mechanisms) { [mechanism] = null } };

    /// <summary>Row of an activity; the focal one's where the name is empty.</summary>
    /// <exception cref="ArgumentException">No activity has that name.</exception>
    public int ActivityRow(string name)
    {
        if (name.Length == 0) return 0;
        for (int row = 0; row < Activities.Count; row++)
            if (Activities[row].Name == name) return row;
        throw new ArgumentException($"no activity is called {name}");
    }
}
