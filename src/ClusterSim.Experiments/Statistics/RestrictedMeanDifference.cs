namespace ClusterSim.Experiments.Statistics;

/// <summary>How much sooner an event comes in the arm than in its twins: the difference of restricted means, arm less twin;
/// negative is sooner.</summary>
/// <param name="Twin">Mean time before the event within the limit.</param>
/// <param name="Arm">The same of the arm.</param>
/// <param name="Interval">95 % of the difference.</param>
public sealed record RestrictedMeanDifference(double Twin, double Arm, Interval Interval)
{
    public double Value => Arm - Twin;

    /// <summary>Compares; resampled units keep arm and twin together. The interval is BCa, its acceleration by the jackknife.</summary>
    /// <param name="twin">Times and causes, one a replication.</param>
    /// <param name="arm">Row-aligned.</param>
    /// <param name="cause">1, 2, ...</param>
    /// <param name="until">The limit, in the unit of the times.</param>
    /// <param name="resamples">Of the units.</param>
    /// <param name="units">What is resampled; replications if left out.</param>
    /// <exception cref="ArgumentException">The lengths differ, or observation ended before the limit.</exception>
    public static RestrictedMeanDifference Of(
        CompetingRisks twin, CompetingRisks arm, int cause, double until, Resamples resamples, SamplingUnits? units = null)
    {
        units ??= SamplingUnits.Replications(twin.Count);
        if (arm.Count != twin.Count || units.Rows != twin.Count || resamples.Units != units.Count)
            throw new ArgumentException($"{twin.Count} twins, {arm.Count} treated, {units.Count} units of {units.Rows}, resamples of {resamples.Units}");
        double ofTwin = twin.RestrictedMean(cause, until), ofArm = arm.RestrictedMean(cause, until), difference = ofArm - ofTwin;
        if (units.Count < 3) return new RestrictedMeanDifference(ofTwin, ofArm, MeanInterval.Everything);
        var taken = new int[units.Count];
        var weights = new int[units.Rows];
        var resampled = new double[resamples.Count];
        for (int i = 0; i < resampled.Length; i++)
        {
            Array.Clear(taken);
            foreach (int unit in resamples[i]) taken[unit]++;
            resampled[i] = Weighted();
        }
        var influences = new double[units.Count];
        Array.Fill(taken, 1);
        for (int left = 0; left < influences.Length; left++)
        {
            taken[left] = 0;
            influences[left] = difference - Weighted();
            taken[left] = 1;
        }
        return new RestrictedMeanDifference(ofTwin, ofArm, Bootstrap.BiasCorrected(difference, resampled, influences));

        double Weighted()
        {
            for (int row = 0; row < weights.Length; row++) weights[row] = taken[units[row]];
            return arm.RestrictedMean(cause, until, weights) - twin.RestrictedMean(cause, until, weights);
        }
    }
}
