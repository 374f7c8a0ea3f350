using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;

namespace ClusterSim.Experiments.Comparing;

/// <summary>acceptability.csv: how probable it is that an arm is worth its money, by what a job-year is worth. Nothing is discounted.</summary>
internal static class AcceptabilityTable
{
    public const string Name = "acceptability.csv";

    public const string Header = "scenario_id,horizon,region,value_of_job_year_gbp,p_net_benefit\n";

    private static readonly int[] Worths = [0, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];

    public static IEnumerable<string> Lines(Inference inference)
    {
        Study study = inference.Study;
        foreach (ArmUplift arm in inference.Acting.Where(_ => ArmMoney.AreAsked(study)))
        {
            double[] costs = inference.Units.Means(ArmMoney.Costs(arm));
            foreach (int horizon in study.Horizons)
                foreach ((Scope scope, string place) in Inference.Places)
                {
                    var plane = new CostEffectiveness(inference.Units.Means(ArmMoney.Plain(arm, scope, horizon)), costs, inference.Resamples);
                    double[] probable = plane.Acceptability(Worths.Select(worth => (double)worth));
                    for (int i = 0; i < Worths.Length; i++)
                        yield return new Csv().Add(arm.Name).Add(horizon).Add(place).Add(Worths[i]).Add(probable[i]).EndRow().ToString();
                }
        }
    }
}
