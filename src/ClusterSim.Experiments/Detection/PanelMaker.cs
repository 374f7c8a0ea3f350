using System.Globalization;
using ClusterSim.Model.Engine;
using ClusterSim.Model.State;

namespace ClusterSim.Experiments.Detection;

/// <summary>What counts as the size of a cell.</summary>
public enum PanelSize
{
    /// <summary>Jobs, unless more than one cell in a hundred lacks them.</summary>
    Auto,
    Employment,
    Establishments,
}

/// <summary>One row of a table of establishments.</summary>
/// <param name="Establishments">Not negative.</param>
/// <param name="Employment">NaN = not said.</param>
public readonly record struct PanelEntry(string Region, string Industry, int Year, double Establishments, double Employment);

/// <summary>A real panel, one date a year, and what had to be assumed to make it.</summary>
/// <param name="Panel">Without gaps.</param>
/// <param name="Spans">First and last date of each activity anywhere; codes come and go with revisions of the classification.</param>
/// <param name="Notes">What was filled in or left out, in sentences.</param>
public sealed record RealPanel(CellPanel Panel, (int First, int Last)[] Spans, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the activity of a cell is told of from one date to another.</summary>
    public bool IsSpanned(int cell, int first, int last) => Spans[Panel.Activity(cell)] is var span && span.First <= first && span.Last >= last;
}

/// <summary>Makes a panel of the rows of a table.</summary>
/// <remarks>A cell without a row in a year in which its activity is told of elsewhere has no establishments. A year without any row
/// is filled evenly between its neighbours. Employment of 0 beside establishments is suppressed, not zero: it is filled
/// evenly between the cell's own years, and else with the activity's jobs per establishment in the country.</remarks>
public static class PanelMaker
{
    /// <summary>Share of cells that may lack jobs before establishments count instead.</summary>
    public const double MostMissing = 0.01;

    /// <summary>Makes it.</summary>
    /// <param name="entries">At least one; no cell twice in a year.</param>
    public static RealPanel Of(IReadOnlyList<PanelEntry> entries, PanelSize size)
    {
        var regions = Numbered(entries.Select(entry => entry.Region));
        var activities = Numbered(entries.Select(entry => entry.Industry));
        int first = entries.Min(entry => entry.Year), dates = entries.Max(entry => entry.Year) - first + 1, filled = 0, lacking = 0, told = 0;
        foreach (PanelEntry entry in entries)
        {
            if (entry.Establishments > 0) told++;
            if (entry.Establishments > 0 && !(entry.Employment > 0)) lacking++;
        }
        bool byJobs = size == PanelSize.Employment || (size == PanelSize.Auto && lacking <= MostMissing * told);
        var panel = new CellPanel([.. regions.Keys], [.. activities.Keys], first, dates, perYear: 1, byJobs);
        var hasYear = new bool[dates];
        foreach (PanelEntry entry in entries)
        {
            int at = (regions[entry.Region] * activities.Count + activities[entry.Industry]) * dates + entry.Year - first;
            panel.Firms[at] = entry.Establishments;
            panel.Jobs[at] = entry.Establishments > 0 && !(entry.Employment > 0) ? double.NaN : entry.Employment;
            hasYear[entry.Year - first] = true;
        }
        var notes = new List<string>();
        FillYears(panel, hasYear, notes);
        (int First, int Last)[] spans = Spans(panel);
        if (byJobs) filled = FillJobs(panel);
        string share = (100.0 * lacking / Math.Max(1, told)).ToString("0.0", CultureInfo.InvariantCulture);
        if (!byJobs && lacking > 0) notes.Add($"size is counted in establishments, since {share} % of the cells with establishments say nothing of employment");
        if (filled > 0) notes.Add($"employment was filled in for {filled} cells in a year ({share} % of those with establishments say nothing of it)");
        string[] passing = [.. spans.Select((span, activity) => (span, activity)).Where(pair => pair.span.First > 0 || pair.span.Last < dates - 1).Select(pair => panel.Activities[pair.activity])];
        if (passing.Length > 0) notes.Add($"{passing.Length} of {panel.Activities.Count} industries begin or end within the panel, mostly with a new classification, and are scored and tested only where they are told of throughout: {string.Join(", ", passing.Take(6))}{(passing.Length > 6 ? ", ..." : "")}");
        return new RealPanel(panel, spans, notes);
    }

