using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>cost_effectiveness.csv: additional job-years, what they cost, and the ratio of the two means.</summary>
internal static class CostTable
{
    public const string Name = "cost_effectiveness.csv";

    public const string Header = "scenario_id,horizon,region,job_years,job_years_low,job_years_high,job_years_discounted,cost,cost_discounted,cost_per_job_year,cost_per_job_year_low,cost_per_job_year_high\n";

    public static IEnumerable<string> Lines(Inference inference)
    {
        Study study = inference.Study;
        double rate = study.Baseline.Country.DiscountRate;
        foreach (ArmUplift arm in inference.Acting.Where(_ => ArmMoney.AreAsked(study)))
        {
            double[] costs = ArmMoney.Costs(arm);
            foreach (int horizon in study.Horizons)
                foreach ((Scope scope, string place) in Inference.Places)
                {
                    double[] years = ArmMoney.Plain(arm, scope, horizon);
                    (double mean, Interval interval) = inference.Mean(years);
                    RatioOfMeans each = inference.Ratio(costs, years);
                    yield return new Csv().Add(arm.Name).Add(horizon).Add(place).Add(mean).Add(interval.Low).Add(interval.High)
                        .Add(inference.Mean(ArmMoney.Discounted(arm, scope, horizon, rate)).Mean).Add(Whole(inference.Mean(costs).Mean)).Add(Whole(inference.Mean(ArmMoney.DiscountedCosts(arm)).Mean))
                        .Add(Whole(each.Value)).Add(Whole(each.Interval.Low)).Add(Whole(each.Interval.High)).EndRow().ToString();
                }
        }
    }

    private static double Whole(double gbp) => Math.Round(gbp);
}
