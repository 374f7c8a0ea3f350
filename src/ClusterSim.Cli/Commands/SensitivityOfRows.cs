using ClusterSim.Cli.Results;
using ClusterSim.Cli.Terminal;
using ClusterSim.Experiments.Sensitivity;

namespace ClusterSim.Cli.Commands;

/// <summary><c>sensitivity --data</c>: rows of any model.</summary>
internal static class SensitivityOfRows
{
    private const int FewestResamples = 100, MostResamples = 100_000, MostSlices = 1_000;

    /// <param name="file">CSV; - = standard input.</param>
    /// <param name="name">Of a method that there is; null = none was given.</param>
    /// <exception cref="CommandException">Something is missing, or the rows do not fit the method.</exception>
    public static int Analyse(string file, string? name, string? output, string[] bounds, string[] groups, int? slices, int? resamples, ulong seed, bool json)
    {
        if (name is null) throw Wrong($"--method is wanted: {string.Join(", ", SensitivityMethod.All.Select(each => each.Name))}");
        if (output is null) throw Wrong("--output is wanted: the column that holds the model's output");
        SensitivityMethod method = SensitivityMethod.All.First(each => each.Name == name);
        if (groups.Length > 0 && !method.TakesGroups) throw Wrong($"--group does not go with {name}: sobol and morris can judge factors together");
        if (slices is not null && name != Pawn.Name) throw Wrong($"--slices does not go with {name}: pawn has slices");
        if (slices is < 2 or > MostSlices) throw Wrong($"--slices {slices}: 2 to {MostSlices} are allowed");
        if (resamples is < FewestResamples or > MostResamples) throw Wrong($"--resamples {resamples}: {FewestResamples} to {MostResamples} are allowed");
        SampleFile read = SampleFile.Read(file, output, FactorText.Read("--bounds", bounds));
        var sample = new SensitivitySample(read.Factors, FactorText.Groups(groups, read.Factors), read.Places, read.Outputs, [.. read.Lines]);
        try
        {
            SensitivityResult result = method.Analyse(sample, new SensitivityOptions(seed, resamples ?? 1_000, slices ?? 10));
            result = result with { Notes = [.. read.Notes, .. result.Notes] };
            if (json) Console.Out.WriteLine(SensitivityText.Json(result, output, sample.Rows).ToJsonString(Reports.Indented));
            else Console.Out.Write(SensitivityText.Of(result, output, sample.Rows));
            return ExitCodes.Ok;
        }
        catch (UnfitSampleException unfit)
        {
            throw new CommandException(ExitCodes.ScenarioInvalid, $"{(file == "-" ? "standard input" : file)} does not fit --method {name}: {unfit.Message}");
        }
    }

    private static CommandException Wrong(string message) => new(ExitCodes.Usage, message);
}
