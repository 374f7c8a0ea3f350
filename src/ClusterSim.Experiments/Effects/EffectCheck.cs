using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Effects;

/// <summary>What a part moves, measured.</summary>
/// <param name="Scores">Standard errors by which the mean paired difference lies from zero.</param>
public sealed record EffectResult(EffectClaim Claim, string Kind, double Difference, double StandardError, double Scores, int Pairs, int Fired)
{
    /// <summary>A part that moves nothing by this many standard errors has no business in the model.</summary>
    public const double Least = 3;

    /// <summary>It moves what it names, or starts and leaves it alone to the last bit where that is claimed.</summary>
    public bool Pass => Fired > 0 && (Claim.IsZero ? Difference == 0 && StandardError == 0 : Math.Abs(Scores) >= Least);
}

/// <summary>Switches every mechanism off and every instrument on, in pairs, and measures what each is said to move.</summary>
public static class EffectCheck
{
    private const double Budget = 2_000; // GBP thousand

    /// <summary>One study per scenario that claims name.</summary>
    /// <param name="load">Gives the scenario of a file.</param>
    public static IReadOnlyList<(Study Study, IReadOnlyList<EffectClaim> Claims)> Studies(Func<string, Scenario> load, int pairs, ulong seed) =>
        [.. EffectClaim.All.GroupBy(claim => (claim.Scenario, Off: string.Join(",", claim.Without)))
            .Select(group => (Study(load(group.Key.Scenario), [.. group], pairs, seed), (IReadOnlyList<EffectClaim>)[.. group]))];

    /// <summary>The results of a study that has been run.</summary>
    public static IEnumerable<EffectResult> Results(Ledger ledger, IReadOnlyList<EffectClaim> claims)
    {
        for (int arm = 0; arm < claims.Count; arm++) yield return Result(ledger, claims[arm], arm);
    }

    private static Study Study(Scenario scenario, IReadOnlyList<EffectClaim> claims, int pairs, ulong seed) =>
        Study(scenario.Name, claims[0].Without.Aggregate(scenario.Configuration, (configuration, name) => configuration.Without(name)), claims, pairs, seed);

    private static Study Study(string name, ModelConfiguration baseline, IReadOnlyList<EffectClaim> claims, int pairs, ulong seed) => new()
    {
        Name = "effects-" + name,
        Baseline = baseline,
        Arms = [.. claims.Select((claim, i) => new Arm($"{claim.Part}-{i}", Switched(baseline, claim)))],
        Replications = pairs,
        Seed = seed,
        Measures = [.. claims.Select(claim => claim.Indicator).Distinct()],
        Horizons = [.. claims.Where(IsInstrument).Select(claim => claim.Year).Distinct()],
        CalendarYears = [.. claims.Where(claim => !IsInstrument(claim)).Select(claim => claim.Year).Distinct()],
    };

    private static bool IsInstrument(EffectClaim claim) => ClusterModel.Catalogue.Find("instrument", claim.Part) is not null;

    private static ModelConfiguration Switched(ModelConfiguration configuration, EffectClaim claim)
    {
        if (IsInstrument(claim))
        {
            StartRule start = claim.StartYear >= 0 ? new StartRule { Month = 12 * claim.StartYear } : new StartRule { Stage = Stage.Growth };
            var policy = new Intervention { Name = claim.Part, InstrumentName = claim.Part, Region = claim.Region, Start = start, Budget = Budget, Duration = claim.Months };
            return configuration with { Policies = [policy] };
        }
        if (ClusterModel.Catalogue.Find("mechanism", claim.Part) is null) throw new ArgumentException($"no mechanism or instrument is called {claim.Part}");
        return configuration.Without(claim.Part);
    }

    private static EffectResult Result(Ledger ledger, EffectClaim claim, int arm)
    {
        Study study = ledger.Study;
        bool instrument = IsInstrument(claim);
        int point = study.Points.ToList().IndexOf(new StudyPoint(instrument, claim.Year));
        int index = study.ValueAt(point, claim.Place == "target" ? Scope.Target : Scope.Country, study.Measures.ToList().IndexOf(claim.Indicator));
        (double[] twin, double[] treated) = ledger.Values(arm, index);
        double[] differences = PairedDifference.Differences(twin, treated);
        double error = Sample.StandardError(differences), mean = Sample.Mean(differences);
        return new EffectResult(claim, instrument ? "instrument" : "mechanism", mean, error, error > 0 ? mean / error : 0, differences.Length,
            instrument ? ledger.StartYears(arm).Length : ledger.Count);
    }
}
