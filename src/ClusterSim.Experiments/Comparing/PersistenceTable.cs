using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>persistence.csv: what is left of the uplift in the years after the policy's end, in all pairs; those in which it never started
/// count with zero. It goes as far as every pair is followed.</summary>
internal static class PersistenceTable
{
    public const string Name = "persistence.csv";

    public const string Header = "scenario_id,region,years,n,uplift_mean,ci_low,ci_high,share_left,share_low,share_high,half_life,half_life_low,half_life_high,other_stage,other_stage_low,other_stage_high\n";

    private const int Quarter = 3, QuartersAYear = 4;

    public static IEnumerable<string> Lines(Inference inference)
    {
        foreach (ArmUplift arm in inference.Acting)
        {
            int years = YearsKnown(arm, ArmPaths.Years(inference.Study));
            if (years < 0) continue;
            int[] ended = [.. arm.Fired.Select((_, pair) => EndYear(arm, pair))];
            foreach ((Scope scope, string place) in Inference.Places)
            {
                double[][] uplift = UpliftPersistence.SinceTheEnd(arm.Paths(scope), ended, years);
                var persistence = new UpliftPersistence(inference.Units.Means(uplift), inference.Resamples);
                HalfLife? half = persistence.Half();
                Hysteresis? stages = scope == Scope.Target && years >= Hysteresis.Years ? Stages(arm) : null;
                for (int year = 0; year <= years; year++)
                {
                    (double mean, Interval interval) = inference.Mean([.. uplift.Select(path => path[year])]);
                    RatioOfMeans left = persistence.ShareLeft(year);
                    yield return new Csv().Add(arm.Name).Add(place).Add(year).Add(uplift.Length)
                        .Add(inference.Factor * mean).Add(inference.Factor * interval.Low).Add(inference.Factor * interval.High)
                        .Add(left.Value).Add(left.Interval.Low).Add(left.Interval.High).Add(half?.Years).Add(half?.Low).Add(half?.High)
                        .Add(stages?.Share).Add(stages?.Interval.Low).Add(stages?.Interval.High).EndRow().ToString();
                }
            }
        }
    }

    /// <summary>Years after the end to which every pair that started is followed; below 0 where one is not followed to its end.</summary>
    private static int YearsKnown(ArmUplift arm, int followed)
    {
        int[] fired = [.. Enumerable.Range(0, arm.Fired.Length).Where(pair => arm.StartedAt[pair] >= 0)];
        return fired.Length == 0 || fired.Any(pair => arm.EndedAt[pair] < 0) ? -1 : followed - fired.Max(pair => EndYear(arm, pair));
    }

    /// <summary>The first year since the start in which the policy was over; below 0 = it never started.</summary>
    private static int EndYear(ArmUplift arm, int pair) => arm.StartedAt[pair] < 0 ? -1 : (arm.EndedAt[pair] - arm.StartedAt[pair] + 11) / 12;

    private static Hysteresis Stages(ArmUplift arm)
    {
        int[] Side(bool treated) => [.. arm.Fired.Select((_, pair) => arm.StartedAt[pair] < 0 ? 0 : (int)arm.Stage(pair, EndQuarter(arm, pair) + Hysteresis.Years * QuartersAYear, treated))];
        return Hysteresis.Of(Side(false), Side(true), arm.Fired);
    }

    private static int EndQuarter(ArmUplift arm, int pair) => (arm.EndedAt[pair] - arm.StartedAt[pair]) / Quarter;
}
