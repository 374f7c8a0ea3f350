namespace ClusterSim.Experiments.Discovery;

/// <summary>Which box of a trade-off curve is reported. Without a wish: the one nearest to full coverage and full density. With a
/// least coverage: the densest that has it. With a least density: the one that covers most. With both: the nearest of those that have both.</summary>
/// <param name="Coverage">Least share of the cases inside; null = any.</param>
/// <param name="Density">Least share of the rows inside that are cases; null = any.</param>
public sealed record BoxChoice(double? Coverage = null, double? Density = null)
{
    /// <summary>The box, and whether it keeps the rule; the nearest one if none does.</summary>
    /// <param name="trajectory">At least one box; the first is the whole.</param>
    public (TrajectoryBox Box, bool Kept) Of(IReadOnlyList<TrajectoryBox> trajectory)
    {
        int cases = Math.Max(1, trajectory[0].Cases);
        TrajectoryBox[] kept = [.. trajectory.Where(box => Covered(box) >= (Coverage ?? 0) && box.Density >= (Density ?? 0))];
        return (Best(kept.Length > 0 ? kept : trajectory), kept.Length > 0);

        double Covered(TrajectoryBox box) => box.Cases / (double)cases;

        // MinBy keeps the first of equals: the earlier box has fewer limits.
        TrajectoryBox Best(IReadOnlyList<TrajectoryBox> boxes) => (Coverage, Density, kept.Length) switch
        {
            (not null, null, > 0) => boxes.OrderByDescending(box => box.Density).ThenByDescending(box => box.Cases).First(),
            (null, not null, > 0) => boxes.OrderByDescending(box => box.Cases).ThenByDescending(box => box.Density).First(),
            _ => boxes.MinBy(box => (1 - Covered(box)) * (1 - Covered(box)) + (1 - box.Density) * (1 - box.Density))!,
        };
    }

    /// <summary>The rule in words.</summary>
    public string Words => (Coverage, Density) switch
    {
        (null, null) => "the box nearest to full coverage and full density",
        (double coverage, null) => $"the densest box that covers at least {coverage * 100:0.#} % of the cases",
        (null, double density) => $"the box that covers most, of those with a density of at least {density * 100:0.#} %",
        (double coverage, double density) => $"the nearest box to full coverage and density, of those that cover at least {coverage * 100:0.#} % with a density of at least {density * 100:0.#} %",
    };
}
