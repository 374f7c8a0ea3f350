using System.Diagnostics;
using System.Globalization;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Scenarios;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ClusterSim.Browser.Tests.Studio;

/// <summary>How many times longer than natively a history takes in one of the browser's workers, told for tools/bench.</summary>
public sealed class SpeedTests
{
    private const string Classroom = "scenarios/starter/classroom.yaml";

    /// <summary>Times one history after another in a worker of the page's own kind, first some that do not count.</summary>
    private const string InWorker = """
        async ([file, from, count, warm]) => {
          window.bench ??= await new Promise(ready => {
            const worker = new Worker('worker.js', { type: 'module' });
            worker.onmessage = () => ready(worker);
          });
          const once = replication => new Promise((done, failed) => {
            const begun = performance.now();
            window.bench.onmessage = ({ data }) => { if (data.done) data.error ? failed(data.error) : done(performance.now() - begun); };
            window.bench.postMessage({ job: 1, item: 0, request: JSON.stringify({ kind: 'watch', file, files: {}, seed: 1, replication }) });
          });
          const times = [];
          for (let i = 0; i < warm; i++) await once(1000 + i);
          for (let i = 0; i < count; i++) times.push(await once(from + i));
          return times;
        }
        """;

    [Test, Explicit("tools/bench runs it")]
    public async Task History_InAWorkerAndNatively_IsTimed()
    {
        IPage page = await Chromium.Open();
        await page.GotoAsync(StudioHost.Address);
        await page.Locator("#run-history").WaitForAsync(new() { Timeout = 120_000 });
        Study study = Native();
        var runner = new PairRunner(study);
        for (int warm = 0; warm < 30; warm++) runner.Run(1000 + warm);
        await page.EvaluateAsync<double[]>(InWorker, new object[] { Classroom, 0, 0, 4 });
        // The same history again and again, alternately; of each round the quickest counts, which what else the machine
        // does has touched least.
        const int Rounds = 5, Times = 5;
        var ratios = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            double native = double.MaxValue, browser = double.MaxValue;
            for (int time = 0; time < Times; time++)
            {
                for (int repeat = 0; repeat < 4; repeat++)
                {
                    long begun = Stopwatch.GetTimestamp();
                    runner.Run(round);
                    native = Math.Min(native, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
                browser = Math.Min(browser, (await page.EvaluateAsync<double[]>(InWorker, new object[] { Classroom, round, 1, 0 }))[0]);
            }
            ratios.Add(browser / native);
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"browser-history round={round} browser={browser:F1} native={native:F2} ratio={browser / native:F2}"));
        }
        ratios.Sort();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"browser-history median={ratios[ratios.Count / 2]:F2}"));
        await page.Context.CloseAsync();
    }

    private static Study Native()
    {
        var files = new MemoryFiles(new Dictionary<string, string> { [Classroom] = File.ReadAllText(Path.Combine(StudioHost.Root, Classroom)) });
        return Studies.Of(new ScenarioLoader(files).LoadScenario(Classroom)) with { Measures = ["jobs", "firms"] };
    }
}
