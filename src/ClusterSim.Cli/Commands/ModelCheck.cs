using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Cli.Hosting;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Detection;
using ClusterSim.Experiments.Effects;
using ClusterSim.Experiments.Facts;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Experiments.Theories;
using ClusterSim.Model;
using ClusterSim.Model.State.LifeCycle;
using ClusterSim.Reporting.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterSim.Cli.Commands;

/// <summary>The model against facts, cases and its own claims.</summary>
internal sealed class ModelCheck(int? threads, int? replications, ulong? seed, string[] overrides, bool quick, bool json, bool quiet, bool plain, string? output = null, string? page = null)
{
    private readonly List<JsonObject> _rows = [];
    private readonly IServiceProvider _services = AppHost.Build(threads, overrides);

    private IExecutor Executor => _services.GetRequiredService<IExecutor>();

    private ScenarioLoader Loader => _services.GetRequiredService<ScenarioLoader>();

    public int Facts()
    {
        int n = replications ?? (quick ? 20 : 100), others = Math.Max(10, n * 6 / 10);
        if (page is not null) FactPage.Refuse(page);
        using FactFolder? folder = output is null ? null : new FactFolder(output);
        Dictionary<string, FactSample> samples = Fact.All.Where(fact => fact.Missing.Length == 0).Select(fact => fact.Preset).Distinct()
            .ToDictionary(preset => preset, preset => Sample(preset, preset == "full" ? n : others, folder));
        FactResult[] results = [.. Fact.All.Select(fact => samples[fact.Missing.Length == 0 ? fact.Preset : "full"].Judge(fact))];
        ulong key = seed ?? FactCheck.ValidationSeed;
        folder?.Finish(results, key);
        foreach (string path in new[] { page, folder?.Page }.OfType<string>())
            FactPage.Write(path, [.. results.Select(result => new FactEvidence(result, samples[result.Fact.Missing.Length == 0 ? result.Fact.Preset : "full"]))], key);
        if (json) _rows.AddRange(results.Select(Row));
        else Console.Out.Write(FactText.Of(results, samples["full"], samples["null"], samples.Select(each => (each.Key, each.Value.Count))));
        return results.All(result => result.Pass || !result.Fact.IsJudged) ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    public int Cases()
    {
        int n = replications ?? (quick ? 30 : 200);
        var judgements = new List<Judgement>();
        foreach (string[] file in Library.Files("cases"))
        {
            Scenario scenario = Loader.LoadScenario(file[0]);
            Study study = Studies.Of(scenario) with { Replications = n, Seed = seed ?? FactCheck.ValidationSeed, Measures = ["jobs"] };
            judgements.AddRange(CaseJudge.Judge(scenario, Run(study)));
        }
        if (json) _rows.AddRange(judgements.Select((judgement, i) => Row($"{judgement.Case}-{i + 1}", judgement.Expectation.Claim, judgement.Expectation.Gating ? "gating" : "reported", judgement.Value,
            judgement.Interval.Low, judgement.Interval.High, judgement.Pass, judgement.Count, judgement.Expectation.Statistic)));
        else
            foreach (var each in judgements.GroupBy(judgement => judgement.Case)) Console.Out.Write($"\n{each.Key}{CaseText.Of([.. each])}");
        return judgements.TrueForAll(judgement => judgement.Pass || !judgement.Expectation.Gating) ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    public int Effects()
    {
        var results = new List<EffectResult>();
        foreach ((Study study, IReadOnlyList<EffectClaim> claims) in EffectCheck.Studies(Load, replications ?? (quick ? 10 : 50), seed ?? FactCheck.ValidationSeed))
            results.AddRange(EffectCheck.Results(Run(study), claims));
        if (json) _rows.AddRange(results.Select(result => Row(result.Claim.Part, result.Claim.Indicator, result.Kind, result.Difference,
            result.Difference - 1.96 * result.StandardError, result.Difference + 1.96 * result.StandardError, result.Pass, result.Pairs, result.Claim.Scenario)));
        else
        {
            List<string[]> rows = [["part", "kind", "moves", "where", "when", "by", "standard errors", "fired", ""]];
            foreach (EffectResult result in results)
                rows.Add([result.Claim.Part, result.Kind, result.Claim.Indicator, $"{result.Claim.Scenario} ({result.Claim.Place}){string.Concat(result.Claim.Without.Select(name => " without " + name))}", $"year {(result.Kind == "instrument" ? "+" : "")}{result.Claim.Year}",
                    TextTable.Short(result.Difference), result.Claim.IsZero ? "-" : result.Scores.ToString("0.0", CultureInfo.InvariantCulture), $"{result.Fired} of {result.Pairs}", Verdict(result)]);
            TextTable.Columns(rows);
            Console.Out.WriteLine($"{results.Count(result => result.Pass)} of {results.Count} move what they name by {EffectResult.Least} standard errors or more, or leave it alone as they must");
        }
        return results.TrueForAll(result => result.Pass) ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    /// <summary>Every mechanism off, one at a time. It has no verdict: a mechanism that is not felt is named.</summary>
    public int KnockOuts()
    {
        IReadOnlyList<KnockOut> rows = KnockOut.Of(Run(KnockOut.Study(Load(Fact.FileOf("full")).Configuration, replications ?? (quick ? 10 : 30), seed ?? FactCheck.ValidationSeed)));
        if (json) _rows.AddRange(rows.SelectMany(row => row.Cells.Select(cell => Row(row.Mechanism, cell.Indicator, "knock-out", cell.Difference,
            cell.Difference - 1.96 * cell.StandardError, cell.Difference + 1.96 * cell.StandardError, Math.Abs(cell.Score) >= KnockOut.Least, row.Pairs, "full"))));
        else Console.Out.Write(KnockOutText.Of(rows));
        return ExitCodes.Ok;
    }

    private static string Verdict(EffectResult result) =>
        !result.Pass ? "FAILS" : result.Claim.IsZero ? $"zero: {result.Claim.Reason}" : "moves";

    /// <summary>The intervals themselves, on made-up differences of which the truth is known.</summary>
    public int Coverage()
    {
        int trials = replications ?? (quick ? 1_000 : 10_000);
        using var progress = new Progress("coverage", Experiments.Statistics.Coverage.Cells, quiet || json, plain);
        IReadOnlyList<CoverageCell> table = Experiments.Statistics.Coverage.Table(trials, seed ?? FactCheck.ValidationSeed, Executor, progress.Report, Interruption.Token);
        if (json) _rows.AddRange(table.Select(cell => Row($"{cell.Truth.Name}, {cell.Pairs} pairs{(cell.Rule is null ? "" : " by a stopping rule")}", "coverage of 95 % intervals", cell.IsPromised ? "promised" : "reported", cell.Covered,
            CoverageCell.Least, CoverageCell.Most, cell.Holds || !cell.IsPromised, cell.Trials, "made-up differences")));
        else Console.Out.Write(CoverageText.Of(table));
        return table.All(cell => cell.Holds || !cell.IsPromised) ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    /// <summary>The stage detector against hindsight.</summary>
    public int Stages()
    {
        int histories = replications ?? (quick ? 5 : 50), made = 4 * histories;
        ulong key = seed ?? FactCheck.ValidationSeed;
        IReadOnlyList<IReadOnlyList<StageSignals>> lives;
        using (var progress = new Progress("stages", histories, quiet, plain))
            lives = StageCheck.Live(Load("theories/full.yaml").Configuration, histories, key, Executor, progress.Report, Interruption.Token);
        var check = new StageCheck(MadeLives.Of(made, StageCheck.Decline, StageCheck.Noise, key), lives, new StageThresholds());
        if (json) _rows.AddRange(check.Aims.Select((aim, i) => Row($"stage-{i + 1}", $"{aim.Words}, {aim.Lives} lives", "aim", aim.Value, double.NegativeInfinity, aim.Most, aim.Holds, aim.Lives == "made" ? made : histories, "segmentation of the whole path")));
        else Console.Out.Write(StageText.Of(check, made, histories));
        return check.Aims.All(aim => aim.Holds) ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    /// <summary>Can theories be told apart by what is seen of their histories?</summary>
    public int Theories()
    {
        int histories = replications ?? (quick ? 10 : 30);
        var table = new TheoryTable { Theories = TheoryCheck.Presets };
        var places = new List<(string, LockedIn)>();
        for (int theory = 0; theory < TheoryCheck.Presets.Count; theory++)
        {
            string name = TheoryCheck.Presets[theory];
            using var progress = new Progress($"theories, {name}", histories, quiet, plain);
            LockedIn winners = TheoryCheck.Run(table, theory, Load($"theories/{name}.yaml").Configuration, histories, seed ?? FactCheck.ValidationSeed, Executor, progress.Report, Interruption.Token);
            // Elsewhere endowments are drawn anew with the rest.
            if (name.StartsWith("arthur", StringComparison.Ordinal)) places.Add((name, winners));
        }
        int[,] confusion = table.Confusion();
        IReadOnlyList<TheoryPair> pairs = table.Pairs();
        double right = Enumerable.Range(0, TheoryCheck.Presets.Count).Sum(i => confusion[i, i]) / (double)table.Count;
        bool holds = right >= TheoryTable.WantedOfAll && pairs[0].Right >= TheoryTable.WantedOfPair;
        if (!json) Console.Out.Write(TheoryText.Of(table, confusion, pairs, places));
        else
        {
            Interval all = Proportions.Wilson(right * table.Count, table.Count);
            _rows.Add(Row("theories", "histories put to the theory that made them", "aim", right, all.Low, all.High, right >= TheoryTable.WantedOfAll, table.Count, "nearest neighbours"));
            _rows.AddRange(pairs.Select(pair => Row($"{TheoryCheck.Presets[pair.First]}-{TheoryCheck.Presets[pair.Second]}", $"told apart; most by {pair.Observable}", "aim", pair.Right,
                double.NaN, double.NaN, pair.Right >= TheoryTable.WantedOfPair, 2 * histories, "nearest neighbours")));
        }
        return holds ? ExitCodes.Ok : ExitCodes.CheckNotMet;
    }

    private Scenario Load(string file) => Loader.LoadScenario(Library.PathOf(file));

    /// <summary>A row for everything checked so far; empty unless JSON is wanted.</summary>
    public IReadOnlyList<JsonObject> Rows => _rows;

    private FactSample Sample(string preset, int n, FactFolder? folder)
    {
        using var progress = new Progress($"facts, {preset} model", n, quiet, plain);
        return FactCheck.Run(Load(Fact.FileOf(preset)).Configuration, n, seed ?? FactCheck.ValidationSeed, Executor, progress.Report, Interruption.Token, folder is null ? null : new FactRecording(preset, folder.Take));
    }

    private Ledger Run(Study study)
    {
        var ledger = new Ledger(study);
        using var progress = new Progress(study.Name, study.Replications, quiet, plain);
        Executor.Run(study, ledger.Take, progress.Report, Interruption.Token);
        return ledger;
    }

    private static JsonObject Row(FactResult result)
    {
        Fact fact = result.Fact;
        JsonObject row = Row(fact.Id, fact.Name, fact.Kind, result.Value, fact.Low, fact.High, result.Pass, result.Count, fact.Source);
        if (fact.Missing.Length > 0) row["pass"] = null;
        return row;
    }

    private static JsonObject Row(string id, string name, string kind, double value, double low, double high, bool pass, int n, string source) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["kind"] = kind,
        ["value"] = Reports.Finite(value),
        ["low"] = Reports.Finite(low),
        ["high"] = Reports.Finite(high),
        ["pass"] = pass,
        ["n"] = n,
        ["source"] = source,
    };
}
