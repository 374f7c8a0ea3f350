using ClusterSim.Experiments.Running;

namespace ClusterSim.Experiments.Comparing;

/// <summary>The numbers of one history in all replications, part by part. Adding a part costs a word in the list of parts and a line here.</summary>
internal sealed class LedgerColumns(IColumns columns)
{
    private static readonly LedgerPart[] All = Enum.GetValues<LedgerPart>();

    /// <summary>Where each part begins in a row, and where the row ends; null until the first row.</summary>
    private int[]? _begins;

    /// <param name="arm">Null = the baseline.</param>
    /// <exception cref="ArgumentException">It has other widths than the histories before it.</exception>
    public void Append(HistorySummary summary, ArmOutcome? arm)
    {
        IReadOnlyList<double>[] parts = [.. All.Select(part => Numbers(part, summary, arm))];
        var begins = new int[All.Length + 1];
        for (int part = 0; part < All.Length; part++) begins[part + 1] = begins[part] + parts[part].Count;
        if (_begins is not null && !begins.AsSpan().SequenceEqual(_begins)) throw new ArgumentException("a history has more or fewer numbers than those before it");
        _begins = begins;
        columns.Append([.. parts.SelectMany(part => part)]);
    }

    public double[] Read(LedgerPart part, int index)
    {
        if (_begins is null) return [];
        int begin = _begins[(int)part], width = _begins[(int)part + 1] - begin;
        return index >= 0 && index < width ? columns.Read(begin + index) : throw new ArgumentOutOfRangeException(nameof(index), index, $"{part} has {width} numbers");
    }

    private static IReadOnlyList<double> Numbers(LedgerPart part, HistorySummary summary, ArmOutcome? arm) => part switch
    {
        LedgerPart.StageYears => summary.StageYears,
        LedgerPart.Final => summary.Final,
        LedgerPart.Probes => summary.Probes,
        _ when arm is null => [],
        LedgerPart.StartedAt => [arm.StartedAt],
        LedgerPart.Spent => [arm.Spent],
        LedgerPart.SpentDiscounted => [arm.SpentDiscounted],
        LedgerPart.TwinGrewIn => [arm.TwinFate.GrewIn],
        LedgerPart.TwinStands => [arm.TwinFate.Stands ? 1 : 0],
        LedgerPart.GrewIn => [arm.Fate.GrewIn],
        LedgerPart.Stands => [arm.Fate.Stands ? 1 : 0],
        LedgerPart.Twin => arm.Twin,
        LedgerPart.Treated => arm.Treated,
        LedgerPart.EndedAt => [arm.EndedAt],
        LedgerPart.Path => arm.Path,
        LedgerPart.StagePath => [.. arm.StagePath.Select(stage => (double)stage)],
        LedgerPart.Jobs => [.. arm.Jobs.Select(persons => (double)persons)],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
