namespace ClusterSim.Experiments.Scenarios;

/// <summary>A key of the scenario language, stated once: the reader checks names against it and the schema is written
/// from it. Parameters of parts come from the catalogue instead.</summary>
/// <param name="Kind">text, time, money, count, share, list, map, stage, value.</param>
public sealed record Keyword(string Name, string Kind, string Summary)
{
    public static readonly IReadOnlyList<Keyword> Scenario =
    [
        new("scenario", "text", "Name, kebab-case"),
        new("title", "text", "One line"),
        new("story", "text", "What happens here and why it is of interest"),
        new("extends", "text", "A file on which this one is laid: maps merge, everything else is replaced"),
        new("years", "count", "Length of a history in years, 1..200"),
        new("tick", "text", "What a history advances by: month (the default) or quarter, which is faster and coarser"),
        new("country", "map", "The country before anything happens"),
        new("regions", "list", "Regions with a name; the rest is drawn"),
        new("activities", "list", "What is made; the first is the focal activity"),
        new("institutions", "list", "Universities, laboratories, training centres and procurement sites"),
        new("mechanisms", "map", "By name: off, or parameters that differ from the defaults"),
        new("shocks", "list", "Events from outside"),
        new("early-warning", "map", "Coefficients of the early-warning score other than those that come with the program: intercept, features; off = no score"),
        new("policies", "list", "What public money does"),
        new("agencies", "list", "Bodies that spend a budget on a list of priorities"),
        new("control", "map", "Keys that are laid over this scenario to make its control"),
        new("expect", "list", "What a case must show"),
        new("past", "map", "One past from which every history continues"),
    ];

    /// <summary>Lengths of a tick that a scenario may ask for; the first is the default.</summary>
    public static readonly IReadOnlyList<string> Ticks = ["month", "quarter"];

    public static readonly IReadOnlyList<Keyword> EarlyWarning =
    [
        new("intercept", "value", "Logit of a cell of which every feature is at its mean"),
        new("features", "list", "Those that the score goes by, as clustersim early-warning -o FILE writes them under public"),
        new("needs", "text", "What data it needs, in words"),
    ];

    public static readonly IReadOnlyList<Keyword> WarningTerm =
    [
        new("feature", "text", "Its name"),
        new("unit", "text", "Its unit"),
        new("mean", "value", "In training; what is not known counts as this"),
        new("sd", "value", "Standard deviation in training"),
        new("low", "value", "What lies below counts as this"),
        new("high", "value", "What lies above counts as this"),
        new("coefficient", "value", "On the logit, for each standard deviation"),
        new("se", "value", "Standard error of the coefficient"),
    ];

    public static readonly IReadOnlyList<Keyword> Experiment =
    [
        new("experiment", "text", "Name, kebab-case"),
        new("title", "text", "One line"),
        new("story", "text", "What is asked and why"),
        new("scenario", "text", "The file of the scenario that all arms share"),
        new("years", "count", "Length of a history in years, 1..200"),
        new("replications", "value", "Pairs of histories (in every world, if there are several), 1..1000000; or a map with precision, min and max"),
        new("uncertain", "map", "By path: a range 0.02..0.08 or a list [0.6, 1.2] of what is not known, such as spin-offs.hazard"),
        new("worlds", "map", "How draws of what is uncertain are laid over its ranges"),
        new("quick", "map", "What --quick runs: worlds, replications"),
        new("size", "text", "Of critical-mass and turning-point: the uncertain parameter that is the size"),
        new("measure", "map", "primary: the headline indicator; also: a list of others"),
        new("horizons", "list", "Times after an arm's own start"),
        new("calendar", "list", "Dates of the history"),
        new("answer", "text", "What kind of answer is wanted: compare, best-timing, robust, sensitivity, critical-mass or turning-point"),
        new("arms", "map", "By name: a policy, a list of policies, or with: keys laid over the scenario; answer: sensitivity goes without"),
    ];

    public static readonly IReadOnlyList<Keyword> Policy =
    [
        new("name", "text", "Name of the policy"),
        new("instrument", "text", "What is done: clustersim list instruments"),
        new("region", "text", "A region by name, focal, best, any once or any each"),
        new("guide", "text", "The indicator by which the best region is chosen on the date"),
        new("lag", "time", "Between what is seen and what is done about it"),
        new("activity", "text", "An activity by name; the focal one if left out"),
        new("start", "map", "year, month, stage (birth, embryonic, growth, maturity, decline, renewal, dissolved) or when with for"),
        new("budget", "money", "All it may spend"),
        new("duration", "time", "How long it runs"),
        new("ramp", "time", "Time over which spending rises to its full rate"),
        new("cap", "money", "The most it may spend in a year; a year's part of the budget if left out"),
        new("delivery-share", "share", "Part of spending that goes on delivery"),
        new("fallback", "time", "It starts at this date at the latest, whatever the trigger says"),
        new("exit", "stage", "It ends early once this stage is reached"),
    ];

    /// <summary>Beside these an agency may state every key of a policy: its priorities take it from there.</summary>
    public static readonly IReadOnlyList<Keyword> Agency =
    [
        new("name", "text", "Name of the agency"),
        new("priorities", "list", "Activities, or policies without a budget: what is not said is taken from the agency"),
    ];

    public static readonly IReadOnlyList<Keyword> Priority =
    [
        new("share", "share", "Part of the agency's budget; an equal part of what is left if left out"),
    ];

