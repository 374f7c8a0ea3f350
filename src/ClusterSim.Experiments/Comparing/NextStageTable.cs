using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model.State.LifeCycle;

namespace ClusterSim.Experiments.Comparing;

/// <summary>next_stage.csv and next_stage_summary.csv: from the stage in which the arm started to the next one, with collapse competing,
/// in the pairs in which it started, with it and without.</summary>
internal static class NextStageTable
{
    public const string Name = "next_stage.csv", SummaryName = "next_stage_summary.csv";

    public const string Header = "scenario_id,year,side,next,next_low,next_high,collapse,collapse_low,collapse_high,at_risk\n";

    public const string SummaryHeader = "scenario_id,years,n,rmst_without,rmst_with,difference,ci_low,ci_high\n";

    private const int QuartersAYear = 4;

    private static readonly (string Name, bool Treated)[] Sides = [("without", false), ("with", true)];

    public static IEnumerable<string> Lines(Inference inference)
    {
        int years = ArmPaths.Years(inference.Study);
        foreach (ArmUplift arm in inference.Acting.Where(arm => years > 0 && arm.FiredCount > 0))
            foreach ((string side, bool treated) in Sides)
            {
                (double[] times, int[] causes) = Times(arm, years, treated);
                var risks = new CompetingRisks(times, causes);
                IReadOnlyList<IncidenceStep> next = risks.Incidence(LifeCourse.Next), collapse = risks.Incidence(LifeCourse.Collapse);
                for (int year = 0; year <= years; year++)
                {
                    IncidenceStep reached = At(next, year), collapsed = At(collapse, year);
                    yield return new Csv().Add(arm.Name).Add(year).Add(side).Add(reached.Incidence).Add(reached.Interval.Low).Add(reached.Interval.High)
                        .Add(collapsed.Incidence).Add(collapsed.Interval.Low).Add(collapsed.Interval.High).Add(times.Count(time => time >= year)).EndRow().ToString();
                }
            }
    }

    public static IEnumerable<string> SummaryLines(Inference inference)
    {
        int years = ArmPaths.Years(inference.Study);
        foreach (ArmUplift arm in inference.Acting.Where(arm => years > 0 && arm.FiredCount > 0))
        {
            int[] fired = Fired(arm);
            SamplingUnits units = inference.Units.AreWorlds ? SamplingUnits.Worlds([.. fired.Select(inference.Ledger.World)]) : SamplingUnits.Replications(fired.Length);
            var resamples = new Resamples(inference.Study.Seed, $"next stage {arm.Name}", units.Count);
            RestrictedMeanDifference mean = RestrictedMeanDifference.Of(Risks(arm, years, false), Risks(arm, years, true), LifeCourse.Next, years, resamples, units);
            yield return new Csv().Add(arm.Name).Add(years).Add(fired.Length).Add(mean.Twin).Add(mean.Arm).Add(mean.Value).Add(mean.Interval.Low).Add(mean.Interval.High).EndRow().ToString();
        }
    }

    private static int[] Fired(ArmUplift arm) => [.. Enumerable.Range(0, arm.Fired.Length).Where(pair => arm.StartedAt[pair] >= 0)];

    private static CompetingRisks Risks(ArmUplift arm, int years, bool treated)
    {
        (double[] times, int[] causes) = Times(arm, years, treated);
        return new CompetingRisks(times, causes);
    }

    /// <summary>Years from the start to the first event; those without are seen to the end.</summary>
    private static (double[] Times, int[] Which) Times(ArmUplift arm, int years, bool treated)
    {
        int[] fired = Fired(arm), causes = new int[fired.Length];
        double[] times = new double[fired.Length];
        for (int i = 0; i < fired.Length; i++)
        {
            int quarter = 0;
            while (causes[i] == CompetingRisks.Censored && quarter < years * QuartersAYear)
                causes[i] = LifeCourse.Event((Stage)arm.Stage(fired[i], 0, false), (Stage)arm.Stage(fired[i], ++quarter, treated));
            times[i] = quarter / (double)QuartersAYear;
        }
        return (times, causes);
    }

    private static IncidenceStep At(IReadOnlyList<IncidenceStep> steps, int year) => steps.LastOrDefault(step => step.Time <= year);
}