    private static SortedDictionary<string, int> Numbered(IEnumerable<string> names)
    {
        var numbers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in names) numbers.TryAdd(name, 0);
        int number = 0;
        foreach (string name in numbers.Keys.ToArray()) numbers[name] = number++;
        return numbers;
    }

    private static void FillYears(CellPanel panel, bool[] hasYear, List<string> notes)
    {
        var filled = new List<int>();
        for (int date = 0; date < hasYear.Length; date++)
        {
            if (hasYear[date]) continue;
            // The first and the last year have rows, so that there is a year on either side.
            int before = Array.LastIndexOf(hasYear, true, date), after = Array.IndexOf(hasYear, true, date);
            double share = (date - before) / (double)(after - before);
            for (int cell = 0; cell < panel.Cells; cell++)
                foreach (double[] values in new[] { panel.Firms, panel.Jobs })
                    values[cell * panel.Dates + date] = (1 - share) * values[cell * panel.Dates + before] + share * values[cell * panel.Dates + after];
            filled.Add(panel.FirstYear + date);
        }
        if (filled.Count > 0) notes.Add($"no rows for {string.Join(", ", filled)}: filled in evenly between the years beside");
    }

    private static (int First, int Last)[] Spans(CellPanel panel)
    {
        var spans = new (int First, int Last)[panel.Activities.Count];
        Array.Fill(spans, (int.MaxValue, -1));
        for (int cell = 0; cell < panel.Cells; cell++)
            for (int date = 0; date < panel.Dates; date++)
                if (panel.FirmsAt(cell, date) > 0) spans[panel.Activity(cell)] = (Math.Min(spans[panel.Activity(cell)].First, date), Math.Max(spans[panel.Activity(cell)].Last, date));
        return spans;
    }

    /// <summary>Fills in jobs that nobody says; returns how many.</summary>
    private static int FillJobs(CellPanel panel)
    {
        int filled = 0, activities = panel.Activities.Count;
        var perFirm = new double[activities * panel.Dates];
        for (int activity = 0; activity < activities; activity++)
            for (int date = 0; date < panel.Dates; date++)
            {
                double firms = 0, jobs = 0;
                for (int cell = activity; cell < panel.Cells; cell += activities)
                    if (!double.IsNaN(panel.JobsAt(cell, date))) (firms, jobs) = (firms + panel.FirmsAt(cell, date), jobs + panel.JobsAt(cell, date));
                perFirm[activity * panel.Dates + date] = firms > 0 ? jobs / firms : 0;
            }
        for (int cell = 0; cell < panel.Cells; cell++)
        {
            Span<double> jobs = panel.Jobs.AsSpan(cell * panel.Dates, panel.Dates);
            double[] said = jobs.ToArray();
            for (int date = 0; date < said.Length; date++)
            {
                if (!double.IsNaN(said[date])) continue;
                int before = Array.FindLastIndex(said, date, value => value > 0), after = Array.FindIndex(said, date, value => value > 0);
                jobs[date] = before >= 0 && after >= 0
                    ? Reproducible.Exp(Reproducible.Log(said[before]) + (date - before) / (double)(after - before) * (Reproducible.Log(said[after]) - Reproducible.Log(said[before])))
                    : panel.FirmsAt(cell, date) * perFirm[panel.Activity(cell) * panel.Dates + date];
                filled++;
            }
        }
        return filled;
    }
}
