namespace ClusterSim.Experiments.Statistics;

/// <summary>Whether a policy that is long over has left the cluster in another stage than it would be in.</summary>
/// <param name="Elsewhere">Pairs that fired and whose twins are in another stage.</param>
/// <param name="Fired">Pairs in which the policy ran.</param>
public sealed record Hysteresis(int Elsewhere, int Fired)
{
    /// <summary>Years after the policy's end at which it is asked.</summary>
    public const int Years = 20;

    /// <summary>Counts.</summary>
    /// <param name="twin">Stage of the twin so many years after the policy's end; one a replication.</param>
    /// <param name="arm">Stage of the treated history at the same date.</param>
    /// <param name="fired">Whether the policy ran; others are left out, since they agree by construction.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Hysteresis Of(int[] twin, int[] arm, bool[] fired)
    {
        if (arm.Length != twin.Length || fired.Length != twin.Length) throw new ArgumentException($"{twin.Length} twins, {arm.Length} treated, {fired.Length} starts");
        return new Hysteresis(Enumerable.Range(0, twin.Length).Count(i => fired[i] && twin[i] != arm[i]), fired.Count(yes => yes));
    }

    /// <summary>NaN where none fired.</summary>
    public double Share => Elsewhere / (double)Fired;

    /// <summary>95 %, Wilson.</summary>
    public Interval Interval => Proportions.Wilson(Elsewhere, Fired);
}
