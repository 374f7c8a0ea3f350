using System.Text.Json;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Studio.Work;

/// <summary>What a worker does, cut into slices short enough to be stopped between: each yields what it has to tell, or
/// nothing. The histories and the comparison are those of the command line.</summary>
internal static class Slices
{
    /// <summary>One history of a scenario, told year by year.</summary>
    public static IEnumerable<string> Watch(WorkerRequest request)
    {
        Scenario scenario = Loader(request).LoadScenario(request.File);
        var runner = new PairRunner(Studies.Of(scenario) with
        {
            Baseline = scenario.Configuration,
            Arms = [],
            Probes = [],
            Measures = ["jobs", "firms"],
            Seed = request.Seed,
        });
        int told = 0;
        foreach (Outcome? outcome in runner.YearByYear(request.Replication))
        {
            while (outcome is null && told < runner.SoFar.Count)
            {
                YearRow[] rows = [.. runner.SoFar.Skip(told).TakeWhile(row => row.Tick == runner.SoFar[told].Tick)];
                told += rows.Length;
                yield return Say(FrameOf(rows));
            }
            if (outcome is null) continue;
            int last = runner.SoFar[^1].Tick;
            yield return Say(FrameOf([.. runner.SoFar.Where(row => row.Tick == last)]) with { Digest = outcome.Baseline.Digest });
        }
    }

    /// <summary>One pair of histories of an experiment.</summary>
    public static IEnumerable<string> Pair(PairRunner runner, WorkerRequest request)
    {
        foreach (Outcome? outcome in runner.YearByYear(request.Replication))
            yield return outcome is null ? "" : JsonSerializer.Serialize(Short(outcome), WireFormat.Default.Outcome);
    }

    /// <summary>The comparison of outcomes.</summary>
    public static IEnumerable<string> Compare(WorkerRequest request)
    {
        var ledger = new Ledger(Study(request) with { Replications = request.Outcomes.Count });
        foreach (string outcome in request.Outcomes) ledger.Take(JsonSerializer.Deserialize(outcome, WireFormat.Default.Outcome)!);
        var rows = new List<ComparisonRow>();
        foreach (ComparisonRow? row in ComparisonTable.CellByCell(ledger))
        {
            if (row is not null) rows.Add(row);
            yield return "";
        }
        yield return JsonSerializer.Serialize(new Weighed(rows, string.Concat(ComparisonFiles.Csv(rows))), WireFormat.Default.Weighed);
    }

    /// <summary>The experiment, as the command line would run it.</summary>
    public static Study Study(WorkerRequest request) => Studies.Of(Loader(request).LoadExperiment(request.File)) with { Seed = request.Seed, Additionality = false };

    private static ScenarioLoader Loader(WorkerRequest request) => new(ShippedScenarios.With(request.Files));

    /// <summary>What the ledger and the page's charts need: of the years, the headline measure of the country.</summary>
    private static Outcome Short(Outcome outcome) => outcome with
    {
        Baseline = outcome.Baseline with { Stages = [] },
        Arms = [.. outcome.Arms.Select(arm => arm with { Summary = arm.Summary with { Stages = [] } })],
        Years = [.. outcome.Years.Where(row => row.Region < 0).Select(row => row with { Values = row.Values[..1] })],
    };

    private static YearFrame FrameOf(YearRow[] rows)
    {
        YearRow[] regions = [.. rows.Where(row => row.Region >= 0)];
        return new YearFrame(rows[0].Tick / 12, [.. regions.Select(row => row.Values[0])], [.. regions.Select(row => row.Values[1])], [.. regions.Select(row => row.Stage)]);
    }

    private static string Say(YearFrame frame) => JsonSerializer.Serialize(frame, WireFormat.Default.YearFrame);
}
