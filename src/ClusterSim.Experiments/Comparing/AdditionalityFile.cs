using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>additionality.csv: what became of the jobs that an arm supported, component by component.</summary>
public static class AdditionalityFile
{
    public const string Name = "additionality.csv";

    private const string Header = "baseline_id,scenario_id,clock,horizon,region,component,n_pairs,n_fired,mean_jobs,ci_low,ci_high,share_of_gross,share_low,share_high\n";

    public static IEnumerable<string> Csv(IReadOnlyList<AdditionalityRow> rows)
    {
        yield return Header;
        foreach (AdditionalityRow row in rows)
            yield return new Csv().Add(row.Baseline).Add(row.Arm).Add("start").Add(row.Horizon).Add(row.Region).Add(row.Component).Add(row.Pairs).Add(row.Fired)
                .Add(row.Mean).Add(row.Low).Add(row.High).Add(row.ShareOfGross).Add(row.ShareLow).Add(row.ShareHigh).EndRow().ToString();
    }
}
