namespace ClusterSim.Experiments.Statistics;

/// <summary>An event that happens or not in arm and twin, such as take-off: the risk difference of paired proportions.
/// Units are replications; with several worlds take the <see cref="PairedDifference"/> of zeros and ones, by worlds.</summary>
/// <param name="Both">Pairs with the event on both sides.</param>
/// <param name="OnlyArm">Pairs with the event in the arm alone.</param>
/// <param name="OnlyTwin">Pairs with the event in the twin alone.</param>
/// <param name="Neither">Pairs without.</param>
public sealed record PairedShares(int Both, int OnlyArm, int OnlyTwin, int Neither)
{
    /// <summary>Counts.</summary>
    /// <param name="twin">Whether it happened, one a replication.</param>
    /// <param name="arm">Row-aligned.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static PairedShares Of(bool[] twin, bool[] arm)
    {
        if (arm.Length != twin.Length) throw new ArgumentException($"{twin.Length} twins, {arm.Length} treated");
        int Count(bool inTwin, bool inArm) => Enumerable.Range(0, twin.Length).Count(i => twin[i] == inTwin && arm[i] == inArm);
        return new PairedShares(Count(true, true), Count(false, true), Count(true, false), Count(false, false));
    }

    public int Pairs => Both + OnlyArm + OnlyTwin + Neither;

    /// <summary>Share of the arm less share of the twin, from discordant pairs; NaN without pairs.</summary>
    public double RiskDifference => (OnlyArm - OnlyTwin) / (double)Pairs;

    /// <summary>Exact two-sided p-value (McNemar 1947).</summary>
    public double PValue => Proportions.McNemar(OnlyArm, OnlyTwin);

    /// <summary>95 % interval of the difference: Wilson intervals of both shares, joined with their correlation (Newcombe
    /// 1998, Statistics in Medicine 17:2635, method 10); -1..1 without pairs.</summary>
    public Interval Interval
    {
        get
        {
            if (Pairs == 0) return new Interval(-1, 1);
            double n = Pairs, arm = (Both + OnlyArm) / n, twin = (Both + OnlyTwin) / n;
            Interval ofArm = Proportions.Wilson(Both + OnlyArm, Pairs), ofTwin = Proportions.Wilson(Both + OnlyTwin, Pairs);
            return new Interval(
                Math.Max(-1, RiskDifference - Joined(arm - ofArm.Low, ofTwin.High - twin)),
                Math.Min(1, RiskDifference + Joined(ofArm.High - arm, twin - ofTwin.Low)));
        }
    }

    private double Joined(double one, double other) => Math.Sqrt(Math.Max(0, one * one - 2 * Phi * one * other + other * other));

    /// <summary>Of the two events, with a continuity correction where it is positive; 0 where a margin is empty.</summary>
    private double Phi
    {
        get
        {
            double margins = (double)(Both + OnlyArm) * (OnlyTwin + Neither) * (Both + OnlyTwin) * (OnlyArm + Neither);
            double cross = (double)Both * Neither - (double)OnlyArm * OnlyTwin;
            return margins <= 0 ? 0 : (cross > 0 ? Math.Max(0, cross - Pairs / 2.0) : cross) / Math.Sqrt(margins);
        }
    }
}