    public static readonly IReadOnlyList<Keyword> Start =
    [
        new("year", "count", "Year of the history"),
        new("month", "time", "Date of the history"),
        new("stage", "stage", "The stage that the region must be in"),
        new("when", "map", "Indicators with comparisons, such as location-quotient: \">1.2\"; all must hold"),
        new("for", "time", "How long the conditions must have held, in whole quarters"),
    ];

    public static readonly IReadOnlyList<Keyword> Shock =
    [
        new("name", "text", "What people call it"),
        new("kind", "text", "What happens: clustersim list shocks"),
        new("region", "text", "A region by name; the whole country if left out"),
        new("activity", "text", "An activity by name; the focal one if left out"),
        new("year", "count", "Year of the history"),
        new("month", "time", "Date of the history"),
        new("hazard", "count", "Events a year, instead of a date"),
    ];

    public static readonly IReadOnlyList<Keyword> Region = [new("name", "text", "Name, kebab-case")];

    public static readonly IReadOnlyList<Keyword> Activity =
    [
        new("name", "text", "Name, kebab-case"),
        new("regime", "text", "traditional or high-tech"),
        new("supplies-to", "text", "The activity that buys it; final demand if left out"),
        new("inputs", "map", "By activity: what a firm here spends on its products, as a share of sales"),
        new("related", "map", "By activity: how much skill and knowledge carries over, 0..1; holds both ways"),
    ];

    public static readonly IReadOnlyList<Keyword> Institution =
    [
        new("name", "text", "Name, kebab-case"),
        new("kind", "text", "university, laboratory, training-centre or procurement-site"),
        new("region", "text", "A region by name"),
        new("activity", "text", "The activity that it serves or buys from; the focal one if left out"),
    ];

    public static readonly IReadOnlyList<Keyword> Expectation =
    [
        new("claim", "text", "What must be seen, in words"),
        new("statistic", "text", "What is measured: clustersim list statistics"),
        new("region", "text", "A region by name; the focal one if left out"),
        new("at", "time", "When it is taken; the end if left out"),
        new("from", "map", "What must have been seen before: statistic, at, passes; a history that began otherwise counts as 0"),
        new("against", "text", "none, control, control-ratio, control-difference or control-wins (the share of pairs with more than the control)"),
        new("passes", "text", "A comparison, such as \">= 0.5\""),
        new("gating", "text", "no = reported, but does not decide"),
    ];

    public static readonly IReadOnlyList<Keyword> Beginning =
    [
        new("statistic", "text", "What is measured: clustersim list statistics"),
        new("at", "time", "When it is taken"),
        new("passes", "text", "A comparison, such as \"< 0.05\""),
    ];

    public static readonly IReadOnlyList<Keyword> Past =
    [
        new("seed", "count", "Seed of the past"),
        new("replication", "count", "Replication of the past"),
        new("years", "count", "How long the past lasted"),
    ];

    public static readonly IReadOnlyList<Keyword> Replications =
    [
        new("precision", "map", "relative and floor: the half width of a 95 % interval that is precise enough"),
        new("min", "count", "Pairs at the first look (30); later looks double them"),
        new("max", "count", "Pairs at the last look (2000)"),
    ];

    public static readonly IReadOnlyList<Keyword> Precision =
    [
        new("relative", "share", "As a share of the mean: 20%"),
        new("floor", "text", "In the unit of the headline, whatever the mean: 10 jobs"),
    ];

    public static readonly IReadOnlyList<Keyword> Worlds =
    [
        new("design", "text", "lhs (if left out), sobol, full-factorial, fractional-factorial, morris or saltelli"),
        new("n", "count", "Points of lhs and sobol, blocks of saltelli (64)"),
        new("trajectories", "count", "Of morris (10)"),
        new("levels", "count", "Of a range in a full factorial (3), of the grid of morris (4)"),
        new("resolution", "count", "Of a fractional factorial: 3, 4 (if left out) or 5"),
        new("pairs", "text", "yes = saltelli has the worlds for indices of pairs of parameters"),
        new("seed", "count", "Of the design (1); that of the histories is --seed"),
    ];

    public static readonly IReadOnlyList<Keyword> Quick =
    [
        new("worlds", "count", "Size of the design: n or trajectories"),
        new("replications", "count", "Pairs, in every world if there are several"),
    ];

    public static readonly IReadOnlyList<Keyword> Measure =
    [
        new("primary", "text", "The headline indicator; with the date at which the answer is read: jobs at start+15y, jobs at year 50"),
        new("also", "list", "Other indicators"),
        new("smallest", "value", "The smallest difference of the headline that matters, in its unit"),
    ];

    public static readonly IReadOnlyList<Keyword> Variant =
    [
        new("with", "map", "Keys that are laid over the scenario in this arm: mechanisms, regions, shocks, ..."),
        new("policies", "list", "Policies of this arm"),
        new("agencies", "list", "Agencies of this arm"),
    ];

    public static readonly IReadOnlyList<Keyword> Placebo =
    [
        new("placebo", "text", "An arm above: the same policy, started when that arm started in another history"),
    ];

    /// <summary>Every key with the place where it stands.</summary>
    public static IReadOnlyList<(string Where, IReadOnlyList<Keyword> Keys)> All { get; } =
    [
        ("a scenario", Scenario), ("an experiment", Experiment), ("a policy or arm", Policy), ("a placebo arm", Placebo), ("an arm with another world", Variant), ("an agency", Agency), ("a priority", Priority), ("start", Start), ("a shock", Shock), ("a region", Region),
        ("an activity", Activity), ("an institution", Institution), ("an expectation", Expectation), ("past", Past), ("measure", Measure), ("replications", Replications), ("precision", Precision), ("worlds", Worlds), ("quick", Quick),
    ];
}
