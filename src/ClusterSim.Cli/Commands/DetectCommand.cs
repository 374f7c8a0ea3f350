using System.CommandLine;
using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Detection;
using ClusterSim.Model.State;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Cli.Commands;

/// <summary><c>detect</c>: stages and early warning on real data, and how well the warning would have done.</summary>
internal static class DetectCommand
{
    private const int UsualTop = 20, UsualResamples = 1_000;

    public static Command Create()
    {
        var options = new DetectOptions();
        var command = new ExplainedCommand("detect", "Tells the stages of real clusters and which may become some, from a table of establishments by region, industry and year",
            "clustersim detect counties.csv                                                 stages now, and the cells to watch",
            "clustersim detect cbp.csv.gz --columns region=state_name,industry=naics        columns of other names",
            "clustersim detect cbp.csv.gz --features-to 2006 --events-by 2016 -o found      also: how good was the score?");
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            bool quiet = parsed.GetValue(options.Run.Quiet), plain = parsed.GetValue(options.Run.NoColor);
            string path = parsed.GetValue(options.Data)!;
            DetectFolder? folder = parsed.GetValue(options.Output) is string output ? new DetectFolder(output, parsed.GetValue(options.Force)) : null;
            WarningFile coefficients = Coefficients(parsed.GetValue(options.Coefficients));
            RealPanel real = PanelMaker.Of(PanelFile.Read(path, parsed.GetValue(options.Columns) ?? [], quiet, plain), parsed.GetValue(options.Size));
            (int Features, int Events)? test = Test(real.Panel, parsed.GetValue(options.FeaturesTo), parsed.GetValue(options.EventsBy));
            PanelStages stages;
            using (var progress = new Progress("stages", real.Panel.Cells, quiet, plain)) stages = new PanelStages(real, new StageThresholds(), progress.Report);
            int top = parsed.GetValue(options.Top) ?? UsualTop;
            var found = new FoundCells(path, real, stages, coefficients, top, parsed.GetValue(options.By) == "lq");
            if (test is (int features, int events))
            {
                int resampled = parsed.GetValue(options.Resamples) ?? UsualResamples;
                using var progress = new Progress("test", 2 * resampled, quiet, plain);
                found.Judge(features, events, parsed.GetValue(options.Run.Seed) ?? 1, resampled, done =>
                {
                    Interruption.Token.ThrowIfCancellationRequested();
                    progress.Report(done);
                });
            }
            folder?.Write(found);
            if (parsed.GetValue(options.Json)) Console.Out.WriteLine(DetectJson.Of(found).ToJsonString(Reports.Indented));
            else Console.Out.Write(DetectText.Of(found, folder?.Path));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static WarningFile Coefficients(string? path) => path is null ? WarningFile.Shipped
        : File.Exists(path) ? WarningFile.Read(path, File.ReadAllText(path)) : throw new CommandException(ExitCodes.ScenarioInvalid, $"there is no file {path}");

    /// <summary>Dates of the test; null where the panel is too short and nobody asked for one.</summary>
    private static (int Features, int Events)? Test(CellPanel panel, int? featuresTo, int? eventsBy)
    {
        int first = panel.FirstYear, last = first + panel.Dates - 1, features = featuresTo ?? first + CellFeatures.Memory, events = eventsBy ?? Math.Min(features + LastingGrowth.Within, last - LastingGrowth.Held + 1);
        if (featuresTo is null && eventsBy is null && panel.Dates < PanelTest.Years) return null;
        if (features < first + CellFeatures.Memory || features > last) throw new CommandException(ExitCodes.Usage, $"--features-to {features}: the data run from {first} to {last}, and {CellFeatures.Memory} years must lie before it");
        if (events <= features || events > last) throw new CommandException(ExitCodes.Usage, $"--events-by {events}: the events lie after {features}, and the data end with {last}");
        if (events + LastingGrowth.Held - 1 > last) throw new CommandException(ExitCodes.Usage, $"--events-by {events}: growth must hold {LastingGrowth.Held} years, and the data end with {last}; {last - LastingGrowth.Held + 1} is the latest");
        return (features - first, events - first);
    }
}
