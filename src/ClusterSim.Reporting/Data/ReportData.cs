using System.Text.Json.Nodes;
using ClusterSim.Experiments.Comparing;
using ClusterSim.Experiments.Running;
using ClusterSim.Experiments.Statistics;
using ClusterSim.Model;
using ClusterSim.Model.Engine;

namespace ClusterSim.Reporting.Data;

/// <summary>Everything that a report is made of: the files of a results folder, and a few of its histories lived again.</summary>
public sealed class ReportData
{
    /// <summary>Histories whose firms are looked at one by one, beside those of the stories.</summary>
    private const int Sampled = 20;

    private readonly Dictionary<(int Arm, int Replication), HistoryRow> _histories;

    /// <param name="files">Of the results folder.</param>
    /// <param name="study">What was run.</param>
    /// <param name="manifest">manifest.json.</param>
    /// <param name="executor">Lives a few histories again.</param>
    public ReportData(IResultFiles files, Study study, JsonNode manifest, IExecutor executor, Action<int>? progress = null, CancellationToken cancel = default)
    {
        (Files, Study, Manifest) = (files, study, manifest);
        string[] arms = [.. study.Arms.Select(arm => arm.Name)], scenarios = [study.BaselineName, .. arms];
        Rows = ComparisonReader.Read(files);
        Split = AdditionalityReader.Read(files);
        Histories = HistoryRow.Read(files, scenarios, Headline);
        _histories = Histories.ToDictionary(history => (history.Arm, history.Replication));
        Moment = new ClockDate(study.Moment.Clock, study.Moment.Years);
        Changes = PairedChanges.Read(files, arms, Headline, Moment);
        Best = BestSet.Of([.. arms.Select((_, arm) => Signed(Changes.Country(arm)))], study.Seed, "report");
        Lead = FindLead();
        Timeline = Timeline.Read(files, study, Lead, Histories);
        Claims = ClaimRow.Read(files);
        Stories = [.. StoryPicker.Of([.. Baseline.Select(history => (history.Replication, Lead < 0 ? history.FinalHeadline : Changes.Target(Lead).GetValueOrDefault(history.Replication)))], Indicator(Headline).LowerIsBetter)];
        int[] wanted = [.. Stories.Select(story => story.Replication).Concat(Baseline.Take(Sampled).Select(history => history.Replication)).Distinct().Order()];
        Relived = Relived.Run(study, Lead, wanted, _histories, executor, progress ?? (_ => { }), cancel);
    }

    /// <summary>So many histories are lived again at most.</summary>
    public static int MostRelived => Sampled + StoryPicker.Most;

    /// <summary>The results folder, for tables that only some studies have.</summary>
    public IResultFiles Files { get; }
    public Study Study { get; }
    public JsonNode Manifest { get; }
    public IReadOnlyList<ComparisonRow> Rows { get; }

    /// <summary>The change in jobs, split; empty where no ledger was kept.</summary>
    public IReadOnlyList<AdditionalityRow> Split { get; }

    /// <summary>Every completed history of every arm.</summary>
    public IReadOnlyList<HistoryRow> Histories { get; }
    public Timeline Timeline { get; }
    public PairedChanges Changes { get; }

    /// <summary>By arm: whether it cannot be told apart from the best in the whole country.</summary>
    public IReadOnlyList<bool> Best { get; }

    /// <summary>The arm that is shown beside the baseline where there is room for one: of those that changed anything the
    /// best for the whole country; -1 = there are no arms.</summary>
    public int Lead { get; }

    /// <summary>What a case was to show; empty for others.</summary>
    public IReadOnlyList<ClaimRow> Claims { get; }
    public IReadOnlyList<ToldHistory> Stories { get; }
    public Relived Relived { get; }

    /// <summary>The date at which the answer is read.</summary>
    public ClockDate Moment { get; }

    /// <summary>Name of the first measure.</summary>
    public string Headline => Study.Measures[0];

    public string Title => (string?)Manifest["title"] is { Length: > 0 } title ? title : Study.Name;
    public string Identity => (string)Manifest["identity"]!;
    public bool HasArms => Study.Arms.Count > 0;
    public string LeadName => Lead < 0 ? "" : Study.Arms[Lead].Name;

    /// <summary>Histories of the baseline.</summary>
    public IEnumerable<HistoryRow> Baseline => Histories.Where(history => history.Arm < 0);

    /// <summary>Completed replications.</summary>
    public int Count => Baseline.Count();

    public HistoryRow History(int arm, int replication) => _histories[(arm, replication)];

    /// <summary>The line of comparison.csv of an arm, place and measure at a date; null if there is none.</summary>
    public ComparisonRow? Row(int arm, string place, ClockDate? moment = null, string? measure = null) => Rows.FirstOrDefault(row =>
        row.Arm == Study.Arms[arm].Name && row.Region == place && row.Metric == (measure ?? Headline) && row.Clock == (moment ?? Moment).Clock && row.Horizon == (moment ?? Moment).Years);

    public static IndicatorAttribute Indicator(string measure) => MetricUnit.Declaration(measure);

    private double[] Signed(IReadOnlyDictionary<int, double> changes)
    {
        double sign = Indicator(Headline).LowerIsBetter ? -1 : 1;
        return [.. Baseline.Select(history => sign * changes.GetValueOrDefault(history.Replication))];
    }

    /// <summary>An arm that changed nothing leads only where none did anything.</summary>
    private int FindLead()
    {
        int[] arms = [.. Enumerable.Range(0, Study.Arms.Count)], moved = [.. arms.Where(arm => Changes.Country(arm).Concat(Changes.Target(arm)).Any(pair => pair.Value != 0))];
        return (moved.Length > 0 ? moved : arms).OrderByDescending(arm => Sample.Mean(Signed(Changes.Country(arm)))).Append(-1).First();
    }
}
