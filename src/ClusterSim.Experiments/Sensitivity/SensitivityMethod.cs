namespace ClusterSim.Experiments.Sensitivity;

/// <summary>A method of sensitivity analysis and what it takes.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="TakesGroups">Whether factors can be judged together.</param>
public sealed record SensitivityMethod(string Name, bool TakesGroups, Func<SensitivitySample, SensitivityOptions, SensitivityResult> Apply)
{
    /// <summary>Every method there is.</summary>
    public static IReadOnlyList<SensitivityMethod> All { get; } =
    [
        new(SobolIndices.Name, true, SobolIndices.Analyse), new(ElementaryEffects.Name, true, ElementaryEffects.Analyse), new(Pawn.Name, false, Pawn.Analyse),
        new(RandomBalance.Name, false, RandomBalance.Analyse), new(ExtendedFast.Name, false, ExtendedFast.Analyse),
    ];

    /// <summary>Applies the method to a sample whose output varies.</summary>
    /// <exception cref="UnfitSampleException">The sample does not fit the method, or its output is constant.</exception>
    public SensitivityResult Analyse(SensitivitySample sample, SensitivityOptions options)
    {
        if (sample.Rows > 0 && sample.Outputs.All(output => output == sample.Outputs[0]))
            throw new UnfitSampleException(FormattableString.Invariant($"the output is {sample.Outputs[0]:R} in all {sample.Rows} rows: what does not vary has no causes to find"));
        return Apply(sample, options);
    }
}
