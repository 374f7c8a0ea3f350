using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>pairs.csv: what every line of comparison.csv is computed from, so that a stranger can compute it again.</summary>
public static class PairFile
{
    public const string Header = "scenario_id,replication,started,clock,horizon,region,activity,metric,baseline_value,scenario_value\n";

    /// <summary>The rows of one arm in one replication; a place that the history does not know has none.</summary>
    public static string Rows(Study study, int arm, Outcome outcome)
    {
        var csv = new Csv();
        ArmOutcome treated = outcome.Arms[arm];
        double[] factors = [.. study.Measures.Select(measure => MetricUnit.OfIndicator(measure).Factor)];
        string activity = study.Baseline.Activities[0].Name;
        int started = study.Arms[arm].HasStarted(treated.StartedAt) ? 1 : 0;
        int at = 0;
        foreach (StudyPoint point in study.Points)
            foreach (string place in ComparisonTable.Places)
                for (int measure = 0; measure < study.Measures.Count; measure++)
                {
                    double factor = factors[measure], twin = treated.Twin[at], value = treated.Treated[at++];
                    if (!double.IsFinite(twin)) continue;
                    csv.Add(study.Arms[arm].Name).Add(outcome.Replication).Add(started).Add(point.Clock).Add(point.Years)
                        .Add(place).Add(activity).Add(study.Measures[measure]).Add(factor * twin).Add(factor * value).EndRow();
                }
        return csv.ToString();
    }
}
