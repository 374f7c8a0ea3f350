using System.Globalization;

namespace ClusterSim.Studio.Page;

/// <summary>The policy that the reader has chosen, and the experiment file that tests it.</summary>
/// <param name="Instrument">Name of an instrument of the model.</param>
/// <param name="Stage">The stage at which it starts.</param>
/// <param name="Budget">As files write it, such as 500k.</param>
public sealed record PolicyChoice(string Instrument, string Stage, string Budget)
{
    public const string File = "studio.yaml";

    public static IReadOnlyList<string> Stages { get; } = ["embryonic", "growth", "maturity", "decline"];

    public static IReadOnlyList<string> Budgets { get; } = ["250k", "500k", "1m", "2m", "5m"];

    /// <summary>The experiment as a file that the command line runs too.</summary>
    public string Experiment(string scenario, int years) => string.Create(CultureInfo.InvariantCulture, $$"""
        experiment: studio
        title: {{Instrument}} from the {{Stage}} stage
        scenario: {{scenario}}
        measure: {primary: jobs, also: [firms]}
        horizons: [5y, 15y]
        calendar: [{{years}}y]
        arms:
          {{Instrument}}: {instrument: {{Instrument}}, start: {stage: {{Stage}}}, budget: {{Budget}}, duration: 5y}

        """);
}
