using ClusterSim.Experiments.Cases;
using ClusterSim.Experiments.Running;
using ClusterSim.Model;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Scenarios;

/// <summary>Turns what was loaded into what is run.</summary>
public static class Studies
{
    private const string Baseline = "baseline";

    private static readonly int[] Dates = [30, 50, 80];

    /// <summary>An experiment: its scenario against every arm, in every world.</summary>
    public static Study Of(Experiment experiment)
    {
        Study study = Bare(experiment.Name, experiment.Scenario);
        StudyWorlds? worlds = experiment.Worlds is null ? null
            : UncertainWorlds.Of(experiment.Uncertain, experiment.Worlds, experiment.Scenario.Past, [study.Baseline, .. experiment.Arms.Select(arm => arm.Configuration)]);
        return (study with
        {
            Worlds = worlds,
            ReadAt = experiment.ReadAt,
            Answer = experiment.Answer,
            Size = experiment.Size,
            BaselineName = Baseline,
            Smallest = experiment.Smallest,
            Arms = [.. experiment.Arms.Select(arm => new Arm(arm.Name, arm.Configuration, experiment.Placebos.GetValueOrDefault(arm.Name, "")))],
            Replications = experiment.Replications * (worlds?.Count ?? 1),
            Measures = experiment.Measures ?? study.Measures,
            Horizons = experiment.Arms.Count == 0 ? [] : experiment.Horizons,
            CalendarYears = experiment.CalendarYears,
        }).WithLedgers();
    }

    /// <summary>A scenario: against its control if it states one, against no policy if it has policies, else by itself.</summary>
    public static Study Of(Scenario scenario)
    {
        Study study = Bare(scenario.Name, scenario);
        ModelConfiguration? baseline = scenario.Control
            ?? (scenario.Configuration.Policies.Count > 0 ? scenario.Configuration with { Policies = [] } : null);
        if (baseline is null) return study with { BaselineName = scenario.Name };
        return (study with
        {
            BaselineName = scenario.Control is null ? Baseline : "control",
            Baseline = baseline,
            Arms = [new Arm(scenario.Name, scenario.Configuration)],
            // A case names its dates in its expectations; the whole series is in timeseries.csv.
            CalendarYears = [.. scenario.Expectations.Select(expectation => expectation.Month / 12).DefaultIfEmpty(scenario.Configuration.Months / 12).Distinct().Order()],
            Horizons = scenario.Control is null ? study.Horizons : [],
            Probes = Probes(scenario),
        }).WithLedgers();
    }

    /// <summary>A scenario as an experiment with the same arms, so that questions of experiments can be put to it.</summary>
    public static Experiment Asking(Scenario scenario)
    {
        Study study = Of(scenario with { Past = null }); // what is asked here does not hang on the past, and to live one takes time
        return new Experiment
        {
            Name = scenario.Name,
            File = scenario.File,
            Title = scenario.Title,
            Scenario = scenario with { Configuration = study.Baseline },
            Arms = [.. study.Arms.Select(arm => (arm.Name, arm.Configuration))],
            Horizons = study.Horizons,
            CalendarYears = study.CalendarYears,
        };
    }

    /// <summary>Several scenarios against the first.</summary>
    public static Study Of(IReadOnlyList<Scenario> scenarios)
    {
        Study study = Bare("compare-" + scenarios[0].Name, scenarios[0]);
        return study with
        {
            BaselineName = scenarios[0].Name,
            Arms = [.. scenarios.Skip(1).Select(scenario => new Arm(scenario.Name, scenario.Configuration))],
            Horizons = [],
        };
    }

    /// <summary>Jobs are split wherever policies are asked what they do to jobs, so many years after their start.</summary>
    private static Study WithLedgers(this Study study) => study with
    {
        Additionality = study.Horizons.Count > 0 && study.Measures[0] == "jobs" && study.Arms.Any(arm => arm.Configuration.Policies.Count > 0),
    };

    /// <summary>One probe per expectation, and then one for each beginning that an expectation asks for.</summary>
    private static IReadOnlyList<Probe> Probes(Scenario scenario) =>
    [
        .. scenario.Expectations.Select(expectation => new Probe(expectation.Statistic, expectation.Region, expectation.Month)),
        .. scenario.Expectations.Where(expectation => expectation.From is not null)
            .Select(expectation => new Probe(expectation.From!.Statistic, expectation.Region, expectation.From.Month)),
    ];

    private static Study Bare(string name, Scenario scenario)
    {
        int years = scenario.Configuration.Months / 12;
        return new Study
        {
            Name = name,
            Baseline = scenario.Configuration,
            StoredState = scenario.Past is Past past ? StateAfter(scenario.Configuration, past) : null,
            CalendarYears = [.. Dates.Where(year => year < years), years],
        };
    }

    /// <summary>The state in which a past ends: the scenario without policies, under the past's own draws.</summary>
    public static byte[] StateAfter(ModelConfiguration configuration, Past past)
    {
        var history = new History(configuration with { Policies = [] });
        history.Begin(past.Seed, past.Replication);
        history.RunTo(past.Months);
        using var stream = new MemoryStream();
        history.Save(stream);
        return stream.ToArray();
    }
}
