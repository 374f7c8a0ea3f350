using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using ClusterSim.Model;

namespace ClusterSim.Tests.Packages;

/// <summary>The program that the README of the library shows, so that it compiles.</summary>
internal static class LibraryExample
{
    /// <summary>What it prints.</summary>
    public static string Output()
    {
        using var output = new StringWriter();
        TextWriter console = Console.Out;
        Console.SetOut(output);
        try
        {
            Compare();
        }
        finally
        {
            Console.SetOut(console);
        }
        return output.ToString();
    }

    private static void Compare()
    {
        // README: body
        // A country of two towns, and an arm that trains people once a cluster grows.
        var files = new MemoryFiles(new Dictionary<string, string>
        {
            ["towns.yaml"] = """
                scenario: towns
                years: 30
                country: {regions: 2, population: 20k, reference-share: 5%}
                activities:
                  - {name: shoes, peak-demand: 1500, midpoint: 120mo, time-scale: 40mo}
                """,
            ["training.yaml"] = """
                experiment: training
                scenario: towns.yaml
                replications: 8
                measure: {primary: jobs}
                horizons: [5y]
                arms:
                  training: {instrument: skills-training, start: {stage: embryonic}, budget: 500k, duration: 5y}
                """,
        });
        var loader = new ScenarioLoader(files);

        // One history, month by month.
        var history = new History(loader.LoadScenario("towns.yaml").Configuration);
        history.Begin(seed: 1, replication: 0);
        history.RunTo(120); // months
        Console.WriteLine($"{history.World.LivingCount} firms after ten years, digest {history.Digest()}");

        // Many histories, each with and without the policy under the same luck.
        Study study = Studies.Of(loader.LoadExperiment("training.yaml"));
        var ledger = new Ledger(study);
        new SequentialExecutor().Run(study, ledger.Take, _ => { }, CancellationToken.None);
        foreach (ComparisonRow row in ComparisonTable.Of(ledger))
            Console.WriteLine($"{row.Arm}, {row.Metric}, {row.Region}, {row.Clock} {row.Horizon}: {row.Difference:0.0} ({row.Low:0.0} to {row.High:0.0}), {row.Verdict}");
        // README: body end
    }
}
