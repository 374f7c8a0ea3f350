namespace ClusterSim.Experiments.Matching;

/// <summary>What was observed of an output.</summary>
/// <param name="Value">The observation.</param>
/// <param name="ObservationError">Its standard deviation.</param>
/// <param name="Discrepancy">Standard deviation of what the simulator misses even at its best inputs.</param>
public sealed record MatchTarget(string Output, double Value, double ObservationError, double Discrepancy)
{
    /// <summary>Lower end of a band within which every value is as good as the observation; the observation itself if left out.</summary>
    public double Low { get; init; } = Value;

    /// <summary>Upper end of the band.</summary>
    public double High { get; init; } = Value;
}

/// <summary>One target of a wave with the emulator of its output.</summary>
public sealed record MatchedOutput(MatchTarget Target, Emulator Emulator)
{
    /// <summary>Distance between observation and emulator, in standard deviations of all that is uncertain.</summary>
    public double Implausibility(double[] point)
    {
        (double mean, double variance) = Emulator.At(point);
        return Math.Max(0, Math.Max(Target.Low - mean, mean - Target.High)) / Math.Sqrt(variance + Target.ObservationError * Target.ObservationError + Target.Discrepancy * Target.Discrepancy);
    }
}

/// <summary>One round of runs and what it rules out.</summary>
/// <param name="Outputs">All targets; only emulators that passed their check rule points out.</param>
/// <param name="Forgiven">How many of the worst outputs a point is forgiven: 0 = the largest implausibility counts, 1 = the second largest.</param>
public sealed record Wave(IReadOnlyList<MatchedOutput> Outputs, int Forgiven)
{
    private readonly MatchedOutput[] _sound = [.. Outputs.Where(output => output.Emulator.Check.Holds)];

    /// <summary>Whether any emulator passed its check.</summary>
    public bool CanRuleOut => _sound.Length > Forgiven;

    /// <summary>Implausibility of a point of the unit cube; 0 where no emulator may judge.</summary>
    public double Implausibility(double[] point) =>
        CanRuleOut ? _sound.Select(output => output.Implausibility(point)).OrderDescending().ElementAt(Forgiven) : 0;

    /// <summary>Fits the emulators.</summary>
    /// <param name="points">In the unit cube.</param>
    /// <param name="outputs">One array for each target, row-aligned with the points.</param>
    public static Wave Fit(IReadOnlyList<MatchTarget> targets, double[][] points, IReadOnlyList<double[]> outputs, int forgiven = 0) =>
        new([.. targets.Select((target, i) => new MatchedOutput(target, Emulator.Fit(points, outputs[i])))], forgiven);
}
