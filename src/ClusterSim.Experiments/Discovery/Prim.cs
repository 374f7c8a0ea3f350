namespace ClusterSim.Experiments.Discovery;

/// <summary>Settings of the patient rule induction method.</summary>
/// <param name="Alpha">Thickness of a slice, as a share of the rows in the box.</param>
/// <param name="Mass">A box never holds a smaller share of all rows.</param>
/// <param name="Boxes">How many boxes to look for, each among the rows that those before it left.</param>
/// <param name="Resamples">Random halves of the rows in which the search is repeated; 0 = none.</param>
public sealed record PrimSettings(double Alpha = 0.05, double Mass = 0.05, int Boxes = 1, int Resamples = 100, ulong Seed = 1)
{
    public BoxChoice Choice { get; init; } = new();
}

/// <summary>A point of the trade-off curve.</summary>
/// <param name="Box">Number of the box that was sought, from 1.</param>
/// <param name="Coverage">Share of all cases inside.</param>
/// <param name="Density">Share of the rows inside that are cases.</param>
/// <param name="Mass">Share of all rows inside.</param>
/// <param name="Restricted">Factors with a limit.</param>
public sealed record TradeOff(int Box, double Coverage, double Density, double Mass, int Restricted);

/// <summary>A limit of a box that was found, and whether it can be trusted.</summary>
/// <param name="PValue">Quasi-p-value: small = the limit does something.</param>
/// <param name="Reproducibility">Share of random halves in which the factor is limited as well; null = not tried.</param>
public sealed record FoundLimit(FactorColumn Factor, FactorLimit Limit, double PValue, double? Reproducibility)
{
    /// <summary>Whether the limit may be luck.</summary>
    public bool IsDoubtful => PValue > 0.05 || Reproducibility < 0.5;

    /// <summary>The words allowed; null of a number.</summary>
    public IReadOnlyList<string>? Words => Limit.Words is null ? null : [.. Limit.Words.Select(word => Factor.Words![word])];
}

/// <summary>A box that was found.</summary>
/// <param name="Peeled">The point of the trade-off curve that was chosen, before the box grew again by pasting.</param>
/// <param name="Reproducibility">Share of random halves in which each factor is limited, in the order of the table; null = not tried.</param>
public sealed record FoundBox(TrajectoryBox Inside, TradeOff Measures, TradeOff Peeled, IReadOnlyList<FoundLimit> Limits, IReadOnlyList<double>? Reproducibility)
{
    /// <summary>The box without the limits that may be luck, measured on all rows.</summary>
    public FoundBox Sound(CaseTable table)
    {
        FoundLimit[] kept = [.. Limits.Where(limit => !limit.IsDoubtful)];
        PrimBox box = PrimBox.Whole(table.Factors.Count);
        foreach (FoundLimit limit in kept) box = box.With(table.Factors.ToList().IndexOf(limit.Factor), limit.Limit);
        TrajectoryBox inside = TrajectoryBox.Of(table, box, [.. Enumerable.Range(0, table.Rows)]);
        var measures = new TradeOff(Measures.Box, inside.Cases / (double)table.CaseCount, inside.Density, inside.Rows / (double)table.Rows, kept.Length);
        return this with { Inside = inside, Measures = measures, Limits = kept };
    }
}

/// <summary>What was found.</summary>
/// <param name="TradeOffs">The whole trajectory of every box.</param>
/// <param name="Notes">What the reader must know, a sentence each.</param>
public sealed record FoundBoxes(CaseTable Table, IReadOnlyList<FoundBox> Boxes, IReadOnlyList<TradeOff> TradeOffs, IReadOnlyList<string> Notes);

/// <summary>Scenario discovery: boxes in the space of factors in which cases of interest gather (Friedman and Fisher 1999; Bryant and
/// Lempert 2010).</summary>
public static class Prim
{
    /// <summary>Rows below which no search is worth its name.</summary>
    public const int FewestRows = 20;

    /// <param name="table">Some rows are cases, and some are not.</param>
    public static FoundBoxes Find(CaseTable table, PrimSettings settings)
    {
        if (table.CaseCount == 0 || table.CaseCount == table.Rows) throw new ArgumentException("no row is a case, or every one is", nameof(table));
        int fewest = Math.Max(1, (int)Math.Ceiling(settings.Mass * table.Rows));
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        var boxes = new List<FoundBox>();
        var curve = new List<TradeOff>();
        var notes = new List<string>();
        for (int number = 1; number <= settings.Boxes; number++)
        {
            IReadOnlyList<TrajectoryBox> trajectory = new Peeling(table, settings.Alpha, fewest).Run(rows);
            (TrajectoryBox chosen, bool kept) = settings.Choice.Of(trajectory);
            TrajectoryBox box = new Pasting(table, settings.Alpha, rows).Run(chosen);
            if (box.Density <= table.CaseCount / (double)table.Rows || !box.Box.Restricted.Any())
            {
                notes.Add(number == 1 ? "no box is denser than the whole" : $"box {number}: none of the boxes in the rows left is denser than the whole");
                if (number > 1) break;
            }
            if (!kept) notes.Add($"box {number}: none is {settings.Choice.Words}; the nearest to full coverage and density stands here");
            curve.AddRange(trajectory.Select(each => Measure(table, number, each)));
            boxes.Add(Judge(table, Measure(table, number, box), Measure(table, number, chosen), box, rows, settings));
            rows = Array.FindAll(rows, row => !box.Box.Holds(table, row));
            if (number < settings.Boxes && (rows.Length < fewest || !rows.Any(row => table.Cases[row])))
            {
                notes.Add($"after box {number} no case is left, or too few rows to look for another box");
                break;
            }
        }
        Doubts(boxes, notes);
        return new FoundBoxes(table, boxes, curve, notes);
    }

    private static TradeOff Measure(CaseTable table, int number, TrajectoryBox box) =>
        new(number, box.Cases / (double)table.CaseCount, box.Density, box.Rows / (double)table.Rows, box.Box.Restricted.Count());

    private static FoundBox Judge(CaseTable table, TradeOff measures, TradeOff peeled, TrajectoryBox box, int[] rows, PrimSettings settings)
    {
        double left = rows.Count(row => table.Cases[row]);
        int half = Math.Max(1, (int)Math.Ceiling(settings.Mass * table.Rows / 2));
        double[]? again = settings.Resamples == 0 ? null
            : Robustness.Reproducibility(table, new Peeling(table, settings.Alpha, half).Run, box.Cases / left, rows, settings.Resamples, settings.Seed);
        return new FoundBox(box, measures, peeled,
            [.. box.Box.Restricted.Select(factor => new FoundLimit(table.Factors[factor], box.Box[factor], Robustness.QuasiP(table, box, factor, rows), again?[factor]))], again);
    }

    private static void Doubts(List<FoundBox> boxes, List<string> notes)
    {
        foreach (FoundBox box in boxes)
            foreach (FoundLimit limit in box.Limits.Where(limit => limit.IsDoubtful))
                notes.Add($"box {box.Measures.Box}: the limit of {limit.Factor.Name} may be luck (quasi-p {limit.PValue:0.###}"
                    + (limit.Reproducibility is double share ? $", limited in {share * 100:0} % of random halves)" : ")"));
    }
}
